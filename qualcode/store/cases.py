"""cases.csv in: one row an informant."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from qualcode.errors import UnreadableSource
from qualcode.evidence.case_words import CASE_WORDS, SECTORS, read_sector
from qualcode.formats.delimited import Fault, choose_delimiter, number_rows
from qualcode.formats.encoding import decode
from qualcode.messages import join, mark
from qualcode.model import Case, Problem, Severity

KNOWN = ("case", "transcript", "speaker", "role", "organisation", "sector")
WHOLE = ("case", "transcript", "speaker")  # columns whose fields are of one line


def read_cases(path: Path) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """The cases of a study, in the order of the file, and every problem with its line.

    Columns are `case, transcript, speaker, role, organisation, sector` and any others, which become attributes. The
    file is UTF-8 (with or without BOM), UTF-16 with one or Windows-1252, separated by comma, semicolon or tab. Several
    transcripts of one informant stand in one field, separated by `;` (`|` where the file itself uses semicolons).
    Headings and sectors may be Indonesian; a sector of the study's own is kept as it is written, and told.
    """
    try:
        data = path.read_bytes()
        text = unicodedata.normalize("NFC", decode(data).text) if data else ""
    except OSError as error:
        what = mark("the file cannot be opened: {strerror}", strerror=error.strerror)
        return (), (Problem(path.name, what, mark("Check that it is there and may be read")),)
    except UnreadableSource as error:
        return (), (Problem(path.name, error.what, error.how),)
    if not text.strip():
        return (), (
            Problem(path.name, mark("the file is empty"), mark("Begin it with a line: case,transcript,speaker,role")),
        )
    separator = choose_delimiter(text)
    numbered, fault = number_rows(text, separator)
    rows = [row for row in numbered if any(map(str.strip, row.cells))]
    broken = _tell_fault(path.name, fault) if fault else ()
    if not rows:
        return (), broken
    names = [cell.strip().casefold() for cell in rows[0].cells]
    header = [CASE_WORDS.get(name, name) for name in names]
    problems = list(_check_header(f"{path.name}:{rows[0].line}", header))
    if problems:
        return (), tuple(problems)
    cases: dict[str, Case] = {}
    sectors: dict[str, str] = {}  # where each stands first
    for line, row in rows[1:]:
        fields = dict(zip(header, (field.strip() for field in row), strict=False))
        if not any(fields.values()):
            continue
        fields["sector"] = read_sector(fields.get("sector", ""))
        problem = _check_row(f"{path.name}:{line}", fields, header, row, cases)
        if problem:
            problems.append(problem)
        else:
            cases[fields["case"]] = _make_case(fields, "|" if separator == ";" else ";")
            sectors.setdefault(fields["sector"], f"{path.name}:{line}")
    problems = sorted((*problems, *_tell_own_sectors(sectors)), key=lambda each: int(each.where.rpartition(":")[2]))
    return tuple(cases.values()), (*problems, *broken)


def _tell_own_sectors(sectors: dict[str, str]) -> Iterator[Problem]:
    """Each sector that is none of the known ones, where it stands first: beside known ones it may be a typing error, a
    study that uses none of them has its own."""
    own = {sector: where for sector, where in sectors.items() if sector not in ("", *SECTORS)}
    severity: Severity = "note" if sectors.keys() <= {*own, ""} else "warning"
    how = mark("If that was not meant, write one of: {known}", known=join(", ", map(mark, SECTORS)))
    for sector, where in own.items():
        yield Problem(where, mark("the sector `{fields}` is a group of its own", fields=sector), how, severity)


def _tell_fault(name: str, fault: Fault) -> tuple[Problem, ...]:
    what = mark("the file cannot be read from this row on: {error}", error=fault.what)
    how = mark("Look for a quotation mark that is not closed; one inside a field in quotes is written twice")
    return (Problem(f"{name}:{fault.line}", what, how),)


def _check_header(where: str, header: list[str]) -> tuple[Problem, ...]:
    if "case" not in header:
        return (
            Problem(
                where,
                mark("there is no column `case`"),
                mark("The first line names the columns: {known}", known=",".join(KNOWN)),
            ),
        )
    twice = sorted({column for column in header if column and header.count(column) > 1})
    return tuple(
        Problem(where, mark("the column `{column}` stands twice", column=column), mark("Keep one of the two"))
        for column in twice
    )


def _check_row(
    where: str, fields: dict[str, str], header: list[str], row: list[str], cases: dict[str, Case]
) -> Problem | None:
    if not fields.get("case"):
        return Problem(where, mark("the row names no case"), mark("Give every informant an id, such as INF-01"))
    if len(row) > len(header):
        return Problem(
            where, mark("the row has more fields than the first line"), mark("Put fields that hold a comma in quotes")
        )
    for column in WHOLE:
        if len(fields.get(column, "").splitlines()) > 1:
            how = mark("Write it on one line; look for a quotation mark too many in this row or the one before")
            return Problem(where, mark("the {column} goes over several lines", column=column), how)
    if fields["case"] in cases:
        return Problem(
            where,
            mark("the case `{fields}` stands twice", fields=fields["case"]),
            mark("Put its transcripts in one row, separated by `;`"),
        )
    return None


def _make_case(fields: dict[str, str], separator: str) -> Case:
    transcripts = (name.strip().replace("\\", "/") for name in fields.get("transcript", "").split(separator))
    return Case(
        id=fields["case"],
        transcripts=tuple(name for name in transcripts if name),
        speaker=fields.get("speaker", ""),
        role=fields.get("role", ""),
        organisation=fields.get("organisation", ""),
        sector=fields.get("sector", ""),
        attributes={column: value for column, value in fields.items() if column and column not in KNOWN},
    )
