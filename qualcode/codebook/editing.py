"""A codebook that grows: codes added, renamed, split and merged by careful edits of its file.

Each function takes the file's text and gives the new one; nothing is checked here beyond what the edit itself needs,
so the result must be read and checked before it is written.
"""

import re
from dataclasses import dataclass
from typing import Any

from qualcode.codebook.layout import Edit, Item, Keys, Layout, make_item, write_text
from qualcode.codebook.references import names_code, rename_references
from qualcode.errors import QualcodeError, suggest
from qualcode.messages import mark
from qualcode.model import Change

# The lists that a merged code brings along, and the key that tells their items apart.
_LISTS = {
    "use_when": "",
    "do_not_use_when": "",
    "exemplars": "text",
    "near_misses": "text",
    "subcodes": "id",
    "boundary_with": "",
    "changed": "",
}


@dataclass(frozen=True, slots=True)
class NewCode:
    """What `add_code` writes; `language` is the one the texts are in, needed in a codebook of two languages."""

    id: str
    family: str
    label: str
    definition: str
    exemplar: str = ""
    language: str = ""


def add_code(text: str, new: NewCode, change: Change) -> str:
    """The file with a new code behind the last one of its family, else behind the last code."""
    layout = Layout(text)
    codes = _list_codes(layout)
    _refuse_taken(layout, new.id)
    kin = [code for code in codes.values() if _written(layout, code, "family") == new.family]
    before = (kin or list(codes.values()))[-1]
    sequence = layout.get(layout.root, "codes")
    if sequence.flow_style:
        raise _refuse_brackets("the list of codes")

    language = _choose_language(layout, new.language)

    def words(written: str) -> str:
        return f"{{{language}: {write_text(written)}}}" if language else write_text(written)

    lines = [f"- id: {new.id}"]
    if new.family:
        lines.append(f"  family: {new.family}")
    lines += [f"  label: {words(new.label)}", f"  definition: {words(new.definition)}"]
    if new.exemplar:
        lang = f", lang: {language}" if language else ""
        lines += ["  exemplars:", f"    - {{text: {write_text(new.exemplar)}{lang}}}"]
    lines += ["  changed:", f"    - {_write_change(change)}"]
    margin = " " * sequence.start_mark.column
    return layout.apply([layout.insert_after(before, "\n" + "".join(f"{margin}{line}\n" for line in lines))])


def _choose_language(layout: Layout, language: str) -> str:
    """The key under which texts stand: none in a codebook of one language."""
    written = [item.value for item in layout.items(layout.get(layout.root, "languages"))]
    if len(written) == 1:
        return ""
    if not language:
        raise QualcodeError(
            mark("The codebook is written in two languages"), mark("Say with --text which one these texts are in")
        )
    return language


def rename_code(text: str, old: str, new: str, change: Change) -> str:
    """The file with the code `old`, its sub-codes and whatever names them under the id `new`."""
    layout = Layout(text)
    code = _find_code(layout, old)
    _refuse_taken(layout, new)
    edits = rename_references(layout, {old: new})
    return layout.apply([*edits, *_log(layout, code, change)])


def split_code(text: str, old: str, into: tuple[str, ...], change: Change) -> str:
    """The file with the code `old` as several, each a copy of its entry, one behind the other.

    What else names `old` names the first of them. `old` itself may be among `into`. Cues and definitions are for a
    person to divide: until then every one of the codes is looked for by all cues.
    """
    layout = Layout(text)
    code = _find_code(layout, old)
    if len(set(into)) < 2:
        raise QualcodeError(mark("A code is split into two or more"), mark("Name each with --into"))
    for each in into:
        if each != old:
            _refuse_taken(layout, each)
    if code.flow_style:
        raise _refuse_brackets(mark("the entry of {code}", code=old))
    logged = layout.apply(_log(layout, code, change))
    layout = Layout(logged)
    code = _find_code(layout, old)
    start, end = layout.find_lines(code)
    edits = rename_references(layout, {old: into[0]}) if into[0] != old else []
    copies = []
    for each in into[1:]:
        own = [edit for edit in rename_references(layout, {old: each}) if start <= edit.start < end]
        copies.append(
            Layout(logged).apply(own)[start : end + sum(len(edit.now) - edit.end + edit.start for edit in own)]
        )
    gap = "\n" if logged[end:].startswith(("\n", "\r\n")) else ""
    return layout.apply(
        [*edits, layout.insert_after(code, "".join(gap + copy.replace("\r\n", "\n") for copy in copies))]
    )


def merge_codes(text: str, gone: str, into: str, change: Change) -> str:
    """The file with the code `gone` taken into `into`.

    Passages, cues, sub-codes, uses and the log of `gone` join those of `into`, save what is there already. Near misses
    and exclusions of either that name the other are left out: they told the two apart. Label and definitions stay
    those of `into`; what else names `gone` names `into`.
    """
    if gone == into:
        raise QualcodeError(
            mark("{gone} cannot be merged into itself", gone=gone), mark("Name another code with --into")
        )
    text = _part(text, gone, into)
    text = _join(text, gone, into)
    layout = Layout(text)
    edits = _log(layout, _find_code(layout, into), change)
    code = _find_code(layout, gone)
    taken = _take_out(layout, code)
    start, end = (taken.start, taken.end)
    edits += (edit for edit in rename_references(layout, {gone: into}, spared=(into,)) if not start <= edit.start < end)
    return layout.apply([*edits, taken])


