"""What was found in the interviews of one file, such as a survey, told in one line."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from qualcode.messages import Message, mark
from qualcode.workflow.checking import Checked, CheckedTranscript, file_of

MOST_LABELS = 3  # speakers named of one file

Thing = TypeVar("Thing")


def tell_by_file(checked: Checked) -> Checked:
    """The same with a row a file; what is said of many of its interviews, whatever the values, is said once."""
    files = _group(checked.rows, lambda row: file_of(row.name))
    alike = _group(checked.problems, lambda each: (each.severity, _wording(each.what), file_of(each.where)))
    problems = [
        replace(first, where=mark("{where} (and {count} more)", where=first.where, count=len(more))) if more else first
        for first, *more in alike
    ]
    return replace(checked, rows=tuple(map(_join, files)), problems=tuple(problems))


def _group(things: Iterable[Thing], key: Callable[[Thing], object]) -> list[list[Thing]]:
    groups: dict[object, list[Thing]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return list(groups.values())


def _wording(text: str) -> str:
    return text.template if isinstance(text, Message) else text


def _join(rows: list[CheckedTranscript]) -> CheckedTranscript:
    """The sums of a file's interviews, and how one of the least sure was read."""
    if len(rows) == 1:
        return rows[0]
    shown = min(rows, key=lambda row: row.certainty != "unsure")
    return CheckedTranscript(
        name=mark("{file} (interviews: {count})", file=file_of(shown.name), count=len(rows)),
        turns=sum(row.turns for row in rows),
        words=sum(row.words for row in rows),
        interviewers=_shorten(name for row in rows for name in row.interviewers),
        respondents=_shorten(name for row in rows for name in row.respondents),
        certainty=shown.certainty,
        why=shown.why,
    )


def _shorten(names: Iterable[str]) -> tuple[str, ...]:
    each = tuple(dict.fromkeys(names))
    return each if len(each) <= MOST_LABELS else (*each[:MOST_LABELS], "...")
