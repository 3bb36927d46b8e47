"""Looks go before the parse; whatever tells of the text stays, and so does every character of it."""

from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.formats.archive import Archive
from qualcode.formats.blocks import Document, Paragraph
from qualcode.formats.word_looks import drop_looks
from qualcode.formats.word_xml import read_word
from tests.packages import par, run, word

FONT = '<w:rFonts w:ascii="Arial"/><w:sz w:val="24"/><w:lang w:val="id-ID"/>'
AS_WORD_WRITES = (
    '<w:tr w:rsidR="00A1"><w:trPr><w:trHeight w:val="3"/></w:trPr>'
    '<w:tc><w:tcPr><w:tcW w:w="10" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
    '<w:p w14:paraId="0A" w14:textId="77" w:rsidR="00A1" w:rsidRDefault="00A2">'
    f'<w:pPr><w:jc w:val="both"/><w:rPr>{FONT}</w:rPr></w:pPr>'
    f'<w:r w:rsidRPr="00B1"><w:rPr>{FONT}</w:rPr><w:t xml:space="preserve">Apa kabar? </w:t></w:r>'
    f"<w:r><w:rPr>{FONT}<w:vanish/></w:rPr><w:t>rahasia</w:t></w:r></w:p></w:tc></w:tr>"
)


def read(body: str) -> Document:
    return read_word(Archive(word(body), "a Word document (.docx)"))


def test_what_word_writes_about_looks_is_dropped() -> None:
    assert drop_looks(AS_WORD_WRITES.encode()).decode() == (
        '<w:tr w:rsidR="00A1"><w:tc><w:tcPr><w:tcW w:w="10" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>'
        '<w:p><w:r><w:t xml:space="preserve">Apa kabar? </w:t></w:r>'
        f"<w:r><w:rPr>{FONT}<w:vanish/></w:rPr><w:t>rahasia</w:t></w:r></w:p></w:tc></w:tr>"
    )


@pytest.mark.parametrize(
    "telling",
    [
        '<w:rPr><w:b w:val="0"/></w:rPr>',
        "<w:rPr><w:vanish/></w:rPr>",
        '<w:rPr><w:rStyle w:val="X"/></w:rPr>',
        '<w:pPr><w:pStyle w:val="X"/></w:pPr>',
        '<w:pPr><w:jc w:val="both"/><w:outlineLvl w:val="1"/></w:pPr>',
        '<w:pPr><w:rPr><w:sz w:val="2"/><w:del w:id="1"/></w:rPr></w:pPr>',
        '<w:pPr><w:rPr><w:moveFrom w:id="1"/></w:rPr></w:pPr>',
        '<w:trPr><w:gridBefore w:val="1"/></w:trPr>',
        '<w:p xmlns:x="y" w:rsidR="00A1"/>',
    ],
)
def test_what_tells_of_the_text_stays(telling: str) -> None:
    assert drop_looks(telling.encode()) == telling.encode()


@given(st.text('<>/=" abw:rsidPt', max_size=40) | st.sampled_from([AS_WORD_WRITES, ' w:rsidR="00A1"', "]]&gt;"]))
def test_text_that_looks_like_markup_is_text(text: str) -> None:
    written = f'<w:p w:rsidR="00A1"/>{par(run("x" + escape(text)))}'
    assert read(written).blocks == (Paragraph("x" + text),)


def test_a_part_with_cdata_is_left_whole() -> None:
    written = f"<w:rPr>{FONT}</w:rPr>"
    assert read(par(run(f"<![CDATA[{written}]]>"))).blocks == read(par(run(escape(written)))).blocks


def test_looks_change_nothing() -> None:
    hidden = "<w:vanish/>"
    assert read(par(run("a", FONT), run("b", FONT + hidden), run("c"))) == read(
        par(run("a"), run("b", hidden), run("c"))
    )
