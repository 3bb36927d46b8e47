"""Factoring: few things behind many codes, as far as sets can show it.

Tactic 9 (Miles, Huberman and Saldana 2014, ch. 11). Factor analysis asks for far more informants than interviews have
(Gorsuch 1983: five for each variable, and no fewer than a hundred), and is refused. Laid out instead are codes that the
same informants speak to, and codes that lie on the same units. What all informants speak to tells none of them apart.
"""

from collections import defaultdict
from collections.abc import Iterator

from qualcode.evidence.selection import list_ids
from qualcode.evidence.together import Together, count_together
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import FEW, YOURS, Row, count_who, describe_counting, draw_table, draw_who, head_yours
from qualcode.meaning.material import Material
from qualcode.meaning.overlap import overlap
from qualcode.messages import Translate, mark
from qualcode.model import Cell, EntryRule, Heading, Matrix

FEWEST_INFORMANTS = 2
FEWEST = 3  # informants in the study; of two, each code is one's or both's
MUCH = 0.5  # of the rarer code's units
FEWEST_UNITS = 2
CASES = 100  # informants that a factor analysis asks for at the least (Gorsuch 1983)
PER_CODE = 5  # informants for each code (Gorsuch 1983)

Side = tuple[str, str]  # code and polarity


def lay_out(material: Material) -> LaidOut:
    """A row a set of codes that the same informants speak to, sides apart; then pairs that lie on the same units."""
    t = material.t
    sets = find_sets(material)
    pairs = list(_find_pairs(material))
    brief = Cell((t("sets of codes with the same informants: {n}").format(n=len(sets)),))
    return LaidOut(brief, (_draw_sets(sets, material), _draw_pairs(pairs, material)))


def find_sets(material: Material) -> dict[frozenset[str], tuple[Side, ...]]:
    """The codes, sides apart, that exactly the same informants speak to, by those informants; only where at least two
    informants do and at least one does not."""
    who: dict[Side, set[str]] = defaultdict(set)
    for code, codings in material.by_code.items():
        for coding in codings:
            who[code, coding.polarity].add(coding.case)
    everybody = frozenset(case.id for case in material.informants)
    sets: dict[frozenset[str], list[Side]] = defaultdict(list)
    for side, cases in who.items():
        if FEWEST_INFORMANTS <= len(cases & everybody) < len(everybody):
            sets[frozenset(cases & everybody)].append(side)
    return {cases: tuple(sides) for cases, sides in sets.items() if len({code for code, _ in sides}) > 1}


def _find_pairs(material: Material) -> Iterator[tuple[str, str, Together]]:
    for (one, other), found in count_together(material.by_code).items():
        share = overlap(found.n1, found.n2, found.n12)
        if found.n12 >= FEWEST_UNITS and share is not None and share >= MUCH:
            yield one, other, found


def _draw_sets(sets: dict[frozenset[str], tuple[Side, ...]], material: Material) -> Matrix:
    t = material.t
    rows: list[Row] = []
    for cases, sides in sets.items():
        codings = [c for code, polarity in sides for c in material.by_code[code] if c.polarity == polarity]
        informants = [case for case in material.informants if case.id in cases]
        key = "+".join(f"{code}-" if polarity == "contrary" else code for code, polarity in sides)
        rows.append(
            (
                Heading(key, ", ".join(_name_side(side, t) for side in sides)),
                (
                    Cell(
                        (", ".join(case.id for case in informants), count_who(informants, material)), list_ids(codings)
                    ),
                    YOURS,
                    YOURS,
                ),
            )
        )
    return draw_table(
        material,
        "factoring",
        t("Codes that the same informants speak to"),
        (
            Heading("informants", t("Informants")),
            head_yours("factor", t("What may stand behind them?"), t),
            head_yours("defence", t("What speaks for that, and what against?"), t),
        ),
        rows,
        (
            EntryRule(
                t("Rows"),
                t(
                    "codes, sides apart, that exactly the same informants speak to, at least two of them; codes that "
                    "all speak to are left out, for they tell nobody apart"
                ),
            ),
            describe_counting(t),
        ),
        _refuse(len(rows), material),
    )


def _refuse(found: int, material: Material) -> tuple[str, ...]:
    t, n = material.t, len(material.informants)
    codes = sum(bool(codings) for codings in material.by_code.values())
    line = t(
        "No factor analysis: {codes} codes ask for at least {needed} informants alike enough to be drawn by lot "
        "(Gorsuch 1983), and there are {n}, chosen on purpose."
    )
    lines = [line.format(codes=codes, needed=max(CASES, PER_CODE * codes), n=n)]
    if n < FEWEST:
        lines.append(t("Of fewer than three informants each code is one person's or everybody's: no set can be told."))
    elif n < FEW:
        line = t("{n} informants can be parted in {ways} ways, so that some of {codes} codes fall together by chance.")
        lines.append(line.format(n=n, ways=2**n - n - 2, codes=codes))
    if not found:
        lines.append(t("No two codes have the same informants, other than those that all or one of them speak to."))
    return tuple(lines)


def _draw_pairs(pairs: list[tuple[str, str, Together]], material: Material) -> Matrix:
    t = material.t
    rows: list[Row] = []
    for one, other, found in pairs:
        rarer, n = (one, found.n1) if found.n1 <= found.n2 else (other, found.n2)
        said = t("{n12} of the {n} units of {code}").format(n12=found.n12, n=n, code=rarer)
        who = draw_who(found.codings, material)
        rows.append(
            (Heading(f"{one}+{other}", f"{one} + {other}"), (Cell((said,), list_ids(found.codings)), who, YOURS))
        )
    return draw_table(
        material,
        "factoring@units",
        t("Codes that lie on the same units"),
        (
            Heading("overlap", t("Overlap"), t("of the rarer code")),
            Heading("informants", t("Informants")),
            head_yours("one", t("One thing under two names?"), t),
        ),
        rows,
        (
            EntryRule(
                t("Overlap"),
                t(
                    "units that bear both codes out of those of the rarer one (overlap coefficient, Simpson 1943), "
                    "from {n} units and half of the rarer code's on"
                ).format(n=FEWEST_UNITS),
            ),
            describe_counting(t),
        ),
        () if rows else (t("No two codes lie on the same units that often."),),
    )


def _name_side(side: Side, t: Translate) -> str:
    code, polarity = side
    return t("{code} contrary").format(code=code) if polarity == "contrary" else code


PART = Aid(
    name="factoring",
    number=9,
    purpose=mark(
        "See which codes the same informants speak to, or lie on the same units; no factor analysis of a few."
    ),
    questions=(
        mark("Which one thing could stand behind several codes, and what would it predict that was not coded yet?"),
        mark("What speaks against it, and for keeping the codes apart?"),
    ),
    lay_out=lay_out,
)
