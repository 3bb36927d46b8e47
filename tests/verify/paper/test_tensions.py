"""Which side of a tension interviews take: only what speaks for a side counts for it."""

from dataclasses import replace

import pytest

from qualcode.model import Words
from qualcode.verify.paper.tensions import build_tension_table
from tests.factories import code_words, make_study, make_transcript
from tests.verify.paper.papers import PAPER, gather_all

TALK = make_transcript("a.txt", "P: Bagaimana?", "N: Kami bertemu. Jarang bertemu. Kami ribut.", case="INF-01")
MEETING = code_words(TALK, "Kami bertemu.", "CG.DLG.forum")
SELDOM = code_words(TALK, "Jarang bertemu.", "CG.DLG", "contrary")
QUARREL = code_words(TALK, "Kami ribut.", "OB.COO")


def draw(codings, paper=PAPER):
    study = make_study([TALK], codings)
    sides = gather_all(study, (side for each in paper.tensions for side in (each.first, each.second)))
    matrix = build_tension_table(paper, study, {side.claim.id: side for side in sides}, str, "en")
    return dict(zip((column.key for column in matrix.columns), matrix.cells[0], strict=True))


@pytest.mark.parametrize(
    ("codings", "says"),
    [
        ([MEETING], "suggestions lean to the one side: not yet judged"),
        ([QUARREL], "suggestions lean to the other side: not yet judged"),
        ([MEETING, QUARREL], "suggestions lean both ways: not yet judged"),
        ([], "suggestions are silent: not yet judged"),
        ([SELDOM], "suggestions are silent: not yet judged"),  # to meet seldom is not to quarrel
        ([replace(QUARREL, status="accepted")], "accepted codings lean to the other side"),
    ],
)
def test_the_side_that_interviews_lean_to(codings, says: str) -> None:
    assert draw(codings)["interviews"].lines[0] == says


def test_quotes_stand_behind_each_side_and_the_claims_with_their_lines_before_it() -> None:
    cells = draw([MEETING, QUARREL])
    assert "Kami bertemu." in cells["for-one"].lines[0]
    assert "Kami ribut." in cells["for-other"].lines[0]
    assert cells["one"].lines == ("They meet.", "D1 (10-11)", "looked for: CG.DLG")
    assert cells["interviews"].coding_ids == (MEETING.id, QUARREL.id)
    assert cells["interviews"].lines[1] == "passages: 1 for the one, 1 for the other"


def test_what_no_interview_can_decide_names_what_could() -> None:
    [tension] = PAPER.tensions
    outside = {"codes": (), "checkable": "no", "needs": Words("", "the paper itself")}
    sides = {"first": replace(tension.first, **outside), "second": replace(tension.second, **outside)}
    cells = draw([MEETING], replace(PAPER, tensions=(replace(tension, **sides),)))
    assert cells["interviews"].lines == ("not checkable from interviews", "what could: the paper itself")
    assert cells["for-one"].lines == ("not searched",)
