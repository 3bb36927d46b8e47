import pytest

from qualcode.readers.columns import (
    Columns,
    drop_header,
    find_respondent,
    find_speaker,
    infer_columns,
    infer_pair,
    infer_talk,
    looks_like_time,
    read_header,
    read_language,
    weave,
)


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Time|Speaker|Utterance", Columns(2, 1, 0)),
        ("Waktu|Penutur|Ucapan", Columns(2, 1, 0)),
        ("No.|Isi Wawancara|Nama Pembicara|Jam|Catatan", Columns(1, 2, 3)),
        ("timestamp-old|speaker|words|tags|timestamp", Columns(2, 1, 4)),
        ("TRANSKRIP VERBATIM|Informan", Columns(0, 1)),
        ("transcript_id|speaker|text|language", Columns(2, 1, None, 3, 0)),
        ("No|Pertanyaan|Jawaban", Columns(asked=1, answered=(2,))),
        ("Pewawancara|Informan", Columns(asked=0, answered=(1,))),
        ("responden|pertanyaan|jawaban", Columns(interview=0, asked=1, answered=(2,))),
        ("start|end|speaker|text", Columns(3, 2, 0)),
        ("No|Yang Berbicara|Isi Pembicaraan", Columns(2, 1)),
        ("No|Pelaku|Hasil Transkrip", Columns(2, 1)),
        ("No|Pertanyaan|Informan 1|Informan 2", Columns(asked=1, answered=(2, 3))),
        ("Pertanyaan|Jawaban Informan 1|Jawaban Informan 2", Columns(asked=0, answered=(1, 2))),
        ("Pertanyaan|Bu Siti|R2|Tema", Columns(asked=0, answered=(1, 2))),
        ("Penutur|Bahasa Indonesia|Inggris", Columns(1, 0)),
        ("Speaker|Verbatim (Javanese/Indonesian)|Translation", Columns(1, 0)),
        ("No|Informan|Hasil Wawancara", Columns(2, 1)),
        ("tmin|tier|text|tmax", Columns(2, 1, 0)),
        ("Informan|Penutur|Ucapan", Columns(2, 1, interview=0)),
        ("No|Pertanyaan Peneliti|Jawaban dari Informan", Columns(asked=1, answered=(2,))),
    ],
)
def test_headers_in_both_languages_and_any_order(header: str, columns: Columns) -> None:
    assert read_header(header.split("|")) == columns


@pytest.mark.parametrize(
    "header",
    ["Nama|Umur|Jabatan", "Nama|Bahasa|Umur", "Pertanyaan|Tema", "Case|Age|freetext", "", "Penutur|" + "ucapan " * 10],
)
def test_what_is_no_header_of_talk(header: str) -> None:
    assert read_header(header.split("|")) is None


def test_who_filled_in_a_survey() -> None:
    assert find_respondent(["Age", "Case"]) == 1
    assert find_respondent(["Umur", "Nama Responden", "id"]) == 1
    assert find_respondent(["Umur", "Alasan"]) is None


def test_columns_by_their_content() -> None:
    talk = [
        ["00:01", "P", "Apa kabar?"],
        ["00:04", "Bu Sri", "Baik-baik saja."],
        ["00:08", "P", "Syukurlah kalau begitu."],
    ]
    assert infer_columns(talk) == Columns(2, 1, 0)
    assert infer_columns([row[1:] for row in talk]) == Columns(1, 0)
    assert infer_columns([["Bu Sri:", "Ya, begitu."], ["P:", "Oh, begitu ya."]]) == Columns(1, 0)


def test_a_survey_whose_header_asks_is_no_talk() -> None:
    rows = [["Desa", "Mengapa Ibu ikut?"], ["Kauman", "Diajak tetangga."], ["Bendo", "Dekat."], ["Kauman", "Murah."]]
    assert infer_talk(rows) is None


@pytest.mark.parametrize(("head", "kept"), [("Penutur", 3), ("P", 4)])
def test_a_header_that_names_the_speakers_is_no_turn(head: str, kept: int) -> None:
    rows = [[head, "Kata-katanya"], ["P", "Apa kabar?"], ["I", "Baik saja."], ["P", "Lalu?"]]
    assert drop_header(rows, Columns(1, 0)) == rows[-kept:]


