"""A sentence read the short way says what the long way says."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.coders.findings import TextReader
from qualcode.coders.rule_set import RuleSet
from qualcode.model import Codebook

CODES = {
    "A": {"strong": "rapat;kumpul*;form:dekat", "weak": "percaya", "contrary": "curiga;kumpul*"},
    "B": {"strong": "rapat rutin;percaya", "weak": "(dekat|akrab)"},
}
SAID = "Rapat rapat, (rapat) merapat rutin kumpulan kumpul-kumpul dekat. akrab 'percaya' curiga! ndak dinas kain \n  😀"


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(SAID.split(" ")), max_size=9))
def test_both_ways_agree(make_codebook: Callable[..., Codebook], words: list[str]) -> None:
    rules = RuleSet(make_codebook(CODES, actors="dinas", false_friends="kain rapat"), "id")
    text = "  ".join(words)
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    reader = TextReader(rules, text)
    short, long = reader.read(start, end), reader.read_whole(start, end)
    assert sorted(short.findings, key=repr) == sorted(long.findings, key=repr)
    assert not short.findings or list(short.actors) == list(long.actors)


@pytest.mark.parametrize("said", ["", "kain biru", "dinas"])
def test_a_sentence_without_cues_holds_nothing(make_codebook: Callable[..., Codebook], said: str) -> None:
    rules = RuleSet(make_codebook(CODES, actors="dinas"), "id")
    assert not TextReader(rules, said).read(0, len(said)).findings


@pytest.mark.parametrize("said", ["*rapat", "rapat*", "(rapat", "**rapat**", "x*rapat*x"])
def test_a_bound_may_cut_what_stands_between_white_space(make_codebook: Callable[..., Codebook], said: str) -> None:
    rules = RuleSet(make_codebook(CODES, actors="dinas"), "id")
    start = said.index("rapat")
    end = start + len("rapat")
    for first, last in ((start, end), (0, end), (start, len(said))):
        [finding] = TextReader(rules, said).read(first, last).findings
        assert finding.evidence.cue == "rapat"
