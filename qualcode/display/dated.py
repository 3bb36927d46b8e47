"""Matrices with a column a year: the frame of displays that are ordered by time."""

from collections.abc import Callable, Iterator, Sequence

from qualcode.display.contract import DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import Filling, prepare
from qualcode.evidence.links import list_languages
from qualcode.evidence.marks import say_none
from qualcode.evidence.selection import list_ids
from qualcode.evidence.typed import leave_open
from qualcode.language.years import find_years
from qualcode.messages import Translate
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study

UNDATED = "undated"


def build_by_year(
    name: str,
    title: str,
    find_row: Callable[[Coding], str],
    list_rows: Callable[[Filling], Sequence[Heading]],
    order: EntryRule,
    study: Study,
    options: DisplayOptions,
    t: Translate,
) -> Matrix:
    """A matrix with a row for each head of `list_rows`, whose key `find_row` gives for a coding, and a column for each
    year that a respondent names in the coded words; codings that name none stand, counted, in the last column."""
    filling = prepare(study, options, t)
    by_cell: dict[tuple[str, str], list[Coding]] = {}
    for coding, year in list_dated(filling):
        by_cell.setdefault((find_row(coding), year), []).append(coding)
    years = sorted({year for _, year in by_cell} - {UNDATED})
    rows = list_rows(filling)
    none = t("No year is named in the coded words: nothing can be put in order of time.")
    return filling.finish(
        name,
        title,
        rows,
        (*(Heading(year, year) for year in years), Heading(UNDATED, t("No year named"))),
        [
            [
                *(_fill(filling, row.key, by_cell.get((row.key, year), ())) for year in years),
                _count(filling, row.key, by_cell.get((row.key, UNDATED), ())),
            ]
            for row in rows
        ],
        (
            order,
            describe_times(t),
            *describe_marks(options, t),
        ),
        notes=() if years else (none,),
    )


def list_dated(filling: Filling) -> tuple[tuple[Coding, str], ...]:
    """Each coding that counts with each year that its words name, and with UNDATED where they name none."""
    study, options = filling.study, filling.options
    return study.find_once(("dated", options.layer, options.wishes), lambda: tuple(_date(filling)))


def _date(filling: Filling) -> Iterator[tuple[Coding, str]]:
    languages = list_languages(filling.study)
    for coding in filling.selection.counted:
        named = find_years(coding.quote, languages.get(coding.transcript, "id"))
        for year in map(str, named) if named else (UNDATED,):
            yield coding, year


def describe_times(t: Translate) -> EntryRule:
    """Which times are taken for dates."""
    return EntryRule(
        t("Times"),
        t(
            "the years that respondents name in the coded words, in figures or in words; a passage that names two "
            "stands under both; “last year” and the like are not worked out"
        ),
    )


def _fill(filling: Filling, row: str, codings: Sequence[Coding]) -> Cell:
    """The codings of one row and year; where they are of several codes, each is named, and the cell takes no side."""
    if not codings:
        return _leave_empty(filling, row)
    if filling.study.codebook.find(row):
        return filling.fill_with(codings)
    if filling.options.content == "summary":
        return leave_open(codings, filling.t)
    by_code: dict[str, list[Coding]] = {}
    for coding in codings:
        by_code.setdefault(filling.study.codebook.name_whole(coding.code), []).append(coding)
    lines = (f"{code}: {line}" for code, own in by_code.items() for line in filling.fill_with(own).lines)
    return Cell(tuple(lines), list_ids(codings))


def _leave_empty(filling: Filling, row: str) -> Cell:
    """Nothing is dated there; where the row is an informant without interview, nothing could be."""
    if any(case.id == row for case in filling.study.cases) and row not in filling.interviewed:
        return Cell((filling.t("no interview"),), kind="missing")
    return say_none(filling.t)


def _count(filling: Filling, row: str, codings: Sequence[Coding]) -> Cell:
    t = filling.t
    if not codings:
        return _leave_empty(filling, row)
    line = t("codings: {n}").format(n=len(codings))
    return Cell((line, *filling.name_layer(codings)), list_ids(codings))
