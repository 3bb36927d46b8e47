"""Words that liken, apart from the same words at other work."""

import pytest

from qualcode.language.figurative import find_likenings


def find(text: str, language: str = "id") -> list[str]:
    return [text[each.start : each.end] for each in find_likenings(text, language)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kami ini ibarat anak tiri.", "ibarat"),
        ("Ibaratnya kapal, nakhodanya dua.", "Ibaratnya"),
        ("Beliau bagaikan bapak sendiri.", "bagaikan"),
        ("Seolah-olah kami yang minta.", "Seolah-olah"),
        ("Dinas itu seperti menara gading.", "seperti"),
        ("Rapatnya kayak pasar malam.", "kayak"),
        ("Warna alam iku koyok ngopeni bayi.", "koyok"),
        ("Gayanya bak raja kecil.", "bak"),
        ("Kami dengan dinas seperti kucing dan anjing.", "seperti"),
        ("Rapatnya kayak pasar malam, ramai sekali.", "kayak"),
    ],
)
def test_words_that_liken_are_found(text: str, word: str) -> None:
    assert find(text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Ya kayak gitu, Mas.",
        "Seperti itu ceritanya.",
        "Seperti yang saya bilang tadi.",
        "Sepertinya hujan.",
        "Kayaknya belum ada.",
        "Kegiatan seperti pelatihan dan pameran.",
        "Bahan seperti mori, lilin, dan pewarna.",
        "Yang hadir seperti camat, lurah, dan ketua RT.",
        "Ya seperti biasa saja.",
        "Airnya di bak mandi.",
        "Nah, seperti.",
    ],
)
def test_pointing_listing_and_guessing_liken_nothing(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("They treat us like a stepchild.", "like"),
        ("The forum is like a market.", "like"),
        ("He talks as if he owned it.", "as if"),
        ("It felt like the end of a road.", "like"),
        ("It's like going to the gym, only the gym hates you.", "like"),
        ("October's like somebody switched it off at the wall.", "like"),
        ("Everyone smiles like I'd been rescued.", "like"),
    ],
)
def test_english_likenesses_are_found(text: str, word: str) -> None:
    assert find(text, "en") == [word]


@pytest.mark.parametrize(
    "text",
    [
        "I like batik.",
        "We would like a loan.",
        "I'd like to see a pier.",
        "It was, like, late.",
        "Like, actually nine.",
        "Things like dyes and wax.",
        "What is it like?",
        "What's it like dealing with them now?",
        "It's always been like that, mind.",
    ],
)
def test_english_wishes_fillers_and_examples_are_none(text: str) -> None:
    assert find(text, "en") == []


def test_plain_words_are_told_apart() -> None:
    assert [each.is_plain for each in find_likenings("Ibarat kapal, kayak perahu bocor.", "id")] == [True, False]
