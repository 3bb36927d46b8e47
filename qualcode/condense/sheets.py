"""What contact summaries and case summaries share: what the codings show, beside room for what a person judges."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualcode.condense.contract import Material
from qualcode.evidence.excerpts import choose_excerpts, find_excerpts
from qualcode.evidence.marks import SIGNS, count_units, find_kind
from qualcode.evidence.provenance import describe_all, warn
from qualcode.evidence.selection import group_by_code, group_by_unit
from qualcode.evidence.wording import name_code, write_quote
from qualcode.messages import Translate
from qualcode.model import Cell, Codebook, Coding, EntryRule, Heading, Matrix

MAIN = 5  # codes that a sheet names as those with most units
QUOTES = 2  # of each of them
QUOTING = ("points", "against", "quotes")  # keys of rows that quote; the others only count
EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet: its name, the question that a person answers there ("" for none), and what was found."""

    key: str
    label: str
    question: str
    found: Cell = EMPTY


def lay_out(
    name: str, title: str, lines: Iterable[Line], codings: Sequence[Coding], material: Material, t: Translate
) -> Matrix:
    """A sheet: what the codings show beside room for the person who fills it in."""
    rows = tuple(lines)
    return Matrix(
        name=name,
        title=title,
        rows=tuple(Heading(line.key, line.label, line.question) for line in rows),
        columns=(
            Heading("found", t("What the codings show"), t("filled by the program")),
            Heading("yours", t("Yours"), t("for a person to write; the program judges nothing")),
        ),
        cells=tuple((line.found, EMPTY) for line in rows),
        entry_rules=(
            EntryRule(
                t("Main codes"),
                t(
                    "the {n} codes with most units, which says how much is said and not how much it matters; of each "
                    "the first {quotes} quotes, accepted before suggested, of both sides where there are two"
                ).format(n=MAIN, quotes=QUOTES),
            ),
            EntryRule(t("Wishes and hypotheticals"), t("not counted")),
            *describe_all(material.study, codings, t),
        ),
        notes=warn(material.study, codings, t),
    )


def rank_codes(codings: Iterable[Coding], codebook: Codebook) -> dict[str, tuple[Coding, ...]]:
    """The codings of each whole code that has any, those with most units first."""
    found = group_by_code(codings, codebook)
    ranked = sorted(found, key=lambda code: (-len(group_by_unit(found[code])), code))
    return {code: found[code] for code in ranked if found[code]}


def count_codes(by_code: dict[str, tuple[Coding, ...]], material: Material, t: Translate) -> Cell:
    """A cell with the main codes and how many units each has."""
    lines, ids = [], []
    for code, codings in list(by_code.items())[:MAIN]:
        lines.append(f"{code} {name_code(material.study.codebook, code, material.language)}: {count_units(codings, t)}")
        ids += [coding.id for coding in codings]
    return Cell(tuple(lines) or (t("none"),), tuple(ids))


def quote_codes(by_code: dict[str, tuple[Coding, ...]], material: Material, t: Translate) -> Cell:
    """A cell with quotes of the main codes, each with its informant."""
    lines: list[str] = []
    ids: list[str] = []
    for code, codings in list(by_code.items())[:MAIN]:
        for excerpt in choose_excerpts(find_excerpts(codings, material.study.codebook), QUOTES):
            lines.append(
                f"{code} {SIGNS[find_kind(excerpt.codings)]} {write_quote(excerpt, t, excerpt.codings[0].case)}"
            )
            ids += excerpt.coding_ids
    return Cell(tuple(lines) or (t("none"),), tuple(dict.fromkeys(ids)))


def name_codes(codes: Iterable[str], t: Translate) -> str:
    """Codes by id, or that there is none."""
    return ", ".join(codes) or t("none")
