"""Interviews in which one side alone has a label, or neither."""

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


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "form", ["1. {}\n{}", "{}\n    {}", "    {}\n{}"], ids=["numbers", "answers in", "questions in"]
)
def test_what_sets_questions_off_tells_who_speaks(form: str, between: str) -> None:
    said = [*PAIRS, ("Ceritakan soal pembeli.", "Orang kota, mau siapa lagi?")]
    text = between.join(form.format(*pair).replace("\n", between) for pair in said)
    assert read(f"Hasil wawancara.{between}{text}") == [turn for pair in said for turn in zip("QA", pair, strict=True)]


def test_questions_in_capitals() -> None:
    said = [(asked.upper(), answer) for asked, answer in PAIRS]
    assert read("\n\n".join(words for pair in said for words in pair)) == [
        turn for pair in said for turn in zip("QA", pair, strict=True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Modal.\n\nItu.\n\n2. Pasar.\n\nIni.\n\n3. Dinas?\n\nYa.\n",
        "1. Apa?\n\nItu?\n\n2. Lalu?\n\nYa?\n\n3. Oh?\n\nSudah?\n",
        "1. Apa?\n\n2. Lalu?\n\n3. Oh?\n\nItu.\n\nIni.\n\nYa.\n",
    ],
    ids=["few ask", "all ask", "a list of questions"],
)
def test_where_signs_tell_nothing_nobody_is_named(text: str) -> None:
    assert {speaker for speaker, _ in read(text)} == {""}


def test_questions_right_above_their_answers() -> None:
    text = "\n\n".join("\n".join(pair) for pair in PAIRS)
    assert read(text) == [("", words) for pair in PAIRS for words in pair]
    assert read(text.replace("?", ".")) == [("", "\n".join(pair).replace("?", ".")) for pair in PAIRS]


def test_numbered_or_quoted_questions_need_no_question_mark() -> None:
    asked, answered = ("Apa?", "Lalu?", "Kenapa?", "Oh, begitu ya."), ("Itu.", "Sudah.", "Anu.", "Ya.")
    both = list(zip(asked, answered, strict=True))
    wanted = [(who, said) for pair in both for who, said in zip("QA", pair, strict=True)]
    numbered = "\n\n".join(f"{n}. {q}\n{a}" for n, (q, a) in enumerate(both, 1))
    quoted = "\n\n".join(f"> {q}\n\n{a}" for q, a in both)
    mail = f"From: a@b.org\nTo: c@d.org\nSubject: Re: Interview\n\n{quoted}"
    for text in (numbered, quoted, mail):
        assert [(turn.speaker, turn.span.of(text)) for turn in find_turns(text)] == wanted
