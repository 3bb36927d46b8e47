"""Displays that only people can make: the frame with the evidence laid ready, and empty columns for what they judge.

The program writes nothing into those columns; what people type there stands with their names (see `evidence.typed`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qualcode.display.filling import Filling
from qualcode.display.link_rules import describe_links
from qualcode.display.linked import Linked
from qualcode.display.pairs import SIDES, group_by_pair, head_pair, head_sides, name_side
from qualcode.evidence.marks import count_units, say_none
from qualcode.evidence.typed import to_be_written
from qualcode.messages import Translate
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a template: its head, and the cells that the program fills."""

    head: Heading
    cells: tuple[Cell, ...]


def lay_out(
    filling: Filling,
    name: str,
    title: str,
    lines: Iterable[Line],
    ready: Sequence[Heading],
    asked: Sequence[Heading],
    rules: tuple[EntryRule, ...],
    notes: Iterable[str] = (),
) -> Matrix:
    """The matrix of a template: the columns `ready` that the program fills, then those that are `asked` of a person."""
    t = filling.t
    rows = tuple(lines)
    of_people = t("{columns}: the program lays the evidence ready and writes none of it").format(
        columns=", ".join(head.label for head in asked)
    )
    return filling.finish(
        name,
        title,
        [line.head for line in rows],
        (*ready, *asked),
        [(*line.cells, *(to_be_written(t) for _ in asked)) for line in rows],
        (*rules, EntryRule(t("For a person"), of_people)),
        notes,
    )


def lay_out_links(
    linked: Linked,
    name: str,
    title: str,
    asked: Sequence[Heading],
    *,
    rules: tuple[EntryRule, ...] = (),
    keep: frozenset[str] | None = None,
) -> Matrix:
    """A template with a row for each pair of codes of which someone states, denies or drew that one comes of the other;
    `keep` limits it to pairs whose effect is among these codes."""
    t = linked.filling.t
    pairs = {pair: links for pair, links in group_by_pair(linked).items() if keep is None or pair[1] in keep}
    lines = [
        Line(head_pair(linked, pair), (*(name_side(linked, links, side) for side in SIDES), linked.fill(links)))
        for pair, links in pairs.items()
    ]
    none = t("Nobody states or drew such a link yet: draw those that you see with `qualcode link add`.")
    return lay_out(
        linked.filling,
        name,
        title,
        lines,
        (*head_sides(t), Heading("links", t("Links"))),
        asked,
        (
            EntryRule(t("Order of rows"), t("the order of the codebook, by cause and then by effect")),
            EntryRule(
                t("Cells"),
                t("who states, who denies and who drew that the second comes of the first, and their words"),
            ),
            *rules,
            *describe_links(linked),
        ),
        () if lines else (none,),
    )


def list_counts(filling: Filling, by_code: Mapping[str, Sequence[Coding]]) -> Cell:
    """A cell that counts the units of several codes, a line each."""
    found = {code: codings for code, codings in by_code.items() if codings}
    if not found:
        return say_none(filling.t)
    lines = tuple(f"{code}: {count_units(codings, filling.t)}" for code, codings in found.items())
    ids = dict.fromkeys(coding.id for codings in found.values() for coding in codings)
    return Cell((*lines, *filling.name_layer([c for codings in found.values() for c in codings])), tuple(ids))


def describe_counts(t: Translate) -> tuple[EntryRule, ...]:
    """The rules of cells that count units."""
    return EntryRule(t("Cells"), t("how many units; how often says nothing about how important")), *describe_gaps(t)


def describe_gaps(t: Translate) -> tuple[EntryRule, ...]:
    """When such a cell is filled, and when it is not."""
    return (
        EntryRule(t("Least evidence for a mark"), t("one coding that counts")),
        EntryRule(t("Empty cells"), t("none: nothing that counts was found, which is no denial")),
    )
