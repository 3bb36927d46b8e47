"""Names on a line of their own, told from headings."""

import pytest

from qualcode.readers.talk.turns import find_turns

TALK = (
    ("Rina", "Sejak kapan Ibu membatik?"),
    ("Bu Sri", "Sejak kecil."),
    ("Rina", "Lalu?"),
    ("Bu Sri", "Begitu saja."),
)


def write(above: str, between: str = "\n\n") -> str:
    return "\n\n".join(f"{name}{above}{words}" for name, words in TALK) + between


@pytest.mark.parametrize("above", ["\n", "\n\n"], ids=["the words below", "a paragraph of its own"])
def test_names_alone_are_labels(above: str) -> None:
    text = write(above)
    assert [(turn.speaker, turn.span.of(text)) for turn in find_turns(text)] == list(TALK)


@pytest.mark.parametrize("form", ["[{}] {}", "[{}] - {}", "{} {}", "{} - {}"])
def test_a_time_may_stand_before_the_name(form: str) -> None:
    text = "\n\n".join(f"{form.format(f'0:00:{10 * n}', name)}\n{words}" for n, (name, words) in enumerate(TALK, 1))
    assert [(turn.speaker, turn.span.of(text)) for turn in find_turns(text)] == list(TALK)
    assert [turn.time for turn in find_turns(text)] == ["0:00:10", "0:00:20", "0:00:30", "0:00:40"]


def test_beside_a_word_for_speakers_one_name_is_enough() -> None:
    text = write("\n").replace("Rina", "Pewawancara")
    assert [turn.speaker for turn in find_turns(text)] == ["Pewawancara", "Bu Sri"] * 2


@pytest.mark.parametrize(
    "text",
    [
        write("\n").replace("Rina", "Kendala") + "Banyak kendala.\n",
        "Rina\nApa?\n\nBu Sri\nItu.\n\nPak Di\nIni.\n\nMas Yo\nYa.\n",
        write("\n") + "\n\n".join(f"Paragraf nomor {n} yang panjang." for n in range(20)),
        write("\n").replace("Bu Sri", "Rina"),
        write("\n").replace("Rina", "Lokasi").replace("Bu Sri", "Tanggal"),
        "Kata orang\nRina\nitu pandai.\n\nKata orang\nBu Sri\njuga.\n\n" * 3,
    ],
    ids=[
        "a word of the text",
        "each once",
        "few among many paragraphs",
        "always the same",
        "fields",
        "inside paragraphs",
    ],
)
def test_headings_are_nobodys_labels(text: str) -> None:
    assert {turn.speaker for turn in find_turns(text)} <= {"", "Pewawancara"}
