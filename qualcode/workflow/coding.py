"""Code a study by machine, one transcript at a time, and load what was coded."""

from dataclasses import dataclass, replace

from qualcode.codebook.modes import set_mode
from qualcode.condense.accounting import account
from qualcode.errors import QualcodeError
from qualcode.language.units import split_units
from qualcode.model import Case, Codebook, Coding, Problem, Study, TranscriptAccount
from qualcode.registry import find_parts
from qualcode.store.codings import drop_codings, read_codings, write_codings
from qualcode.workflow.opening import OpenStudy, require_codebook
from qualcode.workflow.reading import Progress, no_progress, read_interviews


@dataclass(frozen=True, slots=True)
class Coded:
    """What `code_study` did: words and codings counted, and the problems met.

    `sources` are the transcripts coded, by name, with the SHA-256 of their files.
    """

    sources: dict[str, str]
    words: int
    codings: int
    problems: tuple[Problem, ...]


def code_study(opened: OpenStudy, progress: Progress = no_progress) -> Coded:
    """Code every transcript and write its codings; only one transcript is in memory at a time.

    A study with errors in its files, and one without any transcript that can be read, is refused.
    """
    codebook = require_codebook(opened)
    code = find_parts("coders")["rules"].load().prepare(codebook, opened.settings.unit)
    problems: list[Problem] = []
    sources: dict[str, str] = {}
    words = codings_found = 0
    for interview in read_interviews(opened, progress):
        if isinstance(interview, Problem):
            problems.append(interview)
            continue
        transcript = interview.transcript
        codings = code(transcript)
        sheet = account(transcript, split_units(transcript, opened.settings.unit), codings)
        write_codings(opened.place.codings, sheet, codings)
        sources[transcript.name] = transcript.source_sha256
        words += sheet.words
        codings_found += len(codings)
    if not sources:
        raise QualcodeError(
            f"There is no transcript to read in {opened.place.transcripts}",
            "; ".join(str(problem) for problem in problems[:3]) or "Put transcripts (docx, txt, pdf, ...) into it",
        )
    drop_codings(opened.place.codings, set(sources))
    return Coded(sources, words, codings_found, tuple(problems))


def load_study(opened: OpenStudy) -> Study:
    """Everything that displays work from, out of what `code_study` wrote.

    A study that was never coded, and one whose codings come from another codebook, is refused.
    """
    codebook = require_codebook(opened)
    accounts: list[TranscriptAccount] = []
    codings: list[Coding] = []
    for sheet, found in read_codings(opened.place.codings):
        accounts.append(sheet)
        codings += found
    if not accounts:
        raise QualcodeError(f"{opened.place.root} has not been coded yet", "Run `qualcode code` on it first")
    if any(coding.codebook != f"{codebook.name}@{codebook.version}" for coding in codings):
        raise QualcodeError(
            "The codings come from another codebook or another version of it", "Run `qualcode code` again"
        )
    stale = sorted({coding.code for coding in codings if _hash_now(codebook, coding.code) != coding.code_hash})
    if stale:
        raise QualcodeError(
            f"The codebook has changed since the study was coded: {', '.join(stale)}", "Run `qualcode code` again"
        )
    codings.sort(key=lambda coding: (coding.transcript, coding.span, coding.code, coding.coder, coding.polarity))
    return Study(
        settings=opened.settings,
        codebook=set_mode(codebook, opened.settings.mode),
        cases=_gather_cases(opened.cases, tuple(accounts)),
        accounts=tuple(accounts),
        codings=tuple(codings),
        claims=opened.claims,
    )


def _hash_now(codebook: Codebook, code_id: str) -> str:
    code = codebook.find(code_id)
    return code.hash if code else ""


def _gather_cases(cases: tuple[Case, ...], accounts: tuple[TranscriptAccount, ...]) -> tuple[Case, ...]:
    """The study's cases with the transcripts in which they really speak, then those that no row names."""
    spoken: dict[str, list[str]] = {}
    for sheet in accounts:
        for case in sheet.cases:
            spoken.setdefault(case, []).append(sheet.transcript)
    known = {case.id for case in cases}
    settled = [replace(case, transcripts=tuple(spoken.get(case.id, ()))) for case in cases]
    return (*settled, *(Case(case, tuple(names)) for case, names in spoken.items() if case not in known))
