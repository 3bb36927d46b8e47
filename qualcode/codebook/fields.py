"""What a codebook file says over and over: ids, languages, words in both languages, cues by language."""

import re
from collections.abc import Iterator

from qualcode.codebook.patterns import Pattern, PatternError, parse_pattern
from qualcode.codebook.token_patterns import check_token_pattern
from qualcode.formats.marked_yaml import Checker, Entry
from qualcode.messages import LANGUAGES, mark
from qualcode.model import Words

ID_SHAPE = re.compile(r"[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*")
NAMES = {"id": mark("Indonesian"), "en": mark("English")}


def read_languages(check: Checker, entry: Entry | None) -> tuple[str, ...]:
    """The languages in which the codebook's texts are written: both where the file does not say."""
    languages = []
    for item in check.texts(entry, "languages"):
        if item.written in LANGUAGES:
            languages.append(item.written)
        else:
            check.note(
                item,
                mark("the language `{written}` is not known", written=item.written),
                mark("Use {languages}", languages=" / ".join(LANGUAGES)),
            )
    return tuple(dict.fromkeys(languages)) or LANGUAGES


def read_words(
    check: Checker, entry: Entry | None, place: str, languages: tuple[str, ...], *, needed_at: Entry | None = None
) -> Words:
    """The same words in each of the codebook's languages.

    A codebook of one language writes plain text; one of both writes `{id: ..., en: ...}`. A language left out is a
    warning. With `needed_at`, words that are not there at all are an error at that entry.
    """
    if entry is None or entry.value is None:
        if needed_at:
            check.note(needed_at, mark("{place} is missing", place=place), mark("Add it"))
        return Words()
    if not isinstance(entry.value, dict):
        text = check.text(entry, place)
        if len(languages) == 1:
            return Words(**{languages[0]: text})
        if text:
            how = mark(
                "Write `id: ...` and `en: ...` under it, or say `languages: [{languages}]` at the top of the file",
                languages=languages[0],
            )
            check.note(entry, mark("{place} is in one language only", place=place), how)
        return Words()
    entries = check.keys(entry, LANGUAGES, place)
    texts = {language: check.text(entries.get(language), place) for language in LANGUAGES}
    for language in languages:
        if not texts[language]:
            check.note(
                entry,
                mark("{place} has no {names} words", place=place, names=NAMES[language]),
                mark("Add `{language}: ...`", language=language),
                "warning",
            )
    return Words(**texts)


def read_required_text(check: Checker, parent: Entry, entry: Entry | None, place: str, example: str) -> str:
    """A text that must be there; without it an error is noted at its parent."""
    text = check.text(entry, place)
    if not text and (entry is None or not isinstance(entry.value, dict | list)):
        check.note(
            entry or parent,
            mark("{place} is missing", place=place),
            mark("Write `{place}: ...`: {example}", place=place, example=example),
        )
    return text


def read_id(check: Checker, parent: Entry, entry: Entry | None, place: str) -> str:
    """An id of the right shape, or "" with an error."""
    text = read_required_text(check, parent, entry, place, mark("a short id such as CG.DLG"))
    if text and not ID_SHAPE.fullmatch(text):
        how = mark("Begin with a letter; use letters, digits, `-` and `_`, with full stops between the parts")
        check.note(entry or parent, mark("`{text}` cannot be an id", text=text), how)
        return ""
    return text


def complete_id(code: str, subcode: str) -> str:
    """`forum` or `CG.DLG.forum` as `CG.DLG.forum`."""
    return subcode if "." in subcode or not subcode else f"{code}.{subcode}"


def read_language(check: Checker, parent: Entry, entry: Entry | None, languages: tuple[str, ...]) -> str:
    """The language of a passage; the codebook's only one needs no mention."""
    if entry is None and len(languages) > 1:
        check.note(parent, mark("lang is missing"), mark("Write `lang: id` or `lang: en`"))
    return check.one_of(entry, LANGUAGES, languages[0], "lang")


def by_language(check: Checker, entry: Entry | None, place: str) -> Iterator[tuple[str, Entry]]:
    """What stands under `id:` and under `en:`."""
    if entry is not None and entry.value is not None:
        yield from check.keys(entry, LANGUAGES, place).items()


def read_pattern(check: Checker, entry: Entry, language: str, place: str) -> Pattern | None:
    """A phrase or token pattern of the rule language; None, with its own words noted, where it cannot be meant."""
    text = check.text(entry, place)
    if not text:
        if not isinstance(entry.value, dict | list):
            check.note(
                entry, mark("{place} is empty", place=place), mark("Write the words to look for, or take the item out")
            )
        return None
    try:
        pattern = parse_pattern(text)
        if pattern.token:
            check_token_pattern(pattern, language)
    except PatternError as error:
        check.note(entry, error.what, error.how)
        return None
    return pattern
