"""Set two states of a codebook side by side, and what each would code in a study."""

from dataclasses import dataclass
from pathlib import Path

from qualcode.codebook.coding_changes import CodingChange, compare_codings, count_changes, list_changes
from qualcode.codebook.diffing import compare, find_renamed, tabulate
from qualcode.messages import translator
from qualcode.model import Codebook, Matrix, Problem
from qualcode.workflow.codebooks.finding import open_codebook
from qualcode.workflow.codebooks.trying import make_coder
from qualcode.workflow.opening import OpenStudy, require_codebook
from qualcode.workflow.reading import Progress, no_progress, read_interviews


@dataclass(frozen=True, slots=True)
class Diffed:
    """What `diff_codebooks` found, in `language`, and the problems met on the way."""

    matrices: tuple[Matrix, ...]
    language: str
    problems: tuple[Problem, ...] = ()


def diff_codebooks(
    old: str, new: str, study: OpenStudy | None, here: Path, language: str | None, progress: Progress = no_progress
) -> Diffed:
    """The differences between two codebooks, each a file, a shipped name or a study folder.

    With a study, also which codings the change would add, drop or change in it; nothing is written. A codebook with
    errors is refused with all of them.
    """
    before, after = open_codebook(old, here, language), open_codebook(new, here, language)
    t = translator(after.language)
    differences = tabulate(before.codebook, after.codebook, compare(before.codebook, after.codebook), t)
    if study is None:
        return Diffed((differences,), after.language)
    require_codebook(study)
    changes, problems = _compare_in(study, before.codebook, after.codebook, progress)
    tables = (differences, count_changes(after.codebook, changes, t), list_changes(changes, t))
    return Diffed(tables, after.language, problems)


def _compare_in(
    study: OpenStudy, old: Codebook, new: Codebook, progress: Progress
) -> tuple[tuple[CodingChange, ...], tuple[Problem, ...]]:
    prepare = make_coder(study.settings.unit, study.guide)
    code_before, code_after = prepare(old), prepare(new)
    renamed = find_renamed(old, new)
    changes: list[CodingChange] = []
    problems: list[Problem] = []
    for interview in read_interviews(study, progress):
        if isinstance(interview, Problem):
            problems.append(interview)
        else:
            transcript = interview.transcript
            changes += compare_codings(old, code_before(transcript), new, code_after(transcript), renamed)
    return tuple(changes), tuple(problems)
