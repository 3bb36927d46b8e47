"""Groundedness, breadth and density of codes."""

from dataclasses import replace

from qualcode.condense.groundedness import PART
from qualcode.model import Cell, Decision
from tests.factories import code_words, make_material, make_study, make_transcript

FIRST = make_transcript("a.txt", "N: Kami rutin bertemu. Koordinasi sulit karena tidak percaya.", case="INF-01")
SECOND = make_transcript("b.txt", "N: Tidak pernah bertemu.", case="INF-02")
MEETING = code_words(FIRST, "Kami rutin bertemu.", "CG.DLG.forum", status="accepted")
AGAIN = code_words(FIRST, "Kami rutin bertemu.", "CG.DLG", coder="ana", status="manual")
NEVER = code_words(SECOND, "Tidak pernah bertemu.", "CG.DLG", "contrary")
HARD = code_words(FIRST, "Koordinasi sulit", "OB.COO", coder="ana", status="manual")
DISTRUST = code_words(FIRST, "tidak percaya", "CG.TRU", "contrary", coder="ana", status="manual")
WHOLE = code_words(FIRST, "Koordinasi sulit karena tidak percaya.", "IM.ECO", status="rejected")
WISH = code_words(SECOND, "Tidak pernah bertemu.", "CG.TRU", modality="wish")


def rows() -> dict[str, list[Cell]]:
    study = make_study([FIRST, SECOND], [MEETING, AGAIN, NEVER, HARD, DISTRUST, WHOLE, WISH])
    [matrix] = PART.build(make_material(study), str)
    return {row.key: list(cells) for row, cells in zip(matrix.rows, matrix.cells, strict=True)}


def test_units_codings_and_informants_are_told_apart() -> None:
    units, codings, breadth, *_ = rows()["CG.DLG"]
    assert units.lines == ("1 accepted (+1 suggested, 1 contrary)",)
    assert codings.lines == ("3",)
    assert breadth.lines == ("2 of 2 informants (public)",)
    assert set(units.coding_ids) == {MEETING.id, AGAIN.id, NEVER.id}


def test_density_counts_stated_links_and_opens_onto_both_ends() -> None:
    density = rows()["CG.TRU"][3]
    assert density.lines == ("1: OB.COO",)
    assert set(density.coding_ids) == {HARD.id, DISTRUST.id}


def test_what_merely_stands_near_is_no_link() -> None:
    _, _, _, density, drawn, nearby = rows()["CG.DLG"]
    assert density.lines == drawn.lines == ("none",)
    assert nearby.lines == ("1: OB.COO",)


def test_links_that_people_drew_are_counted_apart() -> None:
    study = make_study([FIRST, SECOND], [NEVER, DISTRUST])
    drawn = Decision("link", "siti", "2026-01-31", "command", "suggestions", on=DISTRUST.id, to_on=NEVER.id)
    [matrix] = PART.build(make_material(replace(study, decisions=(drawn,))), str)
    cells = {row.key: own for row, own in zip(matrix.rows, matrix.cells, strict=True)}["CG.DLG"]
    assert (cells[3].lines, cells[4].lines) == (("none",), ("1: CG.TRU",))
    assert set(cells[4].coding_ids) == {DISTRUST.id, NEVER.id}


def test_a_code_without_codings_is_silent() -> None:
    assert {cell.kind for cell in rows()["IM.ECO"]} == {"silent"}


def test_no_informants_become_percentages() -> None:
    assert "%" not in repr(rows())
