"""Code relations: which codes lie on the same units, with the c-coefficient (see `evidence.together`)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import Filling, prepare
from qualcode.evidence.excerpts import find_excerpts
from qualcode.evidence.marks import count_units, say_none
from qualcode.evidence.selection import group_by_code, list_ids
from qualcode.evidence.together import UNEVEN, Together, count_together
from qualcode.evidence.typed import leave_open
from qualcode.evidence.wording import count_speakers, write_quote
from qualcode.messages import Translate, mark, write_decimal
from qualcode.model import Cell, Coding, Edge, EntryRule, Heading, Matrix, Network, Node, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows and columns: all codes; cells: the units that bear both. The diagonal counts the units of the code."""
    filling = prepare(study, options, t)
    by_code = group_by_code(filling.selection.counted, study.codebook)
    together = count_together(by_code)
    together |= {(other, one): replace(found, n1=found.n2, n2=found.n1) for (one, other), found in together.items()}
    heads = filling.head_codes()
    return filling.finish(
        "code-relations",
        t("Code relations"),
        heads,
        heads,
        [
            [
                _count(filling, by_code[row.key])
                if row is column
                else _fill(filling, row.key, together[row.key, column.key])
                for column in heads
            ]
            for row in heads
        ],
        (EntryRule(t("Cells"), _describe_cells(options, t)), *_describe_measure(t)),
    )


def to_network(matrix: Matrix, _labels: Mapping[str, str]) -> Network:
    """Codes that meet on at least one unit, joined by how many: no arrows, for nothing is said of cause."""
    nodes = {heading.key: Node(heading.key, heading.label) for heading in (*matrix.rows, *matrix.columns)}
    edges: dict[frozenset[str], Edge] = {}
    for row, cells in zip(matrix.rows, matrix.cells, strict=True):
        for column, cell in zip(matrix.columns, cells, strict=True):
            pair = frozenset((row.key, column.key))
            if len(pair) == 2 and cell.coding_ids and pair not in edges:
                edges[pair] = Edge(row.key, column.key, "together", cell.lines[0], cell.coding_ids)
    met = {key for pair in edges for key in pair}
    shown = tuple(node for key, node in nodes.items() if key in met)
    return Network(matrix.name, matrix.title, shown, tuple(edges.values()), matrix.entry_rules, matrix.notes)


def list_pairs(matrix: Matrix, t: Translate) -> Matrix:
    """The pairs of codes that meet on at least one unit, a row each, for print: the matrix says each twice, and of most
    pairs nothing."""
    pairs: dict[frozenset[str], tuple[Heading, Heading, Cell]] = {}
    for row, cells in zip(matrix.rows, matrix.cells, strict=True):
        for column, cell in zip(matrix.columns, cells, strict=True):
            if cell.coding_ids and row.key != column.key:
                pairs.setdefault(frozenset((row.key, column.key)), (row, column, cell))
    listed = sorted(pairs.values(), key=lambda pair: -len(pair[2].coding_ids))
    rule = t(
        "a row for each two codes that lie together on a unit, most codings first; n12 units bear both codes, of n1 "
        "units of the first and n2 of the second; c; the informants"
    )
    changed = {t("Cells"): rule, t("Empty cells"): t("none: codes that are not listed together share no unit")}
    return replace(
        matrix,
        rows=tuple(
            Heading(f"{one.key}+{other.key}", f"{one.label} + {other.label}", f"{one.key}, {other.key}")
            for one, other, _ in listed
        ),
        columns=(Heading("together", t("Together")), Heading("informants", t("Informants"))),
        cells=tuple((replace(cell, lines=cell.lines[:2]), replace(cell, lines=cell.lines[2:])) for *_, cell in listed),
        entry_rules=tuple(replace(each, value=changed.get(each.label, each.value)) for each in matrix.entry_rules),
    )


def _count(filling: Filling, own: Sequence[Coding]) -> Cell:
    return Cell((count_units(own, filling.t) if own else filling.t("none"),), list_ids(own))


def _fill(filling: Filling, row: str, found: Together) -> Cell:
    t, content = filling.t, filling.options.content
    if not found.n12:
        return say_none(t)
    ids = list_ids(found.codings)
    layer = filling.name_layer(found.codings)
    if content == "presence":
        return Cell((str(found.n12), *layer), ids)
    if content == "summary":
        return leave_open(found.codings, t)
    if content == "quotes":
        excerpts = find_excerpts(
            [c for c in found.codings if filling.study.codebook.holds(row, c.code)], filling.study.codebook
        )
        shown = [write_quote(excerpt, t) for excerpt in excerpts[: filling.options.quotes]]
        more = len(excerpts) - len(shown)
        return Cell((*shown, *([t("and {n} more").format(n=more)] if more else ()), *layer), ids)
    lines = [
        t("{n12} together; c = {c}").format(n12=found.n12, c=write_decimal(f"{found.coefficient:.2f}", t)),
        t("{n12} of {n1} and of {n2}").format(n12=found.n12, n1=found.n1, n2=found.n2),
        count_speakers(found.codings, filling.study, t),
    ]
    lines += layer
    if found.is_uneven:
        lines.append(t("uneven: one is more than {n} times as frequent, c says little").format(n=UNEVEN))
    return Cell(tuple(lines), ids)


def _describe_cells(options: DisplayOptions, t: Translate) -> str:
    return {
        "presence": t("n12, the number of units that bear both codes; on the diagonal the units of the code"),
        "counts": t(
            "n12 units bear both codes, of n1 units of the row's and n2 of the column's code; c; the informants; on "
            "the diagonal the units of the code"
        ),
        "quotes": t("the first {n} quotes of units that bear both codes, verbatim").format(n=options.quotes),
        "summary": t("what people wrote of the codings in a cell, in their own words, with their names"),
    }[options.content]


def _describe_measure(t: Translate) -> tuple[EntryRule, ...]:
    return (
        EntryRule(
            t("Measure"),
            t(
                "c = n12 / (n1 + n2 − n12), from 0 to 1 (c-coefficient of ATLAS.ti, a Jaccard index); units of the two "
                "codes that overlap are together; no test of significance, the passages were not drawn by lot"
            ),
        ),
        EntryRule(
            t("What it says"),
            t(
                "that two codes were given to the same words: neither cause nor importance, and it hangs on how units "
                "were cut"
            ),
        ),
        EntryRule(t("Least evidence for a mark"), t("one unit that bears both codes")),
        EntryRule(t("Empty cells"), t("none: no unit bears both codes, which does not say that they are unrelated")),
    )


PART = Display(
    name="code-relations",
    purpose=mark("See which codes lie on the same passages, with the counts behind the measure."),
    build=build,
    in_report=True,
    counted=True,
    to_network=to_network,
    to_paper=list_pairs,
)
