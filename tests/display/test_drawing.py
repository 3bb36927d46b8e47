"""Displays narrowed, chosen from and sorted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.display.checklist import PART as CHECKLIST
from qualcode.display.content_analytic import PART as SUMMARY
from qualcode.display.contract import CONTENTS, Display, DisplayOptions
from qualcode.display.drawing import draw
from qualcode.display.role_ordered import PART as ROLES
from qualcode.errors import QualcodeError
from qualcode.evidence.narrowing import read_conditions
from qualcode.evidence.selection import is_human, select
from qualcode.model import Matrix, Study
from qualcode.registry import find_parts
from tests.display.linked_talk import OFFICE, SHOP, linked_study
from tests.display.studies import block_of, cell_of, four_informants, studies
from tests.factories import code_words


def show(display=ROLES, where: tuple[str, ...] = (), **options) -> Matrix:
    return draw_as_it_can(display, four_informants(), DisplayOptions(where=read_conditions(where), **options))


def draw_as_it_can(display: Display, study: Study, options: DisplayOptions) -> Matrix:
    return draw(display, study, display.fit(options), str)


def rows(matrix: Matrix) -> list[str]:
    return [row.key for row in matrix.rows]


def columns(matrix: Matrix) -> list[str]:
    return [column.key for column in matrix.columns]


def test_a_narrowed_display_shows_a_part_and_says_so() -> None:
    matrix = show(where=("sector=public", "code=CG"))
    assert (rows(matrix), columns(matrix)) == (["INF-01", "INF-02"], ["CG.DLG", "CG.TRU"])
    assert block_of(matrix)["Narrowed to"].startswith("sector = public; code = CG;")


def test_informants_left_out_are_not_counted_either() -> None:
    matrix = show(SUMMARY, where=("sector=public",))
    assert cell_of(matrix, "CG.DLG", "for").lines[0] == "1 of 2 informants (public)"


def test_rows_and_columns_come_in_the_order_they_were_named() -> None:
    matrix = show(rows=("INF-02", "INF-01"), columns=("OB", "CG"))
    assert (rows(matrix), columns(matrix)) == (["INF-02", "INF-01"], ["OB.COO", "CG.DLG", "CG.TRU"])
    assert show(rows=("inf-02", "inf-01"), columns=("ob", "cg")).cells == matrix.cells
    assert rows(show(sort="ob.coo")) == rows(show(sort="OB.COO")) != rows(show())
    assert block_of(matrix)["Rows chosen"] == "INF-02, INF-01: 2 of 4, in this order"
    assert block_of(matrix)["Columns chosen"] == "OB, CG: 3 of 4, in this order"


@given(
    st.lists(st.sampled_from(["INF-01", "INF-02", "INF-03", "INF-04"]), unique=True),
    st.lists(st.sampled_from(["CG.DLG", "CG.TRU", "OB.COO", "IM.ECO"]), unique=True),
)
def test_choosing_moves_cells_and_changes_none(some_rows: list[str], some_columns: list[str]) -> None:
    whole = show()
    part = show(rows=tuple(some_rows), columns=tuple(some_columns))
    assert rows(part) == (some_rows or rows(whole))
    for row in rows(part):
        for column in columns(part):
            assert cell_of(part, row, column) == cell_of(whole, row, column)


def test_rows_are_sorted_by_a_code_silent_and_missing_last() -> None:
    matrix = show(sort="CG.DLG")
    assert rows(matrix) == ["INF-01", "INF-02", "INF-03", "INF-04"]
    assert block_of(matrix)["Order of rows"].startswith("by CG.DLG Dialogue: high where")


def test_rows_are_sorted_by_attribute_name_codings_and_column() -> None:
    assert rows(show(sort="jurisdiction")) == ["INF-04", "INF-01", "INF-02", "INF-03"]
    assert rows(show(sort="name")) == ["INF-01", "INF-02", "INF-03", "INF-04"]
    assert rows(show(sort="codings"))[0] == "INF-01"
    by_column = show(SUMMARY, sort="against")
    assert rows(by_column)[0] == "CG.DLG"
    assert block_of(by_column)["Order of rows"].startswith("by the column Against it")


def test_an_order_that_was_asked_for_is_told_in_the_place_of_the_displays_own() -> None:
    plain, sorted_ = show(CHECKLIST), show(CHECKLIST, sort="codings")
    assert block_of(plain)["Order of rows"] != block_of(sorted_)["Order of rows"]
    assert [rule.label for rule in plain.entry_rules] == [rule.label for rule in sorted_.entry_rules]


@pytest.mark.parametrize("options", [{"rows": ("INF-99",)}, {"columns": ("XX",)}, {"sort": "colour"}], ids=str)
def test_what_is_not_there_is_refused_with_what_is(options: dict) -> None:
    with pytest.raises(QualcodeError) as refused:
        show(**options)
    assert "role-ordered" in refused.value.what
    assert "INF-01" in refused.value.how or "CG.DLG" in refused.value.how


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("name", list(find_parts("display")))
def test_suggestions_and_decisions_never_meet_unmarked(name: str, content: str) -> None:
    study = linked_study(
        code_words(OFFICE, "Kami saling percaya.", "CG.DLG", status="manual", coder="ana"),
        code_words(OFFICE, "Dinas jalan sendiri juga di sana.", "IM.ECO", status="accepted", coder="ana"),
        code_words(OFFICE, "Dulu dinas rukun.", "CG.TRU", status="accepted", coder="ana"),
        code_words(OFFICE, "Dulu dinas rukun.", "CG.DLG", status="accepted", coder="ana"),
        code_words(OFFICE, "Makanya pasar sepi.", "CG.TRU", status="accepted", coder="ana"),
        code_words(SHOP, "Rapat rutin", "CG.TRU", status="accepted", coder="ana"),
    )
    human = {coding.id: is_human(coding) for coding in study.codings}
    matrix = draw_as_it_can(find_parts("display")[name].load(), study, DisplayOptions(content=content, quotes=9))
    mixed = [c for row in matrix.cells for c in row if len({human[id_] for id_ in c.coding_ids}) == 2]
    assert mixed, "the study must put this display to the test"
    for cell in mixed:
        assert "accepted" in " ".join(cell.lines)
        assert "suggested" in " ".join(cell.lines)


@pytest.mark.parametrize("options", [{"content": "presence"}, {"content": "counts"}, {"quotes": 5}], ids=str)
@pytest.mark.parametrize("name", [name for name in find_parts("display") if name != "content-analytic"])
def test_what_stands_in_cells_is_told_in_the_block(name: str, options: dict) -> None:
    display = find_parts("display")[name].load()
    plain = draw_as_it_can(display, linked_study(), DisplayOptions())
    other = draw_as_it_can(display, linked_study(), DisplayOptions(**options))
    assert plain.entry_rules != other.entry_rules or plain.cells == other.cells


@pytest.mark.parametrize("name", list(find_parts("display")))
@settings(max_examples=15)
@given(study=studies)
def test_no_study_breaks_a_display_and_no_cell_opens_onto_what_was_rejected(name: str, study: Study) -> None:
    matrix = draw_as_it_can(find_parts("display")[name].load(), study, DisplayOptions())
    standing = {coding.id for coding in study.codings if coding.status != "rejected"}
    wishes = {coding.id for coding in select(study).set_aside}
    keys = [heading.key for heading in matrix.rows]
    assert len(set(keys)) == len(keys)
    for row in matrix.cells:
        for cell in row:
            assert set(cell.coding_ids) <= standing
            assert cell.lines
            assert (cell.kind in ("evidence", "contrary", "mixed")) <= bool(cell.coding_ids)
            assert not (cell.kind in ("unasked", "missing") and cell.coding_ids)
            assert cell.kind != "silent" or set(cell.coding_ids) <= wishes
