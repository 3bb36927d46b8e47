"""What changed between two states of a codebook, field by field, in the words of the file."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from qualcode.codebook.describe import name_edition
from qualcode.messages import Translate
from qualcode.model import (
    BoundaryRule,
    Cell,
    Change,
    Code,
    Codebook,
    Cue,
    EntryRule,
    Exemplar,
    FalseFriend,
    Family,
    Heading,
    Matrix,
    Mode,
    NearMiss,
    Subcode,
    Words,
)

# Where a thing stands, what is worked out from the rest, and what is compared code by code and rule by rule.
_PASSED_OVER = {"id", "line", "hash", "mode", "bases", "codes", "boundary_rules"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed: `where` is a code's id, a boundary rule's id or "" for the codebook itself; `field` is
    the key in the file. What was added has no `was`, what was removed no `now`."""

    where: str
    change: Literal["added", "removed", "renamed", "changed"]
    field: str
    was: str = ""
    now: str = ""


def compare(old: Codebook, new: Codebook) -> tuple[Difference, ...]:
    """Everything that differs in content, the codebook's own fields first, then code by code in the new order.

    Layout and the order of items make no difference. A code that is gone and one that is new count as renamed where
    `find_renamed` says so; that its new name stands wherever the old one stood is no difference more.
    """
    renamed = find_renamed(old, new)
    differences = list(_compare_fields("", old, new, renamed))
    known = {renamed.get(code.id, code.id): code for code in old.codes}
    for code in new.codes:
        before = known.pop(code.id, None)
        if before is None:
            differences.append(Difference(code.id, "added", "codes", now=_say(code)))
            continue
        if before.id != code.id:
            differences.append(Difference(code.id, "renamed", "id", before.id, code.id))
        differences += _compare_fields(code.id, before, code, renamed)
    differences += (Difference(code.id, "removed", "codes", was=_say(code)) for code in known.values())
    differences += _compare_rules(old, new, renamed)
    return tuple(differences)


def find_renamed(old: Codebook, new: Codebook) -> dict[str, str]:
    """The codes that are gone and came back under another id, by their old ids: the ones with the same label."""
    stayed = {code.id for code in old.codes} & {code.id for code in new.codes}
    fresh = {code.label: code.id for code in new.codes if code.id not in stayed}
    return {code.id: fresh[code.label] for code in old.codes if code.id not in stayed and code.label in fresh}


def rename(text: str, renamed: Mapping[str, str]) -> str:
    """A text in which the old ids of codes, and of their sub-codes, give way to the new ones."""
    if not renamed:
        return text
    old_ids = "|".join(map(re.escape, sorted(renamed, key=len, reverse=True)))
    return re.sub(rf"(?<![\w.-])(?:{old_ids})(?![\w-])", lambda found: renamed[found[0]], text)


def _compare_rules(old: Codebook, new: Codebook, renamed: Mapping[str, str]) -> Iterator[Difference]:
    before = {rule.id: rule for rule in old.boundary_rules}
    for rule in new.boundary_rules:
        if rule.id in before:
            yield from _compare_fields(rule.id, before.pop(rule.id), rule, renamed)
        else:
            yield Difference(rule.id, "added", "boundary_rules", now=_say(rule))
    for rule in before.values():
        yield Difference(rule.id, "removed", "boundary_rules", was=_say(rule))


def _compare_fields(where: str, old: Any, new: Any, renamed: Mapping[str, str]) -> Iterator[Difference]:
    """The fields of one noun; of a list only the items that came or went."""
    for each in fields(old):
        if each.name in _PASSED_OVER:
            continue
        was = [rename(text, renamed) for text in _list(getattr(old, each.name))]
        now = _list(getattr(new, each.name))
        gone = [text for text in was if text not in now]
        come = [text for text in now if text not in was]
        if len(was) == len(now) == 1 and gone:
            yield Difference(where, "changed", each.name, gone[0], come[0])
            continue
        yield from (Difference(where, "removed", each.name, was=text) for text in gone)
        yield from (Difference(where, "added", each.name, now=text) for text in come)


def _list(value: Any) -> list[str]:
    """A field as texts: the items of a list, else the one thing it holds, if it holds any."""
    if isinstance(value, tuple):
        return [_say(item) for item in value]
    if isinstance(value, dict):
        return [f"{language}: {word}: {lemma}" for language, words in value.items() for word, lemma in words.items()]
    return [text] if (text := _say(value)) else []


def _say(value: Any) -> str:
    """One item in plain words; what has no words of its own is a text or a number."""
    say = _SAYINGS.get(type(value), str)
    return say(value)


def _say_words(words: Words) -> str:
    return "; ".join(f"{language}: {text}" for language, text in (("id", words.id), ("en", words.en)) if text)


def _say_labelled(noun: Code | Subcode) -> str:
    return f"{noun.id}: {_say_words(noun.label)}"


def _say_family(family: Family) -> str:
    return f"{family.id}: {_say_words(family.label)} ({family.kind})"


def _say_mode(mode: Mode) -> str:
    moves = "; ".join(f"{subcode} → {code}" for subcode, code in mode.moves.items())
    return f"{mode.id}: {_say_words(mode.label)} ({moves})"


def _say_exemplar(exemplar: Exemplar) -> str:
    return f"“{exemplar.text}” ({exemplar.language})"


def _say_near_miss(miss: NearMiss) -> str:
    return f"“{miss.text}” ({miss.language}; {miss.why}){_point(miss.goes_to)}"


def _say_cue(cue: Cue) -> str:
    first, _, kind = cue.rule.split("/", 3)[:3]
    return f"{cue.language}{'' if first == 'actors' else f', {kind}'}: {cue.pattern}{_point(cue.subcode)}"


def _say_false_friend(friend: FalseFriend) -> str:
    return f"{friend.language}: {friend.pattern} ({friend.why}){_point(friend.code)}"


def _say_rule(rule: BoundaryRule) -> str:
    return f"{_say_words(rule.question)} {_say_words(rule.rule)}"


def _say_change(change: Change) -> str:
    return f"{change.date}, {change.by}: {change.why}"


def _point(code_id: str) -> str:
    return f" → {code_id}" if code_id else ""


_SAYINGS: dict[type, Callable[[Any], str]] = {
    Words: _say_words,
    Code: _say_labelled,
    Subcode: _say_labelled,
    Family: _say_family,
    Mode: _say_mode,
    Exemplar: _say_exemplar,
    NearMiss: _say_near_miss,
    Cue: _say_cue,
    FalseFriend: _say_false_friend,
    BoundaryRule: _say_rule,
    Change: _say_change,
}


def tabulate(old: Codebook, new: Codebook, differences: Iterable[Difference], t: Translate) -> Matrix:
    """The differences as a table, a row each."""
    found = tuple(differences)
    words = {"added": t("added"), "removed": t("removed"), "renamed": t("renamed"), "changed": t("changed")}
    return Matrix(
        name="codebook-diff",
        title=t("What changed in the codebook"),
        rows=tuple(
            Heading(str(number), f"{each.where} {each.field}".strip()) for number, each in enumerate(found, start=1)
        ),
        columns=(Heading("change", t("Change")), Heading("was", t("Was")), Heading("now", t("Is now"))),
        cells=tuple((Cell((words[each.change],)), Cell((each.was,)), Cell((each.now,))) for each in found),
        entry_rules=(
            EntryRule(t("Was"), name_edition(old, t)),
            EntryRule(t("Is now"), name_edition(new, t)),
            EntryRule(t("Rows"), t("code and key of the file; the order of items and the layout make no difference")),
        ),
    )
