"""Several turns in one line."""

import pytest

from qualcode.readers.canonical import make_transcript
from qualcode.readers.contract import Draft, Passage

TALK = [("P", "Sejak kapan?"), ("N", "Sejak dulu. Ya."), ("P", "Lalu?"), ("N", "Begitu.")]
LINE = " ".join(f"{label}: {words}" for label, words in TALK)


def spoken(draft: Draft) -> list[tuple[str, str]]:
    transcript = make_transcript(draft, "a.txt", "0" * 64)
    return [(turn.speaker, turn.span.of(transcript.text)) for turn in transcript.turns]


def test_a_whole_interview_in_one_line() -> None:
    assert spoken(Draft(text=LINE)) == TALK
    assert spoken(Draft(text="Wawancara dengan petani.\n" + LINE + "\n")) == TALK


def test_a_whole_interview_in_one_paragraph_of_a_document() -> None:
    assert spoken(Draft(passages=(Passage(LINE),))) == TALK


def test_a_few_turns_in_each_line() -> None:
    text = "P: Apa? N: Itu. P: Lalu?\n\nN: Ini. P: Siapa? N: Kami.\n"
    assert [speaker for speaker, _ in spoken(Draft(text=text))] == ["P", "N"] * 3


def test_words_for_speakers_need_not_come_again() -> None:
    text = "Pewawancara: Apa kabar koperasi? Informan: Baik.\n"
    assert spoken(Draft(text=text)) == [("Pewawancara", "Apa kabar koperasi?"), ("Informan", "Baik.")]


@pytest.mark.parametrize(
    "said",
    [
        "Itu. Harga: naik.",
        "Butuh modal. Modal: uang. Modal: tanah.",
        "Dua kali. Tanggal: tiga. Tanggal: lima.",
        "Itu. Pertama: uang. Pertama: tanah.",
        "Itu. Orang Tua Kami Dulu Semua: jangan. Orang Tua Kami Dulu Semua: boleh.",
    ],
    ids=["once", "written small too", "of a head", "of prose", "long"],
)
def test_other_words_before_a_colon_are_said(said: str) -> None:
    assert spoken(Draft(text=f"P: Apa? N: {said} P: Lalu? N: Ya.")) == [
        ("P", "Apa?"),
        ("N", said),
        ("P", "Lalu?"),
        ("N", "Ya."),
    ]


def test_titles_are_part_of_a_label() -> None:
    text = "Rani: Apa? Dr. Coyle: Itu. Rani: Lalu? H. Entis: Ini. Rani: O? Dr. Coyle: Ya. Rani: Nah? H. Entis: Tidak."
    assert [speaker for speaker, _ in spoken(Draft(text=text))] == ["Rani", "Dr. Coyle", "Rani", "H. Entis"] * 2


def test_nothing_moves() -> None:
    transcript = make_transcript(Draft(text=LINE), "a.txt", "0" * 64)
    assert transcript.text.replace("\n", " ") == LINE
    assert "3 labels" in str(transcript.notes[0])


@pytest.mark.parametrize(
    "text",
    [
        "Rani: Apa?\n\nDr. Coyle: Itu.\n\nRani: Lalu?\n\nH. Entis: Ya.\n\nRani: O?\n\nDr. Coyle: Ya.\n",
        "P: Apa?\n\nN: Dia bilang begini. Bapak: jangan. Ya sudah.\n\nP: Lalu?\n\nN: Pulang.\n\nP: Baik.\n",
        "P: Apa?\n\nN: Ada dua. Pertama: modal. Kedua: pasar. Catatan: itu penting.\n\nP: Lalu?\n\nN: Ya.\n",
        "1. Pewawancara: Apa?\n2. Informan: Itu.\n3. Pewawancara: Lalu?\n4. Informan: Ya.\n",
        "[00:10] P: Apa?\n[00:20] N: Itu.\n[00:30] P: Lalu?\n[00:40] N: Ya.\n",
    ],
    ids=["titles", "somebody quoted", "words and colons", "numbers before labels", "times before labels"],
)
def test_lines_with_a_turn_each_stay(text: str) -> None:
    assert make_transcript(Draft(text=text), "a.txt", "0" * 64).text == text


@pytest.mark.parametrize("name", ["H. Karim", "Ir. H. Karim", "J. P. Karim", "Drs. Karim"])
def test_a_title_or_an_initial_before_a_name_is_no_turn(name: str) -> None:
    turns = ["Dewi: Sejak kapan?", f"{name}: Sejak dulu. Ya.", "Dewi: Lalu?", f"{name}: Begitu."]
    for begun in (turns, [f"[00:0{number}:12] {turn}" for number, turn in enumerate(turns)]):
        assert [speaker for speaker, _ in spoken(Draft(text="\n\n".join(begun)))] == ["Dewi", name] * 2
