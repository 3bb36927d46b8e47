"""How the document that leaves is made."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
from lxml import etree

from qualcode.evidence.applying import Memo
from qualcode.sheets.document_out import write_document
from tests.sheets.sheets import CODINGS, LEFT, make_sheet

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def marked() -> dict[str, str]:
    """The words under each comment, by python-docx and a walk of its own."""
    document = docx.Document(BytesIO(write_document(make_sheet())))
    open_: dict[str, str] = {}
    closed: dict[str, str] = {}
    for element in document.element.body.iter():
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            closed[number] = open_.pop(number)
        elif element.tag in (f"{W}t", f"{W}tab"):
            open_ = {each: words + (element.text or "\t") for each, words in open_.items()}
    return closed


def test_the_same_codings_give_the_same_bytes() -> None:
    assert write_document(make_sheet()) == write_document(make_sheet())


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def test_every_part_is_well_formed() -> None:
    archive = ZipFile(BytesIO(write_document(make_sheet())))
    roots = {name: etree.fromstring(archive.read(name)).tag for name in archive.namelist() if _is_xml(name)}
    assert roots["word/document.xml"] == f"{W}document"
    assert roots["word/comments.xml"] == f"{W}comments"
    names = {element.get("PartName") for element in etree.fromstring(archive.read("[Content_Types].xml"))} - {None}
    assert names <= {
        f"/{name}" for name in archive.namelist()
    }  # Word mends, or refuses, a package that names what it lacks


def test_comments_lie_on_exactly_their_words_also_where_they_overlap() -> None:
    document = docx.Document(BytesIO(write_document(make_sheet())))
    words = marked()
    heads = {str(comment.comment_id): comment.paragraphs[0].text.split()[0] for comment in document.comments}
    found = [(heads[number], words[number]) for number in heads]
    assert found == [
        ("CG.DLG", CODINGS[0].quote),
        ("dua", CODINGS[0].quote),
        ("CG.TRU", CODINGS[1].quote),
        ("CG.DLG.forum", CODINGS[2].quote),
        ("OB.COO", CODINGS[3].quote),
        ("CG.TRU", CODINGS[4].quote),
    ]


def test_a_comment_names_who_made_the_coding_and_when() -> None:
    sheet = make_sheet()
    page = sheet.pages[1]
    coding = replace(page.rows[0].coding, status="accepted", decided_by=("Siti Aminah",))
    row = replace(page.rows[0], coding=coding, when="2026-02-03T04:05:06.789+00:00", memos=(Memo("Budi", LEFT, "m"),))
    data = write_document(replace(sheet, pages=(sheet.pages[0], replace(page, rows=(row,)))))
    comments = list(docx.Document(BytesIO(data)).comments)
    assert [(each.author, each.initials) for each in comments[-2:]] == [("Siti Aminah", "SA"), ("Budi", "B")]
    assert str(comments[-2].timestamp).startswith("2026-02-03 04:05:06")
    assert comments[0].author == "qualcode (rules)"


def test_word_lets_people_reply_and_resolve() -> None:
    settings = ZipFile(BytesIO(write_document(make_sheet()))).read("word/settings.xml").decode()
    assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in settings


def test_memos_are_replies() -> None:
    archive = ZipFile(BytesIO(write_document(make_sheet())))
    threads = etree.fromstring(archive.read("word/commentsExtended.xml"))
    parents = [each.get(each.nsmap["w15"].join("{}") + "paraIdParent") for each in threads]
    assert [parent is not None for parent in parents] == [False, True, False, False, False, False]


def test_the_imprint_is_hidden_and_the_codes_are_listed() -> None:
    document = docx.Document(BytesIO(write_document(make_sheet())))
    assert all(run.font.hidden for run in document.paragraphs[-1].runs)
    assert "CG.DLG Dialogue (id)" in [paragraph.text for paragraph in document.paragraphs]
