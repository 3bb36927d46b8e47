"""Event-listing matrix."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.event_listing import PART
from tests.display.dated_talk import dated_study
from tests.display.studies import cell_of


def test_each_informant_dates_events_year_by_year() -> None:
    matrix = PART.build(dated_study(), DisplayOptions(), str)
    assert [row.key for row in matrix.rows] == ["INF-04", "INF-01", "INF-03", "INF-02"]
    assert cell_of(matrix, "INF-01", "2021").lines == ("IM.ECO: + “Tahun 2021 pasar ramai.” (N, turn 1)",)
    assert cell_of(matrix, "INF-02", "2019").coding_ids == cell_of(matrix, "INF-02", "2020").coding_ids
    assert cell_of(matrix, "INF-02", "2021").kind == "silent"


def test_an_informant_who_was_not_interviewed_is_marked() -> None:
    assert cell_of(PART.build(dated_study(), DisplayOptions(), str), "INF-04", "2019").kind == "missing"
