import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from qualcode.model import Cell, EntryRule, Heading, Matrix, Report, Section
from qualcode.writers.xlsx import write


def open_book(report: Report):
    return load_workbook(io.BytesIO(write(report)["tables.xlsx"]))


def find_texts(sheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def make_matrix(name: str, *lines: str) -> Matrix:
    columns = tuple(Heading(str(n), str(n)) for n in range(len(lines)))
    return Matrix(name, name, (Heading("r", "r"),), columns, (tuple(Cell((line,)) for line in lines),), ())


def of_matrices(report: Report, *matrices: Matrix) -> Report:
    return replace(report, sections=tuple(Section(f"s{n}", "S", m) for n, m in enumerate(matrices)), quotes=())


def test_interview_text_comes_out_as_typed_and_is_never_a_formula(report, hostile):
    book = open_book(report)
    cells = [cell for row in book["Role-ordered matrix"].iter_rows() for cell in row]
    assert all(cell.data_type in {"s", "n"} for cell in cells)
    shown = [cell.value for cell in cells]
    quotes = [cell.value for cell in book["Quotes"]["B"]]
    for text in hostile:
        assert text in shown
        assert text in quotes


def test_a_cell_leads_to_its_first_quote_and_names_all(report):
    sheet = open_book(report)["Summary"]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.hyperlink)
    assert cell.offset(row=-1).value == "12"
    assert cell.value == "[1–12]"
    assert cell.hyperlink.location == "'Quotes'!A5"


def test_every_coding_of_every_cell_stands_in_the_quotes_sheet_with_its_cells(report):
    sheet = open_book(report)["Quotes"]
    rows = {row[-1].value: row for row in sheet.iter_rows(min_row=5)}
    for section in report.sections[1:]:
        matrix = section.body
        for r, row in enumerate(matrix.cells):
            for c, cell in enumerate(row):
                for coding_id in cell.coding_ids:
                    assert matrix.cell_id(r, c) in rows[coding_id][-2].value.split("\n")


def test_notices_and_entry_rules_stand_on_each_sheet(report):
    book = open_book(report)
    for section in report.sections[1:]:
        texts = find_texts(book[section.body.title])
        assert " · ".join(report.notices) in texts
        assert all(rule.value in texts for rule in section.body.entry_rules)


def test_heads_stay_in_sight(report):
    assert open_book(report)["Role-ordered matrix"].freeze_panes == "B5"


def test_computed_counts_are_numbers_and_look_alikes_are_not(report):
    sheet = open_book(of_matrices(report, make_matrix("m", "12", "007", "1e5", "=1+1", "²")))["m"]
    assert [cell.value for cell in sheet[5]][1:] == [12, "007", "1e5", "=1+1", "²"]


def test_sheet_names_are_ones_that_excel_takes(report):
    names = ("a" * 40, "a" * 40 + "b", "A" * 31, "x/y:z", "History", "Quotes")
    book = open_book(of_matrices(report, *map(make_matrix, names)))
    assert (
        len(book.sheetnames) == len({name.casefold() for name in book.sheetnames}) == len(names) + 2
    )  # quotes, contents
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in book.sheetnames)


def test_a_cell_too_long_for_excel_is_cut_with_a_remark(report):
    value = open_book(of_matrices(report, make_matrix("m", "x" * 40_000)))["m"]["B5"].value
    assert len(value) == 32_767
    assert value.endswith("characters a cell)")


@pytest.mark.parametrize(("typed", "shown"), [("a\x00b\x07c", "abc"), ("a\x0bb", "a\nb"), ("_x0041_", "_x0041_")])
def test_control_characters_are_left_out_and_nothing_else(report, typed, shown):
    assert open_book(of_matrices(report, make_matrix("m", typed)))["m"]["B5"].value == shown


def test_same_report_same_bytes(make_report):
    assert write(make_report()) == write(make_report())


def test_a_matrix_without_columns_is_written(report):
    long = replace(make_matrix("m"), entry_rules=(EntryRule("Cells", "word " * 200),))
    assert find_texts(open_book(of_matrices(report, long))["m"])


def test_a_comment_names_the_cell_and_its_codings_and_counts_what_is_too_many(report, make_report):
    sheet = open_book(report)["Role-ordered matrix"]
    assert sheet["B5"].comment.text == f"role-ordered:kabid:CG.0\n{report.quotes[0].coding.id}"
    many = open_book(make_report(tuple(f"Kalimat {n}." for n in range(50))))["Summary"]["B5"]
    assert len(many.comment.text.split("\n")) == 22
    assert "and 30 more" in many.comment.text


def test_a_filter_on_heads_keeps_a_row_and_its_links(report):
    sheet = open_book(report)["Role-ordered matrix"]
    assert sheet.auto_filter.ref == "A4:M7"
    assert sheet["A5"].value == sheet["A6"].value


def test_a_heat_map_is_shaded(report):
    ids = tuple(quote.coding.id for quote in report.quotes)
    heads = (Heading("a", "a"), Heading("b", "b"))
    cells = ((Cell(("9",), ids[:1]), Cell(("1",), ids[:1])),)
    matrix = Matrix("m", "m", (Heading("r", "r"),), heads, cells, (), heat=True)
    sheet = open_book(replace(report, sections=(Section("m", "M", matrix),)))["m"]
    assert [sheet[place].fill.fgColor.rgb[2:] for place in ("B5", "C5")] == ["8CAAC8", "E8EEF4"]


def test_many_sheets_have_one_of_contents_in_front_that_leads_to_each(report):
    assert open_book(report).sheetnames == ["Role-ordered matrix", "Summary", "Quotes"]
    matrices = [replace(make_matrix("it's" if n == 2 else f"m{n}", "x"), title=f"Title {n}") for n in range(6)]
    sections = tuple(Section(f"s{n}", matrix.title, matrix, step="Step 1") for n, matrix in enumerate(matrices))
    book = open_book(replace(report, sections=sections))
    sheet = book["Contents"]
    assert book.sheetnames[0] == "Contents"
    assert [sheet.cell(5 + n, 1).value for n in range(7)] == [*(f"Title {n}" for n in range(6)), "Quotes"]
    targets = [sheet.cell(5 + n, 1).hyperlink.location for n in range(7)]
    assert [target.split("!")[0].strip("'").replace("''", "'") for target in targets] == book.sheetnames[1:]
    assert (sheet["B5"].value, sheet["C5"].value) == ("m0", "Step 1")
    assert book.sheetnames[1] == "Title 0"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Matriks menurut peran", "Matriks menurut peran"),
        ("Peta panas: kode menurut informan", "Peta panas"),
        ("Keberakaran, keluasan, dan kepadatan", "Keberakaran, keluasan"),
        ("Meta-matriks menurut urutan kasus", "Meta-matriks menurut urutan"),
        ("D03: Pertemuan", "D03_ Pertemuan"),
    ],
)
def test_a_sheet_is_called_what_it_shows(report, title, name):
    book = open_book(of_matrices(report, replace(make_matrix("role-ordered", "x"), title=title)))
    assert book.sheetnames[0] == name
