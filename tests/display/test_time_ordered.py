"""Time-ordered matrix."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.time_ordered import PART
from tests.display.dated_talk import dated_study
from tests.display.studies import block_of, cell_of, four_informants


def build(study=None, **options):
    return PART.build(study or dated_study(), DisplayOptions(**options), str)


def test_what_is_dated_stands_under_its_year() -> None:
    matrix = build(content="presence")
    assert [column.key for column in matrix.columns] == ["2019", "2020", "2021", "undated"]
    assert cell_of(matrix, "CG.DLG", "2019").lines == ("±",)
    assert cell_of(matrix, "CG.DLG", "2020").lines == ("−",)
    assert cell_of(matrix, "IM.ECO", "2019").lines == ("none",)
    assert "named" not in block_of(matrix)["Order of rows"]


def test_what_names_no_year_is_counted_and_not_lost() -> None:
    assert cell_of(build(), "CG.TRU", "undated").lines == ("codings: 1",)
    assert len(cell_of(build(), "CG.TRU", "undated").coding_ids) == 1


def test_without_years_the_display_says_so() -> None:
    matrix = build(four_informants())
    assert [column.key for column in matrix.columns] == ["undated"]
    assert any(note.startswith("No year is named") for note in matrix.notes)
