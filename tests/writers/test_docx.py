import io
import re
import zipfile
from dataclasses import replace

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from qualcode.model import Cell, Curve, Edge, Heading, Matrix, Network, Node, Prose, Report, Section
from qualcode.writers._text import strip_controls
from qualcode.writers.docx import write


def open_document(report: Report):
    return Document(io.BytesIO(write(report)["report.docx"]))


def read_body(document) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_interview_text_comes_out_as_typed(report, hostile):
    document = open_document(report)
    cells = [re.split(r"[\n ]\[\d", cell.text)[0] for table in document.tables for cell in table._cells]
    body = read_body(document)
    for text in hostile:
        assert text in cells
        assert body.count(text) >= 2  # prose, quote


def test_notices_stand_on_every_page(report):
    for section in open_document(report).sections:
        text = section.header.paragraphs[0].text
        assert all(notice in text for notice in report.notices)


def test_entry_rules_stand_under_each_matrix(report):
    body = read_body(open_document(report))
    for section in report.sections[1:]:
        assert all(f"{rule.label}: {rule.value}" in body for rule in section.body.entry_rules)


def test_a_wide_matrix_is_split_and_every_part_repeats_its_heads(report):
    document = open_document(report)
    parts = document.tables[:-1]
    assert len(parts) > 1
    heads = [cell.text.split("\n")[0] for table in parts for cell in table.rows[0].cells[1:]]
    assert heads == [column.label for column in report.sections[1].body.columns]
    for table in parts:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table.cell(1, 0).text.startswith("Kepala [bidang]")


def test_tables_fit_their_page(report):
    document = open_document(report)
    widest = max(section.page_width - section.left_margin - section.right_margin for section in document.sections)
    assert all(sum(column.width for column in table.columns) <= widest for table in document.tables)


def test_numbers_in_cells_lead_to_quotes(report):
    document = open_document(report)
    targets = {link.get(qn("w:anchor")) for link in document.element.iter(qn("w:hyperlink"))}
    marks = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    assert targets
    assert targets <= marks
    body = read_body(document)
    for number, quote in enumerate(report.quotes, start=1):
        assert f"{number}. {quote.coding.code}" in body
        assert quote.coding.id in body


def test_same_report_same_bytes_and_no_date_of_today(make_report):
    data = write(make_report())["report.docx"]
    assert data == write(make_report())["report.docx"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {2000}
    properties = Document(io.BytesIO(data)).core_properties
    assert (properties.created.year, properties.modified.year, properties.author) == (2000, 2000, "")


def test_a_title_longer_than_a_property_may_be_is_still_the_title(report):
    long = replace(report, title="t" * 300)
    assert open_document(long).paragraphs[0].text == "t" * 300


def test_a_report_of_prose_alone_is_written(report):
    prose = replace(report, sections=(Section("a", "A", Prose(("Satu.",))),), quotes=())
    assert "Satu." in read_body(open_document(prose))


@settings(max_examples=8)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=12))
def test_any_text_survives_in_a_cell(make_report, texts):
    rows = tuple(Heading(f"r{n}", "r") for n in range(len(texts)))
    matrix = Matrix("m", "m", rows, (Heading("c", "c"),), tuple((Cell((text,)),) for text in texts), ())
    report = replace(make_report(("a",)), sections=(Section("m", "M", matrix),), quotes=())
    table = open_document(report).tables[0]
    assert [table.cell(n, 1).text for n in range(1, len(texts) + 1)] == list(map(strip_controls, texts))


def make_sections(*widths: int) -> tuple[Section, ...]:
    """A table of quotes for each number of columns; 0 is prose."""

    def make(number: int, columns: int) -> Section:
        if not columns:
            return Section(f"s{number}", f"Part {number}", Prose(("Words.",)))
        heads = tuple(Heading(f"c{n}", f"Column {n}") for n in range(columns))
        cells = (tuple(Cell(("long words " * 20,)) for _ in heads),)
        return Section(
            f"s{number}", f"Part {number}", Matrix(f"m{number}", "M", (Heading("r", "R"),), heads, cells, ())
        )

    return tuple(make(number, columns) for number, columns in enumerate(widths))


def test_pages_turn_once_for_wide_tables_and_what_lies_between_them_and_once_back(report):
    document = open_document(replace(report, sections=make_sections(0, 2, 9, 0, 2, 9, 0)))
    assert [section.orientation for section in document.sections] == [0, 1, 0]
    upright = open_document(replace(report, sections=make_sections(2, 0, 3)))
    assert len(upright.sections) == 1


