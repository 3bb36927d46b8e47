"""Canonical text: the file itself for plain text, a turn a paragraph for every other format."""

import unicodedata
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import UnreadableSource
from qualcode.readers.canonical import make_transcript
from qualcode.readers.contract import Draft, Passage
from qualcode.readers.talk.turns import find_turns


def of_text(text):
    return make_transcript(Draft(text=text), "a.txt", "0" * 64)


def of_passages(*passages, **more):
    return make_transcript(Draft(passages=passages, **more), "a.docx", "0" * 64)


def spoken(transcript):
    return [(turn.speaker, turn.time, turn.span.of(transcript.text)) for turn in transcript.turns]


def test_plain_text_is_the_file_itself():
    text = "Judul: Uji\n\n[00:10] P: Apa?\n\n  N:\tItu.  \n\n(tertawa)\n\nP: O.\n"
    transcript = of_text(text)
    assert transcript.text == text
    assert transcript.text_sha256 == sha256(text.encode()).hexdigest()
    assert spoken(transcript) == [("P", "00:10", "Apa?"), ("N", None, "Itu."), ("P", None, "O.")]


def test_ends_of_lines_make_no_difference():
    unix = "P: Apa?\nSiapa?\n\nN: Itu.\n\nP: O.\n"
    assert of_text(unix) == of_text(unix.replace("\n", "\r\n")) == of_text(unix.replace("\n", "\r"))


def test_letters_are_composed_and_spans_count_code_points():
    transcript = of_text("P: Cafe\u0301 😀 e\u0301?\n\nN: 👩🏽‍🌾 ya.\n\nP: O.\n")
    assert [words for _, _, words in spoken(transcript)] == ["Café 😀 é?", "👩🏽‍🌾 ya.", "O."]


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\r\r\n"])
def test_whatever_ends_a_line_ends_one(end):
    assert spoken(of_text(end.join(("P: Apa?", "N: Itu.", "P: O.")))) == [
        ("P", None, "Apa?"),
        ("N", None, "Itu."),
        ("P", None, "O."),
    ]


def test_other_control_characters_stay_where_they_are():
    text = "P: Apa?\n\nN: I\x1ctu.\n\nP: O.\n"
    assert of_text(text).text == text


def test_labels_in_paragraphs_of_a_document():
    transcript = of_passages(
        Passage("Wawancara 3"),
        Passage("Tanggal: 3 Mei"),
        Passage("[0:10] P : Apa\nitu?"),
        Passage("N: Ini."),
        Passage("Dan itu."),
        Passage("(hening)"),
        Passage("Sudah."),
        Passage("P: O."),
    )
    assert transcript.text == (
        "Wawancara 3\n\nTanggal: 3 Mei\n\nP: Apa itu?\n\nN: Ini.\n\nDan itu.\n\n(hening)\n\nN: Sudah.\n\nP: O.\n"
    )
    assert spoken(transcript) == [
        ("P", "0:10", "Apa itu?"),
        ("N", None, "Ini.\n\nDan itu."),
        ("N", None, "Sudah."),
        ("P", None, "O."),
    ]


def test_speakers_that_the_format_names():
    transcript = of_passages(
        Passage("A title"),
        Passage("So, when\ndid", "Rina:", "0:01"),
        Passage("it begin?", "rina", "0:02"),
        Passage("Rina: she asks that always.", "Joe", "0:03"),
        Passage("(laughs)"),
        Passage("Long ago.", "Joe"),
    )
    assert transcript.text == (
        "A title\n\nRina: So, when did it begin?\n\nJoe: Rina: she asks that always.\n\n(laughs)\n\nJoe: Long ago.\n"
    )
    assert spoken(transcript) == [
        ("Rina", "0:01", "So, when did it begin?"),
        ("Joe", "0:03", "Rina: she asks that always."),
        ("Joe", None, "Long ago."),
    ]


def test_cues_go_on_until_the_speaker_changes():
    transcript = of_passages(
        Passage("P: Bagaimana", time="0:01"),
        Passage("awalnya?", time="0:02"),
        Passage("N: Susah.", time="0:03"),
        Passage("P: Lalu?", time="0:04"),
    )
    assert transcript.text == "P: Bagaimana awalnya?\n\nN: Susah.\n\nP: Lalu?\n"
    assert [turn.time for turn in transcript.turns] == ["0:01", "0:03", "0:04"]


