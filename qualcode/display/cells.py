"""What stands in a cell that rests on codings of one informant and one code: a sign, a count or quotes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from qualcode.codebook.fact_words import name_facts
from qualcode.display.contract import DisplayOptions
from qualcode.evidence.applying import Memo
from qualcode.evidence.excerpts import Excerpt, choose_excerpts, find_excerpts
from qualcode.evidence.jottings import write_jotting
from qualcode.evidence.marks import SIGNS, count_units, find_kind, part_layers
from qualcode.evidence.selection import list_ids
from qualcode.evidence.typed import leave_open
from qualcode.evidence.wording import name_layer, name_subcodes, write_quote
from qualcode.messages import Translate
from qualcode.model import Cell, Codebook, Coding


@dataclass(frozen=True, slots=True)
class Style:
    """How the cells of one display are written. `marked` says that suggestions and people's codings meet in it;
    `jottings` are what people noted on codings, by coding id."""

    codebook: Codebook
    options: DisplayOptions
    marked: bool
    t: Translate
    jottings: Mapping[str, tuple[Memo, ...]] = field(default_factory=dict)


def fill_cell(codings: Sequence[Coding], set_aside: Sequence[Coding], style: Style, *, unasked: bool = False) -> Cell:
    """The cell of an informant who was interviewed; it keeps the ids of all its codings, quoted or not.

    Without codings it is silent, says how many wishes and hypotheticals were set aside, and opens onto these; with
    nothing set aside either, and `unasked`, it says that nobody asked.
    """
    if not codings and not set_aside and unasked:
        return Cell((style.t("not asked"),), kind="unasked")
    if not codings:
        return Cell((_write_silence(len(set_aside), style),), list_ids(set_aside), "silent")
    if style.options.content == "summary":
        return leave_open(codings, style.t)
    write = {"presence": _write_signs, "counts": _write_count, "quotes": _write_quotes}[style.options.content]
    return Cell(write(codings, style), list_ids(codings), find_kind(codings))


def _write_silence(set_aside: int, style: Style) -> str:
    t = style.t
    if not set_aside:
        return t("silent")
    if style.options.content == "presence":
        return t("wish only ({n})").format(n=set_aside)
    return t("silent (wishes or hypotheticals set aside: {n})").format(n=set_aside)


def _write_signs(codings: Sequence[Coding], style: Style) -> tuple[str, ...]:
    if not style.marked:
        return (SIGNS[find_kind(codings)],)
    return tuple(f"{SIGNS[find_kind(layer)]} {name_layer(layer, style.t)}" for layer in part_layers(codings) if layer)


def _write_count(codings: Sequence[Coding], style: Style) -> tuple[str, ...]:
    return (count_units(codings, style.t),)


def _write_quotes(codings: Sequence[Coding], style: Style) -> tuple[str, ...]:
    excerpts = find_excerpts(codings, style.codebook)
    shown = choose_excerpts(excerpts, style.options.quotes)
    lines = [line for excerpt in shown for line in (_write_excerpt(excerpt, style), *_list_jottings(excerpt, style))]
    if len(excerpts) > len(shown):
        lines.append(style.t("and {n} more").format(n=len(excerpts) - len(shown)))
    return tuple(lines)


def _write_excerpt(excerpt: Excerpt, style: Style) -> str:
    first = excerpt.codings[0]
    remarks = (
        name_subcodes(style.codebook, excerpt.codings, style.options.language),
        name_layer(excerpt.codings, style.t) if style.marked else "",
        _name_modality(first, style.t),
    )
    return f"{SIGNS[find_kind(excerpt.codings)]} {write_quote(excerpt, style.t, *remarks)}"


def _list_jottings(excerpt: Excerpt, style: Style) -> Iterator[str]:
    """What people noted on the codings of an excerpt, each once, under it."""
    noted = dict.fromkeys(memo for id_ in excerpt.coding_ids for memo in style.jottings.get(id_, ()))
    return (style.t("Jotting, {jotting}").format(jotting=write_jotting(memo)) for memo in noted)


def _name_modality(coding: Coding, t: Translate) -> str:
    return "" if coding.modality == "actual" else name_facts(t)[coding.modality]
