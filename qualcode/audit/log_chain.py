"""The log as an auditor sees it: lines that were changed or taken away, and codings that changed with no command."""

from collections.abc import Iterable, Sequence

from qualcode.messages import mark
from qualcode.model import LogLine, Problem

_LOG = "log.jsonl"
_MAKE_CODINGS = {"run", "code", "reproduce", "codebook"}  # the commands that write codings
_HOW = mark("Put log.jsonl back from a backup or another copy")


def find_breaks(log: Sequence[LogLine], known_end: str = "") -> tuple[Problem, ...]:
    """Where lines of the log do not follow on one another: each holds the hash of the one before it.

    `known_end` is the hash of a line that was written down elsewhere, "" for none. Lines of a version that wrote no
    hash are passed over.
    """
    hashes = {line.hash for line in log}
    problems = [
        Problem(f"{_LOG}:{line.number}", mark("the line before it was changed or taken away"), _HOW, "warning")
        for line in log
        if line.before and line.before not in hashes
    ]
    anew = [line for line in log[1:] if line.before == ""]
    problems += [
        Problem(f"{_LOG}:{line.number}", mark("the log begins a second time here"), _HOW, "warning") for line in anew
    ]
    if known_end and known_end not in hashes:
        what = mark("the line that results/manifest.json names is not there: it was changed or taken away")
        problems.append(Problem(_LOG, what, _HOW, "warning"))
    return tuple(problems)


def find_changed_codings(log: Iterable[LogLine]) -> tuple[Problem, ...]:
    """Codings that were others at a command than at the one before it, though the command makes none."""
    problems = []
    last: dict[str, str] = {}
    for line in log:
        if (now := line.hashes.get("codings")) is None:
            continue
        by_hand = [name for name in sorted(now.keys() | last.keys()) if now.get(name) != last.get(name)]
        if last and by_hand and line.arguments[:1] and line.arguments[0] not in _MAKE_CODINGS:
            what = mark("codings were changed by hand before this command: {names}", names=", ".join(by_hand))
            how = mark("Take these files out of the folder codings, then code and report again")
            problems.append(Problem(f"{_LOG}:{line.number}", what, how, "warning"))
        last = now
    return tuple(problems)


def tell_missing() -> Problem:
    """That there is no log where there should be one."""
    return Problem(_LOG, mark("there are codings or results, and no log tells of them"), _HOW, "warning")