def test_a_remark_between_cues_is_nobodys_and_the_speaker_goes_on():
    transcript = of_passages(
        Passage("P: Bagaimana", time="0:01"),
        Passage("(tertawa)", time="0:02"),
        Passage("awalnya?", time="0:03"),
        Passage("N: Susah.", time="0:04"),
    )
    assert transcript.text == "P: Bagaimana\n\n(tertawa)\n\nP: awalnya?\n\nN: Susah.\n"
    voices = of_passages(
        Passage("It was", "Joe", "0:01"), Passage("[laughs]", None, "0:02"), Passage("hard.", None, "0:03")
    )
    assert voices.text == "Joe: It was\n\n[laughs]\n\nJoe: hard.\n"


TABLE = (Passage("Apa kabar?", "P", "0:01"), Passage("Baik.", "Bu Sri", "0:02"))


def test_labelled_paragraphs_beside_a_table_of_talk_are_talk():
    transcript = of_passages(
        Passage("Wawancara 3"),
        Passage("Tanggal: 3 Mei"),
        Passage("P: Boleh direkam?"),
        Passage("Bu Sri: Boleh."),
        Passage("Silakan."),
        *TABLE,
        Passage("(rekaman berhenti)"),
        Passage("Bu Sri: Sudah ya."),
    )
    assert transcript.text == (
        "Wawancara 3\n\nTanggal: 3 Mei\n\nP: Boleh direkam?\n\nBu Sri: Boleh.\n\nSilakan.\n\n"
        "P: Apa kabar?\n\nBu Sri: Baik.\n\n(rekaman berhenti)\n\nBu Sri: Sudah ya.\n"
    )
    assert [turn.speaker for turn in transcript.turns] == ["P", "Bu Sri", "P", "Bu Sri", "Bu Sri"]


@pytest.mark.parametrize(
    "head",
    [
        ("Pewawancara: Rani",),
        ("Pewawancara: Rani", "Informan: Sri"),
        ("P: Pewawancara", "Bu Sri: ketua paguyuban"),
        ("Informan: Hj. Sri Lestari, S.E.",),
        ("Lokasi: Blitar.", "Catatan: direkam di rumah."),
        ("Keperluan: skripsi.",),
    ],
)
def test_a_head_and_a_foot_beside_a_table_are_nobodys(head):
    transcript = of_passages(*map(Passage, head), *TABLE, Passage("Penutup: wawancara berakhir."))
    assert [turn.speaker for turn in transcript.turns] == ["P", "Bu Sri"]


def test_half_a_surrogate_pair_does_not_stop_the_reading():
    assert of_passages(Passage("P: A\ud83d?")).text == "P: A\ufffd?\n"


@pytest.mark.parametrize("draft", [Draft(text=" \n\u00a0"), Draft(passages=(Passage(" "), Passage("", "P"))), Draft()])
def test_without_words_there_is_no_transcript(draft):
    assert make_transcript(draft, "a", "") is None


def test_the_source_s_own_language_wins():
    assert of_passages(Passage("the and of it is"), language="id").language == "id"
    assert of_passages(Passage("the and of it is")).language == "en"
    assert of_passages(Passage("lha kok yo ora, wis ngono iku")).language == "id"


@pytest.mark.parametrize(
    ("head", "synthetic"),
    [
        ("WAWANCARA SINTETIS.", True),
        ("Percakapan rekaan untuk contoh.", True),
        ("---\nnote: a fictional interview\n---", True),
        ("Wawancara 12.", False),
        ("Semua nama di sini fiktif.", False),
        ("Names are fictitious.", False),
    ],
)
def test_a_head_may_say_that_the_talk_was_made_up(head, synthetic):
    assert of_text(f"{head}\n\nPewawancara: Apa?\n\nInforman: Cerita fiktif.\n").synthetic is synthetic


def test_talk_about_fiction_is_not_made_up():
    assert not of_text("Pewawancara: Suka cerita rekaan?\n\nInforman: Suka cerita fiktif.\n").synthetic


