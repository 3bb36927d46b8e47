"""The report of a step in a codebook's growth: what was done, which codings moved, what waits for a person."""

from collections.abc import Iterable

from qualcode.codebook.migrating import Migration, Queued, Step
from qualcode.messages import Translate
from qualcode.model import Cell, Change, Coding, EntryRule, Heading, Matrix, Prose, Report, Section


def build_migration_report(
    step: Step,
    change: Change,
    migration: Migration,
    to_look_at: tuple[str, ...],
    notices: tuple[str, ...],
    language: str,
    t: Translate,
) -> Report:
    """What `step` did to a study, as a report; `to_look_at` are lines of the codebook and the like that only a person
    can mend."""
    done = t("{what} ({date}, {by}: {why})").format(
        what=describe_step(step, t), date=change.date, by=change.by, why=change.why
    )
    sections = [
        Section("done", t("What was done"), Prose((done, count_migration(migration, t)))),
        Section("moved", t("Codings that moved along"), list_moved(migration, t)),
        Section("queue", t("Codings for a person to decide on"), list_queued(migration.queued, t)),
    ]
    if to_look_at:
        sections.append(Section("look-at", t("To look at"), Prose(to_look_at)))
    return Report(t("Migration of the codebook"), language, notices, tuple(sections), ())


def describe_step(step: Step, t: Translate) -> str:
    """A step in one line."""
    into = ", ".join(step.into)
    return {
        "add": t("{code} was added").format(code=step.code),
        "rename": t("{code} was renamed {into}").format(code=step.code, into=into),
        "split": t("{code} was split into {into}").format(code=step.code, into=into),
        "merge": t("{code} was merged into {into}").format(code=step.code, into=into),
    }[step.kind]


def count_migration(migration: Migration, t: Translate) -> str:
    """How many codings moved, met and wait, in one line."""
    return t("{moved} codings moved along, {joined} of them onto another one; {queued} wait for a person.").format(
        moved=len(migration.moved), joined=migration.joined, queued=len(migration.queued)
    )


def list_moved(migration: Migration, t: Translate) -> Matrix:
    """A row a coding that moved: its old id leads to its new one."""
    return Matrix(
        name="moved",
        title=t("Codings that moved along"),
        rows=tuple(Heading(was.id, was.id) for was, _ in migration.moved),
        columns=(Heading("new", t("New id")), Heading("code", t("Code")), *_head_place(t)),
        cells=tuple(
            (Cell((now.id,)), Cell((f"{was.code} → {now.code}",)), *_show_place(was, t)) for was, now in migration.moved
        ),
        entry_rules=(EntryRule(t("Rows"), t("the id that the coding had; it leads to the new one")),),
    )


def list_queued(queued: Iterable[Queued], t: Translate) -> Matrix:
    """A row a coding that only a person can place."""
    found = tuple(queued)
    reasons = {
        "split": t("its code was split"),
        "clash": t("another coding of the same coder on the same words was decided otherwise"),
    }
    return Matrix(
        name="queue",
        title=t("Codings for a person to decide on"),
        rows=tuple(Heading(each.coding.id, each.coding.id) for each in found),
        columns=(
            Heading("candidates", t("May bear")),
            *_head_place(t),
            Heading("reason", t("Why")),
        ),
        cells=tuple(
            (Cell(each.candidates), *_show_place(each.coding, t), Cell((reasons[each.reason],))) for each in found
        ),
        entry_rules=(EntryRule(t("Rows"), t("the id of the coding, which stays as it is until somebody decides")),),
    )


def _head_place(t: Translate) -> tuple[Heading, ...]:
    return Heading("place", t("Where")), Heading("quote", t("Quote"))


def _show_place(coding: Coding, t: Translate) -> tuple[Cell, ...]:
    place = t("{transcript}, turn {turn}").format(transcript=coding.transcript, turn=coding.turn)
    return Cell((place,)), Cell((f"“{coding.quote}”",))
