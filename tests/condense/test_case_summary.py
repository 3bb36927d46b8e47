"""The interim case summary: what is known of the whole case, and what is missing."""

from dataclasses import replace

from qualcode.condense.case_summary import PART
from qualcode.model import Cell, Decision
from tests.factories import code_words, make_material, make_study, make_transcript

FIRST = make_transcript("a.txt", "N: Kami rutin bertemu. Koordinasi sulit karena tidak percaya.", case="INF-01")
SECOND = make_transcript("b.txt", "N: Tidak pernah bertemu.", case="INF-02")
MEETING = code_words(FIRST, "Kami rutin bertemu.", "CG.DLG", status="accepted")
NEVER = code_words(SECOND, "Tidak pernah bertemu.", "CG.DLG", "contrary")
HARD = code_words(FIRST, "Koordinasi sulit", "OB.COO", coder="ana", status="manual")
DISTRUST = code_words(FIRST, "tidak percaya", "CG.TRU", "contrary", coder="ana", status="manual")
WHOLE = code_words(FIRST, "Koordinasi sulit karena tidak percaya.", "IM.ECO", status="rejected")


def found(decisions: tuple[Decision, ...] = (), **settings) -> dict[str, tuple[str, ...]]:
    study = make_study([FIRST, SECOND], [MEETING, NEVER, HARD, DISTRUST, WHOLE], **settings)
    study = replace(study, decisions=decisions)
    [sheet] = PART.build(make_material(study, [FIRST, SECOND]), str)
    assert all(cells[1] == Cell() for cells in sheet.cells)
    return {row.key: cells[0].lines for row, cells in zip(sheet.rows, sheet.cells, strict=True)}


def test_the_study_is_the_case_and_its_informants_are_named() -> None:
    assert found()["case"][:2] == ("informants interviewed: 2", "INF-01 (public; Kepala bidang; Dinas)")


def test_codes_on_which_informants_part_are_laid_side_by_side() -> None:
    assert found()["divided"] == ("CG.DLG: + INF-01 − INF-02",)


def test_links_are_those_that_somebody_stated() -> None:
    assert found()["links"] == ("CG.TRU → OB.COO: 1 of 2 informants (public)",)


def test_links_that_people_drew_stand_apart_from_those_that_somebody_stated() -> None:
    assert "drawn" not in found()
    link = Decision(
        "link", "siti", "2026-01-01", "command", "suggestions", on=NEVER.id, to_on=HARD.id, comment="No talk."
    )
    drawn = found(decisions=(link,))
    assert drawn["drawn"] == ("CG.DLG → OB.COO: drawn by siti",)
    assert drawn["links"] == found()["links"]


def test_gaps_name_silent_codes_missing_interviews_and_missing_roles() -> None:
    gaps = found(roles=("Staf", "Perajin"))["gaps"]
    assert gaps == (
        "silent in every interview: IM.ECO",
        "told by one informant only: CG.TRU, OB.COO",
        "cases without interview: INF-04, INF-03",
        "roles that nobody speaks for: Perajin",
    )


def test_what_nobody_has_read_yet_is_counted() -> None:
    assert found()["quality"][:2] == (
        "decided on by a person: 3 of 4 codings",
        "contrary codings that nobody has read: 1",
    )


def test_an_empty_study_has_a_sheet() -> None:
    study = replace(make_study([]), cases=())
    [sheet] = PART.build(make_material(study), str)
    assert sheet.cells[1][0].lines == ("none",)
