"""Data accounting log: which informant gave what, and what is missing (Miles, Huberman and Saldana 2014, ch. 6)."""

from collections import Counter
from collections.abc import Callable

from qualcode.condense.contract import Condensation, Material
from qualcode.condense.jottings import count_jottings
from qualcode.evidence.provenance import describe_basis, warn
from qualcode.evidence.wording import name_sector
from qualcode.messages import Translate, mark, translate
from qualcode.model import Case, Cell, EntryRule, Heading, Matrix, TranscriptAccount


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A row an informant, then a row a transcript in which no informant of the cases speaks.

    Columns: the interviews read, their turns, words, languages, interviewers, how many jottings people wrote, and what
    the reader had to say of the file. An informant without an interview is marked as such in every column. The log
    tells completeness, not content.
    """
    study, columns = material.study, _list_columns(count_jottings(material.study), t)
    rows, cells = [], []
    for case in study.cases:
        rows.append(Heading(case.id, case.id, _describe_case(case, t)))
        cells.append(_fill([sheet for sheet in study.accounts if case.id in sheet.cases], columns, t))
    known = {case.id for case in study.cases}
    for sheet in study.accounts:
        if known.isdisjoint(sheet.cases):
            rows.append(Heading(sheet.transcript, sheet.transcript, t("no case names its speakers")))
            cells.append(_fill([sheet], columns, t))
    log = Matrix(
        name="data-accounting",
        title=t("Data accounting log"),
        rows=tuple(rows),
        columns=tuple(heading for heading, _ in columns),
        cells=tuple(cells),
        entry_rules=(*_describe_cells(t), *describe_basis(study, (), t)[-1:]),
        notes=warn(study, (), t),
    )
    return (log,)


_Column = tuple[Heading, Callable[[TranscriptAccount], str]]


def _list_columns(jottings: Counter[str], t: Translate) -> tuple[_Column, ...]:
    return (
        (Heading("interview", t("Interview")), lambda sheet: sheet.transcript),
        (Heading("turns", t("Turns")), lambda sheet: str(sheet.turns)),
        (Heading("words", t("Words")), lambda sheet: str(sheet.words)),
        (Heading("language", t("Language")), lambda sheet: sheet.language),
        (
            Heading("interviewer", t("Interviewer")),
            lambda sheet: ", ".join(filter(None, sheet.interviewers)) or t("none named"),
        ),
        (Heading("jottings", t("Jottings")), lambda sheet: str(jottings[sheet.transcript])),
        (
            Heading("reader", t("Reader's notes")),
            lambda sheet: "; ".join(translate(note, t) for note in sheet.notes) or t("none"),
        ),
    )


def _fill(sheets: list[TranscriptAccount], columns: tuple[_Column, ...], t: Translate) -> tuple[Cell, ...]:
    if not sheets:
        return tuple(Cell((t("no interview"),), kind="missing") for _ in columns)
    return tuple(Cell(tuple(read(sheet) for sheet in sheets)) for _, read in columns)


def _describe_case(case: Case, t: Translate) -> str:
    details = (name_sector(case.sector, t), case.role, case.organisation)
    return "; ".join(detail for detail in details if detail)


def _describe_cells(t: Translate) -> tuple[EntryRule, ...]:
    return (
        EntryRule(
            t("Cells"),
            t("what was collected, not what it is worth; one line a transcript; turns and words are of all speakers"),
        ),
        EntryRule(t("Words"), t("what white space separates; labels and times are no words")),
        EntryRule(t("Empty cells"), t("no interview: the informant stands in the cases, but speaks in no transcript")),
    )


PART = Condensation(
    name="data-accounting",
    purpose=mark("See which informant gave what, and what is missing."),
    build=build,
)
