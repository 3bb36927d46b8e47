"""Informants by codes: every coding lies behind exactly one cell."""

from dataclasses import replace

import pytest
from hypothesis import given

from qualcode.display.contract import DisplayOptions
from qualcode.display.role_ordered import PART
from qualcode.evidence.selection import select
from qualcode.model import Study
from tests.display.studies import (
    CHAIR,
    CODINGS,
    HEAD,
    STAFF,
    asked_by_guide,
    block_of,
    cell_of,
    cells_opening,
    four_informants,
    studies,
)
from tests.factories import code_words, in_mode, make_study, make_transcript


def build(study: Study, **options):
    return PART.build(study, DisplayOptions(**options), str)


@given(studies)
def test_a_coding_is_opened_by_its_own_cell_alone_and_a_wish_where_nothing_counts(study: Study) -> None:
    matrix, selection = build(study), select(study)
    for coding in study.codings:
        own = {(coding.case, study.codebook.find(coding.code).id)}
        if coding in selection.set_aside and cell_of(matrix, *next(iter(own))).kind != "silent":
            own = set()
        assert cells_opening(matrix, coding) == (own if coding in (*selection.counted, *selection.set_aside) else set())


def test_silent_cells_differ_from_those_without_an_interview() -> None:
    matrix = build(four_informants())
    silent, missing = cell_of(matrix, "INF-02", "IM.ECO"), cell_of(matrix, "INF-04", "IM.ECO")
    assert (silent.kind, silent.lines) == ("silent", ("silent",))
    assert (missing.kind, missing.lines) == ("missing", ("no interview",))


def test_who_was_not_asked_is_not_said_to_be_silent() -> None:
    study = asked_by_guide(four_informants(), "OB.COO", {"b.txt": ("CG.DLG",), "c.txt": ("OB.COO",)})
    matrix = build(study)
    unasked, silent = cell_of(matrix, "INF-02", "OB.COO"), cell_of(matrix, "INF-03", "OB.COO")
    assert (unasked.kind, unasked.lines) == ("unasked", ("not asked",))
    assert (silent.kind, silent.lines) == ("silent", ("silent",))
    assert cell_of(matrix, "INF-01", "OB.COO").kind == "evidence"


def test_a_wish_leaves_its_cell_silent_and_is_told_twice() -> None:
    matrix = build(four_informants())
    assert cell_of(matrix, "INF-03", "CG.TRU").lines == ("silent (wishes or hypotheticals set aside: 1)",)
    signs = build(four_informants(), content="presence")
    wished = cell_of(signs, "INF-03", "CG.TRU")
    assert (wished.lines, wished.kind) == (("wish only (1)",), "silent")
    assert [c.modality for c in four_informants().codings if c.id in wished.coding_ids] == ["wish"]
    assert "neither for the code nor against it" in block_of(signs)["wish only"]
    assert block_of(matrix)["Wishes and hypotheticals"] == "not counted; codings set aside: 1"
    assert cell_of(build(four_informants(), wishes=True), "INF-03", "CG.TRU").kind == "evidence"


def test_rejected_codings_enter_no_cell() -> None:
    study = make_study([STAFF], [replace(CODINGS[4], status="rejected")])
    assert {cell.coding_ids for row in build(study).cells for cell in row} == {()}


def test_a_removed_interview_changes_its_row_and_nothing_else() -> None:
    whole = build(four_informants())
    without = build(make_study((HEAD, CHAIR), [coding for coding in CODINGS if coding.case != "INF-02"]))
    for row, before, after in zip(whole.rows, whole.cells, without.cells, strict=True):
        if row.key == "INF-02":
            assert {cell.kind for cell in after} == {"missing"}
        else:
            assert before == after


def test_only_machines_coded_is_said_and_goes_away_with_the_first_decision() -> None:
    assert any(note.startswith("Only a machine has coded") for note in build(four_informants()).notes)
    decided = four_informants(code_words(STAFF, "Rapat", "CG.TRU", status="manual", coder="ana"))
    assert not any(note.startswith("Only a machine") for note in build(decided).notes)


def test_once_people_decide_every_quote_says_whose_it_is() -> None:
    matrix = build(four_informants(code_words(STAFF, "Rapat", "CG.TRU", status="manual", coder="ana")))
    lines = [line for row in matrix.cells for cell in row if cell.counted_ids for line in cell.lines]
    assert all(line.endswith(("suggested)", "accepted)")) for line in lines)


def test_codings_without_a_row_are_named_not_dropped_in_silence() -> None:
    stranger = make_transcript("x.txt", "Bu Sri: Kami percaya.", case="")
    study = make_study([STAFF, stranger], [code_words(stranger, "Kami percaya.", "CG.TRU")])
    assert any("Bu Sri (x.txt)" in note for note in build(study).notes)


def test_codings_of_codes_that_are_gone_are_named() -> None:
    matrix = build(four_informants(code_words(STAFF, "Rapat", "XX.OLD")))
    assert any("XX.OLD" in note for note in matrix.notes)


def test_peoples_layer_before_anybody_decided_says_so() -> None:
    matrix = build(four_informants(), layer="human")
    assert any(note.startswith("Nobody has decided") for note in matrix.notes)


def test_a_synthetic_study_says_so() -> None:
    assert any("synthetic" in note for note in build(four_informants(synthetic=True)).notes)
    assert not any("synthetic" in note for note in build(four_informants()).notes)


@pytest.mark.parametrize(
    "options",
    [
        {"content": "counts"},
        {"content": "presence"},
        {"layer": "human"},
        {"wishes": True},
        {"quotes": 1},
        {"quotes": 3},
    ],
    ids=str,
)
def test_another_option_is_another_block(options: dict) -> None:
    assert build(four_informants()).entry_rules != build(four_informants(), **options).entry_rules


def test_the_same_study_and_options_give_the_same_matrix() -> None:
    assert build(four_informants()) == build(four_informants())


def test_the_language_of_headings_follows_the_options() -> None:
    indonesian, english = build(four_informants(), language="id"), build(four_informants())
    assert [c.key for c in indonesian.columns] == [c.key for c in english.columns]
    assert indonesian.columns[0].label == "Economy (id)"


def test_a_quote_names_its_sub_code() -> None:
    study = four_informants()
    lines = cell_of(PART.build(study, DisplayOptions(), str), "INF-01", "CG.DLG").lines
    assert lines == ("+ “Kami rutin bertemu. Tiap bulan ada.” (N, turn 2; forum)",)
    moved = PART.build(in_mode(study, CG__DLG__forum="CG.TRU"), DisplayOptions(), str)
    assert "+ “Kami rutin bertemu.” (N, turn 2; forum (CG.DLG.forum))" in cell_of(moved, "INF-01", "CG.TRU").lines
