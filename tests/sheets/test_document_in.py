"""What people do to a document in Word or LibreOffice."""

from pathlib import Path

import pytest

from qualcode.sheets.contract import Back
from qualcode.sheets.document_in import read_document
from qualcode.sheets.document_out import write_document
from qualcode.sheets.document_text import open_document
from tests.sheets.hands import Document, save_in_libreoffice
from tests.sheets.sheets import CODINGS, FIRST, SECOND, TEXTS, WORDS, errors, find, make_sheet, tell

# Comments by the document's own numbers: the first coding has a memo as its reply.
DIALOGUE, MEMO, TRUST, FORUM, COORDINATION, OTHER = range(1, 7)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "codings.docx"
    path.write_bytes(write_document(make_sheet()))
    return path


def back(path: Path) -> Back:
    return read_document(open_document(path), TEXTS, WORDS)


def test_a_document_as_it_left_says_nothing(sheet: Path) -> None:
    assert back(sheet) == Back((), (), 5)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("CG.DLG + Dialogue setuju",), ("accept", "")),
        (("accept",), ("accept", "")),
        (("tolak", "bukan ini"), ("reject", "bukan ini")),
        (("CG.TRU",), ("recode", "CG.TRU")),
        (("trust",), ("recode", "CG.TRU")),
        (("−",), ("polarity", "")),
        (("CG.DLG", "memo saja"), ("comment", "memo saja")),
        (("CG.DLG", "memo", "Setuju"), ("accept", "memo")),
        (("CG.DLG karena duduk bersama",), ("comment", "karena duduk bersama")),
    ],
)
def test_a_changed_comment_decides(sheet: Path, lines: tuple[str, ...], said: tuple[str, str]) -> None:
    with Document(sheet) as document:
        document.change(DIALOGUE, *lines)
    found = back(sheet)
    assert (tell(found), errors(found), found.unchanged) == ([said], [], 4)
    assert found.edits[0].row == make_sheet().imprint.rows[0]


def test_what_is_written_behind_the_number_is_read_too(sheet: Path) -> None:
    with Document(sheet) as document:
        document.sub("comments", r"(\[#2 [^\]]*\])", r"\1 tolak")
        document.sub("comments", r"(\[#3 [^\]]*\])", r"\1 sungguh menarik")
    assert tell(back(sheet)) == [("reject", ""), ("comment", "sungguh menarik")]


def test_a_memo_that_was_changed_is_a_memo_of_its_author(sheet: Path) -> None:
    with Document(sheet) as document:
        document.change(MEMO, "dua lagi")
    assert [(edit.who, edit.act, edit.comment) for edit in back(sheet).edits] == [("ani", "comment", "dua lagi\nbaris")]


def test_several_codes_on_lines_of_their_own(sheet: Path) -> None:
    with Document(sheet) as document:
        document.change(DIALOGUE, "CG.DLG setuju", "OB.COO −", "Trust", "dan sebuah memo")
    found = back(sheet)
    assert [(edit.who, edit.act, edit.code, edit.polarity) for edit in found.edits] == [
        ("", "code", "OB.COO", "contrary"),  # by the coder of the sheet, not by the machine whose comment it is
        ("", "code", "CG.TRU", None),
        ("", "accept", "", None),
    ]
    assert found.edits[-1].comment == "dan sebuah memo"
    assert find(FIRST, found.edits[0]) == CODINGS[0].quote


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("CG.DGL",), "CG.DLG"),
        (("Trast",), "Trust"),
        (("",), "names no code"),
        (("CG.DLG Trust",), "two codes"),
        (("CG.TRU tolak",), "two things"),
        (("CG.DLG", "OB.COU"), "OB.COO"),
    ],
)
def test_a_comment_that_cannot_be_read_is_named(sheet: Path, lines: tuple[str, ...], words: str) -> None:
    with Document(sheet) as document:
        document.change(DIALOGUE, *lines)
    problems = errors(back(sheet))
    assert [problem.where for problem in problems] == ["comment [1]"]
    assert words in str(problems[0])


def test_replies_decide_or_are_memos_of_their_authors(sheet: Path) -> None:
    with Document(sheet) as document:
        document.answer(DIALOGUE, "Budi", "setuju", "bagus")
        document.answer(TRUST, "Budi", "hm, saya ragu")
        document.answer(FORUM, "Cici", "CG.TRU")
        document.answer(COORDINATION, "Cici", "tolak")
    found = back(sheet)
    assert [(edit.who, edit.act, edit.code, edit.comment) for edit in found.edits] == [
        ("Budi", "accept", "", "bagus"),
        ("Budi", "comment", "", "hm, saya ragu"),
        ("Cici", "recode", "CG.TRU", ""),
        ("Cici", "reject", "", ""),
    ]
    assert found.problems == ()


