"""Words that say what comes of what."""

import pytest

from qualcode.language.linking import find_link_words


def found(text: str, language: str = "id") -> list[tuple[str, str]]:
    return [(text[word.start : word.end], word.follows) for word in find_link_words(text, language)]


@pytest.mark.parametrize(
    ("text", "word", "follows"),
    [
        ("Bimtek jarang karena dananya dipotong.", "karena", "cause"),
        ("Sepi, soale ora ono sing teko.", "soale", "cause"),
        ("Gara-gara pandemi kami tutup.", "Gara-gara", "cause"),
        ("Dananya dipotong sehingga bimtek jarang.", "sehingga", "effect"),
        ("Makanya kami jalan sendiri.", "Makanya", "effect"),
        ("Oleh karena itu, kami jalan sendiri.", "Oleh karena itu", "effect"),
        ("Karena itu, kami jalan sendiri.", "Karena itu", "effect"),
        ("Kami malas karena itu jauh.", "karena", "cause"),
        ("We stopped as a result of the cuts.", "as a result of", "cause"),
        ("As a result, we stopped.", "As a result", "effect"),
        ("That’s why we stopped.", "That’s why", "effect"),
    ],
)
def test_a_link_word_tells_what_follows_it(text: str, word: str, follows: str) -> None:
    assert found(text) == [(word, follows)]


@pytest.mark.parametrize(
    "text",
    [
        "Jadi ketua itu berat.",
        "Terus kami pulang.",
        "Since May we meet.",
        "Sampai sekarang.",
        "Oh, so that's it.",
        "Biar dia timbang sendiri.",
    ],
)
def test_words_that_only_keep_the_talk_going_are_none(text: str) -> None:
    assert found(text) == []


def test_a_denied_reason_is_told_apart_from_not_only() -> None:
    [denied] = find_link_words("Sepi bukan karena harga.", "id")
    assert denied.is_denied
    [more] = find_link_words("Sepi bukan cuma karena harga.", "id")
    assert not more.is_denied
