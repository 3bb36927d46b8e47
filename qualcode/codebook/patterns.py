"""The rule language: what a cue's text means.

Words separated by blanks match on lemmas. `form:rapat` matches the word as written, `kumpul*` any word that begins so,
`*` alone any one word, `(bareng|bersama)` either word. `token: [...]` is a spaCy token pattern in JSON, the last
resort. docs/rules.md shows each with an example.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, Literal, NamedTuple

from qualcode.errors import QualcodeError
from qualcode.formats.json_text import parse_json
from qualcode.language.tokens import TOKEN, is_word
from qualcode.language.words import words
from qualcode.messages import mark

MOST_WORDS = 8
FEWEST_LETTERS = 3

# Found in nearly every sentence that people speak, whatever it is about.
GLUE = words("yang dan di ke dari itu ini ya the a an and of to in is it that")
_FILLINGS = ("", "a", "1")  # what stands in for a * to see whether there can be such a word

AtomKind = Literal["lemma", "form", "wildcard", "any"]


class PatternError(QualcodeError):
    """A cue that cannot be meant as it is written."""


class Atom(NamedTuple):
    """One way to fill a place: a lemma, a form as written, a wildcard or any word ("*"), in lower case."""

    kind: AtomKind
    text: str


class Element(NamedTuple):
    """One place of a pattern, filled by any of its atoms."""

    atoms: tuple[Atom, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A cue, read. Either `elements` (one a word, in order) or `token`, a spaCy token pattern, is filled."""

    text: str
    elements: tuple[Element, ...] = ()
    token: tuple[dict[str, Any], ...] = field(default=(), hash=False)


@lru_cache(maxsize=8192)
def parse_pattern(text: str) -> Pattern:
    """Read one cue. What cannot be meant raises `PatternError`, which says how to write it."""
    if "token" in text and (token := re.match(r"\s*token\s*:", text)):
        return Pattern(text, token=_parse_token_pattern(text[token.end() :]))
    elements = tuple(_parse_element(place) for place in _split_places(text))
    if not elements:
        raise PatternError(mark("The cue is empty"), mark("Write the words to look for, or take the cue out."))
    if len(elements) > MOST_WORDS:
        raise PatternError(
            mark(
                'The cue "{text}" has {count} words; {most_words} is the most',
                text=text,
                count=len(elements),
                most_words=MOST_WORDS,
            ),
            mark("Keep the few words that carry the meaning."),
        )
    if any(_is_any(element) for element in (elements[0], elements[-1])):
        raise PatternError(
            mark('The cue "{text}" begins or ends with a lone *', text=text),
            mark("A lone * stands for one word between two others; take it away at the ends."),
        )
    if len(elements) == 1 and (glue := next((atom for atom in elements[0].atoms if atom.text in GLUE), None)):
        raise PatternError(
            mark('"{text}" stands in nearly every sentence', text=glue.text),
            mark("Write it together with other words."),
        )
    return Pattern(text, elements)


def spell_variants(pattern: Pattern) -> tuple[tuple[Element, ...], ...]:
    """The ways in which a pattern's words may be joined: as they stand, with hyphenated words taken apart, and
    plain words joined by hyphens. So `face to face` and `face-to-face` find each other."""
    variants = [pattern.elements]
    parts: list[Element] = []
    for element in pattern.elements:
        atom = element.atoms[0]
        if len(element.atoms) == 1 and atom.kind in ("lemma", "form") and "-" in atom.text:
            parts += (Element((Atom(atom.kind, part),)) for part in atom.text.split("-"))
        else:
            parts.append(element)
    if len(parts) > len(pattern.elements):
        variants.append(tuple(parts))
    if len(parts) > 1 and all(len(part.atoms) == 1 and part.atoms[0].kind in ("lemma", "form") for part in parts):
        joined = (Element((Atom("form", "-".join(part.atoms[0].text for part in parts)),)),)
        variants.append(joined)
    return tuple(variants)


def _is_any(element: Element) -> bool:
    return element.atoms[0].kind == "any"  # it stands beside no other


