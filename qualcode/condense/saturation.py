"""Saturation: what each interview adds to the codes of those before it (Guest, Namey and Chen 2020).

The measure was made for codes found on the way. With a codebook that was there before, its main codes are soon all met,
so sub-codes and codes that people proposed are counted.
"""

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain

from qualcode.condense.contract import Condensation, Material
from qualcode.condense.new_codes import MOST_ORDERS, Run, count_new, count_orders, find_runs, range_over_orders
from qualcode.evidence.days import find_day
from qualcode.evidence.provenance import describe_all, warn
from qualcode.evidence.selection import select
from qualcode.messages import Translate, mark, write_decimal
from qualcode.model import Cell, Coding, Curve, EntryRule, Heading, Matrix, Study

BASE = 4  # interviews
RUNS = (2, 3)  # interviews
THRESHOLD = 0.05


@dataclass(frozen=True, slots=True)
class _Met:
    """Interviews in their order, the codings of each by sub-code, and the codings all of this rests on."""

    names: tuple[str, ...]
    by_code: tuple[dict[str, list[Coding]], ...]
    codings: tuple[Coding, ...]
    dated: bool

    @property
    def codes(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(own) for own in self.by_code)


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A row an interview: the sub-codes it brings, all so far, the range over other orders, and the ratios of runs."""
    met = _gather(material.study)
    spans = range_over_orders(met.codes)
    runs = {(length, run.last): run for length in RUNS for run in find_runs(met.codes, BASE, length)}
    so_far, cells = list[tuple[str, ...]](), []  # of each interview, the first coding of each code that it adds
    for place, new in enumerate(count_new(met.codes)):
        so_far.append(tuple(met.by_code[place][code][0].id for code in sorted(new)))
        low, high = spans[place]
        cells.append(
            (
                Cell((str(len(new)), ", ".join(sorted(new))) if new else ("0",), so_far[-1]),
                Cell((str(sum(map(len, so_far))),), tuple(chain(*so_far))),
                Cell((f"{low}–{high}" if low < high else str(low),)),
                *(_write_run(runs.get((length, place + 1)), place + 1, so_far[-length:], t) for length in RUNS),
            )
        )
    matrix = Matrix(
        name="saturation",
        title=t("Saturation: new sub-codes by interview"),
        rows=tuple(Heading(name, name) for name in met.names),
        columns=(
            Heading("new", t("New"), t("sub-codes that no interview before it has")),
            Heading("so-far", t("So far")),
            Heading("range", t("In other orders"), t("fewest and most after as many interviews")),
            *(Heading(f"run-{n}", t("Run of {n}").format(n=n), t("new in the run / in the base")) for n in RUNS),
        ),
        cells=tuple(cells),
        entry_rules=_describe(material.study, met, t),
        notes=(*warn(material.study, met.codings, t), *_judge(met, t)),
    )
    return (matrix,)


def draw(material: Material, t: Translate) -> Curve | None:
    """The same as a curve: sub-codes so far, and the range over other orders; None without interviews."""
    met = _gather(material.study)
    if not met.names:
        return None
    so_far, values = 0, []
    for new in count_new(met.codes):
        so_far += len(new)
        values.append(so_far)
    spans = range_over_orders(met.codes)
    return Curve(
        name="saturation",
        title=t("Saturation: new sub-codes by interview"),
        across=t("Interviews, in their order"),
        up=t("Sub-codes so far"),
        places=met.names,
        line=t("in this order"),
        values=tuple(values),
        band=t("fewest and most in other orders"),
        low=tuple(low for low, _ in spans),
        high=tuple(high for _, high in spans),
        entry_rules=_describe(material.study, met, t),
        notes=(*warn(material.study, met.codings, t), *_judge(met, t)),
    )


def _gather(study: Study) -> _Met:
    selection = select(study)
    codings = (*selection.counted, *selection.unknown)
    divided = {code.id for code in study.codebook.codes if code.subcodes}
    found: dict[str, dict[str, list[Coding]]] = {sheet.transcript: defaultdict(list) for sheet in study.accounts}
    for coding in codings:
        if coding.transcript in found and coding.code not in divided:
            found[coding.transcript][coding.code].append(coding)
    dates = {name: day for case in study.cases if (day := find_day(case)) for name in case.transcripts}
    dated = all(name in dates for name in found) and bool(found)
    names = tuple(sorted(found, key=lambda name: (dates[name] if dated else "", name)))
    kept = tuple(coding for coding in codings if coding.code not in divided)
    return _Met(names, tuple(found[name] for name in names), kept, dated)


def _write_run(run: Run | None, place: int, added: list[tuple[str, ...]], t: Translate) -> Cell:
    if run is None:
        return Cell((t("in the base") if place <= BASE else t("no whole run yet"),))
    ratio = write_decimal(f"{run.ratio:.2f}", t)
    line = t("{new} of {base} ({ratio})").format(new=run.new, base=run.base, ratio=ratio)
    return Cell((line,), tuple(chain(*added)))


def _judge(met: _Met, t: Translate) -> tuple[str, ...]:
    """Whether saturation can be assessed at all, and the first run that stays below the threshold."""
    needed = BASE + min(RUNS)
    if len(met.names) < needed:
        line = t(
            "Saturation is not assessable: a base of {base} interviews and a run of {run} need {needed}, and there are "
            "{n}. The table only describes what each interview adds."
        )
        return (line.format(base=BASE, run=min(RUNS), needed=needed, n=len(met.names)),)
    lines = []
    for length in RUNS:
        low = next((run for run in find_runs(met.codes, BASE, length) if run.ratio <= THRESHOLD), None)
        if low:
            line = t("Run of {length}: at or below {threshold} for the first time with interviews {first}–{last}.")
            first = low.last - length + 1
            lines.append(
                line.format(length=length, threshold=write_decimal(str(THRESHOLD), t), first=first, last=low.last)
            )
        else:
            line = t("Run of {length}: no run is at or below {threshold}.")
            lines.append(line.format(length=length, threshold=write_decimal(str(THRESHOLD), t)))
    return (*lines, t("Whether enough is known is for you to judge: few new codes do not say that none are missing."))


def _describe(study: Study, met: _Met, t: Translate) -> tuple[EntryRule, ...]:
    count = count_orders(len(met.names))
    orders = t("{n} orders by lot") if count == MOST_ORDERS else t("all {n} orders")
    return (
        EntryRule(
            t("Counted"),
            t(
                "sub-codes, codes without sub-codes, and codes that people proposed and the codebook lacks; a coding "
                "with a divided code alone brings nothing new; wishes and hypotheticals not counted"
            ),
        ),
        EntryRule(
            t("Order of interviews"),
            t("by date, as cases.csv has it")
            if met.dated
            else t("by name: not every interview has a date in cases.csv, written like 2026-01-31"),
        ),
        EntryRule(t("In other orders"), orders.format(n=count)),
        EntryRule(
            t("Run"),
            t(
                "codes that the interviews of a run add to all before them, over the codes of the first {base} "
                "interviews; threshold {threshold} (Guest, Namey and Chen 2020); made for codes found on the way, not "
                "for a codebook that was there before"
            ).format(base=BASE, threshold=write_decimal(str(THRESHOLD), t)),
        ),
        *describe_all(study, met.codings, t),
    )


PART = Condensation(
    name="saturation",
    purpose=mark("See what each interview adds to those before it, and whether saturation can be assessed at all."),
    build=build,
    draw=draw,
)
