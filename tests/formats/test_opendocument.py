from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import UnreadableSource
from qualcode.formats.archive import OPEN_TEXT, Archive
from qualcode.formats.blocks import BOLD, BOXED, ITALIC, LISTED, UNDERLINED, Document, Paragraph, flatten
from qualcode.formats.opendocument import read_opendocument
from tests.packages import odt, pack

KIND = "an OpenDocument text (.odt)"


def read(body: str, styles: str = "") -> Document:
    return read_opendocument(Archive(odt(body, styles), KIND))


def texts(body: str) -> list[str]:
    return [flatten((block,)) for block in read(body).blocks]


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Z"], exclude_characters="\ufffe\uffff"),
        min_size=1,
    )
)
def test_any_word_comes_out_the_same(text: str) -> None:
    assert read(f"<text:p>{escape(text)}</text:p>").blocks == (Paragraph(text),)


def test_white_space_is_what_its_elements_say() -> None:
    body = '<text:p>a \n  b<text:s text:c="3"/>c<text:tab/>d<text:line-break/><text:span>e</text:span> f</text:p>'
    assert read(body).blocks == (Paragraph("a b   c\td\ne f"),)


def test_deletions_comments_and_notes_are_left_out_and_counted() -> None:
    deleted = "<text:changed-region><text:deletion><text:p>GONE</text:p></text:deletion></text:changed-region>"
    document = read(
        f"<text:tracked-changes>{deleted}</text:tracked-changes>"
        "<text:p>P: ya<office:annotation><text:p>COMMENT</text:p></office:annotation> sudah"
        "<text:note><text:note-body><text:p>NOTE</text:p></text:note-body></text:note>.</text:p>"
    )
    assert document.blocks == (Paragraph("P: ya sudah."),)
    assert document.notes == ("1 comment left out", "1 footnote left out", "1 tracked deletion left out")


def test_hidden_text() -> None:
    styles = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    document = read('<text:p>a<text:span text:style-name="H">HIDDEN</text:span>b</text:p>', styles)
    assert document.blocks == (Paragraph("ab"),)
    assert document.notes == ("1 hidden passage left out",)


def test_lists_sections_headings_and_a_text_box_once() -> None:
    frame = "<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>"
    body = (
        '<text:section><text:h text:outline-level="1">Wawancara 1</text:h></text:section>'
        "<text:list><text:list-item><text:p>satu</text:p></text:list-item></text:list>"
        f"<text:p>a {frame}b</text:p>"
    )
    assert read(body).blocks == (
        Paragraph("Wawancara 1", 2),
        Paragraph("satu", faces=LISTED),
        Paragraph("a b"),
        Paragraph("box", faces=BOXED),
    )


def test_tables_with_repeated_and_covered_cells() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = "<table:table-header-rows><table:table-row>" + cell.format("a") + "<table:covered-table-cell/>"
    rows += cell.format("b") + "</table:table-row></table:table-header-rows>"
    rows += '<table:table-row><table:table-cell table:number-columns-repeated="999999"/></table:table-row>'
    assert texts(f"<table:table>{rows}</table:table>") == ["a\tb"]


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"META-INF/manifest.xml": "<m:encryption-data/>", "content.xml": "???"}, "password"),
        ({"content.xml": "<a/>"}, "no text"),
        ({"content.xml": "<a>"}, "damaged"),
        ({"content.xml": "<!DOCTYPE a><a/>"}, "document type"),
        ({"word/document.xml": "<a/>"}, "but a Word document"),
    ],
)
def test_what_is_refused(parts: dict[str, str | bytes], what: str) -> None:
    with pytest.raises(UnreadableSource, match=what):
        read_opendocument(Archive(pack(parts), KIND))


def test_what_is_in_bold() -> None:
    styles = (
        '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="N"><style:text-properties fo:font-weight="normal"/></style:style>'
    )
    body = (
        '<text:p text:style-name="B">Apa?</text:p>'
        '<text:p><text:span text:style-name="B">Rina</text:span><text:tab/>Apa?</text:p>'
        '<text:p>Itu <text:span text:style-name="B">Rina</text:span></text:p>'
        '<text:p text:style-name="N">Itu.</text:p>'
    )
    found = [(block.faces == BOLD, block.lead) for block in read(body, styles).blocks if isinstance(block, Paragraph)]
    assert found == [(True, ""), (False, "Rina"), (False, ""), (False, "")]


def test_named_styles_and_what_they_are_based_on() -> None:
    bold = '<style:style style:name="{}" {}><style:text-properties {}/></style:style>'
    named = bold.format("Tanya", "", 'fo:font-weight="bold"')
    own = bold.format("P1", 'style:parent-style-name="Tanya"', "") + bold.format("N", "", 'fo:font-weight="normal"')
    body = (
        '<text:p text:style-name="Tanya">Apa?</text:p><text:p text:style-name="P1">Lalu?</text:p>'
        '<text:p text:style-name="P1">Rina: <text:span text:style-name="N">Itu.</text:span></text:p>'
    )
    found = read_opendocument(Archive(odt(body, own, named=named), OPEN_TEXT)).blocks
    assert found == (
        Paragraph("Apa?", faces=BOLD),
        Paragraph("Lalu?", faces=BOLD),
        Paragraph("Rina: Itu.", lead="Rina:"),
    )


def test_what_is_in_italics_or_underlined() -> None:
    styles = (
        '<style:style style:name="I"><style:text-properties fo:font-style="italic"/></style:style>'
        '<style:style style:name="U"><style:text-properties style:text-underline-style="solid"/></style:style>'
    )
    body = '<text:p text:style-name="I">Apa?</text:p><text:p><text:span text:style-name="U">Itu.</text:span></text:p>'
    found = [block.faces for block in read(body, styles).blocks if isinstance(block, Paragraph)]
    assert found == [ITALIC, UNDERLINED]
