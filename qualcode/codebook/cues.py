"""The cues of a code: each a phrase, or phrases that make one together. docs/rules.md shows how they are written."""

import json
from typing import cast

from qualcode.codebook.combinations import (
    KEYS,
    KINDS,
    WINDOW,
    WITHIN,
    Combination,
    Kind,
    Within,
    describe_kinds,
    find_faults,
    parse_window,
)
from qualcode.codebook.fields import by_language, complete_id, read_pattern
from qualcode.codebook.patterns import Pattern, PatternError
from qualcode.codebook.word_fields import WordFields
from qualcode.errors import suggest
from qualcode.formats.marked_yaml import Checker, Entry, name_part
from qualcode.messages import mark
from qualcode.model import Cue, Subcode, Weight

LISTS: dict[str, Weight] = {
    "strong": "strong",
    "weak": "weak",
    "contrary": "strong",
    "asked": "asked",
    "answer": "answer",
    "answer_contrary": "answer",
}


def read_cues(
    check: Checker, entry: Entry | None, code: str, subcodes: tuple[Subcode, ...], fields: WordFields
) -> tuple[Cue, ...]:
    """What stands under `cues:` of a code: by language, lists of cues. Those that cannot be read are noted and left
    out."""
    return tuple(
        cue
        for language, lists in by_language(check, entry, name_part("cues", code))
        for key, items in check.keys(lists, tuple(LISTS), mark("cues of {code}", code=code)).items()
        for item in check.items(items, key)
        if (cue := _read_cue(check, item, (code, language, key), subcodes, fields))
    )


def _read_cue(
    check: Checker, entry: Entry, where: tuple[str, str, str], subcodes: tuple[Subcode, ...], fields: WordFields
) -> Cue | None:
    """A cue is a text, or a mapping with one of `cue`, `near`, `all` and `token` and what goes with it."""
    code, language, key = where
    entry = fields.expand(check, entry, language)
    if isinstance(entry.value, dict):
        entries = check.keys(entry, (*KEYS, "token", "subcode"), mark("a cue"))
        pattern = _read_mapping(check, entry, entries, language)
    else:
        entries = {}
        phrase = read_pattern(check, entry, language, "the cue")
        pattern = phrase.text if phrase else ""
    if not pattern:
        return None
    subcode = complete_id(code, check.text(entries.get("subcode"), "subcode"))
    known = tuple(each.id for each in subcodes)
    if subcode and subcode not in known:
        check.note(
            entries["subcode"],
            mark("{code} has no sub-code `{subcode}`", code=code, subcode=subcode),
            suggest(subcode, known),
        )
    return Cue(
        rule="/".join((*where, fields.shorten(pattern.replace("|", "/"), language))),
        pattern=pattern,
        language=language,
        weight=LISTS[key],
        polarity="contrary" if key.endswith("contrary") else "supporting",
        line=entry.line,
        subcode=subcode,
    )


def _read_mapping(check: Checker, entry: Entry, entries: dict[str, Entry], language: str) -> str:
    """The pattern of a cue that is written as a mapping, or "" with what is wrong noted."""
    kinds = [kind for kind in (*KINDS, "token") if kind in entries]
    if len(kinds) != 1:
        if kinds or len(entries) == len(entry.value):  # else an unknown key has been noted
            check.note(entry, *describe_kinds(kinds))
        return ""
    if kinds == ["token"]:
        return _read_token_pattern(check, entries, language)
    if set(entries) <= {"cue", "subcode"}:
        phrase = read_pattern(check, entries["cue"], language, "the cue")
        return phrase.text if phrase else ""
    combination = _read_combination(check, entries, cast(Kind, kinds[0]), language)
    if combination is None:
        return ""
    faults = list(find_faults(combination, entries))
    for key, what, how in faults:
        check.note(entries.get(key, entry), what, how)
    return "" if faults else combination.text


def _read_token_pattern(check: Checker, entries: dict[str, Entry], language: str) -> str:
    token = entries["token"]
    for key in entries.keys() - {"token", "subcode"}:
        check.note(entries[key], mark("`{key}` says nothing beside `token`", key=key), mark("Take it out."))
    text = f"token: {json.dumps(token.plain(), ensure_ascii=False, default=str)}"
    phrase = read_pattern(check, Entry(text, token.line, text), language, "the cue")
    return phrase.text if phrase else ""


def _read_combination(check: Checker, entries: dict[str, Entry], kind: Kind, language: str) -> Combination | None:
    phrases = [entries["cue"]] if kind == "cue" else _list_phrases(check, entries, kind)
    others = _list_phrases(check, entries, "unless")
    parts = [read_pattern(check, item, language, f"a phrase of `{kind}`") for item in phrases]
    unless = [read_pattern(check, item, language, "a phrase of `unless`") for item in others]
    window = _read_window(check, entries.get("window"))
    ordered = check.one_of(entries.get("ordered"), ("yes", "no"), "no", "ordered") == "yes"
    within = cast(Within, check.one_of(entries.get("within"), WITHIN, "sentence", "within"))
    if not parts or ("unless" in entries and not unless) or not all((*parts, *unless)):
        return None
    known = [cast(list[Pattern], each) for each in (parts, unless)]
    return Combination(kind, tuple(known[0]), tuple(known[1]), window, ordered, within)


def _list_phrases(check: Checker, entries: dict[str, Entry], key: str) -> list[Entry]:
    items = check.items(entries.get(key), key)
    if key in entries and (entries[key].value is None or entries[key].value == []):
        check.note(
            entries[key],
            mark("`{key}` is empty", key=key),
            mark("List phrases, such as `{key}: [janji, (ingkar|tepati)]`.", key=key),
        )
    return items


def _read_window(check: Checker, entry: Entry | None) -> int:
    text = check.text(entry, "window")
    if not entry or not text:
        return WINDOW
    try:
        return parse_window(text)
    except PatternError as error:
        check.note(entry, error.what, error.how)
        return WINDOW
