"""Draw a display as it was asked for: narrowed to a part of the study, its rows and columns chosen and sorted.

What was left out and how rows are ordered is told in the entry rules, for every display alike.
"""

from collections.abc import Sequence
from dataclasses import replace

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.ordering import find_places
from qualcode.errors import QualcodeError
from qualcode.evidence.case_words import fold
from qualcode.evidence.narrowing import describe_conditions, narrow
from qualcode.evidence.typed import put_in_words
from qualcode.messages import Translate, mark
from qualcode.model import Cell, CellKind, EntryRule, Matrix, Study

_KINDS: tuple[CellKind, ...] = (
    *("evidence", "mixed", "contrary", "value", "written", "open"),
    *("silent", "unasked", "missing"),
)


def draw(display: Display, study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """The display of the part of the study that `options.where` names, with `options.rows` and `options.columns` alone
    and in the order of `options.sort`, and with what people typed into its open cells. Fields, keys and orders that
    there are not are refused with those there are, and so is a content that its cells do not take."""
    if options.content not in display.contents:
        what = mark("{name} has no cells of {content}", name=display.name, content=options.content)
        raise QualcodeError(
            what, mark("Leave --content out, or ask for {contents}", contents=" / ".join(display.contents))
        )
    part = narrow(study, options.where)
    whole = replace(options, where=(), layer="all", wishes=False)
    matrix = put_in_words(_build(display, part, study, options, t), part, lambda: display.build(study, whole, t), t)
    if options.where:
        rule = EntryRule(t("Narrowed to"), describe_conditions(options.where, t))
        matrix = replace(matrix, entry_rules=(*matrix.entry_rules, rule))
    if options.sort and not display.orders:
        matrix = _sort(matrix, part, options, t)
    if options.rows:
        matrix = _choose_rows(matrix, options.rows, t)
    if options.columns:
        matrix = _turn(_choose_rows(_turn(matrix), options.columns, t, of_columns=True))
    return matrix


def _build(display: Display, part: Study, study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """The display of a part of the study; where the part alone lacks what it is about, the refusal says so, and not
    that the codebook does."""
    try:
        return display.build(part, options, t)
    except QualcodeError:
        if options.where:
            display.build(study, options, t)  # refused as well where it is not the narrowing
            raise QualcodeError(
                mark("What --where leaves lacks the codes that {name} is about", name=display.name),
                mark("Take them in, or choose another display (`qualcode display --list`)"),
            ) from None
        raise


def matches_key(key: str, word: str) -> bool:
    """Whether `word` means a row or a column: by its key, or by the beginning of it before a `.` or `/`, in whatever
    letter case."""
    key, word = fold(key), fold(word)
    return key == word or key.startswith((f"{word}.", f"{word}/"))


def _choose_rows(matrix: Matrix, words: Sequence[str], t: Translate, *, of_columns: bool = False) -> Matrix:
    places: dict[int, None] = {}
    for word in words:
        found = [place for place, heading in enumerate(matrix.rows) if matches_key(heading.key, word)]
        if not found:
            thing = mark("column") if of_columns else mark("row")
            keys = ", ".join(heading.key for heading in matrix.rows)
            raise QualcodeError(
                mark("{name} has no {thing} {word}", name=matrix.name, thing=thing, word=word),
                mark("There is: {keys}", keys=keys),
            )
        places |= dict.fromkeys(found)
    label = t("Columns chosen") if of_columns else t("Rows chosen")
    value = t("{words}: {n} of {all}, in this order").format(
        words=", ".join(words), n=len(places), all=len(matrix.rows)
    )
    return _keep(matrix, tuple(places), (*matrix.entry_rules, EntryRule(label, value)))


def _keep(matrix: Matrix, places: Sequence[int], entry_rules: tuple[EntryRule, ...]) -> Matrix:
    return replace(
        matrix,
        rows=tuple(matrix.rows[place] for place in places),
        cells=tuple(matrix.cells[place] for place in places),
        entry_rules=entry_rules,
    )


def _turn(matrix: Matrix) -> Matrix:
    cells = tuple(tuple(matrix.cells[r][c] for r in range(len(matrix.rows))) for c in range(len(matrix.columns)))
    return replace(matrix, rows=matrix.columns, columns=matrix.rows, cells=cells)


def _sort(matrix: Matrix, study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    places, said = _find_order(matrix, study, options, t)
    label = t("Order of rows")
    rule = EntryRule(label, said)
    rules = tuple(rule if each.label == label else each for each in matrix.entry_rules)
    return _keep(matrix, places, rules if rule in rules else (*rules, rule))


def _find_order(matrix: Matrix, study: Study, options: DisplayOptions, t: Translate) -> tuple[list[int], str]:
    word, columns = options.sort, {fold(heading.key): place for place, heading in enumerate(matrix.columns)}
    keys = [heading.key for heading in matrix.rows]
    every = range(len(keys))
    if word == "name":
        return sorted(every, key=lambda place: matrix.rows[place].label.casefold()), t("by name")
    if word == "codings":
        counted = [len({id_ for cell in row for id_ in cell.counted_ids}) for row in matrix.cells]
        order = sorted(every, key=lambda place: -counted[place])
        return order, t("by how many codings stand behind them, most first; how often is not how important")
    if set(keys) <= {case.id for case in study.cases}:
        ranks = find_places(study, word, options, t)
        if ranks is not None:
            return sorted(every, key=lambda place: ranks.rank[keys[place]]), ranks.rule
    if (at := columns.get(fold(word))) is not None:
        cells = [row[at] for row in matrix.cells]
        order = sorted(every, key=lambda place: _rank(cells[place]))
        said = t(
            "by the column {column}: for, both, against, counted, silent, without interview; then most codings first"
        )
        return order, said.format(column=matrix.columns[at].label)
    raise QualcodeError(
        mark("{name} cannot be sorted by {word}", name=matrix.name, word=word),
        mark(
            "Sort by name, codings, a column ({columns}) or, where rows are informants, a code or an attribute",
            columns=", ".join(heading.key for heading in matrix.columns),
        ),
    )


def _rank(cell: Cell) -> tuple[int, int]:
    return _KINDS.index(cell.kind), -len(cell.coding_ids)
