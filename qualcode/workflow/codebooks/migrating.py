"""Move a study along with its codebook: codings, claims, report and log."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.codebook.guides import read_guide
from qualcode.codebook.layout import Layout
from qualcode.codebook.migrating import Migration, Step, migrate_all
from qualcode.codebook.migration_report import build_migration_report, count_migration, describe_step
from qualcode.codebook.references import rename_references
from qualcode.messages import translator
from qualcode.model import Change, Codebook, Matrix, Problem, Report, Study, TranscriptAccount, list_errors
from qualcode.registry import find_parts
from qualcode.store.codings import read_codings, replace_codings
from qualcode.store.files import write_file
from qualcode.store.hashes import hash_tree
from qualcode.store.keeping import edit_text, read_text, replace_text
from qualcode.store.log import append_line
from qualcode.verify.claims.reading import read_claims
from qualcode.workflow.deciding import record_rename
from qualcode.workflow.notices import build_notices
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.records.recording import Stamp
from qualcode.writers.csv_tables import write_matrix


@dataclass(frozen=True, slots=True)
class Move:
    """A step of the codebook from `old` to `new`, with its entry for the code's log; results are in `language`."""

    step: Step
    change: Change
    old: Codebook
    new: Codebook
    language: str


Plan = tuple[tuple[TranscriptAccount, Migration], ...]
"""What becomes of the codings of each coded transcript."""


def plan_move(study: OpenStudy, move: Move) -> Plan:
    """What becomes of a study's codings; nothing is written. Damaged codings are refused."""
    return tuple(
        (_move_asked(account, move.step), migrate_all(codings, move.step, move.old, move.new))
        for account, codings in read_codings(study.place.codings)
    )


def move_study(
    study: OpenStudy, move: Move, plan: Plan, remarks: tuple[str, ...], stamp: Stamp
) -> tuple[tuple[str, ...], tuple[Problem, ...], Path | None]:
    """Write what was planned: codings, claims, the guide, the migration report with `remarks`, a line in the log.

    Gives what was done and is to be looked at, in plain lines; the problems that claims and guide now have; and the
    folder of the report, None for a new code, which moves nothing.
    """
    t = translator(move.language)
    for account, migration in plan:
        replace_codings(study.place.codings, account, migration.codings)
    if move.step.kind in ("rename", "merge") and plan:
        record_rename(study, move.change.by, move.step.code, move.step.into[0], stamp.when)
    problems = (
        *_move_references(study.place.claims, move, lambda path, codebook: _check_claims(path, codebook, study)),
        *_move_references(study.place.guide, move, lambda path, codebook: read_guide(path, path.name, codebook)[1]),
    )
    if plan and move.step.kind != "rename":
        advice = t("Run `qualcode code` again: the machine's suggestions are still those of the codebook as it was.")
        remarks = (*remarks, advice)
    _log(study, move, stamp)
    done = describe_step(move.step, t)
    if move.step.kind == "add":
        return (done, *remarks), problems, None
    accounts, whole = tuple(account for account, _ in plan), _join(plan)
    notices = build_notices(Study(study.settings, move.new, study.cases, accounts, whole.codings), move.language)
    report = build_migration_report(move.step, move.change, whole, remarks, notices, move.language, t)
    folder = _write_report(study, report, f"{move.change.date}_{move.step.kind}_{move.step.code}")
    return (done, count_migration(whole, t), *remarks), problems, folder


def _log(study: OpenStudy, move: Move, stamp: Stamp) -> None:
    line = stamp.begin_line() | {
        "coder": move.change.by,
        "codebooks": {move.new.name: move.new.hash},
        "codebooks_before": {move.old.name: move.old.hash},
        "codings": hash_tree(study.place.codings),
        "became": {move.step.code: move.step.into} if move.step.into else {},
    }
    append_line(study.place.log, line)


def _join(plan: Plan) -> Migration:
    """What becomes of the codings of all transcripts together."""
    return Migration(
        tuple(coding for _, part in plan for coding in part.codings),
        tuple(pair for _, part in plan for pair in part.moved),
        tuple(each for _, part in plan for each in part.queued),
        sum(part.joined for _, part in plan),
    )


def _move_asked(account: TranscriptAccount, step: Step) -> TranscriptAccount:
    """The count sheet with the codes asked for by their new ids."""
    if account.asked is None or not step.into:
        return account
    moved: set[str] = set()
    for code in account.asked:
        own = f"{code}.".startswith(f"{step.code}.")
        moved.update((into + code[len(step.code) :] for into in step.into) if own else (code,))
    return replace(account, asked=tuple(sorted(moved)))


def _check_claims(path: Path, codebook: Codebook, study: OpenStudy) -> tuple[Problem, ...]:
    return read_claims(path, path.name, codebook, study.cases)[1]


def _move_references(
    path: Path | None, move: Move, check: Callable[[Path, Codebook], tuple[Problem, ...]]
) -> tuple[Problem, ...]:
    """Let a file name what the code became (of a split one, the first); gives what is now wrong with it."""
    if path is None or not move.step.into:
        return ()
    before = check(path, move.old)
    if list_errors(before):
        return before  # a file with faults is left as it is

    def rename(text: str) -> str:
        layout = Layout(text)
        return layout.apply(rename_references(layout, {move.step.code: move.step.into[0]}))

    text = read_text(path)
    replace_text(path, text, edit_text(text, rename))
    return tuple(problem for problem in check(path, move.new) if problem not in before)


def _write_report(study: OpenStudy, report: Report, name: str) -> Path:
    """The report and its tables in a folder of their own; an older one is never overwritten."""
    migrations = study.place.out / "migrations"
    folder, count = migrations / name, 1
    while folder.exists():
        count += 1
        folder = migrations / f"{name}_{count}"
    files = find_parts("writers")["markdown"].load().write(report)
    for section in report.sections:
        if isinstance(section.body, Matrix):
            files[f"{section.key}.csv"] = write_matrix(section.body, report.language)
    for file, data in files.items():
        write_file(folder / file, data)
    return folder
