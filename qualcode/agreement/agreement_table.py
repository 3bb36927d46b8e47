"""The agreement table: a code (or a group of units) a row, with counts, measures and the codings behind them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from qualcode.agreement.contract import Measure
from qualcode.agreement.disagreements import Judged, rate_fates
from qualcode.agreement.unit_frame import UnitFrame, find_compared, rate
from qualcode.agreement.words import FEW, name_measure, write_coefficient, write_judgement, write_share
from qualcode.messages import Translate
from qualcode.model import Cell, Code, EntryRule, Heading, Matrix


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
        Heading("misses", t("Misses"), t("units")),
        Heading("extra", t("Extra"), t("units")),
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
    by_fate = {fate: [each for each in found if each.fate == fate] for fate in ("hit", "miss", "extra")}
    hits = by_fate["hit"]

    def rate_chance(measure: Measure, coders: Sequence[str]) -> str:
        if len(codes) > 1:
            return t("code by code only")
        if len(found) < FEW:
            return t("too few")
        return write_coefficient(measure, rate(comparison.frame, codes[0], coders, units), t, interval=interval)

    def rate_measure(measure: Measure) -> tuple[str, ...]:
        if not measure.corrects_chance:
            return (write_judgement(measure.measure(rate_fates(found)), len(found), t),)
        lines = [rate_chance(measure, (comparison.judged, coder)) for coder in comparison.against]
        if len(set(lines)) == 1:
            return (lines[0],)
        return tuple(f"{coder}: {line}" for coder, line in zip(comparison.against, lines, strict=True))

    against = [each for each in found if each.against_ids]
    judged = [each for each in found if each.judged_ids]
    cells = [
        Cell((_count_against(against, t),), _merge(each.against_ids for each in against)),
        Cell((str(len(judged)),), _merge(each.judged_ids for each in judged)),
        *(Cell((str(len(some)),), _merge(map(_both_sides, some))) for some in by_fate.values()),
        *(Cell(rate_measure(measure)) for measure in comparison.measures),
    ]
    if comparison.has_polarity:
        parted = [each for each in hits if not each.same_polarity]
        share = write_share(len(hits) - len(parted), len(hits), t) if hits else t("no hits")
        cells.append(Cell((share,), _merge(map(_both_sides, parted))))
    return (*cells, *(Cell((rate_chance(measure, comparison.against),)) for measure in _find_own(comparison)))


def _both_sides(each: Judged) -> tuple[str, ...]:
    return (*each.against_ids, *each.judged_ids)


def _merge(ids: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Each id once: a person's coding may lie on several units."""
    return tuple(dict.fromkeys(id_ for some in ids for id_ in some))


def _count_against(found: Sequence[Judged], t: Translate) -> str:
    """How many units any of the others gave the code, and how many of these not all of them did."""
    parted = sum(each.parted for each in found)
    return t("{n} ({parted} not by all)").format(n=len(found), parted=parted) if parted else str(len(found))
