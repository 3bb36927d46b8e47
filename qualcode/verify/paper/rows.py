"""The CSV files of a published study, row by row, with every problem and its line."""

import csv
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from qualcode.errors import suggest
from qualcode.messages import mark
from qualcode.model import Problem

Row = dict[str, str]


def read_rows(path: Path, key: str, columns: Mapping[str, Collection[str]], problems: list[Problem]) -> dict[str, Row]:
    """The rows by what stands in the column `key`, in the order of the file.

    `columns` are those that must be there, each with the words that may stand in it (none: any). A file that lacks one
    gives no row. A row with another word, with fields too few or too many, without a key, or with one that stands there
    already, is a problem and left out.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        lacking = [name for name in (key, *columns) if name not in (reader.fieldnames or ())]
        if lacking:
            how = mark("Add it to the first line: {lacking}", lacking=", ".join(lacking))
            problems.append(Problem(f"{path.name}:1", mark("a column is missing"), how))
            return {}
        rows: dict[str, Row] = {}
        for row in reader:
            faults = [*_find_faults(row, key, columns), *_find_twin(row[key], key, rows)]
            problems += (Problem(f"{path.name}:{reader.line_num}", what, how) for what, how in faults)
            if not faults:
                rows[row[key]] = row
        return rows


def _find_faults(
    row: Mapping[str | None, object], key: str, columns: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, str]]:
    if None in row or None in row.values():
        yield (
            mark("the row has not as many fields as the first line"),
            mark("Put commas inside a field in quotation marks"),
        )
        return
    if not row[key]:
        yield mark("the row names no {key}", key=key), mark("Fill in the column {key}", key=key)
    for name, words in columns.items():
        if words and row[name] not in words:
            yield (
                mark("`{row}` is no word for {name}", row=row[name], name=name),
                suggest(str(row[name]), tuple(filter(None, words))),
            )


def _find_twin(value: str, key: str, rows: Mapping[str, Row]) -> Iterator[tuple[str, str]]:
    if value in rows:
        yield mark("the {key} {value} stands here twice", key=key, value=value), mark("Keep one of the two")
