"""Interviews in which one side alone has a label."""

import pytest

from qualcode.readers.talk.turns import find_turns

PAIRS = (("Sejak kapan Ibu membatik?", "Sejak kecil."), ("Siapa yang mengajari?", "Ibu saya."), ("Lalu?", "Sudah."))


def read(text: str) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.span.of(text)) for turn in find_turns(text)]


def alternate(asks: str, answers: str) -> list[tuple[str, str]]:
    return [turn for asked, said in PAIRS for turn in ((asks, asked), (answers, said))]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_questions_without_labels(between: str) -> None:
    lines = [line for n, (asked, said) in enumerate(PAIRS, 1) for line in (f"{n}. {asked}", f"Jawab: {said}")]
    assert read(between.join(["Daftar pertanyaan.", *lines])) == alternate("Q", "Jawab")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_answers_without_labels(between: str) -> None:
    lines = [line for asked, said in PAIRS for line in (f"Rina: {asked}", said)]
    assert read(between.join(lines)) == alternate("Rina", "A")


def test_quoted_questions() -> None:
    assert read("\n\n".join(line for asked, said in PAIRS for line in (f"> {asked}", said))) == alternate("Q", "A")


@pytest.mark.parametrize(
    "text",
    [
        "Informan: Begini.\n\nSaya pedagang.\n\nInforman: Begitu.\n\nSudah lama.\n\nInforman: Ya.\n\nLama.\n",
        "Informan: Siapa saya?\n\nInforman: Pedagang.\n\nInforman: Sudah.\n\nInforman: Lama.\n",
        "Informan: Begini.\n\nMau apa lagi?\n\nInforman: Begitu.\n",
    ],
    ids=["nobody asks", "one paragraph each", "too few"],
)
def test_one_who_speaks_alone(text: str) -> None:
    assert {speaker for speaker, _ in read(text)} == {"Informan"}
