"""Token patterns, the last resort of the rule language: what spaCy understands of them, and what can match here."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qualcode.codebook.patterns import Pattern, PatternError
from qualcode.errors import suggest
from qualcode.language.words import words
from qualcode.messages import mark

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

# What the words of a sentence have here. Parts of speech, entities and sentence starts they have not.
ATTRIBUTES = words(
    "ORTH TEXT LOWER NORM LEMMA LENGTH SHAPE PREFIX SUFFIX IS_ALPHA IS_ASCII IS_BRACKET IS_CURRENCY IS_DIGIT"
    " IS_LEFT_PUNCT IS_LOWER IS_PUNCT IS_QUOTE IS_RIGHT_PUNCT IS_TITLE IS_UPPER LIKE_EMAIL LIKE_NUM LIKE_URL OP"
)
_TALK = {
    "id": "ya kalau menurut saya sih sebetulnya orang sini sudah lama kerja begitu tapi belum pernah ada yang datang",
    "en": "well in my opinion people around here have worked like that for years but nobody ever came by to look",
}
_REFERENCE = mark("See https://spacy.io/api/matcher#patterns for what a token may ask.")


def check_token_pattern(pattern: Pattern, language: str) -> None:
    """Refuse with a `PatternError` what spaCy does not understand, what no word can match and what nearly every word
    does. Loads spaCy."""
    for token in pattern.token:
        for key in token:
            if key not in ATTRIBUTES:
                raise PatternError(mark("A word has no `{key}` here", key=key), suggest(key, tuple(sorted(ATTRIBUTES))))
        for attribute, value in _list_texts(token):
            _check_text(attribute, value, language)
    from qualcode.language.pipeline import make_doc_of_tokens

    talk = _TALK[language].split()
    matched = find_tokens(make_token_matcher({"": pattern}, language), make_doc_of_tokens(talk, language))
    if len({place for start, end, _ in matched for place in range(start, end)}) > len(talk) / 2:
        raise PatternError(
            mark("The pattern {text} matches nearly every word", text=pattern.text),
            mark("Name a word or a lemma in it."),
        )


def make_token_matcher(patterns: dict[str, Pattern], language: str) -> "Matcher":
    """The matcher for these token patterns, each under its name. One that spaCy refuses raises `PatternError`."""
    from qualcode.language.pipeline import make_matcher

    matcher = make_matcher(language)
    for name, pattern in patterns.items():
        tokens: list[dict[str, Any]] = [dict(token) for token in pattern.token]
        try:
            matcher.add(name, [tokens])
        except (ValueError, AttributeError, re.error) as error:
            raise PatternError(
                mark("spaCy does not understand the pattern {text}", text=pattern.text), _REFERENCE
            ) from error
    return matcher


def find_tokens(matcher: "Matcher", doc: "Doc") -> list[tuple[int, int, str]]:
    """Where patterns match in a sentence, overlapping matches too: tokens `[start, end)` and the pattern's name."""
    strings = doc.vocab.strings
    return [(start, end, strings[key]) for key, start, end in matcher(doc) if start < end]


def _list_texts(token: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for attribute in words("ORTH TEXT LOWER NORM LEMMA") & token.keys():
        value = token[attribute]
        values = value.get("IN") if isinstance(value, dict) else [value]
        yield from ((attribute, text) for text in values or () if isinstance(text, str))


def _check_text(attribute: str, text: str, language: str) -> None:
    from qualcode.language.lemmas import find_lemma
    from qualcode.language.normal_forms import find_normal_form
    from qualcode.language.tokens import TOKEN

    what = mark('No word has the {attribute} "{text}"', attribute=attribute, text=text)
    if TOKEN.findall(text) != [text]:
        raise PatternError(
            what, mark("The text is read as: {token}. Write one token for each.", token=" ".join(TOKEN.findall(text)))
        )
    if attribute not in ("ORTH", "TEXT") and text != text.lower():
        raise PatternError(what, mark('Write "{text}".', text=text.lower()))
    if attribute == "LEMMA" and find_normal_form(text, language) == text and find_lemma(text, language) != text:
        raise PatternError(what, mark('Write "{text}".', text=find_lemma(text, language)))
