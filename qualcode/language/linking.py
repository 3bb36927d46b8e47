"""Words by which a speaker says that one thing comes of another, in Indonesian, Javanese and English.

Short on purpose: `jadi`, `terus`, `akhirnya`, `so` and `since` keep talk going more often than they give a reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from qualcode.language.normal_forms import find_normal_form
from qualcode.language.tokens import TOKEN

Follows = Literal["cause", "effect"]


def _list_phrases(text: str) -> Iterable[tuple[str, ...]]:
    return (tuple(phrase.split()) for phrase in text.split(","))


# In normal forms, so `soalnya`, `merga` and `krn` are `karena`; words with an apostrophe as typed.
_PHRASES: dict[tuple[str, ...], Follows] = {
    **dict.fromkeys(
        _list_phrases(
            "karena, sebab, lantaran, gara-gara, gara2, goro-goro, akibat, berkat, disebabkan, dikarenakan,"
            " diakibatkan, because, due to, thanks to, owing to, as a result of, caused by"
        ),
        "cause",
    ),
    **dict.fromkeys(
        _list_phrases(
            "sehingga, akibatnya, makanya, makane, mulane, mulakno, jadinya, dadine, alhasil, menyebabkan,"
            " mengakibatkan, supaya, agar, oleh karena itu, oleh sebab itu, maka dari itu, itu sebabnya,"
            " itulah sebabnya, therefore, hence, so that, as a result, consequently, that's why, that is why,"
            " which is why, leads to, led to"
        ),
        "effect",
    ),
}
_LONGEST = max(map(len, _PHRASES))
_THEREFORE = (("karena", "itu"), ("karena", "ini"), ("sebab", "itu"))  # before a comma; else "because this ..."
_FIRST = frozenset(phrase[0] for phrase in (*_PHRASES, *_THEREFORE))
_LOOKS_BACK = frozenset(("soalnya", "soale"))
_AS_TYPED = frozenset(("biar",))  # `supaya`, but more often "let" or "although"
_DENIALS = frozenset(("bukan", "tidak", "not"))


@dataclass(frozen=True, slots=True)
class LinkWord:
    """A link word at the code points `[start, end)`: what `follows` it, the cause or the effect; `is_denied` where the
    speaker says that it is not so (`bukan karena`). `looks_back` where a sentence that begins with it gives the reason
    of the sentence before (`Soalnya ...`)."""

    start: int
    end: int
    follows: Follows
    is_denied: bool = False
    looks_back: bool = False


@lru_cache(maxsize=4_096)  # a sentence that bears several codes is read for each pair of them
def find_link_words(text: str, language: str) -> tuple[LinkWord, ...]:
    """The link words of a text in order; of those that begin at one word the longest. `language` is "id" or "en"."""
    matches = list(TOKEN.finditer(text))
    typed = [match.group().casefold().replace("’", "'") for match in matches]
    forms = [token if "'" in token or token in _AS_TYPED else find_normal_form(token, language) for token in typed]
    found: list[LinkWord] = []
    place = 0
    while place < len(forms):
        length, follows = _find_phrase(typed, forms, place)
        if follows:
            is_denied = follows == "cause" and place > 0 and forms[place - 1] in _DENIALS
            first = place - is_denied
            looks_back = typed[place] in _LOOKS_BACK and follows == "cause"
            end = matches[place + length - 1].end()
            found.append(LinkWord(matches[first].start(), end, follows, is_denied, looks_back))
        place += length
    return tuple(found)


def _find_phrase(typed: list[str], forms: list[str], place: int) -> tuple[int, Follows | None]:
    for length in range(_LONGEST if forms[place] in _FIRST else 0, 0, -1):  # most words begin no phrase
        words = tuple(forms[place : place + length])
        if words in _PHRASES:
            return len(words), _PHRASES[words]
        if words in _THEREFORE and typed[place + 2 : place + 3] == [","]:
            return 2, "effect"
    return 1, None
