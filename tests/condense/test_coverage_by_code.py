"""Coverage by code: units and words that each code holds."""

from qualcode.condense.coverage_by_code import PART
from tests.factories import code_words, make_material, make_study, make_transcript

TALK = make_transcript("a.txt", "P: Apa kabar?", "N: Baik sekali. Kami rutin bertemu di balai.", case="INF-01")
MEETING = code_words(TALK, "Kami rutin bertemu di balai.", "CG.DLG.forum")
PLACE = code_words(TALK, "bertemu di balai.", "CG.DLG", status="manual", coder="ana")
TRUST = code_words(TALK, "Kami rutin", "CG.TRU", status="rejected")


def test_overlapping_codings_of_one_code_count_each_word_once() -> None:
    [matrix] = PART.build(make_material(make_study([TALK], [MEETING, PLACE, TRUST])), str)
    cells = {row.key: row_cells for row, row_cells in zip(matrix.rows, matrix.cells, strict=True)}
    assert [cell.lines[0] for cell in cells["CG.DLG"]] == ["1", "5", "1 of 1", "1.4 : 1"]
    assert set(cells["CG.DLG"][0].coding_ids) == {MEETING.id, PLACE.id}
    assert [cell.lines[0] for cell in cells["CG.TRU"]] == ["0", "0", "0 of 1", "nothing coded"]