def _split_places(text: str) -> list[str]:
    """The places of a cue; blanks inside parentheses do not separate."""
    places = re.findall(r"(?:\([^()]*\)|[^\s()])+|[()]", text)
    if any(place in "()" for place in places):
        raise PatternError(
            mark('The cue "{text}" has a parenthesis without its partner', text=text),
            mark("Write alternatives as (bareng|bersama), one pair inside no other."),
        )
    return places


@lru_cache(maxsize=8192)  # a word field stands in many cues
def _parse_element(place: str) -> Element:
    if "(" not in place:
        if "|" in place:
            raise PatternError(
                mark('"{place}" has a | outside parentheses', place=place), mark("Write ({place}).", place=place)
            )
        return Element((_parse_atom(place),))
    if not (place.startswith("(") and place.endswith(")") and place.count("(") == 1):
        raise PatternError(
            mark('"{place}" joins parentheses to other letters', place=place),
            mark("Put blanks around the parentheses and write each alternative whole: (bareng|bersama)."),
        )
    alternatives = [alternative.strip() for alternative in place[1:-1].split("|")]
    if not all(alternatives):
        raise PatternError(
            mark('"{place}" has an empty alternative', place=place), mark("Write a word on both sides of every |.")
        )
    if re.search(r"[^\s(|]\s+[^\s|)]", place):
        raise PatternError(
            mark('"{place}" has an alternative of several words', place=place),
            mark("Alternatives are single words; write one cue for each."),
        )
    if "*" in alternatives:
        raise PatternError(
            mark('"{place}" allows any word', place=place), mark("Write * alone, without the other alternatives.")
        )
    return Element(tuple(dict.fromkeys(map(_parse_atom, alternatives))))


@lru_cache(maxsize=8192)
def _parse_atom(word: str) -> Atom:
    kind: AtomKind = "lemma"
    typed = word
    if word[:5].casefold() == "form:":
        kind, typed = "form", word[5:]
    text = typed.casefold().replace("’", "'").replace("‑", "-")
    if text.isascii() and text.isalpha():  # what most are; the rest asks whether others can be one word
        return Atom(kind, text)
    if text == "*" and kind == "lemma":
        return Atom("any", text)
    if not re.fullmatch(r"[*\w][*\w'./&%\u0300-\u036f-]*", text):
        raise PatternError(
            mark('"{word}" is not one word', word=word) if text else mark("form: has no word after it"),
            mark(
                "Write words with letters, digits, hyphens and apostrophes only; commas and quotation marks match "
                "nothing."
            ),
        )
    if "*" in text:
        if sum(character.isalnum() for character in text) < FEWEST_LETTERS:
            raise PatternError(
                mark('"{word}" would match nearly every word', word=word),
                mark("Write at least {fewest_letters} letters beside the *.", fewest_letters=FEWEST_LETTERS),
            )
        kind = "wildcard"
    _refuse_what_is_no_word(word, typed, text)
    return Atom(kind, text)


def _refuse_what_is_no_word(written: str, *spellings: str) -> None:
    """A word of a cue must be a word where texts are taken apart; letters and digits stand in for its `*`."""
    for spelling in spellings:
        if any(TOKEN.findall(said) == [said] for said in map(partial(spelling.replace, "*"), _FILLINGS)):
            return
    pieces = [piece for piece in TOKEN.findall(spellings[0].replace("*", "* ")) if is_word(piece)]
    how = (
        mark("Write the words with blanks between them ({pieces})", pieces=" ".join(pieces))
        if len(pieces) > 1
        else mark("Write letters alone")
    )
    raise PatternError(
        mark('"{written}" can match nothing, for no text has it as one word', written=written),
        mark("{how}, and leave marks out.", how=how),
    )


def _parse_token_pattern(text: str) -> tuple[dict[str, Any], ...]:
    how = mark('Write a list of tokens in JSON, such as token: [{"LOWER": "naik"}, {"LIKE_NUM": true}].')
    try:
        tokens = parse_json(text)
    except ValueError as error:
        raise PatternError(mark("The token pattern is not JSON: {error}", error=error), how) from error
    if not isinstance(tokens, list) or not tokens or not all(isinstance(token, dict) for token in tokens):
        raise PatternError(mark("The token pattern is not a list of tokens"), how)
    if not any(tokens):
        raise PatternError(mark("The token pattern matches every word"), how)
    return tuple({key.upper(): value for key, value in token.items()} for token in tokens)
