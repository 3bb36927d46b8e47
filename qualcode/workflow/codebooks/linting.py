"""Look how a codebook does in a study, writing nothing."""

from dataclasses import dataclass

from qualcode.codebook.cue_tables import Traces
from qualcode.codebook.linting import lint
from qualcode.codebook.probing import loosen
from qualcode.codebook.residual import Uncoded, take_in
from qualcode.language.units import split_units
from qualcode.messages import translator
from qualcode.model import Codebook, Coding, Matrix, Problem
from qualcode.workflow.codebooks.trying import make_coder
from qualcode.workflow.opening import OpenStudy, require_codebook
from qualcode.workflow.reading import Progress, no_progress, read_interviews, refuse_without_transcripts


@dataclass(frozen=True, slots=True)
class Linted:
    """What `lint_codebook` found, and the problems met on the way."""

    matrices: tuple[Matrix, ...]
    problems: tuple[Problem, ...]


def lint_codebook(opened: OpenStudy, progress: Progress = no_progress) -> Linted:
    """Code the study by its codebook as it stands now and count what the cues and codes do; nothing is written."""
    codebook = require_codebook(opened)
    traces, problems = _trace(opened, codebook, progress)
    return Linted(lint(codebook, traces, translator(opened.language)), problems)


def _trace(opened: OpenStudy, codebook: Codebook, progress: Progress) -> tuple[Traces, tuple[Problem, ...]]:
    prepare = make_coder(opened.settings.unit, opened.guide)
    code, find_standing = prepare(codebook), prepare(loosen(codebook))
    codings: list[Coding] = []
    standing: list[Coding] = []
    uncoded: list[Uncoded] = []
    languages: set[str] = set()
    problems: list[Problem] = []
    for interview in read_interviews(opened, progress):
        if isinstance(interview, Problem):
            problems.append(interview)
            continue
        transcript = interview.transcript
        languages.add(transcript.language)
        found = code(transcript)
        codings += found
        standing += find_standing(transcript)
        coded = {coding.span for coding in found}
        uncoded += (
            take_in(transcript.name, unit.span.of(transcript.text), transcript.language)
            for unit in split_units(transcript, opened.settings.unit)
            if unit.span not in coded
        )
    if not languages:
        refuse_without_transcripts(opened, problems)
    return Traces(tuple(codings), tuple(standing), tuple(uncoded), frozenset(languages)), tuple(problems)
