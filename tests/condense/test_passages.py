"""Respondents' units and who says them."""

from dataclasses import replace

import pytest

from qualcode.condense.passages import read_interviews
from qualcode.errors import QualcodeError
from tests.factories import make_material, make_study, make_transcript

TALK = make_transcript("a.txt", "P: Apa kabar?", "N: Baik. Sehat.", "P: Lalu?", "N: Ya.", case="INF-01")


def test_each_unit_knows_its_turn() -> None:
    [interview] = read_interviews(make_material(make_study([TALK]), [TALK]))
    assert [(unit.turn.number, unit.words, unit.coded) for unit in interview.units] == [
        (2, 1, False),
        (2, 1, False),
        (4, 1, False),
    ]


def test_a_transcript_that_was_edited_since_it_was_coded_is_refused() -> None:
    material = make_material(make_study([TALK]), [replace(TALK, text_sha256="other")])
    with pytest.raises(QualcodeError, match="has changed"):
        list(read_interviews(material))
