"""Partitioning variables: codes that may hold more than one thing, with their passages sorted beforehand.

Tactic 7 (Miles, Huberman and Saldana 2014, ch. 11). A code is told where it takes much more than an even share of all
units, or where the same informant speaks on both sides of it. Sides that part informants from one another are told as
what they more likely are: a disagreement on one thing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode.evidence.selection import group_by_case, group_by_unit, list_ids
from qualcode.evidence.terms import find_terms
from qualcode.evidence.wording import name_code
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import (
    YOURS,
    Row,
    describe_counting,
    draw_count,
    draw_each,
    draw_quotes,
    draw_table,
    draw_who,
    head_yours,
)
from qualcode.meaning.material import Material
from qualcode.messages import mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix

BROAD = 2  # times an even share of all units
FEWEST = 5  # units; fewer are read, not partitioned
PILES = 4  # words that come back, by which passages in no sub-code are sorted


@dataclass(frozen=True, slots=True)
class Spread:
    """How wide a code is: its units out of those of all codes, whether that is broad, and who speaks on both sides."""

    codings: tuple[Coding, ...]
    units: int
    of_all: int
    is_broad: bool
    torn: tuple[str, ...]
    is_disputed: bool


def lay_out(material: Material) -> LaidOut:
    """A row a code that may be too wide; then, for each of them, its passages in piles."""
    t = material.t
    sizes = {code: len(group_by_unit(own)) for code, own in material.by_code.items()}
    spreads = {code: measure_spread(code, sizes, material) for code in sizes}
    wide = [code for code, spread in spreads.items() if spread.is_broad or spread.torn]
    codings = [coding for code in wide for coding in spreads[code].codings]
    disputed = [code for code, spread in spreads.items() if spread.is_disputed and code not in wide]
    notes = []
    if disputed:
        line = t(
            "Sides part informants here, each of whom speaks on one of them: a disagreement rather than two things: "
            "{codes}."
        )
        notes.append(line.format(codes=", ".join(disputed)))
    if not wide:
        notes.append(t("No code is much wider than the others, and nobody speaks on both sides of one."))
    table = draw_table(
        material,
        "partitioning-variables",
        t("Codes that may hold more than one thing"),
        (
            Heading("units", t("Units"), t("out of those of all codes")),
            Heading("why", t("Why it is here")),
            Heading("who", t("Units of each")),
            head_yours("split", t("Split or not?"), t),
            head_yours("definition", t("Definitions"), t),
        ),
        [_draw_row(code, spreads[code], material) for code in wide],
        (
            EntryRule(
                t("Rows"),
                t(
                    "codes with at least {fewest} units that have more than {times} times an even share of all units, "
                    "or on both sides of which one informant speaks at least twice each"
                ).format(fewest=FEWEST, times=BROAD),
            ),
            describe_counting(t),
        ),
        notes,
    )
    brief = Cell((t("codes that may be too wide: {n}").format(n=len(wide)),), list_ids(codings))
    return LaidOut(brief, (table, *((_sort_passages(wide, spreads, material),) if wide else ())))


def measure_spread(code: str, sizes: Mapping[str, int], material: Material) -> Spread:
    """How wide a code is, against the other codes that hold anything; `sizes` are the units of each code."""
    codings, units, of_all = material.by_code[code], sizes[code], sum(sizes.values())
    filled = sum(size > 0 for size in sizes.values())
    by_case = group_by_case(codings)
    both = [
        case
        for case, own in by_case.items()
        if all(len(group_by_unit(c for c in own if c.polarity == side)) > 1 for side in ("supporting", "contrary"))
    ]
    return Spread(
        codings,
        units,
        of_all,
        is_broad=units >= FEWEST and filled > BROAD and units * filled > BROAD * of_all,
        torn=tuple(both) if units >= FEWEST else (),
        is_disputed=len({c.polarity for c in codings}) > 1
        and all(len({c.polarity for c in o}) == 1 for o in by_case.values()),
    )


def _draw_row(code: str, spread: Spread, material: Material) -> Row:
    t = material.t
    ids = list_ids(spread.codings)
    reasons = []
    if spread.is_broad:
        reasons.append(t("more than {times} times an even share").format(times=BROAD))
    if spread.torn:
        reasons.append(t("both sides, from one informant: {who}").format(who=", ".join(spread.torn)))
    units = t("{n} of {total}").format(n=spread.units, total=spread.of_all)
    heading = Heading(code, name_code(material.study.codebook, code, material.language), code)
    count = draw_count(spread.codings, t)
    return heading, (
        Cell((units, *count.lines), ids),
        Cell(tuple(reasons), ids),
        draw_each(spread.codings, material),
        YOURS,
        YOURS,
    )


def _sort_passages(wide: Sequence[str], spreads: dict[str, Spread], material: Material) -> Matrix:
    t = material.t
    rows: list[Row] = []
    for code in wide:
        for key, label, pile in _make_piles(code, spreads[code].codings, material):
            sides = ("supporting", "contrary")
            cells = (draw_quotes([c for c in pile if c.polarity == side], material) for side in sides)
            rows.append((Heading(f"{code}/{key}", label, code), (draw_who(pile, material), *cells, YOURS)))
    return draw_table(
        material,
        "partitioning-variables@piles",
        t("Their passages, sorted beforehand"),
        (
            Heading("who", t("Informants")),
            Heading("for", t("For")),
            Heading("against", t("Against")),
            head_yours("part", t("Which part?"), t),
        ),
        rows,
        (
            EntryRule(
                t("Piles"),
                t(
                    "by sub-code; passages in no sub-code by the words that come back in them, up to {n} words a code, "
                    "each passage in the first pile that it fits; a word that comes back is no meaning"
                ).format(n=PILES),
            ),
        ),
    )


def _make_piles(code: str, codings: Sequence[Coding], material: Material) -> Iterator[tuple[str, str, list[Coding]]]:
    """The piles of a code: key, label and codings, each coding in one of them."""
    t = material.t
    found = material.study.codebook.find(code)
    subcodes = [subcode.id for subcode in found.subcodes] if found else []
    for own in dict.fromkeys(coding.code for coding in codings if coding.code != code):
        pile = [coding for coding in codings if coding.code == own]
        yield own, name_code(material.study.codebook, own, material.language), pile
    rest = [coding for coding in codings if coding.code == code]
    for lemma, term in find_terms(material.study, rest, 2, PILES).items():
        pile = [coding for coding in rest if coding.id in term.codings]
        if pile:
            yield lemma.replace(" ", "_"), f"“{term.word}”", pile
            rest = [coding for coding in rest if coding.id not in term.codings]
    if rest:
        yield "rest", t("in no sub-code") if subcodes else t("the others"), rest


PART = Aid(
    name="partitioning-variables",
    number=7,
    purpose=mark("Find codes that may hold more than one thing, with their passages sorted for a split."),
    questions=(
        mark("Which code holds two things, and which only two opinions on one?"),
        mark("What are the definitions of the parts, and does each passage fall into one of them?"),
    ),
    lay_out=lay_out,
)
