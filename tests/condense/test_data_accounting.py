"""The data accounting log: who gave what, and what is missing."""

from qualcode.condense.data_accounting import PART
from tests.factories import make_material, make_study, make_transcript

TALK = make_transcript("a.txt", "P: Apa kabar?", "N: Baik sekali.", case="INF-01", notes=("read as UTF-8",))
SECOND = make_transcript("a2.txt", "N: Lanjut ya.", case="INF-01", language="en")
STRAY = make_transcript("x.txt", "N: Halo.", case="")


def build(study):
    [matrix] = PART.build(make_material(study), str)
    return matrix


def rows(study) -> dict[str, list[tuple[str, ...]]]:
    matrix = build(study)
    return {row.key: [cell.lines for cell in cells] for row, cells in zip(matrix.rows, matrix.cells, strict=True)}


def test_an_informant_has_a_line_for_each_transcript() -> None:
    assert rows(make_study([TALK, SECOND]))["INF-01"] == [
        ("a.txt", "a2.txt"),
        ("2", "1"),
        ("4", "2"),
        ("id", "en"),
        ("P", "none named"),
        ("0", "0"),
        ("read as UTF-8", "none"),
    ]


def test_an_informant_without_interview_is_marked_in_every_column() -> None:
    matrix = build(make_study([TALK]))
    absent = matrix.cells[[row.key for row in matrix.rows].index("INF-04")]
    assert {(cell.kind, cell.lines) for cell in absent} == {("missing", ("no interview",))}


def test_a_transcript_without_a_case_has_its_own_row() -> None:
    found = rows(make_study([TALK, STRAY]))
    assert list(found) == ["INF-04", "INF-01", "INF-03", "INF-02", "x.txt"]
    assert found["x.txt"][0] == ("x.txt",)


def test_a_synthetic_study_says_so() -> None:
    assert build(make_study([TALK], synthetic=True)).notes
    assert build(make_study([TALK])).notes == ()