def test_a_long_report_begins_with_its_contents_and_a_sheet_of_few_parts_does_not(report):
    document = open_document(replace(report, sections=make_sections(0, 2, 0, 2, 0)))
    contents = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "Contents"]
    assert [paragraph.text.strip() for paragraph in contents] == [*(f"Part {n}" for n in range(5)), "Quotes"]
    marks = {mark.get(qn("w:name")) for mark in document.element.iter(qn("w:bookmarkStart"))}
    fields = [field.text.split()[1] for field in document.element.iter(qn("w:instrText"))]
    assert len(fields) == 6
    assert set(fields) <= marks
    assert not [p for p in open_document(report).paragraphs if p.style.name == "Contents"]


def test_captions_are_counted_and_stand_on_the_page_of_their_table(report):
    captions = [p for p in open_document(report).paragraphs if p.style.name == "Caption"]
    texts = ["".join(node.text for node in caption._p.iter(qn("w:t"))) for caption in captions]
    assert texts[0].startswith("Table 1. Role-ordered matrix")
    assert texts[-1] == f"Table {len(texts)}. Summary"  # parts of a wide table are counted too, as Word does
    assert all(caption.paragraph_format.keep_with_next for caption in captions)
    told = [each.get(qn("w:val")) for each in open_document(report).element.iter(qn("w:tblCaption"))]
    assert told == [*["Role-ordered matrix"] * (len(texts) - 1), "Summary"]  # for whoever cannot see them


def test_a_table_without_rows_says_so_and_is_no_table(report):
    empty = Matrix("m", "Nothing yet", (), (Heading("c", "c"),), (), ())
    document = open_document(replace(report, sections=(Section("m", "M", empty),), quotes=()))
    assert document.tables == []
    assert "none" in read_body(document)


def test_a_cell_names_forty_runs_of_quotes_and_no_more(make_report):
    report = make_report(tuple(f"Kalimat {n}." for n in range(90)))
    ids = tuple(quote.coding.id for quote in report.quotes[::2])
    matrix = Matrix("m", "m", (Heading("r", "r"),), (Heading("c", "c"),), ((Cell(("20",), ids),),), ())
    document = open_document(replace(report, sections=(Section("m", "M", matrix),)))
    numbers = ", ".join(str(n) for n in range(1, 80, 2))
    assert document.tables[0].cell(1, 1).text == f"20 [{numbers}, …]"


def test_a_printed_table_holds_what_is_for_paper_and_says_how_to_have_more(report):
    about, roles, summary = report.sections
    briefly = replace(
        roles.body, cells=tuple(tuple(Cell(("+",), c.coding_ids, c.kind) for c in row) for row in roles.body.cells)
    )
    sections = (about, replace(roles, on_paper=briefly), summary)
    document = open_document(replace(report, sections=sections, on_paper="Short here; ask for more."))
    assert "Short here; ask for more." in read_body(document)
    assert document.tables[0].cell(1, 1).text == "+ [1]"  # and the number leads to the quote
    assert all("=SUM(A1)" not in cell.text for table in document.tables for cell in table._cells)


def test_sections_of_a_step_stand_under_its_heading_and_in_the_contents(report):
    plain, *steps = make_sections(0, 2, 2, 0, 0)
    named = [replace(section, step="Step 1") for section in steps[:2]] + [
        replace(section, step="Step 2") for section in steps[2:]
    ]
    document = open_document(replace(report, sections=(plain, *named)))
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings[:6] == [
        ("Heading 1", "Part 0"),
        ("Heading 1", "Step 1"),
        ("Heading 2", "Part 1"),
        ("Heading 2", "Part 2"),
        ("Heading 1", "Step 2"),
        ("Heading 2", "Part 3"),
    ]
    contents = [
        p.text.strip()
        for p in document.paragraphs
        if p.style.name.startswith("Contents ") or p.style.name == "Contents"
    ]
    assert contents == ["Contents", "Part 0", "Step 1", "Part 1", "Part 2", "Step 2", "Part 3", "Part 4", "Quotes"]


