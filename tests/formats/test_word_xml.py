from collections import Counter
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import UnreadableSource
from qualcode.formats.archive import Archive
from qualcode.formats.blocks import BOLD, ITALIC, LISTED, UNDERLINED, Document, Paragraph, Table, flatten
from qualcode.formats.word_xml import read_word
from tests.packages import STYLES, W, pack, par, run, table, word

BOX = f"<w:txbxContent>{par('in the box')}</w:txbxContent>"


def read(body: str) -> Document:
    return read_word(Archive(word(body), "a Word document (.docx)"))


def texts(body: str) -> list[str]:
    return [flatten((block,)) for block in read(body).blocks]


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), min_size=1
    )
)
def test_any_text_in_a_paragraph_comes_out_the_same(text: str) -> None:
    assert read(par(run(escape(text)))).blocks == (Paragraph(text),)


def test_tracked_insertions_once_deletions_never() -> None:
    document = read(
        par(
            "P: kami ",
            f"<w:ins>{run('sudah ')}</w:ins>",
            "<w:del><w:r><w:delText>belum </w:delText></w:r></w:del>",
            f"<w:moveFrom>{run('rapat')}</w:moveFrom>",
            f"<w:moveTo>{run('rapat')}</w:moveTo>",
        )
    )
    assert document.blocks == (Paragraph("P: kami sudah rapat"),)
    assert document.left_out == Counter({"tracked deletion": 2})
    assert document.notes == ("2 tracked deletions left out",)


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    deleted = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + run("satu ") + "</w:p>"
    assert texts(deleted + par("dua") + par("tiga")) == ["satu dua", "tiga"]
    assert texts(par("satu") + deleted) == ["satu", "satu"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:smartTag>{}</w:smartTag>",
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:fldSimple>{}</w:fldSimple>",
        "<w:unheardOf><w:again>{}</w:again></w:unheardOf>",
    ],
)
def test_wrappers_of_runs_are_read_through(wrapped: str) -> None:
    assert texts(par("a ", wrapped.format(run("b")), " c")) == ["a b c"]


def test_content_controls_around_paragraphs_and_rows() -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert texts(control.format(par("a")) + par("b")) == ["a", "b"]
    row = f"<w:tr>{control.format('<w:tc>' + par('x') + '</w:tc>')}<w:tc>{par('y')}</w:tc></w:tr>"
    assert texts(f"<w:tbl>{control.format(row)}</w:tbl>") == ["x\ty"]


def test_characters_that_are_elements() -> None:
    parts = (
        "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>anak</w:t><w:noBreakHyphen/><w:t>anak pe</w:t>"
    )
    parts += (
        '<w:softHyphen/><w:t>merintah </w:t><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="X" w:char="20AC"/>'
    )
    assert read(par(f"<w:r>{parts}</w:r>")).blocks == (Paragraph("a\tb\nc\nanak-anak pemerintah ☺€"),)


