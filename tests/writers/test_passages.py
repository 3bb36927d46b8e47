"""Quotes near each other as one passage."""

from dataclasses import replace

from qualcode.model import Quote, Span
from qualcode.writers._passages import AROUND, join_passages

TEXT = (
    "Dulu jarang. Sekarang kami bertemu tiap bulan. Kami saling percaya. "
    + "Lalu lama diam. " * 40
    + "Anggaran dipotong."
)


def quote_of(make_coding, words: str, turn: int = 1, case: str = "Kabid") -> Quote:
    start = TEXT.index(words)
    end = start + len(words)
    coding = replace(make_coding(0, words), span=Span(start, end), turn=turn, evidence=())
    return Quote(coding, TEXT[max(0, start - 200) : start], TEXT[end : end + 200], "Label", case)


def read(passage) -> str:
    return "".join(text for text, role in passage.parts if role != "number")


def test_neighbours_stand_in_one_passage_whose_words_are_those_of_the_interview(make_coding) -> None:
    words = ("Sekarang kami bertemu tiap bulan.", "Kami saling percaya.", "Anggaran dipotong.")
    near, far = join_passages({n: quote_of(make_coding, each) for n, each in enumerate(words, start=4)})
    assert [*near.quotes] == [4, 5]
    assert [*far.quotes] == [6]
    assert read(near).removesuffix(" …") in TEXT
    assert read(far).removeprefix("… ") in TEXT
    assert [text for text, role in near.parts if role == "quote"] == list(words[:2])
    assert [text for text, role in near.parts if role == "number"] == [" [4]", " [5]"]
    assert near.parts[0] == ("Dulu jarang. ", "")
    assert len(far.parts[0][0]) <= AROUND + 2


def test_codings_of_the_same_words_and_inside_each_other_are_quoted_once(make_coding) -> None:
    whole, part = "Sekarang kami bertemu tiap bulan.", "bertemu tiap bulan."
    quotes = [quote_of(make_coding, whole), quote_of(make_coding, whole), quote_of(make_coding, part)]
    (passage,) = join_passages(dict(enumerate(quotes, start=1)))
    assert read(passage).count(whole) == 1
    assert [text for text, role in passage.parts if role == "number"] == [" [1, 2, 3]"]


def test_what_another_person_says_or_another_turn_stands_apart(make_coding) -> None:
    first, second = "Sekarang kami bertemu tiap bulan.", "Kami saling percaya."
    for other in ({"turn": 2}, {"case": "Staf"}):
        quotes = {1: quote_of(make_coding, first), 2: quote_of(make_coding, second, **other)}
        assert len([*join_passages(quotes)]) == 2


def test_a_cue_is_marked_where_it_stands(make_coding) -> None:
    coding = make_coding(0, "Kami bertemu.")
    (passage,) = join_passages({1: Quote(coding, "a ", " b", "L", "C")})
    assert [part for part in passage.parts if part[1] == "cue"] == [("Ka", "cue")]
    assert read(passage) == "a Kami bertemu. b"


def test_a_turn_of_thousands_of_quotes_is_one_passage_made_in_one_pass(make_coding) -> None:
    from time import process_time

    words = "kami bertemu. "

    def make(count: int) -> float:
        text = words * count
        quotes = {}
        for n in range(count):
            start = n * len(words)
            coding = replace(
                make_coding(0, words.strip()), span=Span(start, start + len(words) - 1), turn=1, evidence=()
            )
            quotes[n + 1] = Quote(
                coding, text[max(0, start - 200) : start], text[start + len(words) - 1 :][:200], "L", "K"
            )
        began = process_time()
        (passage,) = join_passages(quotes)
        assert len(passage.quotes) == count
        return process_time() - began

    # the least of three: what else the machine does only adds
    assert min(make(2_000) for _ in range(3)) < 40 * min(make(200) for _ in range(3)) + 0.05
