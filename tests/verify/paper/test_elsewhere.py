"""What interviews cannot settle, and whom nobody heard."""

from qualcode.verify.paper.elsewhere import build_elsewhere, build_unheard
from tests.factories import code_words, make_study, make_transcript
from tests.verify.paper.papers import PAPER, gather_claims

TALK = make_transcript("a.txt", "P: Bagaimana?", "N: Lumayan untung.", case="INF-01")
GAIN = code_words(TALK, "Lumayan untung.", "IM.ECO")


def test_each_claim_names_the_source_that_could_and_what_is_told_meanwhile() -> None:
    study = make_study([TALK], [GAIN])
    matrix = build_elsewhere(PAPER, study, gather_claims(study), str, "en")
    assert [row.key for row in matrix.rows] == ["E1", "S1"]  # what interviews can say does not stand here
    money, score = [[cell.lines for cell in cells] for cells in matrix.cells]
    assert money == [("figures",), ("accounts",), ("50%: not from interviews",), ("accounts lean: for",)]
    assert score[0] == ("no source: advice or theory",)
    assert score[3] == ("not searched",)
    assert matrix.cells[0][3].coding_ids == (GAIN.id,)


def test_people_the_paper_speaks_for_stand_beside_those_who_were_interviewed() -> None:
    matrix = build_unheard(PAPER, make_study([TALK], [GAIN]), str, "id")
    assert matrix.rows[0].label == "wisatawan"
    assert [cell.lines for cell in matrix.cells[0]] == [("30",), ("E1 (20), S1 (1)",)]
    assert matrix.entry_rules[0].value == "INF-01 (public)"
