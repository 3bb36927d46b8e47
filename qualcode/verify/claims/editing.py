"""Add a claim to claims.yaml or edit one; what is not meant stays as it was written, comments and layout too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from qualcode.codebook.layout import Edit, Item, Layout, make_item, write_text
from qualcode.errors import QualcodeError, suggest
from qualcode.evidence.marks import POLARITY_WORDS
from qualcode.messages import mark
from qualcode.model import Change

HEAD = "# Statements to verify against the interviews.\nclaims:\n"


@dataclass(frozen=True, slots=True)
class NewClaim:
    """What somebody says of a new claim. `codes` are written `CG.TRU` or `CG.TRU contrary`; of `text`, `needs` and each
    of `rivals` are in one language or both (`{"id": ..., "en": ...}`)."""

    id: str
    text: Mapping[str, str]
    codes: tuple[str, ...]
    checkable: str
    needs: Mapping[str, str]
    rivals: tuple[Mapping[str, str], ...]
    source: str
    author: str
    date: str


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


def add_claim(file: str, new: NewClaim) -> str:
    """The file's text with the claim behind its last one; "" makes a new file. Nothing is checked: read it with
    `read_claims` before it is kept."""
    layout = Layout(file or HEAD)
    if layout.root is None:  # remarks alone
        layout = Layout(file.rstrip("\n") + "\nclaims:\n")
    fields = [f"{key}: {flow}" for key, flow in _list_fields(new, layout).items()]
    block = tuple(f"{'  ' if n else '- '}{field}" for n, field in enumerate(fields))
    there = layout.get(layout.root, "claims")
    if there is None or there.value:
        return layout.apply(layout.extend(layout.root, ("claims",), [Item(f"{{{', '.join(fields)}}}", block)]))
    cut = Edit(there.start_mark.index, there.end_mark.index, "")  # an empty list gives way to lines below it
    return layout.apply([cut, layout.insert_after(there, "".join(f"  {line}\n" for line in block))])


def _list_fields(new: NewClaim, layout: Layout) -> dict[str, str]:
    """The keys of a new claim with their values as in brackets; what nobody said is left out."""
    fields = {"id": write_text(new.id), "text": _write_words(new.text, layout)}
    if new.codes:
        fields["codes"] = _write_codes(new.codes)
    fields["checkable"] = new.checkable
    if any(new.needs.values()):
        fields["needs"] = _write_words(new.needs, layout)
    if new.rivals:
        rivals = ", ".join(f"{{text: {_write_words(rival, layout)}}}" for rival in new.rivals)
        fields["rivals"] = f"[{rivals}]"
    fields |= {key: write_text(text) for key, text in (("source", new.source), ("author", new.author)) if text}
    return fields | {"date": new.date}


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
        edited = _put(edited, id_, "codes", _write_codes(edit.codes))
    for key, value in edit.values.items():
        edited = _put(edited, id_, key, value if key == "checkable" else write_text(value))
    if edit.needs:
        edited = _put_words(edited, id_, "needs", edit.needs, edit.language)
    for rival in edit.rivals:
        words = _write_words({edit.language: rival}, Layout(edited))
        edited = _extend(edited, id_, "rivals", f"{{text: {words}}}")
    if edited == file:
        raise QualcodeError(
            mark("Nothing about {claim} would be otherwise", claim=id_), mark("Say with an option what is to change")
        )
    told = f"{{date: {change.date}, by: {write_text(change.by)}, why: {write_text(change.why)}}}"
    return _extend(edited, id_, "history", told)


def _write_codes(codes: Iterable[str]) -> str:
    """Codes, written `CG.TRU contrary`, as the list of a claim's codes; a polarity may be Indonesian."""
    parted = ((code, polarity.strip()) for code, _, polarity in (written.partition(" ") for written in codes))
    items = (f"{{code: {code}, expects: {POLARITY_WORDS.get(word.casefold(), word)}}}" for code, word in parted)
    return f"[{', '.join(items)}]"


def _write_words(words: Mapping[str, str], layout: Layout) -> str:
    """Words by language; in a file of that language alone plain text."""
    said = {language: write_text(text) for language, text in words.items() if text}
    if len(said) == 1 and [item.value for item in layout.items(layout.get(layout.root, "languages"))] == [*said]:
        return next(iter(said.values()))
    return "{" + ", ".join(f"{language}: {text}" for language, text in said.items()) + "}"


def _put_words(file: str, id_: str, key: str, words: str, language: str) -> str:
    """Words in one language; those in the other stay."""
    layout = Layout(file)
    there = layout.get(_find(layout, id_), key)
    if there is not None and there.id == "mapping":
        return layout.apply([layout.put(there, language, write_text(words))])
    return _put(file, id_, key, _write_words({language: words}, layout))


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
