"""An informant's sheet comes back: ticks and words, whatever Word, a pen or a typist made of the boxes."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from qualcode.errors import QualcodeError
from qualcode.model import Prose, Report, Section
from qualcode.sheets.contract import Imprint, LeftCell
from qualcode.sheets.document_text import open_document
from qualcode.sheets.feedback_in import find_ticks, read_replies
from qualcode.sheets.feedback_out import write_feedback

IMPRINT = Imprint(
    "feedback", "Harvest", "2026-01-01", "", "suggestions", "id", "small@1.0", (("a.txt", "00"),), (), (),
    (LeftCell("K1:feedback:INF-01", "claim:1"), LeftCell("K2:feedback:INF-01", "claim:2")),
)  # fmt: skip
OPENING = Section("opening", "To you", Prose(("Please answer.",)))
CLAIMS = [
    Section(f"claim-{n}", f"{n}. <b>Statement</b>", Prose(("“Kami percaya & senang.”", "[9] a trap"))) for n in "12"
]
REPORT = Report("What we understood", "id", ("rekaan",), (OPENING, *CLAIMS), ())


def write(folder: Path, ticks: str = "", words: str = "", statement: int = 0) -> Path:
    """A sheet of two statements in which somebody typed over the boxes and into the cell of one of them."""
    document = docx.Document(BytesIO(write_feedback(REPORT, IMPRINT)))
    [boxes, own] = (row.cells[1] for row in document.tables[statement].rows)
    if ticks:
        boxes.text = ticks  # as a typist would who takes the boxes out
        for box in list(
            boxes.paragraphs[0]._p.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}sdt")
        ):
            box.getparent().remove(box)
    own.text = words
    path = folder / "inf-01.docx"
    document.save(path)
    return path


def test_a_sheet_that_nobody_filled_in_says_nothing_and_carries_its_imprint(tmp_path: Path) -> None:
    path = write(tmp_path)
    assert read_replies(path, 2, "id") == ((), ())
    assert open_document(path).imprint == IMPRINT


def test_ticks_and_words_are_read_by_statement(tmp_path: Path) -> None:
    [reply], problems = read_replies(
        write(tmp_path, "☐ ya  ☒ sebagian  ☐ tidak", "Hanya di timur.\nTahun lalu.", 1), 2, "id"
    )
    assert (reply.number, reply.tick, reply.words) == (2, "in part", "Hanya di timur.\nTahun lalu.")
    assert problems == ()


def test_a_box_ticked_by_a_click_is_read(tmp_path: Path) -> None:
    document = docx.Document(BytesIO(write_feedback(REPORT, IMPRINT)))
    box = next(each for each in document.element.body.iter() if each.text == "☐")
    box.text = "☒"
    document.save(tmp_path / "x.docx")
    [reply], _ = read_replies(tmp_path / "x.docx", 2, "id")
    assert (reply.number, reply.tick, reply.words) == (1, "yes", "")


@pytest.mark.parametrize(
    ("text", "ticks"),
    [
        ("☐ ya   ☐ sebagian   ☐ tidak", ()),
        ("☒ ya   ☐ sebagian   ☐ tidak", ("yes",)),
        ("☐ ya   ☐ sebagian   ✓ tidak", ("no",)),
        ("x ya   ☐ sebagian   ☐ tidak", ("yes",)),
        ("[x] ya   [ ] sebagian   [ ] tidak", ("yes",)),
        ("☐ ya   [v] Sebagian   ☐ tidak", ("in part",)),
        ("sebagian", ("in part",)),
        ("Tidak.", ("no",)),
        ("☒ ya   ☒ sebagian   ☐ tidak", ("yes", "in part")),
        ("", ()),
        ("tidak tahu, ya", ()),
        ("saya", ()),
    ],
)
def test_a_tick_is_told_however_it_was_made(text: str, ticks: tuple[str, ...]) -> None:
    assert find_ticks(text, "id") == ticks


def test_what_cannot_be_told_is_asked_for_and_not_lost(tmp_path: Path) -> None:
    replies, [problem] = read_replies(write(tmp_path, "tidak tahu, ya"), 2, "id")
    assert (replies, problem.severity) == ((), "error")
    assert "“tidak tahu, ya”" in problem.what


def test_two_ticks_and_foreign_numbers_are_problems(tmp_path: Path) -> None:
    replies, [problem] = read_replies(write(tmp_path, "☒ ya ☒ sebagian ☐ tidak"), 2, "id")
    assert replies == ()
    assert "more than one answer is ticked" in problem.what
    replies, [problem] = read_replies(write(tmp_path, "☒ ya ☐ sebagian ☐ tidak", statement=1), 1, "id")
    assert (replies, problem.where) == ((), "[2]")


def test_the_same_sheet_has_the_same_bytes_and_a_damaged_one_is_refused(tmp_path: Path) -> None:
    assert write_feedback(REPORT, IMPRINT) == write_feedback(REPORT, IMPRINT)
    (tmp_path / "x.docx").write_bytes(b"PK no archive")
    with pytest.raises(QualcodeError):
        read_replies(tmp_path / "x.docx", 2, "id")
