"""Partially ordered meta-matrix: everything in one place."""

from hypothesis import given

from qualcode.display.contract import DisplayOptions
from qualcode.display.partially_ordered import PART
from qualcode.evidence.selection import select
from qualcode.model import Study
from tests.display.studies import HEAD, block_of, cell_of, cells_opening, four_informants, studies
from tests.factories import code_span, make_study, split_sentences


def build(study: Study, **options):
    return PART.build(study, DisplayOptions(**options), str)


def test_each_informant_stands_with_each_code() -> None:
    matrix = build(four_informants())
    assert len(matrix.rows) == 4 * 4
    assert cell_of(matrix, "INF-01/CG.DLG", "for").lines == (
        "+ “Kami rutin bertemu. Tiap bulan ada.” (N, turn 2; forum)",
    )
    assert cell_of(matrix, "INF-02/CG.DLG", "against").kind == "contrary"
    assert cell_of(matrix, "INF-01/CG.DLG", "against").lines == ("none",)


def test_no_quote_is_left_out_however_many_there_are() -> None:
    codings = [code_span(HEAD, unit.span, "CG.TRU") for unit in split_sentences(HEAD)[::2]]
    matrix = build(make_study([HEAD], codings), quotes=1)
    assert len(cell_of(matrix, "INF-01/CG.TRU", "for").lines) == len(codings)
    assert block_of(matrix)["Choice of quotes"].startswith("all of them")


def test_wishes_stand_in_their_own_column_and_support_nothing() -> None:
    wished = cell_of(build(four_informants()), "INF-03/CG.TRU", "wished")
    assert wished.kind == "value"
    assert wished.lines == ("+ “Semoga nanti percaya.” (N, turn 1; wish)",)
    counted = build(four_informants(), wishes=True)
    assert [column.key for column in counted.columns] == ["for", "against"]
    assert cell_of(counted, "INF-03/CG.TRU", "for").kind == "evidence"


def test_silence_and_a_missing_interview_fill_the_row() -> None:
    matrix = build(four_informants())
    assert {cell_of(matrix, "INF-02/IM.ECO", key).kind for key in ("for", "against", "wished")} == {"silent"}
    assert {cell_of(matrix, "INF-04/IM.ECO", key).kind for key in ("for", "against", "wished")} == {"missing"}


@given(studies)
def test_every_coding_that_was_not_rejected_is_in_exactly_one_cell(study: Study) -> None:
    matrix = build(study)
    selection = select(study)
    for coding in study.codings:
        shown = coding in selection.counted or coding in selection.set_aside
        assert len(cells_opening(matrix, coding)) == shown
