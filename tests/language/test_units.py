"""Units lie inside respondents' turns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import QualcodeError
from qualcode.language.units import split_units
from qualcode.model import Span, Transcript, Turn


def make_transcript(*spoken: tuple[str, str]) -> Transcript:
    text, turns = "", []
    for number, (role, words) in enumerate(spoken, 1):
        text += "X: "
        turns.append(Turn(number, "X", role, Span(len(text), len(text) + len(words))))  # type: ignore[arg-type]
        text += words + "\n\n"
    return Transcript("a.txt", text, tuple(turns), "id", "", "")


TALK = make_transcript(
    ("interviewer", "Kapan? Di mana?"), ("respondent", "Ya kemarin. Lupa.\n\nDi dinas."), ("other", "Aku juga. Ya.")
)


@pytest.mark.parametrize(
    ("unit", "units"),
    [
        ("sentence", ["Ya kemarin.", "Lupa.", "Di dinas."]),
        ("paragraph", ["Ya kemarin. Lupa.", "Di dinas."]),
        ("turn", ["Ya kemarin. Lupa.\n\nDi dinas."]),
    ],
)
def test_only_respondents_have_units(unit: str, units: list[str]) -> None:
    found = split_units(TALK, unit)
    assert [unit.span.of(TALK.text) for unit in found] == units
    assert {unit.turn for unit in found} == {2}


def test_another_unit_is_refused() -> None:
    with pytest.raises(QualcodeError, match="sentence, turn or paragraph"):
        split_units(TALK, "page")


@given(
    st.lists(st.tuples(st.sampled_from(["interviewer", "respondent"]), st.text(alphabet='aB .?\n"1…', max_size=30))),
    st.sampled_from(["sentence", "turn", "paragraph"]),
)
def test_units_lie_in_order_inside_turns_and_hold_all_words(spoken: list[tuple[str, str]], unit: str) -> None:
    transcript = make_transcript(*spoken)
    units = split_units(transcript, unit)
    turns = {turn.number: turn for turn in transcript.turns}
    assert list(units) == sorted(units, key=lambda unit: unit.span)
    for found in units:
        turn = turns[found.turn]
        assert turn.role == "respondent"
        assert turn.span.start <= found.span.start < found.span.end <= turn.span.end
        assert found.span.of(transcript.text).strip() == found.span.of(transcript.text)
    words = "".join("".join(words.split()) for role, words in spoken if role == "respondent")
    assert "".join("".join(unit.span.of(transcript.text).split()) for unit in units) == words