def test_a_form_is_no_talk() -> None:
    assert infer_columns([["Nama", "Sri Rahayu"], ["Umur", "45 tahun"], ["Alamat", "Jl. Melati 3"]]) is None
    assert infer_columns([["1", "Buka acara"], ["2", "Tutup acara"], ["2", "Tutup"]]) is None
    assert infer_columns([["a"], ["b"]]) is None


@pytest.mark.parametrize("cell", ["0:10", "[00:03:43]", "(1:02)", "00:01 - 00:05", "00:00:01,500", "09.30"])
def test_times(cell: str) -> None:
    assert looks_like_time(cell)
    assert not looks_like_time(f"{cell} ya")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("id", "id"),
        ("Indonesian", "id"),
        ("Bahasa Inggris", "en"),
        ("en-US", "en"),
        ("jv", None),
        ("bahasa", None),
        ("", None),
    ],
)
def test_languages_by_their_many_names(name: str, code: str | None) -> None:
    assert read_language(name) == code


ASKED = [
    ["1", "R", "Apa yang Ibu buat?"],
    ["2", "S", "Kain batik saja."],
    ["3", "R", "Untuk siapa?"],
    ["4", "S", "Itu."],
]
SURVEY = [["1", "L", "Karena modal sulit."], ["2", "P", "Karena sepi."], ["3", "L", "Karena jauh."], ["4", "P", "Ya."]]


def test_a_table_is_talk_where_one_asks_and_another_answers() -> None:
    assert infer_talk(ASKED) == Columns(2, 1)
    assert infer_talk(SURVEY) is None


def test_a_speaker_column_of_unknown_name_is_found_by_who_asks() -> None:
    assert find_speaker(ASKED, Columns(2)) == Columns(2, 1)
    assert find_speaker(SURVEY, Columns(2)) == Columns(2)
    assert find_speaker(ASKED, Columns(2, 0)) == Columns(2, 0)


def test_no_speaker_column_where_the_words_have_labels() -> None:
    labelled = [[row[0], row[1], f"{row[1]}: {row[2]}"] for row in ASKED]
    assert find_speaker(labelled, Columns(2)) == Columns(2)


def test_tiers_one_below_the_other_are_woven_by_their_times() -> None:
    tiers = [["P", "00:00:01.250", "Apa?"], ["P", "00:00:09.000", "Lalu?"]]
    tiers += [["I", "00:00:01.900", "Itu."], ["I", "00:01:00.000", "Ya."]]
    assert [row[2] for row in weave(tiers, Columns(2, 0, 1))] == ["Apa?", "Itu.", "Lalu?", "Ya."]
    parts = [["P", "0:01", "Apa?"], ["I", "0:09", "Itu."], ["P", "0:01", "Lalu?"], ["I", "0:04", "Ya."]]
    assert weave(parts, Columns(2, 0, 1)) == parts  # two recordings


def test_a_column_of_questions_beside_one_of_answers() -> None:
    rows = [["1", "Apa?", "Itu."], ["2", "Lalu?", "Sudah."], ["3", "Oh?", "Ya, mau apa lagi?"]]
    assert infer_pair(["No", "P", "N"], rows) == Columns(asked=1, answered=(2,))
    assert infer_pair(["No", "P", "N"], rows[:2]) is None
    assert infer_pair(["No", "P", "N"], [[n, answer, question] for n, question, answer in rows]) is None
    assert infer_pair(["Nama", "Alasan", "Saran"], [["Sri", "Dekat.", "Apa saja?"]] * 4) is None


def test_rows_with_two_clocks_are_talk_whoever_asks() -> None:
    rows = [[who, f"00:00:0{n}.200", f"00:00:0{n}.900", "Begitu saja memang."] for n, who in enumerate("ABAB")]
    assert infer_talk(rows) == Columns(words=3, speaker=0, time=1)
    assert infer_talk([[row[0], "x", *row[2:]] for row in rows]) is None


def test_a_column_a_speaker() -> None:
    header = ["Begin", "INT", "LOU"]
    rows = [
        ["00:00:01.2", "What?", ""],
        ["00:00:02.2", "", "That."],
        ["00:00:03.2", "And?", ""],
        ["00:00:04.2", "", "Ok."],
    ]
    assert infer_pair(header, rows) == Columns(asked=1, answered=(2,), time=0)
    assert infer_pair(header[1:], [[row[1].replace("?", "."), row[2]] for row in rows]) is None
    assert infer_pair(header, [[row[0], "Good.", row[2]] for row in rows]) is None
