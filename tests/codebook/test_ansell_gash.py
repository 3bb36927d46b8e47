"""The rest of Ansell and Gash's model, which extends the codebook of the Blitar study."""

import re

import pytest

from qualcode.codebook.reading import read_codebook
from qualcode.codebook.testing import try_passages
from qualcode.model import Code, Codebook
from qualcode.shipped import list_codebooks
from qualcode.workflow.codebooks.trying import make_passage_coder
from tests.codebook.test_shipped import spell_out

LANGUAGES = ("id", "en")
CODES = ["SC.ASY", "SC.INC", "SC.PRE", "ID.INC", "ID.EXC", "ID.RUL", "ID.TRN", "FL.FAC", "FL.EMP", "FL.CHM", "OC"]


def get_codebook(name: str) -> Codebook:
    codebook, problems = read_codebook(list_codebooks()[name], f"{name}.yaml")
    assert problems == ()
    assert codebook is not None
    return codebook


BLITAR, WHOLE = get_codebook("blitar"), get_codebook("ansell_gash")
OWN = WHOLE.codes[len(BLITAR.codes) :]
CODE = make_passage_coder("turn")(WHOLE)


def test_it_adds_to_the_codebook_of_the_study_and_changes_nothing_in_it() -> None:
    assert WHOLE.codes[: len(BLITAR.codes)] == BLITAR.codes
    assert WHOLE.modes == BLITAR.modes
    assert [edition.name for edition in WHOLE.editions] == ["ansell_gash", "blitar"]
    assert [code.id for code in OWN] == CODES


@pytest.mark.parametrize("code", OWN, ids=lambda code: code.id)
def test_an_entry_is_complete_in_both_languages(code: Code) -> None:
    assert len(code.use_when) >= 2
    assert len(code.do_not_use_when) >= 2
    assert code.boundary_with
    assert "Ansell and Gash" in code.source.en
    assert "Ansell dan Gash" in code.source.id
    examples = [example.language for example in code.exemplars]
    assert (examples.count("id") >= 3, examples.count("en") >= 2) == (True, True)
    assert len(code.near_misses) >= 3
    assert any(miss.goes_to for miss in code.near_misses)
    assert all(example.constructed for example in (*code.exemplars, *code.near_misses))
    for language in LANGUAGES:
        words = [code.label, code.short, code.definition, *code.use_when, *code.do_not_use_when]
        assert all(getattr(each, language) for each in words)
        lists = {(cue.weight, cue.polarity) for cue in code.cues if cue.language == language}
        assert lists == {(weight, "supporting") for weight in ("strong", "weak", "asked")} | {("strong", "contrary")}


def test_boundary_rules_part_it_from_the_codes_it_stands_beside() -> None:
    own = WHOLE.boundary_rules[len(BLITAR.boundary_rules) :]
    known = {code.id for code in WHOLE.codes} | {family.id for family in WHOLE.families}
    for rule in own:
        for language in LANGUAGES:
            named = set(re.findall(r"\b[A-Z]{2}(?:\.[A-Z]{3})?\b", getattr(rule.question, language)))
            assert len(named) >= 2
            assert named <= known


def test_its_exemplars_are_coded_and_its_near_misses_are_not() -> None:
    tried = [trial for trial in try_passages(WHOLE, make_passage_coder("sentence"), str) if trial.code in CODES]
    assert len(tried) >= len(CODES) * 8
    assert [(trial.code, trial.text, trial.reason) for trial in tried if not trial.passed] == []


@pytest.mark.parametrize("code", OWN, ids=lambda code: code.id)
def test_every_cue_of_what_is_said_finds_the_words_that_it_is_made_of(code: Code) -> None:
    for cue in code.cues:
        if cue.weight != "asked":
            for words in spell_out(cue):
                fired = {evidence.rule for coding in CODE(words, cue.language) for evidence in coding.evidence}
                assert cue.rule in fired, words
