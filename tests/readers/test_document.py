from dataclasses import replace

import pytest

from qualcode.errors import UnreadableSource
from qualcode.formats.blocks import BOLD, BOXED, ITALIC, Block, Document, Paragraph, Table
from qualcode.readers.canonical import make_transcript
from qualcode.readers.document import draft_document
from tests.packages import show

TALK = tuple(Paragraph(line) for line in ("P: Apa?", "I: Itu.", "P: Lalu?", "I: Sudah."))


def grid(*rows: str) -> Table:
    return Table(tuple(tuple((Paragraph(cell),) if cell else () for cell in row.split("|")) for row in rows))


def read(*blocks: Block) -> list[list[str]]:
    return [show(draft) for draft in draft_document(Document(blocks))]


def test_topics_never_cut() -> None:
    topics = (Paragraph("Kepercayaan", 2), *TALK, Paragraph("Komitmen", 2), *TALK)
    assert len(read(*topics)) == 1
    assert len(read(Paragraph("Wawancara 1", 2), *TALK, Paragraph("Catatan lapangan", 2), *TALK)) == 1


def test_headings_without_talk_never_cut() -> None:
    assert len(read(Paragraph("Wawancara 1", 2), Paragraph("Wawancara 2", 2), *TALK)) == 1


@pytest.mark.parametrize(
    "name", ["Wawancara {}", "Interview {} with the head", "INF-0{}", "Transkrip wawancara {}", "Informan {}"]
)
def test_interviews_cut(name: str) -> None:
    drafts = read(*(block for n in (1, 2, 3) for block in (Paragraph(name.format(n), 2), *TALK)))
    assert [draft[0] for draft in drafts] == [f"- | - | {name.format(n)}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "title",
    [
        Paragraph("Informan 1: Bu Siti", faces=BOLD),
        Paragraph("Transkrip Wawancara Informan 1", faces=BOLD),
        Paragraph("HASIL WAWANCARA DENGAN BU SITI"),
    ],
)
def test_titles_without_a_heading_s_level_cut(title: Paragraph) -> None:
    assert len(read(title, *TALK, title, Paragraph("Tanggal: 3 Mei"), *TALK)) == 2
    assert len(read(title, *TALK, replace(title, text=f"{title.text}?"), *TALK)) == 1
    assert len(read(title, *TALK, Paragraph(title.text.title()), *TALK)) == 1


def test_interviews_in_tables_cut() -> None:
    talk = grid("Penutur|Ucapan", "P|Apa?", "I|Itu.")
    assert len(read(Paragraph("Wawancara 1", 2), talk, Paragraph("Wawancara 2", 2), talk)) == 2


def test_questions_and_answers_side_by_side() -> None:
    assert read(grid("No|Pertanyaan|Jawaban", "1|Apa kabar?|Baik.", "2|Lalu?|")) == [
        ["- | Pertanyaan | Apa kabar?", "- | Jawaban | Baik.", "- | Pertanyaan | Lalu?"]
    ]


def test_an_empty_speaker_goes_on_and_a_stage_direction_is_nobodys() -> None:
    rows = ("Penutur|Ucapan", "|(rekaman mulai)", "P|Apa?", "|Apa lagi?", "|(tertawa)", "Penutur|Ucapan", "I|Itu.")
    assert read(grid(*rows)) == [
        ["- | - | (rekaman mulai)", "- | P | Apa?", "- | P | Apa lagi?", "- | - | (tertawa)", "- | I | Itu."]
    ]


def test_a_title_above_the_header() -> None:
    assert read(grid("Transkrip 3||", "Waktu|Penutur|Ucapan", "0:01|P|Apa?")) == [
        ["- | - | Transkrip 3", "0:01 | P | Apa?"]
    ]


def test_a_table_without_header() -> None:
    (draft,) = draft_document(Document((grid("P|Apa kabar?|x", "I|Baik-baik saja.|y", "P|Syukur.|"),)))
    assert show(draft) == ["- | P | Apa kabar?", "- | I | Baik-baik saja.", "- | P | Syukur."]
    assert draft.notes == ("a table without header was read as talk; 1 of its columns left out",)


def test_any_other_table_gives_a_passage_a_row() -> None:
    assert read(grid("Nama|Sri", "Umur|45")) == [["- | - | Nama\tSri", "- | - | Umur\t45"]]


def test_a_frame_around_running_text_is_looked_through() -> None:
    inner = grid("Penutur|Ucapan", "P|Apa?")
    frame = Table((((Paragraph("P: satu"), Paragraph("I: dua"), inner),),))
    assert read(frame) == [["- | - | P: satu", "- | - | I: dua", "- | P | Apa?"]]


def test_nothing_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="no text"):
        draft_document(Document((grid("|"),)))


def test_a_table_in_which_people_code_is_talk() -> None:
    coded = grid("No|Transkrip|Fakta|Kode", "1|P: Apa?|tanya|K1", "2|S: Itu.|fakta|K2", "3|P: Lalu?|tanya|K1")
    assert read(coded) == [["- | - | P: Apa?", "- | - | S: Itu.", "- | - | P: Lalu?"]]
    themes = grid("No|Transkrip|Fakta", "1|Penyerahan|a", "2|Pemeriksaan|b")
    assert read(themes) == [["- | - | No\tTranskrip\tFakta", "- | - | 1\tPenyerahan\ta", "- | - | 2\tPemeriksaan\tb"]]


def test_codes_written_beside_labelled_words_are_no_speakers() -> None:
    coded = grid("P: Apa?|", "S: Itu saja.|koding: a", "P: Lalu?|", "S: Sudah lama.|koding: a")
    assert read(coded) == [["- | - | P: Apa?", "- | - | S: Itu saja.", "- | - | P: Lalu?", "- | - | S: Sudah lama."]]