@pytest.mark.parametrize("reply", [(), ("CG.TRUU",)])
def test_a_comment_with_anything_wrong_is_left_out_whole(sheet: Path, reply: tuple[str, ...]) -> None:
    with Document(sheet) as document:
        document.change(DIALOGUE, "CG.DLG setuju", "OB.COO", "CG.TRUU" if not reply else "Trust")
        if reply:
            document.answer(DIALOGUE, "budi", "tolak")
            document.answer(DIALOGUE, "siti", *reply)
    found = back(sheet)
    assert (tell(found), len(errors(found))) == ([], 1)
    assert found.unchanged == 4


def test_of_several_replies_of_one_person_the_last_decision_counts(sheet: Path) -> None:
    with Document(sheet) as document:
        document.answer(DIALOGUE, "Budi", "setuju")
        document.answer(DIALOGUE, "Budi", "tolak", "saya berubah pikiran")
        document.answer(DIALOGUE, "Budi", "catatan lagi")
    (edit,) = back(sheet).edits
    assert (edit.act, edit.comment) == ("reject", "saya berubah pikiran\ncatatan lagi")


def test_a_resolved_comment_accepts(sheet: Path) -> None:
    with Document(sheet) as document:
        document.resolve(FORUM)
    assert [(edit.act, edit.row and edit.row.code) for edit in back(sheet).edits] == [("accept", "CG.DLG.forum")]


def test_a_resolved_comment_with_an_answer_says_what_the_answer_says(sheet: Path) -> None:
    with Document(sheet) as document:
        document.answer(FORUM, "Budi", "tolak")
        document.resolve(FORUM)
        document.answer(OTHER, "Budi", "menarik")
        document.resolve(OTHER)
    assert [(edit.who, edit.act) for edit in back(sheet).edits] == [
        ("Budi", "reject"),
        ("", "accept"),
        ("Budi", "comment"),
    ]


def test_a_deleted_comment_rejects_and_says_that_it_was_deleted(sheet: Path) -> None:
    with Document(sheet) as document:
        document.delete(TRUST)
    (edit,) = back(sheet).edits
    assert (edit.act, edit.deleted, edit.row and edit.row.code) == ("reject", True, "CG.TRU")


def test_where_all_comments_are_gone_nothing_is_rejected(sheet: Path) -> None:
    with Document(sheet) as document:
        for number in (DIALOGUE, MEMO, TRUST, FORUM, COORDINATION):
            document.delete(number)
    found = back(sheet)
    assert found.edits == ()
    assert [problem.where for problem in errors(found)] == ["a.txt"]
    with Document(sheet) as document:
        document.delete(OTHER)
    assert [problem.where for problem in errors(back(sheet))] == ["a.txt", "sub/b.txt"]


def test_the_only_comment_of_a_transcript_that_is_gone_rejects_nothing(sheet: Path) -> None:
    with Document(sheet) as document:
        document.delete(OTHER)
        document.add("penting sekali", "Budi", "CG.TRU")
    found = back(sheet)
    assert [edit.act for edit in found.edits] == ["code"]
    assert [(problem.where, "only comment" in problem.what) for problem in errors(found)] == [("sub/b.txt", True)]


def test_new_comments_are_new_codings_on_their_exact_words(sheet: Path) -> None:
    with Document(sheet) as document:
        document.add("penting sekali", "Budi", "CG.TRU −", "memo nya")
        document.add("bersama lagi", "Cici", "kode baru: Rasa memiliki", "dari kata mereka")
    found = back(sheet)
    assert [(e.who, e.act, e.code, e.polarity, e.label, e.comment, find(FIRST, e)) for e in found.edits] == [
        ("Budi", "code", "CG.TRU", "contrary", "", "memo nya", "penting sekali"),
        ("Cici", "propose", "", None, "Rasa memiliki", "dari kata mereka", "bersama lagi"),
    ]


def test_a_new_comment_over_a_label_is_cut_to_what_the_speaker_says(sheet: Path) -> None:
    with Document(sheet) as document:
        own = document.write("Budi", "CG.TRU")
        paragraph = '<w:commentRangeStart w:id="5"/>'  # the coding of the other interview
        document.replace(paragraph, paragraph + document.end_range(own))
        document.replace("Dan Anda?", f"Dan Anda?</w:t></w:r>{document.start_range(own)}<w:r><w:t>")
    (edit,) = back(sheet).edits
    assert find(SECOND, edit) == "Kami"


@pytest.mark.parametrize("author", ["Unknown Author", "", "Author"])
def test_an_author_without_a_name_is_nobody(sheet: Path, author: str) -> None:
    with Document(sheet) as document:
        document.add("penting sekali", author, "CG.TRU")
    assert [edit.who for edit in back(sheet).edits] == [""]


