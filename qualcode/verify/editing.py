"""Edit a claim in claims.yaml; what is not meant stays as it was written, comments and layout too."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from qualcode.codebook.layout import Layout, make_item, write_text
from qualcode.errors import QualcodeError
from qualcode.formats.marked_yaml import suggest
from qualcode.messages import mark
from qualcode.model import Change


@dataclass(frozen=True, slots=True)
class ClaimEdit:
    """What is to be otherwise in a claim; what is empty stays. `text` is by language (`{"id": ..., "en": ...}`);
    `needs` and the `rivals` that are added are in `language`. `codes`, written `CG.TRU` or `CG.TRU contrary`, take the
    place of all that stand there; `values` are plain ones by key (`checkable`, `source`, `author`)."""

    language: str
    text: Mapping[str, str] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    needs: str = ""
    rivals: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


def edit_claim(file: str, id_: str, edit: ClaimEdit, change: Change) -> str:
    """The file's text with the claim edited, and the change added to its `history`.

    A claim that is not in the file, and an edit that changes nothing, are refused. What comes out must be read with
    `read_claims` before it is kept.
    """
    _find(Layout(file), id_)
    edited = file
    for language, words in edit.text.items():
        edited = _put_words(edited, id_, "text", words, language)
    if edit.codes:
        edited = _put(edited, id_, "codes", "[" + ", ".join(map(write_code, edit.codes)) + "]")
    for key, value in edit.values.items():
        edited = _put(edited, id_, key, value if key == "checkable" else write_text(value))
    if edit.needs:
        edited = _put_words(edited, id_, "needs", edit.needs, edit.language)
    for rival in edit.rivals:
        words = write_text(rival) if _has_one_language(edited) else f"{{{edit.language}: {write_text(rival)}}}"
        edited = _extend(edited, id_, "rivals", f"{{text: {words}}}")
    if edited == file:
        raise QualcodeError(
            mark("Nothing about {claim} would be otherwise", claim=id_), mark("Say with an option what is to change")
        )
    told = f"{{date: {change.date}, by: {write_text(change.by)}, why: {write_text(change.why)}}}"
    return _extend(edited, id_, "history", told)


def write_code(written: str) -> str:
    """`CG.TRU contrary` as it stands in the list of codes."""
    code, _, polarity = written.partition(" ")
    return f"{{code: {code}, expects: {polarity.strip() or 'supporting'}}}"


def _put_words(file: str, id_: str, key: str, words: str, language: str) -> str:
    """Words in one language; those in the other stay."""
    layout = Layout(file)
    there = layout.get(_find(layout, id_), key)
    if there is not None and there.id == "mapping":
        return layout.apply([layout.put(there, language, write_text(words))])
    flow = write_text(words) if _has_one_language(file) else f"{{{language}: {write_text(words)}}}"
    return _put(file, id_, key, flow)


def _has_one_language(file: str) -> bool:
    layout = Layout(file)
    return len(layout.items(layout.get(layout.root, "languages"))) == 1


def _put(file: str, id_: str, key: str, flow: str) -> str:
    layout = Layout(file)
    return layout.apply([layout.put(_find(layout, id_), key, flow)])


def _extend(file: str, id_: str, key: str, flow: str) -> str:
    layout = Layout(file)
    return layout.apply(layout.extend(_find(layout, id_), (key,), [make_item(flow)]))


def _find(layout: Layout, id_: str) -> Any:
    claims = {layout.get(item, "id").value: item for item in layout.items(layout.get(layout.root, "claims"))}
    if id_ not in claims:
        raise QualcodeError(mark("There is no claim {id}", id=id_), suggest(id_, tuple(claims)))
    return claims[id_]
