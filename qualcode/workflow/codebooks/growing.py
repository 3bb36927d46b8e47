"""Let a codebook grow: edit its file, check it, and move its study along."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcode.codebook.diffing import rename
from qualcode.codebook.migrating import Step
from qualcode.codebook.migration_report import describe_step
from qualcode.codebook.reading import read_codebook
from qualcode.codebook.references import find_mentions
from qualcode.errors import QualcodeError
from qualcode.messages import Translate, mark, translator
from qualcode.model import Change, Code, Codebook, Problem, Refused, list_errors
from qualcode.shipped import find_shipped
from qualcode.store.files import write_file
from qualcode.store.keeping import edit_text, read_text, replace_text
from qualcode.workflow.codebooks.finding import find_target
from qualcode.workflow.codebooks.migrating import Move, move_study, plan_move
from qualcode.workflow.opening import OpenStudy, StudyRefused, Wishes, open_study
from qualcode.workflow.records.recording import Stamp

EditText = Callable[[str, Change], str]
"""The text of a codebook's file and the entry for the code's own log in, the new text out."""


@dataclass(frozen=True, slots=True)
class Grown:
    """What `grow` did, in plain lines of its `language`. `problems` are those that the codebook and the claims did not
    have before; `report` is the folder of the migration report, None where there is no study to move."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]
    language: str
    report: Path | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A codebook that may be edited: its file and what it holds, with warnings, and its study if it has one."""

    path: Path
    name: str
    codebook: Codebook
    problems: tuple[Problem, ...]
    study: OpenStudy | None
    language: str


def grow(
    target: str, here: Path, step: Step, edit: EditText, change: Change, stamp: Stamp, language: str | None = None
) -> Grown:
    """Take one step: edit the codebook that `target` names (a YAML file or a study folder) and move its study along.

    The file is written only if it checks afterwards, whole or not at all; a shipped codebook is never changed.
    Codings move as `codebook.migrating` says, claims name the new id, and the study's `migrations` folder gets a
    report. `change` goes into the code's own log, `stamp` into the study's.
    """
    found = _find(target, here, language)
    t = translator(found.language)
    before = read_text(found.path)
    after = edit_text(before, lambda text: edit(text, change))
    codebook, problems = _check(found, after)
    known = {problem.what for problem in found.problems}
    fresh = tuple(problem for problem in problems if problem.what not in known)
    remarks = (
        *_list_mentions(step, after.removeprefix("\ufeff"), found.name, t),
        *_list_left_out(step, found.codebook, codebook, found.language, t),
    )
    if found.study is None:
        replace_text(found.path, before, after)
        return Grown((describe_step(step, t), *remarks), fresh, found.language)
    move = Move(step, change, found.codebook, codebook, found.language)
    plan = plan_move(found.study, move)  # codings that cannot be read stop the work before anything is written
    replace_text(found.path, before, after)
    lines, more, report = move_study(found.study, move, plan, remarks, stamp)
    return Grown(lines, (*fresh, *more), found.language, report)


def _find(target: str, here: Path, language: str | None) -> _Found:
    path, name, study = find_target(target, here)
    if path.parent == find_shipped("codebooks") and not Path(target).is_file():
        raise QualcodeError(
            mark("The codebook {stem} came with qualcode and is not changed", stem=path.stem),
            mark(
                "Copy {path} into your study as codebook.yaml and write `codebook: codebook.yaml` in study.yaml",
                path=path,
            ),
        )
    codebook, problems = read_codebook(path, name)
    if codebook is None:
        raise StudyRefused(list_errors(problems))
    if study is None and (path.parent / "study.yaml").is_file():
        beside = open_study(path.parent, Wishes(), here)
        study = beside if beside.codebook_path.resolve() == path.resolve() else None
    of_target = study.language if study else codebook.languages[0]
    return _Found(path, name, codebook, problems, study, language or of_target)


def _check(found: _Found, text: str) -> tuple[Codebook, tuple[Problem, ...]]:
    """The codebook that the file would hold, and its problems; one with an error is refused.

    It is tried beside the real one, where what it extends is found.
    """
    draft = found.path.with_name(f".{found.path.name}.draft")
    try:
        write_file(draft, text.encode())
        codebook, problems = read_codebook(draft, found.name)
    finally:
        draft.unlink(missing_ok=True)
    if codebook is None:
        raise Refused(
            mark("Nothing was written: {name} would no longer be right", name=found.name),
            mark("Mend first what is listed above (its lines are those of the file as it would be)"),
            list_errors(problems),
        )
    return codebook, problems


def _list_mentions(step: Step, text: str, name: str, t: Translate) -> tuple[str, ...]:
    """The lines of the file that a person must look at: they still name what is gone, or may mean another part of
    what was split."""
    code = step.into[0] if step.kind == "split" else step.code
    lines = find_mentions(text, code) if step.kind != "add" else ()
    if not lines:
        return ()
    places = ", ".join(f"{name}:{line}" for line in lines)
    if step.kind == "split":
        message = t("These lines name {code}; decide which of the codes each means: {places}")
    else:
        message = t("These lines still name {code}: {places}")
    return (message.format(code=code, places=places),)


def _list_left_out(step: Step, old: Codebook, new: Codebook, language: str, t: Translate) -> tuple[str, ...]:
    """What a merge took out of the two entries because it told them apart: it may be worth a place elsewhere."""
    if step.kind != "merge":
        return ()
    renamed = {step.code: step.into[0]}
    kept = {text for code in new.codes if code.id in step.into for text in _list_texts(code, language)}
    texts = [text for code in old.codes if code.id in (step.code, *step.into) for text in _list_texts(code, language)]
    message = t("Left out, because it told {code} and {into} apart: “{text}”")
    return tuple(
        message.format(code=step.code, into=step.into[0], text=text)
        for text in dict.fromkeys(texts)
        if not {text, rename(text, renamed)} & kept
    )


def _list_texts(code: Code, language: str) -> tuple[str, ...]:
    """The near misses of a code, and when not to use it."""
    exclusions = (words.in_language(language) for words in code.do_not_use_when)
    return (*(miss.text for miss in code.near_misses), *exclusions)