def test_new_comments_that_cannot_be_read_are_named_with_their_words(sheet: Path) -> None:
    with Document(sheet) as document:
        document.add("penting sekali", "Budi", "CG.TRUS")
        document.add("Duduk", "Budi", "CG.TRU")  # the title, no interview
    second, first = errors(back(sheet))
    assert "Budi on “penting sekali”" in first.where
    assert "CG.TRU" in first.how
    assert "marks no words of an interview" in second.what


def test_a_moved_comment_moves_its_coding(sheet: Path) -> None:
    with Document(sheet) as document:
        document.move_end(COORDINATION, 1)
    (edit,) = back(sheet).edits
    assert (edit.act, find(FIRST, edit)) == ("move", "“kutip")


def test_a_comment_copied_with_its_number_is_named(sheet: Path) -> None:
    with Document(sheet) as document:
        document.add("penting sekali", "Budi", "CG.TRU", "[#1 · saran]")
    assert ["two comments" in problem.what for problem in errors(back(sheet))] == [True]


def test_changed_words_are_told_and_other_comments_keep_their_places(sheet: Path) -> None:
    with Document(sheet) as document:
        document.replace("penting sekali. ", "sangat penting. ")
        document.replace("“kutip”", "“kutipan”")
        document.add("lagi, <b>", "Budi", "CG.TRU")
        document.add("sangat penting", "Budi", "CG.DLG")
    found = back(sheet)
    warnings = [problem for problem in found.problems if problem.severity == "warning"]
    assert warnings
    assert all(problem.where == "a.txt" for problem in warnings)
    assert any("sangat" in problem.what for problem in warnings)
    assert [(edit.act, find(FIRST, edit)) for edit in found.edits] == [("code", "lagi, <b>")]
    assert ["not as they left" in problem.what for problem in errors(found)] == [True]


def test_a_comment_that_went_with_its_words_is_not_rejected(sheet: Path) -> None:
    with Document(sheet) as document:
        document.delete(FORUM)
        document.replace("قالوا لنا", "")
    found = back(sheet)
    assert found.edits == ()
    assert any("gone with the words" in problem.what for problem in found.problems)


def test_tracked_changes_do_no_harm(sheet: Path) -> None:
    with Document(sheet) as document:
        added = '</w:t></w:r><w:ins w:id="900" w:author="X"><w:r><w:t>TIDAK </w:t></w:r></w:ins>'
        removed = '<w:del w:id="901" w:author="X"><w:r><w:delText>penting</w:delText></w:r></w:del><w:r><w:t>'
        document.replace("penting", added + removed)
        document.change(FORUM, "setuju")
    found = back(sheet)
    assert tell(found) == [("accept", "")]
    assert [(problem.where, problem.severity) for problem in found.problems] == [("the text", "warning")]


def test_a_reply_that_came_apart_from_its_comment_still_is_one(sheet: Path) -> None:
    with Document(sheet) as document:
        document.answer(FORUM, "Budi", "tolak")
        document.parts["word/commentsExtended.xml"] = "<a/>"
    assert [(edit.who, edit.act) for edit in back(sheet).edits] == [("Budi", "reject")]


@pytest.mark.parametrize("formats", [("odt", "docx"), ("docx",)], ids=("by way of odt", "saved again"))
def test_libreoffice_keeps_it_all(sheet: Path, formats: tuple[str, ...]) -> None:
    with Document(sheet) as document:
        document.change(DIALOGUE, "CG.TRU", "memo")
        document.answer(TRUST, "Budi", "setuju")
        document.delete(FORUM)
        document.resolve(OTHER)
        document.add("Kami duduk", "Cici", "OB.COO −")
        document.move_end(COORDINATION, 1)
    before = back(sheet)
    assert [edit.act for edit in before.edits] == ["code", "recode", "accept", "move", "accept", "reject"]
    after = back(save_in_libreoffice(sheet, *formats))
    assert [(e.act, e.row, e.code, e.span, e.who, e.comment) for e in after.edits] == [
        (e.act, e.row, e.code, e.span, e.who, e.comment) for e in before.edits
    ]
    assert after.problems == before.problems == ()


def test_python_docx_adds_comments_that_are_read(sheet: Path) -> None:
    import docx

    document = docx.Document(str(sheet))
    paragraph = next(each for each in document.paragraphs if "percaya saja" in each.text)
    run = next(run for run in paragraph.runs if "percaya saja" in run.text)
    document.add_comment(run, text="CG.DLG −\nmemo", author="Dewi")
    for comment in document.comments:
        if "OB.COO" in comment.text:
            comment.paragraphs[0].runs[0].text = "Trust"
    document.save(str(sheet))
    found = back(sheet)
    assert [(edit.who, edit.act, edit.code, edit.comment) for edit in found.edits] == [
        ("Dewi", "code", "CG.DLG", "memo"),
        ("", "recode", "CG.TRU", ""),
    ]
    assert found.problems == ()
