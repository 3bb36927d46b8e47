"""The agreement table: a code (or a group of units) a row, with counts, measures and the codings behind them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from qualcode.agreement.contract import Figure, Measure, Ratings
from qualcode.agreement.disagreements import Judged, rate_fates
from qualcode.agreement.interval import find_interval
from qualcode.agreement.unit_frame import UnitFrame, find_compared, rate
from qualcode.agreement.words import name_measure
from qualcode.messages import Translate
from qualcode.model import Cell, Code, EntryRule, Heading, Matrix

FEW = 10  # below so many units a figure would say more than it knows: counts alone are shown


@dataclass(frozen=True, slots=True)
class Comparison:
    """One coder, `judged`, held against others on the same units.

    `found` is what became of each of `codes` on each unit that anyone gave it. `has_polarity` is false where one side
    tells no polarity.
    """

    frame: UnitFrame
    codes: tuple[Code, ...]
    judged: str
    against: tuple[str, ...]
    found: tuple[Judged, ...]
    measures: tuple[Measure, ...]
    has_polarity: bool = True


def build_code_table(
    comparison: Comparison, rules: tuple[EntryRule, ...], notes: tuple[str, ...], t: Translate, language: str
) -> Matrix:
    """A row a code, in the order of the codebook, and one for all of them; coefficients come with their interval."""
    units = find_compared(comparison.frame, comparison.judged, comparison.against)
    rows = [Heading(code.id, code.id, code.label.in_language(language)) for code in comparison.codes]
    cells = [_fill_row(comparison, (code.id,), units, t, interval=True) for code in comparison.codes]
    if len(rows) > 1:
        rows.append(Heading("all", t("All codes")))
        cells.append(_fill_row(comparison, tuple(code.id for code in comparison.codes), units, t))
    return Matrix(
        name="agreement",
        title=t("Agreement of {judged} with {against}").format(
            judged=comparison.judged, against=", ".join(comparison.against)
        ),
        rows=tuple(rows),
        columns=_head_columns(comparison, t),
        cells=tuple(cells),
        entry_rules=rules,
        notes=notes,
    )


def build_group_table(
    comparison: Comparison, attribute: str, groups: Mapping[str, Sequence[int]], t: Translate
) -> Matrix:
    """A row a group of units (their numbers in the frame), all codes of the comparison together."""
    codes = tuple(code.id for code in comparison.codes)
    if len(codes) > 1:  # coefficients are those of one code
        shares = tuple(measure for measure in comparison.measures if not measure.corrects_chance)
        comparison = replace(comparison, measures=shares)
    return Matrix(
        name=f"agreement-by-{attribute}",
        title=t("Agreement by {attribute}").format(attribute=attribute),
        rows=tuple(Heading(group or "-", group or t("not stated")) for group in groups),
        columns=_head_columns(comparison, t),
        cells=tuple(_fill_row(comparison, codes, units, t) for units in groups.values()),
        entry_rules=(EntryRule(t("Codes"), ", ".join(codes)),),
    )


def _head_columns(comparison: Comparison, t: Translate) -> tuple[Heading, ...]:
    against = ", ".join(comparison.against)
    columns = [
        Heading("against", against, t("units")),
        Heading("judged", comparison.judged, t("units")),
        Heading("both", t("Both"), t("units")),
        *(Heading(measure.name, name_measure(measure.name, t)) for measure in comparison.measures),
    ]
    if comparison.has_polarity:
        columns.append(Heading("polarity", t("Same polarity")))
    for measure in _find_own(comparison):
        label = t("{measure} among {coders}").format(measure=name_measure(measure.name, t), coders=against)
        columns.append(Heading(f"own-{measure.name}", label))
    return tuple(columns)


def _find_own(comparison: Comparison) -> tuple[Measure, ...]:
    """The measures of the others among themselves, where there are several."""
    return tuple(m for m in comparison.measures if m.corrects_chance) if len(comparison.against) > 1 else ()


def _fill_row(
    comparison: Comparison, codes: Sequence[str], units: Sequence[int], t: Translate, *, interval: bool = False
) -> tuple[Cell, ...]:
    wanted = set(units)
    found = [each for each in comparison.found if each.code in codes and each.unit in wanted]
    against = [each for each in found if each.against_ids]
    judged = [each for each in found if each.judged_ids]
    hits = [each for each in found if each.fate == "hit"]
    ids = _gather(found)

    def rate_chance(measure: Measure, coders: Sequence[str]) -> str:
        if len(codes) > 1:
            return t("code by code only")
        if len(found) < FEW:
            return t("too few")
        return _write_coefficient(measure, rate(comparison.frame, codes[0], coders, units), t, interval=interval)

    def rate_measure(measure: Measure) -> tuple[str, ...]:
        if not measure.corrects_chance:
            return (_write_judgement(measure.measure(rate_fates(found)), len(found), t),)
        lines = [rate_chance(measure, (comparison.judged, coder)) for coder in comparison.against]
        if len(set(lines)) == 1:
            return (lines[0],)
        return tuple(f"{coder}: {line}" for coder, line in zip(comparison.against, lines, strict=True))

    cells = [
        Cell((_count_against(against, t),), _gather(against)),
        Cell((str(len(judged)),), _gather(judged)),
        Cell((str(len(hits)),), _gather(hits)),
        *(Cell(rate_measure(measure), ids) for measure in comparison.measures),
    ]
    if comparison.has_polarity:
        same = sum(each.same_polarity for each in hits)
        cells.append(Cell((_write_share(same, len(hits), t) if hits else t("no hits"),), _gather(hits)))
    own = [Cell((rate_chance(measure, comparison.against),), _gather(against)) for measure in _find_own(comparison)]
    return (*cells, *own)


def _gather(found: Iterable[Judged]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id_ for each in found for id_ in (*each.against_ids, *each.judged_ids)))


def _count_against(found: Sequence[Judged], t: Translate) -> str:
    """How many units any of the others gave the code, and how many of these not all of them did."""
    parted = sum(each.parted for each in found)
    return t("{n}, of which {parted} not by all").format(n=len(found), parted=parted) if parted else str(len(found))


def _write_judgement(figure: Figure, units: int, t: Translate) -> str:
    """A share with its counts, another figure alone; a reason where there is none, or too little to rest it on."""
    if figure.whole:
        return _write_share(figure.part, figure.whole, t)
    if figure.value is None:
        return t("none coded")
    return f"{figure.value:.2f}" if units >= FEW else t("too few")


def _write_share(part: int, whole: int, t: Translate) -> str:
    """`0.75 (30 of 40)`; of a few units the counts alone."""
    counts = t("{n} of {total}").format(n=part, total=whole)
    return counts if whole < FEW else f"{part / whole:.2f} ({counts})"


def _write_coefficient(measure: Measure, ratings: Ratings, t: Translate, *, interval: bool) -> str:
    """The coefficient, with its interval where that is asked for; where it is undefined, why."""
    value = measure.measure(ratings).value
    if value is None:
        return t("no variation")
    if not interval:
        return f"{value:.2f}"
    low, high = find_interval(measure.measure, ratings)
    return t("{value} ({low} to {high})").format(value=f"{value:.2f}", low=f"{low:.2f}", high=f"{high:.2f}")
