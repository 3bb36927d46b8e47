"""What is wrong with a study or a file, where, and how to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from qualcode.errors import QualcodeError
from qualcode.messages import Message

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend. Problems are collected and shown all at once, never the first only.

    `where` is a file name inside the study, with `:line` where a line is known. An `error` stops the work that
    needs the thing; a `warning` is shown and the work goes on; a `note` is something that the reader should know.
    """

    where: str
    what: str
    how: str
    severity: Severity = "error"

    def __str__(self) -> str:
        said = "{where}: {what}. {how}" if self.how else "{where}: {what}."
        return Message.make(said, {"where": self.where, "what": self.what, "how": self.how})


class Refused(QualcodeError):
    """Work that is not done because problems stand in its way; `problems` holds all of them."""

    def __init__(self, what: str, how: str, problems: Iterable[Problem]) -> None:
        super().__init__(what, how)
        self.problems = tuple(problems)


def list_errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those problems that stop the work."""
    return tuple(problem for problem in problems if problem.severity == "error")
