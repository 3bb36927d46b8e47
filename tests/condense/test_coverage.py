"""Coverage: words, coded and not, with the codings behind."""

from qualcode.condense.coverage import PART
from tests.factories import code_words, make_material, make_study, make_transcript

FIRST = make_transcript("a.txt", "P: Apa kabar?", "N: Baik sekali. Kami rutin bertemu. Ya.", case="INF-01")
SECOND = make_transcript("b.txt", "N: Entah ya.", case="INF-02")
CODING = code_words(FIRST, "Kami rutin bertemu.", "CG.DLG")


def build(study):
    [matrix] = PART.build(make_material(study), str)
    return matrix


def lines(matrix) -> dict[str, list[str]]:
    return {row.key: [cell.lines[0] for cell in cells] for row, cells in zip(matrix.rows, matrix.cells, strict=True)}


def test_each_transcript_and_the_total() -> None:
    assert lines(build(make_study([FIRST, SECOND], [CODING]))) == {
        "a.txt": ["8", "6", "3", "3", "3", "1", "2.0 : 1"],
        "b.txt": ["2", "2", "0", "2", "1", "0", "nothing coded"],
        "total": ["10", "8", "3", "5", "4", "1", "2.7 : 1"],
    }


def test_counts_of_what_was_coded_open_onto_its_codings() -> None:
    rejected = code_words(FIRST, "Ya.", "CG.DLG", status="rejected")
    matrix = build(make_study([FIRST, SECOND], [CODING, rejected]))
    behind = {
        (row.key, column.key): cell.coding_ids
        for row, cells in zip(matrix.rows, matrix.cells, strict=True)
        for column, cell in zip(matrix.columns, cells, strict=True)
        if cell.coding_ids
    }
    opened = {(row, column) for row in ("a.txt", "total") for column in ("coded-words", "coded-units", "ratio")}
    assert behind == dict.fromkeys(opened, (CODING.id,))


def test_an_uncoded_study_and_one_without_transcripts_have_a_total() -> None:
    assert lines(build(make_study([FIRST])))["total"][-1] == "nothing coded"
    assert lines(build(make_study([]))) == {"total": ["0", "0", "0", "0", "0", "0", "nothing coded"]}


def test_no_cell_is_a_percentage() -> None:
    matrix = build(make_study([FIRST, SECOND], [CODING]))
    assert "%" not in repr(matrix)
