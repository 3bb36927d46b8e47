import pytest

from qualcode.readers.contract import Draft
from qualcode.readers.sheet import draft_rows, number_drafts
from tests.packages import show


def read(*rows: str) -> list[list[str]]:
    return [show(draft) for draft in draft_rows([row.split("|") for row in rows])]


def test_a_row_a_turn_below_a_title() -> None:
    assert read("Hasil ekspor||", "||", "speaker|text|tags", "DB:|Your name?|x", "LG:|Louise.|") == [
        ["- | DB | Your name?", "- | LG | Louise."]
    ]


def test_a_column_that_names_the_interview_divides_the_turns() -> None:
    rows = ("interview_id|speaker|text", "a|P|Apa?", "b|P|Siapa?", "a|I|Itu.")
    drafts = draft_rows([row.split("|") for row in rows])
    assert [show(draft) for draft in drafts] == [["- | P | Apa?", "- | I | Itu."], ["- | P | Siapa?"]]
    assert [draft.notes for draft in drafts] == [("interview: a",), ("interview: b",)]


def test_labels_in_the_words() -> None:
    assert read("text", "P: Apa?", "I: Itu.", "P: Oh.") == [["- | - | P: Apa?", "- | - | I: Itu.", "- | - | P: Oh."]]


def test_captions_without_speakers_are_one_interview() -> None:
    assert read("start|text", "0.5|kami rapat", "1.5|setiap bulan") == [
        ["0.5 | - | kami rapat", "1.5 | - | setiap bulan"]
    ]


def test_a_survey_is_an_interview_a_respondent() -> None:
    long = "Saya ingin belajar lagi tetapi tidak ada waktu dan uangnya."
    rows = (
        "Case|Umur|Alasan|Kode",
        f"R1|24|{long}|motivasi; waktu; uang; keluarga; pekerjaan",
        f"R2||{long}|waktu; uang; keluarga dan pekerjaan",
    )
    assert read(*rows, "R3|50||") == [[f"- | R1 | {long}"], [f"- | R2 | {long}"]]


def test_a_survey_with_a_known_column_of_words() -> None:
    assert read("id|nilai|teks", "R1|3|Baik sekali menurut saya", "R2|4|Kurang") == [
        ["- | R1 | Baik sekali menurut saya"],
        ["- | R2 | Kurang"],
    ]


def test_what_is_asked_of_everybody_s_person_is_no_answer() -> None:
    rows = (
        "Nama|Alamat|Usia berapa menikah?",
        "Sri|Jalan Melati nomor 3, Kelurahan Kauman, Blitar|Dua puluh tahun saja",
    )
    assert read(*rows) == [["- | Sri | Dua puluh tahun saja"]]
    assert read("Nama|Alamat", "Sri|Jalan Melati nomor 3, Kelurahan Kauman, Blitar") == []


def test_an_interview_a_column() -> None:
    said = (
        "P: Sejak kapan Ibu ikut koperasi yang di pasar itu?",
        "N: Sejak masih di pasar lama, bersama ibu saya dulu.",
    )
    assert read("Informan 1|Informan 2", *("|".join((words, words)) for words in said), f"{said[0]}|") == [
        [f"- | - | {words}" for words in (*said, said[0])],
        [f"- | - | {words}" for words in said],
    ]


def test_many_people_who_speak_once_each_are_a_survey_not_a_talk() -> None:
    names = [f"{name}|Baik." for name in ("Sri", "Ani", "Budi", "Tuti", "Joko", "Rini", "Agus")]
    assert len(read("nama|teks", *names)) == 7
    assert len(read("nama|teks", *names, "Sri|Ya.")) == 1


@pytest.mark.parametrize("labels", ["P1 S2 P3 S4 P5 S6 P7 S8", "T1 J1 T2 J2 T3 J3 T4 J4"])
def test_numbers_that_count_the_turns_are_no_part_of_the_speakers(labels: str) -> None:
    said = [(label, "Lalu bagaimana?" if n % 2 == 0 else "Begitu saja.") for n, label in enumerate(labels.split())]
    assert read("speaker|text", *map("|".join, said)) == [[f"- | {who[0]} | {words}" for who, words in said]]
    survey = [(who, "Begitu saja.") for who, _ in said]  # women and men, numbered
    assert len(read("speaker|text", *map("|".join, survey))) == 8


def test_no_words_no_interviews() -> None:
    assert read("a|b", "1|2") == read("a|b") == read("|") == []


def test_suffixes_only_where_there_are_several() -> None:
    assert [draft.suffix for draft in number_drafts([Draft()])] == [""]
    assert [draft.suffix for draft in number_drafts([Draft(), Draft()])] == ["#1", "#2"]


def test_talk_without_a_header_is_no_survey() -> None:
    rows = ("Rina|Apa yang Ibu buat?", "Bu Sri|Kain batik saja.", "Rina|Untuk siapa?", "Bu Sri|Orang kota.")
    assert read(*rows) == [[f"- | {speaker} | {words}" for speaker, words in (row.split("|") for row in rows)]]


def test_a_title_in_one_cell_is_no_header() -> None:
    rows = ("TRANSKRIP WAWANCARA||", "No|Pelaku|Pernyataan verbatim", "1|P|Apa?", "2|S|Itu.")
    assert read(*rows) == [["- | P | Apa?", "- | S | Itu."]]
