"""A codebook that extends another one: its codes come after the other's, and both make one codebook."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from qualcode.codebook.code_entry import get_written
from qualcode.errors import suggest
from qualcode.formats.marked_yaml import Checker, Entry
from qualcode.messages import mark
from qualcode.model import Codebook, Edition
from qualcode.shipped import list_codebooks


def find_base(check: Checker, entry: Entry, chain: tuple[Path, ...]) -> tuple[Path, str] | None:
    """The file that `extends:` means and how to call it: one beside the file that says so, or a shipped codebook.

    `chain` are the files that led here, the last one asking; a codebook that comes to extend itself is noted.
    """
    word = check.text(entry, "extends")
    shipped = list_codebooks()
    beside = chain[-1].parent / word
    path, name = (beside, beside.name) if beside.is_file() else (shipped.get(word), f"{word}.yaml")
    if path is None or not word:
        check.note(entry, mark("there is no codebook `{word}` to extend", word=word), suggest(word, tuple(shipped)))
    elif path.resolve() in chain:
        check.note(
            entry,
            mark("the codebook extends itself through `{word}`", word=word),
            mark("Name another one, or take the line out"),
        )
    else:
        return path, name
    return None


def refuse_taken(check: Checker, entries: dict[str, Entry], base: Codebook) -> None:
    """Note every id of the file that `base` has already, and every code that would lie under or over one of its."""
    families = {family.id for family in base.families}
    modes = {mode.id for mode in base.modes}
    rules = {rule.id for rule in base.boundary_rules}
    for kind, taken, named in (
        ("family", families, _list_keys(entries.get("families"))),
        ("mode", modes, _list_keys(entries.get("modes"))),
        ("boundary rule", rules, _list_ids(entries.get("boundary_rules"))),
    ):
        for id_, entry in named:
            if id_ in taken:
                check.note(
                    entry,
                    mark("the {kind} `{id}` is one of {name} already", kind=kind, id=id_, name=base.name),
                    mark("Give it another id"),
                )
    for id_, entry in _list_ids(entries.get("codes")):
        for code in base.codes:
            if f"{id_}.".startswith(f"{code.id}.") or code.id.startswith(f"{id_}."):
                what = mark("the code `{id}` gets in the way of `{id2}` of {name}", id=id_, id2=code.id, name=base.name)
                check.note(entry, what, mark("Give it an id of its own"))
    for language, words in _list_keys(entries.get("lemma_exceptions")):
        for word, entry in _list_keys(words):
            lemma = base.lemma_exceptions.get(language, {}).get(word.casefold(), "")
            if lemma and lemma != entry.written.strip().casefold():
                check.note(
                    entry,
                    mark("{name} sets the root of {word} to {lemma}", name=base.name, word=word, lemma=lemma),
                    mark("Take the line out"),
                )


def _list_keys(entry: Entry | None) -> Iterator[tuple[str, Entry]]:
    yield from entry.value.items() if entry and isinstance(entry.value, dict) else ()


def _list_ids(entry: Entry | None) -> Iterator[tuple[str, Entry]]:
    for item in entry.value if entry and isinstance(entry.value, list) else ():
        if id_ := get_written(item, "id"):
            yield id_, item


def join(base: Codebook, own: Codebook) -> Codebook:
    """One codebook of both: name, version, title and languages of the one that extends, everything else together."""
    languages = base.lemma_exceptions | own.lemma_exceptions
    return replace(
        own,
        families=(*base.families, *own.families),
        codes=(*base.codes, *own.codes),
        modes=(*base.modes, *own.modes),
        boundary_rules=(*base.boundary_rules, *own.boundary_rules),
        actors=(*base.actors, *own.actors),
        false_friends=(*base.false_friends, *own.false_friends),
        lemma_exceptions={
            language: base.lemma_exceptions.get(language, {}) | own.lemma_exceptions.get(language, {})
            for language in languages
        },
        weights=own.weights or base.weights,
        bases=(Edition(base.name, base.version, base.hash), *base.bases),
    )
