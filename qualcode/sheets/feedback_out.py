"""The Word sheet of an informant: statements with the informant's own words, and room to answer below each.

Each statement ends in a table that bears its number in brackets; by that the answers are known when they come back.
"""

from collections.abc import Iterator

from qualcode.messages import Translate, translator
from qualcode.model import Prose, Report, Section
from qualcode.sheets.contract import Imprint
from qualcode.sheets.word_out import (
    ASKED,
    LABEL,
    make_base,
    pack_document,
    write_imprint,
    write_paragraph,
    write_run,
)

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="999999"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_WIDTHS = (2600, 6800)  # twentieths of a point
_HEIGHT = 1400
_BOX = (
    f'<w:sdt xmlns:w14="{_W14}"><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/>'
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
    "</w14:checkbox></w:sdtPr><w:sdtContent>"
    '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/></w:rPr><w:t>☐</w:t></w:r>'
    "</w:sdtContent></w:sdt>"
)


def write_feedback(report: Report, imprint: Imprint) -> bytes:
    """The document. Its first section opens it; each other one is the statement that the imprint's cell is about."""
    t = translator(report.language)
    opening, *statements = report.sections
    if len(statements) != len(imprint.cells):
        raise ValueError("a sheet for feedback has a cell for each statement")
    body = [
        write_paragraph(write_run(report.title), "Title"),
        *(write_paragraph(write_run(notice, LABEL)) for notice in report.notices),
        *_write_section(opening),
    ]
    for number, section in enumerate(statements, start=1):
        body += [*_write_section(section), _write_table(number, t), write_paragraph("")]
    body.append(write_imprint(imprint))
    return pack_document(make_base(report.title), "".join(body), {})


def _write_section(section: Section) -> Iterator[str]:
    yield write_paragraph(write_run(section.heading), "Heading2")
    if isinstance(section.body, Prose):
        yield from (write_paragraph(write_run(paragraph)) for paragraph in section.body.paragraphs)


def _write_table(number: int, t: Translate) -> str:
    boxes = "".join(_BOX + write_run(f" {word}     ") for word in (t("yes"), t("in part"), t("no")))
    rows = (
        (f"[{number}] " + t("Is the statement so?"), boxes, 0),
        (f"[{number}] " + t("In your own words"), "", _HEIGHT),
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    written = "".join(
        f"<w:tr>{_write_height(height)}{_write_cell(write_run(label, ASKED), _WIDTHS[0])}"
        f"{_write_cell(content, _WIDTHS[1])}</w:tr>"
        for label, content, height in rows
    )
    width = f'<w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/>'
    looks = f'<w:tblPr>{width}<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    return f"<w:tbl>{looks}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


def _write_height(height: int) -> str:
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    return f"<w:trPr><w:cantSplit/>{least}</w:trPr>"


def _write_cell(content: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{write_paragraph(content)}</w:tc>'