def test_figures_are_pictures_with_a_number_and_words_for_whoever_cannot_see_them(report):
    about, roles, summary = report.sections
    network = Network(
        "n", "Who with whom", (Node("A", "A"), Node("B", "B")), (Edge("A", "B", "together", "2", ("c",)),), ()
    )
    curve = Curve("c", "Growth", "x", "y", ("a", "b"), "line", (1, 2), "band", (1, 1), (2, 3))
    none = replace(network, edges=())
    sections = (
        about,
        replace(roles, figure=network),
        replace(summary, figure=curve),
        replace(summary, key="x", figure=none),
    )
    data = write(replace(report, sections=sections))["report.docx"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert all(archive.read(name).startswith(b"\x89PNG") for name in pictures)
    assert len(pictures) == 2
    document = Document(io.BytesIO(data))
    told = [inline.docPr.get("descr") for inline in document.element.iter(qn("wp:inline"))]
    assert told == ["Who with whom: A – B (2)", "Growth: a: 1 (1–2); b: 2 (1–3)"]
    captions = ["".join(t.text for t in p._p.iter(qn("w:t"))) for p in document.paragraphs if p.style.name == "Caption"]
    assert [caption for caption in captions if caption.startswith("Figure")] == [
        "Figure 1. Who with whom",
        "Figure 2. Growth",
    ]
    widest = max(section.page_width - section.left_margin - section.right_margin for section in document.sections)
    assert all(inline.extent.cx <= widest for inline in document.element.iter(qn("wp:inline")))


def test_cells_of_tables_never_become_elements(report, monkeypatch):
    made = []
    make = etree.ElementBase._init
    monkeypatch.setattr(BaseOxmlElement, "_init", lambda self: made.append(self.tag) or make(self), raising=False)

    def count(rows: int) -> int:
        made.clear()
        heads = tuple(Heading(f"r{n}", f"R{n}") for n in range(rows))
        matrix = Matrix("m", "M", heads, (Heading("c", "C"),), tuple((Cell(("words",)),) for _ in heads), ())
        write(replace(report, sections=(Section("m", "M", matrix),), quotes=()))
        return len(made)

    assert count(500) == count(5)


def test_parts_stand_in_the_order_that_the_format_wants(report):
    """ECMA-376, part 1: these are sequences; strict readers refuse another order."""
    orders = {
        "tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption",
        "pPr": "pStyle keepNext keepLines pageBreakBefore numPr tabs spacing ind jc rPr sectPr",
        "rPr": "rStyle rFonts b i color spacing sz szCs u lang",
        "tcPr": "tcW gridSpan vMerge tcBorders shd",
        "trPr": "cantSplit tblHeader",
    }
    for element in open_document(report).element.iter():
        known = orders.get(element.tag.rpartition("}")[2])
        if known:
            names = [part.tag.rpartition("}")[2] for part in element]
            assert names == sorted(names, key=known.split().index), names


def test_numbers_that_stand_beside_are_not_listed_again_in_a_row(make_report):
    report = make_report(tuple(f"Kalimat {n}." for n in range(8)))
    ids = tuple(quote.coding.id for quote in report.quotes[::2])
    cells = (Cell(("4",), ids), Cell(("four",), ids), Cell(("1",), ids[:1]))
    heads = tuple(Heading(f"c{n}", f"c{n}") for n in range(3))
    matrix = Matrix("m", "m", (Heading("r", "r"), Heading("s", "s")), heads, (cells, cells), ())
    table = open_document(replace(report, sections=(Section("m", "M", matrix),))).tables[0]
    for row in (1, 2):
        assert [table.cell(row, n).text for n in (1, 2, 3)] == ["4 [1, 3, 5, 7]", "four [1, …]", "1 [1]"]


def test_quotes_stand_under_their_interview_and_name_who_speaks_where_several_do(make_report):
    report = make_report(("Satu.", "Dua."))
    alone = [p.text for p in open_document(report).paragraphs if p.style.name == "Heading 2"]
    assert alone == ["a.docx: Kabid"]
    first, second = report.quotes
    group = open_document(replace(report, quotes=(first, replace(second, case_label="Staf"))))
    assert [p.text for p in group.paragraphs if p.style.name == "Heading 2"] == ["a.docx"]
    passages = [p.text for p in group.paragraphs if p.style.name == "Passage"]
    assert [text.split(": ")[0] for text in passages] == ["Kabid", "Staf"]
    assert "N, turn 1. " in passages[0]
    assert passages[0].count("Satu. [1]") == 1


def test_what_is_said_under_a_table_stays_with_its_last_rows(report):
    document = open_document(report)
    table = document.tables[-1]
    rules = next(p for p in document.paragraphs if p.text.startswith("Entry rules"))
    assert rules._p.pPr.find(qn("w:keepLines")) is not None
    kept = [row.cells[1].paragraphs[0]._p.pPr.find(qn("w:keepNext")) is not None for row in table.rows]
    assert any(kept)
    assert kept == sorted(kept)  # the last ones alone
    assert sum(kept) <= 2


def test_a_command_stands_out_and_its_backticks_do_not(report):
    document = open_document(replace(report, on_paper="Short here; `qualcode report` writes more."))
    told = next(p for p in document.paragraphs if p.text == "Short here; qualcode report writes more.")
    assert [run.text for run in told.runs if run._r.xpath(".//w:rFonts")] == ["qualcode report"]


def test_what_leads_to_a_table_stays_with_it(report):
    about, roles, _ = report.sections
    document = open_document(replace(report, sections=(about, replace(roles, intro=("To compare roles.",)))))
    intro = next(p for p in document.paragraphs if p.text == "To compare roles.")
    assert intro._p.pPr.find(qn("w:keepNext")) is not None