def test_field_codes_are_not_speech_but_their_results_are() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> HYPERLINK </w:instrText></w:r>"
    inner = mark("begin") + code + mark("separate") + run("nested in the code") + mark("end")
    field = mark("begin") + code + inner + mark("separate") + run("result") + mark("end")
    assert texts(par("a ", field, " b")) == ["a result b"]
    assert texts(par(mark("begin"), code) + par("the next paragraph is not lost")) == ["the next paragraph is not lost"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    new = f"<mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
    both = f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"
    assert texts(par("before ", both, "after")) == ["before after", "in the box"]
    assert texts(par(f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>")) == ["in the box"]


def test_hidden_text_comments_and_footnotes_are_left_out_and_counted() -> None:
    document = read(
        par("a", run("b", "<w:vanish/>"), run("c", '<w:vanish w:val="0"/>'), run("d", '<w:rStyle w:val="Rahasia"/>'))
        + par("e", "<w:r><w:commentReference/></w:r>", "<w:r><w:footnoteReference/></w:r>", style="Judul2")
    )
    assert document.blocks == (Paragraph("ac"), Paragraph("e", 3))
    assert document.notes == ("1 comment left out", "1 footnote left out", "2 hidden passages left out")


def test_headings_by_style_in_any_language_and_by_inheritance() -> None:
    blocks = read(par("x", style="Judul1") + par("y", style="Bab") + par("z")).blocks
    assert blocks == (Paragraph("x", 2), Paragraph("y", 2), Paragraph("z"))


def test_tables_in_order_with_merged_and_deleted_parts() -> None:
    merged = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{par("wide")}</w:tc><w:tc>{par("c")}</w:tc></w:tr>'
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{par('gone')}</w:tc></w:tr>"
    found = read(par("before") + f"<w:tbl>{merged}{gone}</w:tbl>" + par("after")).blocks
    wide = ((Paragraph("wide"),), (), (Paragraph("c"),))
    assert found == (Paragraph("before"), Table((wide,)), Paragraph("after"))


def test_a_table_in_a_cell_and_a_number_that_would_fill_the_memory() -> None:
    inner = f"<w:tbl><w:tr><w:tc><w:p/>{table(('a', 'b'))}</w:tc></w:tr></w:tbl>"
    assert texts(inner) == ["a\tb"]
    huge = f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{par("x")}</w:tc></w:tr></w:tbl>'
    assert texts(huge) == ["x"]


def test_the_main_part_is_where_the_package_says() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = f'<Relationships><Relationship Type="{kind}" Target="/word/document2.xml"/></Relationships>'
    strict = f"<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body>{par('x')}</w:body></w:document>"
    parts = {"_rels/.rels": relations, "word/document2.xml": strict, "word/styles.xml": STYLES}
    assert read_word(Archive(pack(parts), "a Word document (.docx)")).blocks == (Paragraph("x"),)


def test_what_is_nested_too_deep_is_refused() -> None:
    deep = f"<w:document xmlns:w='{W}'><w:body>{'<w:sdt>' * 5000}{par('x')}{'</w:sdt>' * 5000}</w:body></w:document>"
    with pytest.raises(UnreadableSource, match="nested too deep"):
        read_word(Archive(pack({"word/document.xml": deep}), "a Word document (.docx)"))


@pytest.mark.parametrize(
    ("paragraph", "bold"),
    [
        (par(run("a", "<w:b/>"), run("b", '<w:b/><w:sz w:val="24"/>')), True),
        (par(run("a", "<w:b/>"), run(" "), f"<w:ins>{run('b', '<w:b/>')}</w:ins>"), True),
        (par(run("a", '<w:rStyle w:val="Kuat"/>')), True),
        (par("a", style="Tanya"), True),
        (par(run("P: ", "<w:b/>"), run("a")), False),
        (par(run("a", "<w:b/>"), run("b", '<w:b w:val="0"/>')), False),
        (par(run("a", "<w:bCs/>")), False),
        (par(run("a", '<w:b w:val="0"/>'), style="Tanya"), False),
        (par("a", style="Bab"), False),
    ],
)
def test_a_paragraph_is_bold_where_all_its_words_are(paragraph: str, bold: bool) -> None:
    (found,) = read(paragraph).blocks
    assert isinstance(found, Paragraph)
    assert (found.faces == BOLD) is bold


def test_the_words_in_bold_that_a_paragraph_begins_with() -> None:
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>Bu Sri </w:t></w:r>"
    blocks = read(par(bold, run("Itu.")) + par(run("Itu "), bold) + par(bold)).blocks
    found = [(block.faces == BOLD, block.lead) for block in blocks if isinstance(block, Paragraph)]
    assert found == [(False, "Bu Sri"), (False, ""), (True, "")]


@pytest.mark.parametrize(
    ("properties", "faces"),
    [
        ("<w:i/>", ITALIC),
        ("<w:u w:val='single'/>", UNDERLINED),
        ("<w:b/><w:i/><w:u w:val='none'/>", BOLD | ITALIC),
        ("<w:iCs/><w:i w:val='0'/>", 0),
    ],
)
def test_the_faces_of_a_paragraph(properties: str, faces: int) -> None:
    (found,) = read(par(f"<w:r><w:rPr>{properties}</w:rPr><w:t>Apa?</w:t></w:r>")).blocks
    assert isinstance(found, Paragraph)
    assert found.faces == faces


def test_what_stands_in_a_list_says_so() -> None:
    listed = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>" + run("Apa?") + "</w:p>"
    for body in (listed, listed.replace("'", '"')):
        assert read(body + par("Itu.")).blocks == (Paragraph("Apa?", faces=LISTED), Paragraph("Itu."))
