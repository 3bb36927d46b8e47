"""Exemplars that must be coded and near misses that must not, each failure with its reason."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.codebook.reading import read_codebook
from qualcode.codebook.testing import Trial, try_passages
from qualcode.workflow.codebooks.trying import make_passage_coder

CODEBOOK = """\
codebook: clinic
version: 1
languages: [en]
codes:
  - id: WAIT
    label: Waiting
    definition: How long it took.
    exemplars: [EXEMPLAR]
    near_misses: [NEAR MISS]
    cues: {en: {strong: [waiting room, hour], weak: [queue], contrary: [seen at once]}}
  - id: INFO
    label: Told
    definition: What was explained.
    exemplars: [{text: She explained it.}]
    cues: {en: {strong: [explain]}}
actors: {en: [nurse]}
false_friends:
  en:
    - {phrase: happy hour, why: a time at the bar}
    - {phrase: office hours, why: when they are open, code: INFO}
"""

Try = Callable[..., dict[str, Trial]]


@pytest.fixture
def trials(tmp_path: Path) -> Try:
    """The trials of WAIT by their texts."""

    def run(exemplar: str = "", near_miss: str = "") -> dict[str, Trial]:
        text = CODEBOOK.replace("[EXEMPLAR]", f"[{exemplar}]").replace("[NEAR MISS]", f"[{near_miss}]")
        (tmp_path / "codebook.yaml").write_text(text, encoding="utf-8")
        codebook, problems = read_codebook(tmp_path / "codebook.yaml", "codebook.yaml")
        assert codebook is not None, problems
        tried = try_passages(codebook, make_passage_coder("sentence"), str)
        return {trial.text: trial for trial in tried if trial.code == "WAIT"}

    return run


@pytest.mark.parametrize(
    "text",
    ["We sat in the waiting room.", "We were seen at once.", "Nice day. It took hours. Then home.", "office hours"],
    ids=["a strong cue", "a contrary one", "one sentence of several", "the false friend is another code's"],
)
def test_an_exemplar_that_is_coded_passes(trials: Try, text: str) -> None:
    trial = trials(f"{{text: {text}}}")[text]
    assert trial.passed
    assert "fired on" in trial.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It was slow.", "no cue of WAIT stands in it"),
        ("She explained it.", "no cue of WAIT stands in it; INFO: cue “explain” fired on “explained”"),
        ("There was a queue.", "the weak cue “queue” stands alone"),
        ("It was happy hour.", "the false friend “happy hour” silenced “hour”"),
    ],
    ids=["nothing", "another code", "weak", "false friend"],
)
def test_an_exemplar_that_is_not_coded_fails_with_what_it_lacks(trials: Try, text: str, reason: str) -> None:
    trial = trials(f"{{text: {text}}}")[text]
    assert not trial.passed
    assert trial.reason == reason


def test_a_near_miss_fails_where_its_own_code_is_suggested(trials: Try) -> None:
    trial = trials(near_miss="{text: Visiting hours are long., why: about visits}")["Visiting hours are long."]
    assert not trial.passed
    assert trial.reason == "cue “hour” fired on “hours”"


@pytest.mark.parametrize(
    ("text", "note"),
    [("She explained it.", ""), ("She drew it.", "it should go to INFO, which is not found in it")],
)
def test_a_near_miss_whose_right_code_is_not_found_is_a_note_and_no_failure(trials: Try, text: str, note: str) -> None:
    trial = trials(near_miss=f"{{text: {text}, why: about being told, goes_to: INFO}}")[text]
    assert trial.passed
    assert trial.note == note


def test_a_near_miss_may_be_a_wish(trials: Try) -> None:
    wish = "I hope they see us in an hour."
    assert trials(near_miss=f"{{text: {wish}, why: a wish}}")[wish].passed
    plain = "They saw us in an hour."
    assert not trials(near_miss=f"{{text: {plain}, why: x}}")[plain].passed
