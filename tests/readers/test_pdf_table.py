"""Tables in a PDF, of which nothing is left but where words stand."""

from io import BytesIO
from pathlib import Path

import pytest

from qualcode.readers.folder import read_source
from tests.packages import put

pytest.importorskip("pypdfium2")
pdfgen = pytest.importorskip("reportlab.pdfgen.canvas", reason="reportlab makes the PDF files of these tests")

TALK = [
    ("P", ["Apa kabar koperasi", "hari ini?"]),
    ("N", ["Baik, tetapi modalnya", "kurang. Anggota", "baru belum ada."]),
    ("P", ["Lalu?"]),
    ("N", ["Kami menunggu", "dinas."]),
]
SAID = [(who, " ".join(lines)) for who, lines in TALK]


def draw(pages: list[list[tuple[float, list[str]]]], columns: tuple[float, ...]) -> bytes:
    """Pages of lines, each with its distance to the one above and what stands in its columns."""
    packed = BytesIO()
    canvas = pdfgen.Canvas(packed)
    for page in pages:
        y = 760.0
        for distance, cells in page:
            y -= distance
            for x, words in zip(columns, cells, strict=False):
                if words:
                    canvas.drawString(x, y, words)
        canvas.showPage()
    canvas.save()
    return packed.getvalue()


def rows_of(talk: list[tuple[str, list[str]]], gap: float, *before: str) -> list[tuple[float, list[str]]]:
    """A row a turn: the speaker beside the first line, what else there is before."""
    return [
        (gap if not at else 13, [*(before if not at else [""] * len(before)), "" if at else who, line])
        for who, lines in talk
        for at, line in enumerate(lines)
    ]


def spoken(folder: Path, data: bytes) -> list[tuple[str, str]]:
    (transcript,) = read_source(put(folder, "a.pdf", data), "a.pdf")
    assert all(turn.span.of(transcript.text) in transcript.text for turn in transcript.turns)
    return [(turn.speaker, turn.span.of(transcript.text)) for turn in transcript.turns]


@pytest.mark.parametrize("gap", [13, 22], ids=["rows close together", "rows apart"])
def test_speaker_and_words(tmp_path: Path, gap: float) -> None:
    assert spoken(tmp_path, draw([rows_of(TALK, gap)], (72, 150))) == SAID


def test_letters_that_reach_high_or_low_make_no_gap(tmp_path: Path) -> None:
    talk = [("P", ["Apa", "gaya", "BATIK", "supaya?"]), ("N", ["Ada", "yang gayeng", "LAKU", "saja ya."])] * 2
    page = [(13.0, ["No", "Pelaku", "Ucapan"]), *rows_of(talk, 13.0, "1")]
    assert spoken(tmp_path, draw([page], (72, 130, 200))) == [(who, " ".join(said)) for who, said in talk]


def test_letters_that_are_kerned_are_one_word(tmp_path: Path) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    columns = (72.0, 150.0, 150.3 + stringWidth("Soal har", "Helvetica", 12))
    page = [(14.0, [who, "Soal har", "ga."]) for who in "PNPN"]
    assert spoken(tmp_path, draw([page], columns)) == [(who, "Soal harga.") for who in "PNPN"]


def test_a_header_names_the_columns(tmp_path: Path) -> None:
    page = [(13.0, ["Waktu", "Pelaku", "Isi Wawancara", "Koding"]), *rows_of(TALK, 22, "00.10")]
    assert spoken(tmp_path, draw([page], (72, 130, 200, 480))) == SAID


@pytest.mark.parametrize("gap", [13, 22], ids=["rows close together", "rows apart"])
def test_a_short_title_right_above_is_not_of_the_table(tmp_path: Path, gap: float) -> None:
    head = (14.0, ["Waktu", "Pelaku", "Isi Wawancara"])
    page = [(13.0, ["Judul"]), head, *rows_of(TALK, gap, "00.10")]
    data = draw([page], (72, 130, 200))
    assert spoken(tmp_path, data) == SAID
    (transcript,) = read_source(put(tmp_path, "a.pdf", data), "a.pdf")
    assert transcript.text.startswith("Judul\n\nP: ")
    assert all(turn.time for turn in transcript.turns)


def test_questions_and_answers_side_by_side(tmp_path: Path) -> None:
    page = [
        (13.0, ["No", "Pertanyaan", "Jawaban"]),
        (22.0, ["1.", "Apa kabar koperasi", "Baik, tetapi modalnya"]),
        (13.0, ["", "hari ini?", "kurang. Anggota"]),
        (13.0, ["", "", "baru belum ada."]),
        (22.0, ["2.", "Lalu?", "Kami menunggu"]),
        (13.0, ["", "", "dinas."]),
    ]
    wanted = [("Pertanyaan" if who == "P" else "Jawaban", words) for who, words in SAID]
    assert spoken(tmp_path, draw([page], (72, 100, 300))) == wanted


def test_a_table_goes_on_upon_the_next_page_in_the_middle_of_a_row(tmp_path: Path) -> None:
    rows = rows_of([*TALK, *TALK], 22)
    assert len(rows) == 16
    for cut in range(3, 16):
        assert spoken(tmp_path, draw([rows[:cut], rows[cut:]], (72, 150))) == SAID * 2, cut


def test_paragraphs_before_and_behind_stay_paragraphs(tmp_path: Path) -> None:
    page = [(13.0, ["Lampiran 3. Wawancara dengan ketua kelompok"]), *rows_of(TALK, 22), (30.0, ["Malang, 3 Mei 2020"])]
    data = draw([page], (72, 150))
    (transcript,) = read_source(put(tmp_path, "a.pdf", data), "a.pdf")
    assert transcript.text.startswith("Lampiran 3. Wawancara dengan ketua kelompok\n\nP: Apa kabar")
    assert transcript.text.endswith("Malang, 3 Mei 2020\n")
    assert len(transcript.turns) == 4


def test_two_columns_of_print_are_no_table(tmp_path: Path) -> None:
    left = ["P: Apa kabar koperasi", "hari ini di desa?", "N: Baik sekali, Bu,", "tidak ada masalah."]
    right = ["P: Lalu bagaimana", "dengan modalnya?", "N: Modal dari", "anggota semua."]
    packed = BytesIO()
    canvas = pdfgen.Canvas(packed)
    for x, lines in ((72, left), (320, right)):
        for number, line in enumerate(lines):
            canvas.drawString(x, 700 - 14 * number, line)
    canvas.save()
    assert spoken(tmp_path, packed.getvalue()) == [
        ("P", "Apa kabar koperasi hari ini di desa?"),
        ("N", "Baik sekali, Bu, tidak ada masalah."),
        ("P", "Lalu bagaimana dengan modalnya?"),
        ("N", "Modal dari anggota semua."),
    ]


def test_a_hyphen_at_the_end_of_a_line_in_a_cell_stays_in_the_word(tmp_path: Path) -> None:
    talk = [("P", ["Apa kabar anak-", "anak?"]), ("N", ["Baik, pemerin-", "tah tahu."])] * 2
    page = rows_of([*talk, ("N", ["Ya, pemerintah."])], 22)
    assert spoken(tmp_path, draw([page], (72, 150)))[:2] == [
        ("P", "Apa kabar anak-anak?"),
        ("N", "Baik, pemerintah tahu."),
    ]