def _part(text: str, gone: str, into: str) -> str:
    """The file without what only tells the two codes apart, or names both in one list."""
    layout = Layout(text)
    edits: list[Edit] = []
    for code_id, code in _list_codes(layout).items():
        neighbours = layout.get(code, "boundary_with")
        named = {item.value for item in layout.items(neighbours)}
        needless = into if code_id == gone else gone if code_id == into or into in named else ""
        edits += layout.drop_items(neighbours, [item for item in layout.items(neighbours) if item.value == needless])
        if code_id in (gone, into):
            other = into if code_id == gone else gone
            misses, exclusions = layout.get(code, "near_misses"), layout.get(code, "do_not_use_when")
            apart = [miss for miss in layout.items(misses) if names_code(_written(layout, miss, "goes_to"), other)]
            edits += layout.drop_items(misses, apart)
            apart = [item for item in layout.items(exclusions) if names_code(layout.write_flow(item), other)]
            edits += layout.drop_items(exclusions, apart)
    return layout.apply(edits)


def _join(text: str, gone: str, into: str) -> str:
    """The file with what stands in the lists of `gone` in those of `into` too."""
    for path, items in _collect(Layout(text), gone, into).items():
        layout = Layout(text)  # a list may have been made a moment ago
        text = layout.apply(layout.extend(_find_code(layout, into), path, items))
    return text


def _collect(layout: Layout, gone: str, into: str) -> dict[Keys, list[Item]]:
    """The items of `gone` by the lists of `into` that they belong in, those that are there already left out."""
    source, target = _find_code(layout, gone), _find_code(layout, into)
    found: dict[Keys, list[Item]] = {}
    for key, name_key in _LISTS.items():
        known = {_name(layout, item, name_key) for item in layout.items(layout.get(target, key))}
        found[key,] = _take(layout, layout.get(source, key), known, name_key)
    for language, lists in layout.pairs(layout.get(source, "cues")):
        there = layout.pairs(layout.get(layout.get(target, "cues"), language))
        known = {_name(layout, item, "cue") for _, sequence in there for item in layout.items(sequence)}
        for key, sequence in layout.pairs(lists):
            found["cues", language, key] = _take(layout, sequence, known, "cue")
    return found


def _take(layout: Layout, sequence: Any, known: set[str], name_key: str) -> list[Item]:
    return [
        layout.take_item(sequence, item)
        for item in layout.items(sequence)
        if _name(layout, item, name_key) not in known
    ]


def _name(layout: Layout, item: Any, name_key: str) -> str:
    """What tells an item of a list from the others: its text, one of its keys, or all of it."""
    named = item if item.id == "scalar" else layout.get(item, name_key)
    if named is None or named.id != "scalar":
        return layout.write_flow(item)
    return named.value.rpartition(".")[2] if name_key == "id" else str(named.value)


def _take_out(layout: Layout, code: Any) -> Edit:
    """The entry of a code taken out, with the blank lines behind it."""
    if layout.get(layout.root, "codes").flow_style:
        raise _refuse_brackets("the list of codes")
    start, end = layout.find_lines(code)
    blank = re.compile(r"(?:[^\S\r\n]*(?:\r\n|\n|\r))*").match(layout.text, end)
    return Edit(start, blank.end() if blank else end, "")


def _log(layout: Layout, code: Any, change: Change) -> list[Edit]:
    return layout.extend(code, ("changed",), [make_item(_write_change(change))])


def _write_change(change: Change) -> str:
    return f"{{date: {change.date}, by: {write_text(change.by)}, why: {write_text(change.why)}}}"


def _list_codes(layout: Layout) -> dict[str, Any]:
    """The entries of the file's own codes by id."""
    return {_written(layout, code, "id"): code for code in layout.items(layout.get(layout.root, "codes"))}


def _find_code(layout: Layout, code_id: str) -> Any:
    codes = _list_codes(layout)
    if code_id not in codes:
        raise QualcodeError(
            mark("The file itself has no code {code_id}", code_id=code_id), suggest(code_id, tuple(codes))
        )
    return codes[code_id]


def _refuse_taken(layout: Layout, code_id: str) -> None:
    if code_id in _list_codes(layout):
        raise QualcodeError(
            mark("There is a code {code_id} already", code_id=code_id),
            mark("Choose another id; two codes are joined by merge"),
        )


def _refuse_brackets(what: str) -> QualcodeError:
    return QualcodeError(
        mark("In this file {what} stands in brackets", what=what),
        mark("Write it over several lines first, a key a line"),
    )


def _written(layout: Layout, node: Any, key: str) -> str:
    value = layout.get(node, key)
    return str(value.value) if value is not None and value.id == "scalar" else ""