@pytest.mark.parametrize("topic", [Paragraph("Kepercayaan", 2), Paragraph("B. Kepercayaan", faces=BOLD)])
def test_the_heading_of_a_topic_is_nobody_s_speech(topic: Paragraph) -> None:
    (draft,) = draft_document(Document((*TALK, topic, *TALK, replace(topic, text="Catatan"), topic, *TALK)))
    transcript = make_transcript(draft, "a.docx", "0" * 64)
    assert [turn.span.of(transcript.text) for turn in transcript.turns] == ["Apa?", "Itu.", "Lalu?", "Sudah."] * 3
    assert f"\n\n{topic.text}\n\n" in transcript.text


@pytest.mark.parametrize(
    "said",
    [Paragraph("Jangan sampai"), Paragraph("Sudah, begitu.", 2), Paragraph("Arisan", faces=ITALIC)],
    ids=["no face", "a sentence", "italics"],
)
def test_other_paragraphs_go_on_with_the_turn(said: Paragraph) -> None:
    (draft,) = draft_document(Document((*TALK, said, *TALK)))
    transcript = make_transcript(draft, "a.docx", "0" * 64)
    assert transcript.turns[3].span.of(transcript.text) == f"Sudah.\n\n{said.text}"


def test_a_remark_in_italics_that_tells_of_a_speaker_is_nobody_s_speech() -> None:
    remark = Paragraph("Informan diam sejenak.", faces=ITALIC)
    (draft,) = draft_document(Document((*TALK, remark, *TALK)))
    transcript = make_transcript(draft, "a.docx", "0" * 64)
    assert transcript.turns[3].span.of(transcript.text) == "Sudah."


def test_where_much_is_in_bold_it_is_somebody_s_words() -> None:
    bold = tuple(replace(paragraph, faces=BOLD * (n % 2)) for n, paragraph in enumerate(TALK))
    (draft,) = draft_document(Document((*bold, Paragraph("Arisan", faces=BOLD), *bold)))
    transcript = make_transcript(draft, "a.docx", "0" * 64)
    assert transcript.turns[3].span.of(transcript.text) == "Sudah.\n\nArisan"


def test_a_text_box_beside_the_talk_is_nobody_s_speech_and_a_label_in_one_is_one() -> None:
    box = Paragraph("Cek lagi ke dinas.", faces=BOXED)
    (draft,) = draft_document(Document((*TALK[:2], box, *TALK[2:], replace(box, text="I: Oh."), *TALK)))
    transcript = make_transcript(draft, "a.docx", "0" * 64)
    said = [turn.span.of(transcript.text) for turn in transcript.turns]
    assert said == ["Apa?", "Itu.", "Lalu?", "Sudah.", "Oh.", "Apa?", "Itu.", "Lalu?", "Sudah."]
    everything = tuple(replace(paragraph, faces=BOXED) for paragraph in (*TALK, Paragraph("Begitu.")))
    (draft,) = draft_document(Document(everything))
    transcript = make_transcript(draft, "a.docx", "0" * 64)
    assert transcript.turns[3].span.of(transcript.text) == "Sudah.\n\nBegitu."


def test_a_row_with_a_title_alone_is_nobody_s_speech() -> None:
    rows = ("No|Penutur|Ucapan", "Informan 1||", "1|P|Apa?", "2|I|Itu.", "3||", "Informan 2||", "1|P|Siapa?")
    ((*first, title, last),) = read(grid(*rows))
    assert first == ["- | - | Informan 1", "- | P | Apa?", "- | I | Itu."]
    assert (title, last) == ("- | - | Informan 2", "- | P | Siapa?")


def test_rows_about_the_informant_above_the_talk_are_nobody_s() -> None:
    rows = ("Nama|:|Karto", "Tanggal|:|3 Mei", "P|:|Sejak kapan?", "N|:|Sejak lama sekali.", "P|:|Lalu?", "N|:|Sudah.")
    talk = ["- | P | Sejak kapan?", "- | N | Sejak lama sekali.", "- | P | Lalu?", "- | N | Sudah."]
    assert read(grid(*rows)) == [["- | - | Tanggal: 3 Mei", *talk]]


def test_of_two_languages_the_first_is_read_where_labels_stand_in_the_words() -> None:
    (draft,) = draft_document(Document((grid("Indonesia|English", "P: Apa?|P: What?", "N: Itu.|N: That."),)))
    assert show(draft) == ["- | - | P: Apa?", "- | - | N: Itu."]
    assert draft.notes == ("table columns left out: English",)


def test_a_whole_interview_in_one_cell_beside_what_it_was_condensed_to() -> None:
    talk = "P: Apa?\nN: Itu.\nP: Lalu?\nN: Ya."
    assert read(grid("No|Verbatim|Pemadatan Fakta", f"1|{talk}|Itu ada")) == [[f"- | - | {talk}"]]


def test_questions_in_rows_of_their_own_above_what_each_informant_said() -> None:
    rows = (
        "No|Informan|Jawaban",
        "1. Apa kabar?||",
        "1|Sri|Baik.",
        "2|Ani|Sehat.",
        "2. Lalu?||",
        "1|Sri|Ya.",
        "2|Ani|O.",
    )
    assert read(grid(*rows)) == [
        [
            "- | Q | Apa kabar?",
            *("- | Sri | Baik.", "- | Ani | Sehat."),
            "- | Q | Lalu?",
            *("- | Sri | Ya.", "- | Ani | O."),
        ]
    ]
