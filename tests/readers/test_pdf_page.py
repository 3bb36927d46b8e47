"""Faces of type in a PDF, and who speaks where nothing else tells it."""

from io import BytesIO
from pathlib import Path

import pytest

from qualcode.readers.folder import read_source
from tests.packages import put

pytest.importorskip("pypdfium2")
pdfgen = pytest.importorskip("reportlab.pdfgen.canvas", reason="reportlab makes the PDF files of these tests")

PLAIN, BOLD, ITALIC = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"


def draw(lines: list[list[tuple[str, str]]], step: float = 14) -> bytes:
    """A page of lines, each of words in a font side by side."""
    packed = BytesIO()
    canvas = pdfgen.Canvas(packed)
    for number, line in enumerate(lines):
        x = 72.0
        for font, words in line:
            canvas.setFont(font, 11)
            canvas.drawString(x, 760 - step * number, words)
            x += canvas.stringWidth(words, font, 11)
    canvas.save()
    return packed.getvalue()


def spoken(folder: Path, lines: list[list[tuple[str, str]]]) -> list[tuple[str, str]]:
    (transcript,) = read_source(put(folder, "a.pdf", draw(lines)), "a.pdf")
    return [(turn.speaker, turn.span.of(transcript.text)) for turn in transcript.turns]


@pytest.mark.parametrize("font", [BOLD, ITALIC])
def test_questions_in_a_face_of_their_own(tmp_path: Path, font: str) -> None:
    asked = [("Apa kabar koperasi", "hari ini?"), ("Lalu bagaimana", "dengan modal?"), ("Ada", "harapan?")]
    answers = [("Baik, tetapi", "sepi."), ("Modal dari", "anggota."), ("Maju", "terus.")]
    lines = [
        [(face, line)]
        for both in zip(asked, answers, strict=True)
        for face, said in zip((font, PLAIN), both, strict=True)
        for line in said
    ]
    assert spoken(tmp_path, lines) == [
        (who, " ".join(said)) for both in zip(asked, answers, strict=True) for who, said in zip("QA", both, strict=True)
    ]


@pytest.mark.parametrize("begin", ["1. ", "- ", "\u2022 "])
def test_a_list_s_number_has_a_face_of_its_own(tmp_path: Path, begin: str) -> None:
    talk = [("Apa kabar koperasi?", "Baik."), ("Lalu modalnya?", "Dari anggota."), ("Ada harapan?", "Maju terus.")]
    lines = [line for asked, said in talk for line in ([(PLAIN, begin), (BOLD, asked)], [(PLAIN, said)])]
    assert [speaker for speaker, _ in spoken(tmp_path, lines)] == ["Q", "A"] * 3


def test_a_heading_right_above_a_question_in_the_same_face(tmp_path: Path) -> None:
    asked = "Apa kabar koperasi hari ini, Pak?"
    lines = [line for _ in range(3) for line in ([(BOLD, "Modal")], [(BOLD, asked)], [(PLAIN, "Baik, tetapi sepi.")])]
    assert spoken(tmp_path, lines) == [("Q", asked), ("A", "Baik, tetapi sepi.")] * 3


def test_names_in_bold_before_the_words(tmp_path: Path) -> None:
    talk = [("Rina", "Apa kabar?"), ("Pak Slamet", "Baik, Bu."), ("Rina", "Lalu?"), ("Pak Slamet", "Sudah.")]
    assert spoken(tmp_path, [[(BOLD, f"{who} "), (PLAIN, said)] for who, said in talk]) == talk


def test_names_in_bold_above_the_words(tmp_path: Path) -> None:
    talk = [("Rina", "Apa kabar?"), ("Pak Slamet", "Baik, Bu."), ("Rina", "Lalu?"), ("Pak Slamet", "Sudah.")]
    assert spoken(tmp_path, [line for who, said in talk for line in ([(BOLD, who)], [(PLAIN, said)])]) == talk


def test_single_words_in_italics_stay_in_their_paragraph(tmp_path: Path) -> None:
    lines = [[(PLAIN, "P: Apa itu "), (ITALIC, "canting"), (PLAIN, ", Bu?")], [(PLAIN, "N: Alat yang disebut")]]
    lines += [[(ITALIC, "canting tulis")], [(PLAIN, "untuk malam.")], [(PLAIN, "P: Oh.")]]
    assert spoken(tmp_path, lines) == [
        ("P", "Apa itu canting, Bu?"),
        ("N", "Alat yang disebut canting tulis untuk malam."),
        ("P", "Oh."),
    ]
