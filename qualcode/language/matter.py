"""The matter of a stretch of text: the roots of its words, without those that only hold a sentence together."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from qualcode.language.function_words import FUNCTION_WORDS
from qualcode.language.lemmas import find_lemma
from qualcode.language.normal_forms import find_normal_form
from qualcode.language.tokens import TOKEN, is_word


class Matter(NamedTuple):
    """A word that says something of its own: its lemma, and where it stands, in code points of the whole text."""

    lemma: str
    start: int
    end: int


def list_matter(
    text: str, language: str, exceptions: Mapping[str, str], start: int = 0, end: int | None = None
) -> list[Matter]:
    """The words of matter in `text[start:end]`, in order; `language` is "id" or "en". `exceptions` are lemmas set by
    hand, by word in lower case."""
    found = []
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        token = match.group()
        lemma = exceptions.get(token.casefold()) or find_matter(token, language)
        if lemma:
            found.append(Matter(lemma, *match.span()))
    return found


@lru_cache(maxsize=30_000)
def find_matter(token: str, language: str) -> str:
    """The lemma of a word or mark, "" for marks, numbers, single letters and words that say little of the matter."""
    if not is_word(token) or not token[0].isalpha() or len(token) < 2:
        return ""
    lemma = find_lemma(token, language)
    return "" if not FUNCTION_WORDS[language].isdisjoint((find_normal_form(token, language), lemma)) else lemma
