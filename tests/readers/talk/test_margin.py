"""Numbers in a margin, told from numbers that somebody says."""

import pytest

from qualcode.readers.canonical import make_transcript
from qualcode.readers.contract import Draft
from qualcode.readers.talk.margin import blank_margin, blank_marks, find_margin

LINES = [
    "P: Sejak kapan kelompok ini",
    "ada, Pak?",
    "N: Sejak 2011. Waktu itu",
    "dua belas orang.",
    "P: Lalu?",
    "N: Ya begitu",
    "saja.",
]


def spoken(text: str) -> list[tuple[str, str]]:
    transcript = make_transcript(Draft(text=text), "a.txt", "0" * 64)
    return [(turn.speaker, " ".join(turn.span.of(transcript.text).split())) for turn in transcript.turns]


WANTED = spoken("\n".join(LINES))


@pytest.mark.parametrize(
    "lines",
    [
        [f"{n:>3}  {line}" for n, line in enumerate(LINES, 1)],
        [f"{n}\t{line}" for n, line in enumerate(LINES, 118)],
        [f"¶{n}\t{line}" for n, line in enumerate(LINES, 1)],
        [part for n, line in enumerate(LINES, 1) for part in (f"{n} {line}", "")],
    ],
    ids=["blanks", "a tab", "pilcrows", "blank lines between"],
)
def test_numbers_that_count_the_lines_are_no_words(lines: list[str]) -> None:
    assert spoken("\n".join(lines)) == WANTED


def test_every_fifth_line_may_bear_one() -> None:
    lines = [f"N: Kalimat ke-{n} itu." if n % 2 else f"P: Lalu {n}?" for n in range(1, 20)]
    text = "\n".join(f"{n:>3} {line}" if n % 5 == 0 else f"    {line}" for n, line in enumerate(lines, 1))
    assert spoken(text) == spoken("\n".join(lines))


def test_nothing_moves_and_the_notes_say_how_many() -> None:
    text = "\n".join(f"{n} {line}" for n, line in enumerate(LINES, 1))
    transcript = make_transcript(Draft(text=text), "a.txt", "0" * 64)
    assert len(transcript.text) == len(text)
    assert all(turn.span.of(text).split()[-1] == turn.span.of(transcript.text).split()[-1] for turn in transcript.turns)
    assert "7 numbers" in str(transcript.notes[0])


@pytest.mark.parametrize(
    "text",
    [
        "2 orang datang.\n3 orang pulang.\nYa.\n4 tinggal.\n12 orang lagi.\n7 hari.\n",
        "N: 2011\nN: 2012\nN: 2013\n",
        "1 hari\n2 hari\n3 hari\n",
        "1. Apa?\n2. Siapa?\n3. Kapan?\n4. Mana?\n5. Berapa?\n",
    ],
    ids=["counts", "years", "too few", "a list"],
)
def test_what_somebody_counts_stays(text: str) -> None:
    assert find_margin(text.split("\n")) == {}
    assert blank_margin(text) == (text, 0)


def test_marks_of_comments_are_blanks() -> None:
    text = "P: Apa?[b]\n\nN: Itu[a] saja.\n\n[a]Kutip ini\n[b]Cek lagi\n"
    blanked, count = blank_marks(text)
    assert (blanked, count) == (text.replace("?[b]", "?   ").replace("Itu[a]", "Itu   "), 2)


@pytest.mark.parametrize("text", ["N: Itu[a] saja.\n", "P: Apa?\n\n[a]Itu.\n", "N: Itu[b].\n\n[b]Lagi\n"])
def test_brackets_that_belong_to_no_comment_stay(text: str) -> None:
    assert blank_marks(text) == (text, 0)
