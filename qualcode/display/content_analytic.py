"""Content-analytic summary table: who speaks for and against each code (Miles, Huberman and Saldana 2014, ch. 6).

No count stands without the names of those it counts.
"""

from collections.abc import Container, Iterator, Mapping, Sequence

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import build_entry_rules, write_notes
from qualcode.evidence.asking import find_asking
from qualcode.evidence.marks import count_units, find_kind, say_none
from qualcode.evidence.selection import Selection, group_by_cell, list_ids, select
from qualcode.evidence.wording import count_informants, find_interviewed, name_informant, name_layer
from qualcode.messages import Translate, mark
from qualcode.model import Case, Cell, CellKind, Codebook, Coding, EntryRule, Heading, Matrix, Study

By = dict[str, tuple[Coding, ...]]  # an informant's codings of one row, by case id

SIDES: tuple[CellKind, ...] = ("evidence", "contrary", "mixed")


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: codes, and under each its sub-codes that codings have; columns: informants for it, against it, both,
    silent (and without interview, where there are such), and the number of units."""
    selection = select(study, options.layer, options.wishes)
    marked = selection.layers_meet
    interviewed = find_interviewed(study)
    asking = find_asking(study)
    asked = [case for case in study.cases if case.id in interviewed]
    absent = [case for case in study.cases if case.id not in interviewed]
    columns = [
        Heading("for", t("For it")),
        Heading("against", t("Against it")),
        Heading("both", t("Both")),
        Heading("silent", t("Silent")),
        *([Heading("no-interview", t("No interview"))] if absent else []),
        Heading("units", t("Units")),
    ]
    rows = list(_list_rows(study.codebook, selection, options.language))
    cells = []
    for heading, by in rows:
        sides = [
            _name_side([case for case in asked if _side(by, case) == side], by, asked, marked, t) for side in SIDES
        ]
        quiet = [case for case in asked if case.id not in by]
        silent = _name_silent(quiet, {c.id for c in quiet if asking.is_unasked(c.id, heading.key)}, asked, t)
        missing = [Cell(tuple(name_informant(case, t) for case in absent), kind="missing")] if absent else []
        cells.append((*sides, silent, *missing, _count(by, asked, t)))
    return Matrix(
        name="content-analytic",
        title=t("Content-analytic summary table"),
        rows=tuple(heading for heading, _ in rows),
        columns=tuple(columns),
        cells=tuple(cells),
        entry_rules=build_entry_rules(study, selection, options, _describe_cells(t), t),
        notes=write_notes(study, selection, options, t),
    )


def _list_rows(codebook: Codebook, selection: Selection, language: str) -> Iterator[tuple[Heading, By]]:
    cells = group_by_cell(selection.counted, codebook)
    for code in codebook.codes:
        by = {case: found for (case, code_id), found in cells.items() if code_id == code.id}
        short = ": ".join(filter(None, (code.id, code.short.in_language(language))))
        yield Heading(code.id, code.label.in_language(language), short), by
        for subcode in code.subcodes:
            finer = {case: tuple(c for c in found if c.code == subcode.id) for case, found in by.items()}
            if any(finer.values()):
                part_of = f"{subcode.id}: {code.label.in_language(language)}"
                heading = Heading(subcode.id, subcode.label.in_language(language), part_of)
                yield heading, {case: found for case, found in finer.items() if found}


def _side(by: By, case: Case) -> CellKind:
    return find_kind(by[case.id]) if case.id in by else "silent"


def _name_side(cases: Sequence[Case], by: By, asked: Sequence[Case], marked: bool, t: Translate) -> Cell:
    if not cases:
        return say_none(t)
    remarks = {case.id: name_layer(by[case.id], t) for case in cases if marked}
    codings = [coding for case in cases for coding in by[case.id]]
    lines = (count_informants(cases, len(asked), t), *_list_names(cases, remarks))
    return Cell(lines, list_ids(codings), _side(by, cases[0]))


def _name_silent(cases: Sequence[Case], unasked: Container[str], asked: Sequence[Case], t: Translate) -> Cell:
    if not cases:
        return Cell((t("none"),))
    remarks = {case.id: t("not asked") for case in cases if case.id in unasked}
    return Cell((count_informants(cases, len(asked), t), *_list_names(cases, remarks)), kind="silent")


def _list_names(cases: Sequence[Case], remarks: Mapping[str, str]) -> tuple[str, ...]:
    """Who it is, with remarks, under the count that names sectors; where no sector is known, the count names people."""
    if not remarks and not any(case.sector for case in cases):
        return ()
    return (", ".join(f"{case.id} ({remarks[case.id]})" if case.id in remarks else case.id for case in cases),)


def _count(by: By, asked: Sequence[Case], t: Translate) -> Cell:
    """The units of a row, with each informant's own, which add up to it."""
    speakers = [case for case in asked if case.id in by]
    if not speakers:
        return say_none(t)
    codings = [coding for case in speakers for coding in by[case.id]]
    parts = [f"{case.id}: {count_units(by[case.id], t)}" for case in speakers]
    return Cell((count_units(codings, t), *parts), list_ids(codings))


def _describe_cells(t: Translate) -> tuple[EntryRule, ...]:
    return (
        EntryRule(t("Order of rows"), t("the order of the codebook; sub-codes only where codings have them")),
        EntryRule(
            t("Cells"),
            t(
                "informants by name and sector; for it: all their codings speak for the code; against it: all are "
                "contrary; both: some of each; of an obstacle, for it says that it is there, against it that it is "
                "denied or solved"
            ),
        ),
        EntryRule(
            t("Least evidence for a mark"),
            t("one coding that counts, first-hand or second-hand, volunteered or prompted"),
        ),
        EntryRule(
            t("Empty cells"),
            t(
                "silent: interviewed, and nothing that counts was found, which is no denial; not asked, beside a name: "
                "no question was understood to ask for it, by the guide or by the codebook's cues of questions"
            ),
        ),
    )


PART = Display(
    name="content-analytic",
    chapter=6,
    called="Content-analytic summary table",
    contents=("presence",),
    purpose=mark("See at a glance who speaks for, against and about each code, and who is silent."),
    build=build,
    in_report=True,
)
