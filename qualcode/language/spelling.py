"""The words and marks of a stretch of text in lower case, as typed and in their normal forms."""

from collections.abc import Callable
from functools import lru_cache, partial

from qualcode.language.normal_forms import find_normal_form
from qualcode.language.tokens import TOKEN, is_word

_MOST_REMEMBERED = 30_000


def list_typed(text: str) -> list[str]:
    """The words and marks in lower case, with straight apostrophes and hyphens."""
    return " ".join(map(_type, text.split())).split()


def list_forms(text: str, language: str) -> list[str]:
    """The words in their normal forms, and the marks; `language` is "id" or "en"."""
    return " ".join(map(_NORMALISE[language], text.split())).split()


@lru_cache(maxsize=_MOST_REMEMBERED)
def _type(chunk: str) -> str:
    if chunk.isalpha():  # most are one word
        return chunk.casefold()
    return " ".join(
        token.casefold().replace("’", "'").replace("‑", "-") if is_word(token) else token
        for token in TOKEN.findall(chunk)
    )


def _normalise(language: str, chunk: str) -> str:
    if chunk.isalpha():
        return find_normal_form(chunk, language)
    return " ".join(find_normal_form(token, language) if is_word(token) else token for token in TOKEN.findall(chunk))


_NORMALISE: dict[str, Callable[[str], str]] = {
    language: lru_cache(maxsize=_MOST_REMEMBERED)(partial(_normalise, language)) for language in ("id", "en")
}
