from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from qualcode.errors import UnreadableSource
from qualcode.readers.pdf import read
from tests.packages import put, show

pytest.importorskip("pypdfium2")
pdfgen = pytest.importorskip("reportlab.pdfgen.canvas", reason="reportlab makes the PDF files of these tests")


def draw(*pages: list[str], **options: Any) -> bytes:
    """Pages of lines 14 points apart; an empty line leaves a gap."""
    packed = BytesIO()
    canvas = pdfgen.Canvas(packed, **options)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 760 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    return packed.getvalue()


def lines_of(folder: Path, *pages: list[str]) -> list[str]:
    return [passage.words for draft in read(put(folder, "a.pdf", draw(*pages))) for passage in draft.passages]


def test_wrapped_lines_are_joined_and_labels_stamps_and_gaps_begin_anew(tmp_path: Path) -> None:
    page = [
        "Transkrip",
        "",
        "P: Apa yang",
        "Bapak lakukan?",
        "Informan: Saya membatik",
        "setiap hari.",
        "",
        "Begitu.",
        "[00:12] Lalu sore.",
    ]
    assert lines_of(tmp_path, page) == [
        "Transkrip",
        "P: Apa yang Bapak lakukan?",
        "Informan: Saya membatik setiap hari.",
        "Begitu.",
        "[00:12] Lalu sore.",
    ]


def test_page_numbers_and_running_heads_are_left_out_and_words_go_on_over_the_page(tmp_path: Path) -> None:
    speech = (["P: Apa yang", "Bapak"], ["lakukan", "di sana?"], ["Informan: Saya", "membatik."])
    pages = [["Penelitian batik", *lines, f"Halaman {n} dari 3"] for n, lines in enumerate(speech, 1)]
    (draft,) = read(put(tmp_path, "a.pdf", draw(*pages)))
    assert show(draft) == ["- | - | P: Apa yang Bapak lakukan di sana?", "- | - | Informan: Saya membatik."]
    assert draft.notes == ("6 page numbers and running heads left out, such as: Penelitian batik",)


def test_a_margin_of_numbers_is_left_out(tmp_path: Path) -> None:
    pages = [["P: satu", "I: dua", "P: tiga", "1", "2", "3"], ["I: umurnya", "45", "P: oh", "4", "5"]]
    (draft,) = read(put(tmp_path, "a.pdf", draw(*pages)))
    assert [p.words for p in draft.passages] == ["P: satu", "I: dua", "P: tiga", "I: umurnya 45", "P: oh"]
    assert draft.notes == ("5 numbers of lines or paragraphs left out",)


def test_hyphens_at_line_ends(tmp_path: Path) -> None:
    page = ["P: pemerintah dan anak-", "anak serta pemerin-", "tah lagi."]
    assert lines_of(tmp_path, page) == ["P: pemerintah dan anak-anak serta pemerintah lagi."]


def test_scanned_pages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no text in it: scanned pages") as refused:
        read(put(tmp_path, "a.pdf", draw([], [])))
    assert refused.value.how == "Run text recognition (OCR) first"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (draw(["P: halo"], encrypt="rahasia"), "password"),
        (b"%PDF-1.4\ncut off here", "damaged or cut off"),
        (b"PK\x03\x04", "not a PDF but a packed document"),
        (b"P: halo", "the file is not a PDF\n"),
        (draw(["1"]), "nothing but page numbers"),
    ],
)
def test_what_is_refused(tmp_path: Path, data: bytes, what: str) -> None:
    with pytest.raises(UnreadableSource, match=what):
        read(put(tmp_path, "a.pdf", data))


def test_footnotes_are_left_out(tmp_path: Path) -> None:
    packed = BytesIO()
    canvas = pdfgen.Canvas(packed)
    for lines in (
        ["P: Apa itu menurut Bapak?", "N: Itu alat, dan", "1 Nama samaran", "saja."],
        ["yang ini juga.", "2 Juga."],
    ):
        for number, line in enumerate(lines):
            canvas.setFont("Helvetica", 9 if number > 2 or line[0].isdigit() else 12)
            canvas.drawString(72, 760 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    (draft,) = read(put(tmp_path, "a.pdf", packed.getvalue()))
    assert [passage.words for passage in draft.passages] == [
        "P: Apa itu menurut Bapak?",
        "N: Itu alat, dan yang ini juga.",
    ]
    assert draft.notes == ("2 footnotes left out",)


def test_a_margin_that_counts_by_fives_is_left_out(tmp_path: Path) -> None:
    pages = [["P: satu", "I: dua", "5", "10"], ["I: umurnya", "45", "P: oh", "15"]]
    (draft,) = read(put(tmp_path, "a.pdf", draw(*pages)))
    assert [p.words for p in draft.passages] == ["P: satu", "I: dua", "I: umurnya 45", "P: oh"]


@pytest.mark.parametrize(("note", "wanted"), [("1 Nama samaran.", "Itu alat, dan lain."), ("", "Itu alat¹, dan lain.")])
def test_raised_numbers_of_footnotes_are_no_words(tmp_path: Path, note: str, wanted: str) -> None:
    packed = BytesIO()
    canvas = pdfgen.Canvas(packed)
    canvas.drawString(72, 760, "P: Apa itu menurut Bapak?")
    x = 72.0
    for words, size, raised in (("N: Itu alat", 12, 0), ("1", 7, 5), (", dan lain.", 12, 0)):
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, 746 + raised, words)
        x += canvas.stringWidth(words, "Helvetica", size)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 700, note)
    canvas.save()
    (draft,) = read(put(tmp_path, "a.pdf", packed.getvalue()))
    assert [p.words for p in draft.passages] == ["P: Apa itu menurut Bapak?", f"N: {wanted}"]
