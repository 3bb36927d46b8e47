"""Chains as an auditor sees them: the end of each file that only grows, and ends that are known and are not there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qualcode.audit.trail import SHORT
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Decision, EntryRule, Heading, LogLine, Matrix, Problem

_FOLDER = "decisions/"
_LOG = "log.jsonl"
FEWEST_DIGITS = 8  # that somebody must give for an end to be looked for


@dataclass(frozen=True, slots=True)
class Found:
    """A decision that a hash leads to: the `place`-th of `total` in its file."""

    decision: Decision
    file: str
    place: int
    total: int


def build_ends(
    files: Mapping[str, Sequence[Decision]],
    heads: Mapping[str, Sequence[str]],
    log: Sequence[LogLine],
    problems: Iterable[Problem],
    t: Translate,
) -> Matrix:
    """A row the log and a row a file of decisions: how many lines it holds, from when to when, its end, and whether
    anything is odd about it.

    `files` are the decisions by the file's name, `heads` the hashes of the last ones.
    """
    odd: dict[str, list[str]] = {}
    for problem in problems:
        odd.setdefault(_name_file(problem.where), []).append(problem.what)
    lines: dict[str, Sequence[Decision] | Sequence[LogLine]] = {**files, **({_LOG: log} if log else {})}
    ends = {**heads, **({_LOG: (log[-1].hash,)} if log else {})}
    names = sorted({*lines, *odd}, key=lambda name: (name != _LOG, name))  # of one that is gone the log may know still
    return Matrix(
        name="ends",
        title=t("Files that only grow, and their ends"),
        rows=tuple(Heading(name, name) for name in names),
        columns=(
            Heading("lines", t("Lines")),
            Heading("from", t("From")),
            Heading("to", t("To")),
            Heading("end", t("End"), t("the hash of the last line")),
            Heading("odd", t("Odd")),
        ),
        cells=tuple(
            (
                *_date(lines.get(name, ())),
                Cell(tuple(ends.get(name, ()))),
                Cell(tuple(odd.get(name, ())) or (t("nothing"),)),
            )
            for name in names
        ),
        entry_rules=(
            EntryRule(
                t("End"),
                t(
                    "each line holds the hash of the one before it, so that an end that somebody wrote down proves "
                    "that nothing before it was changed or taken away; nothing here proves what nobody wrote down"
                ),
            ),
            EntryRule(t("Odd"), t("torn, changed or missing lines, copies, work that was done apart")),
        ),
    )


def find_lost_ends(decisions: Iterable[Decision], log: Iterable[LogLine]) -> tuple[Problem, ...]:
    """Ends that the log knew and that no decision has any more: decisions were taken away, or written anew."""
    known = {decision.hash for decision in decisions}
    lost: dict[str, LogLine] = {}
    names: dict[str, str] = {}
    for line in log:
        for name, head in line.heads.items():
            if head and head not in known:
                lost.setdefault(head, line)
                names.setdefault(head, name)
    return tuple(
        Problem(
            f"{_FOLDER}{names[head]}",
            mark(
                "the end {head} that the log of {when} names (line {number}) is not here any more",
                head=head[:SHORT],
                when=line.when[:10],
                number=line.number,
            ),
            mark("Decisions were taken away or written anew since; put the file back from a backup or another copy"),
            "warning",
        )
        for head, line in lost.items()
    )


def find_end(files: Mapping[str, Sequence[Decision]], given: str) -> Found | None:
    """The decision whose hash begins with `given`; None where there is none, or where it may be several."""
    found = [
        Found(decision, name, place, len(decisions))
        for name, decisions in files.items()
        for place, decision in enumerate(decisions, start=1)
        if decision.hash.startswith(given.strip().lower())
    ]
    return found[0] if len(found) == 1 else None


def _date(lines: Sequence[Decision] | Sequence[LogLine]) -> tuple[Cell, Cell, Cell]:
    """How many there are, and the days of the first and the last."""
    days = sorted(line.when[:10] for line in lines)
    return Cell((str(len(days)),)), Cell(tuple(days[:1])), Cell(tuple(days[-1:]))


def _name_file(where: str) -> str:
    """The file that a problem is about, without the folder and the line."""
    name, _, line = where.removeprefix(_FOLDER).rpartition(":")
    return name if line.isdecimal() else where.removeprefix(_FOLDER)
