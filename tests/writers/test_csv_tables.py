import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from qualcode.messages import write_decimal
from qualcode.model import Cell, Heading, Matrix
from qualcode.writers.csv_tables import write, write_matrix


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def test_a_matrix_is_a_rectangle_with_keys_and_text_as_typed(report, hostile):
    matrix = report.sections[1].body
    head, first, _ = read(write(report)["tables/role-ordered.csv"])
    assert head[0] == "key"
    assert first == ["kabid", "Kepala [bidang]", *hostile]
    assert len(head) == len(first) == len(matrix.columns) + 2


def test_every_cell_keeps_its_coding_ids(report):
    head, *rows = read(write(report)["tables/summary.cells.csv"])
    by_id = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    cell = report.sections[2].body.cells[0][0]
    assert by_id["summary:CG.DLG:n"]["coding_ids"].split("|") == list(cell.coding_ids)
    assert by_id["summary:CG.DLG:who"]["coding_ids"] == ""


def test_entry_rules_and_notices_of_all_matrices_stand_in_one_file(report):
    rows = read(write(report)["tables/entry_rules.csv"])
    assert [row[2] for row in rows if row[1] == "Notice"] == list(report.notices)
    for section in report.sections[1:]:
        for rule in section.body.entry_rules:
            assert [section.body.name, rule.label, rule.value] in rows


def test_silent_and_missing_cells_are_told_apart_in_words(report):
    last = read(write(report)["tables/role-ordered.csv"])[-1]
    assert last[2:4] == ["silent", "no interview"]


def test_same_report_same_bytes(make_report):
    assert write(make_report()) == write(make_report())


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_any_text_is_read_back(make_report, texts):
    matrix = make_report(tuple(texts)).sections[1].body
    assert read(write_matrix(matrix, "en"))[1][2:] == texts


def test_a_number_alone_in_its_line_has_the_point_that_programs_read():
    number = write_decimal("0.50", lambda text: text.replace(".", ","))
    cells = ((Cell((number, "1 dari 2")),),)
    matrix = Matrix("distances", "Jarak", (Heading("a", "A"),), (Heading("b", "B"),), cells, entry_rules=())
    assert read(write_matrix(matrix, "id"))[1] == ["a", "A", "0.50\n1 dari 2"]