LABELS = st.sampled_from(["Pewawancara", "Informan", "Bu Ani", "P1", "H. Sutarno, S.E."])
WORDS = st.text("abc dé😀ا,.?\u0301", min_size=1, max_size=30).map(lambda words: f"x{words}y")


@given(st.lists(st.tuples(LABELS, WORDS), min_size=1, max_size=10).map(lambda talk: talk + talk))
def test_canonical_text_reads_back_to_the_same_turns(conversation):
    transcript = of_passages(*(Passage(words, label) for label, words in conversation))
    assert [(turn.speaker, turn.span) for turn in find_turns(transcript.text)] == [
        (turn.speaker, turn.span) for turn in transcript.turns
    ]
    assert transcript.text == unicodedata.normalize("NFC", transcript.text)


ANY_WORDS = st.text(max_size=40)
PASSAGES = st.lists(
    st.builds(Passage, ANY_WORDS, st.none() | st.sampled_from(["P", "N", " p :"]), st.none() | st.just("0:01")),
    max_size=8,
)


@given(PASSAGES)
def test_any_passages_give_honest_spans(passages):
    transcript = of_passages(*passages)
    if transcript is None:
        return
    end = 0
    for number, turn in enumerate(transcript.turns, 1):
        words = turn.span.of(transcript.text)
        assert turn.number == number
        assert end <= turn.span.start < turn.span.end <= len(transcript.text)
        assert words == words.strip() != ""
        end = turn.span.end


def test_an_interview_that_no_memory_can_hold_is_refused(monkeypatch):
    monkeypatch.setattr("qualcode.readers.canonical._LONGEST", 2_000_000)
    assert of_text("N: ya.\n" * 200_000) is not None
    for draft in (Draft(text="N: ya.\n" * 300_000), Draft(passages=(Passage("ya " * 500_000),) * 2)):
        with pytest.raises(UnreadableSource, match="characters; the limit is 2 million"):
            make_transcript(draft, "a.txt", "0" * 64)


def test_a_stamp_at_the_end_of_a_turn_stands_beside_it_in_every_format():
    draft = Draft(passages=tuple(map(Passage, ("I: Apa? #00:00:03-0#", "B: Itu. #00:00:09-1#", "I: Oh. #00:00:12-0#"))))
    transcript = make_transcript(draft, "a.rtf", "0" * 64)
    assert transcript.text == "I: Apa?\n\nB: Itu.\n\nI: Oh.\n"
    assert [turn.time for turn in transcript.turns] == ["00:00:03-0", "00:00:09-1", "00:00:12-0"]


def test_hyphens_that_only_a_line_s_end_shows_are_left_out_but_of_plain_text():
    words = "P: ke\xadper\xadcayaan"
    assert make_transcript(Draft(passages=(Passage(words),)), "a.docx", "0" * 64).text == "P: kepercayaan\n"
    assert make_transcript(Draft(text=words), "a.txt", "0" * 64).text == words


@pytest.mark.parametrize("label", ["", "Q: "])
def test_voices_that_nothing_names_are_noted(label):
    lines = [line for n in (1, 2, 3) for line in (f"{label or f'{n}. '}Apa yang ke-{n}?", f"{label and 'A: '}Itu.")]
    for draft in (Draft(text="\n\n".join(lines)), Draft(passages=tuple(map(Passage, lines)))):
        transcript = make_transcript(draft, "a", "0" * 64)
        assert [turn.speaker for turn in transcript.turns] == ["Q", "A"] * 3
        assert len(transcript.notes) == (not label)


def test_comments_of_google_docs_are_nobody_s_and_their_marks_no_words():
    text = "P: Apa?\n\nN: Itu[a] saja.[b]\n\nP: Lalu?\n\nN: Ya.\n\n[a]Kutip\n[b]Cek lagi\n"
    transcript = make_transcript(Draft(text=text), "a.txt", "0" * 64)
    said = [" ".join(turn.span.of(transcript.text).split()) for turn in transcript.turns]
    assert said == ["Apa?", "Itu saja.", "Lalu?", "Ya."]
