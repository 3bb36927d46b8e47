"""The words and marks of a stretch of text in lower case, as typed and in their normal forms."""

from collections.abc import Sequence

from qualcode.language.javanese import find_i
from qualcode.language.normal_forms import NORMAL_FORMS, find_normal_form
from qualcode.language.tokens import list_tokens


def list_typed(text: str) -> list[str]:
    """The words and marks in lower case, with straight apostrophes and hyphens."""
    return list_tokens(text.lower().replace("’", "'").replace("‑", "-"))


def find_forms(typed: Sequence[str], language: str, around: str = "") -> list[str]:
    """The normal forms of words and marks as `list_typed` gives them; `language` is "id" or "en". `around` is the text
    that holds them, which decides about a Javanese `tak` (see `find_i`)."""
    table = NORMAL_FORMS[language]
    if language == "en":
        return [find_normal_form(word, language) if "'" in word else table.get(word, word) for word in typed]
    forms = list(map(table.get, typed, typed))
    if "tak" in typed:
        for place in find_i(typed, around):
            forms[place] = "saya"
    return forms


def list_forms(text: str, language: str) -> list[str]:
    """The words of a stretch in their normal forms, and its marks."""
    return find_forms(list_typed(text), language)
