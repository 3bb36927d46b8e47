"""Code a study by machine, one transcript at a time, and load what was coded."""

from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from qualcode.codebook.modes import set_mode
from qualcode.coders.contract import CodedTranscript
from qualcode.coders.cue_words import list_words
from qualcode.condense.accounting import account
from qualcode.errors import QualcodeError
from qualcode.evidence.applying import place_in_csv
from qualcode.language.edition import find_edition
from qualcode.language.units import split_units
from qualcode.messages import mark
from qualcode.model import Case, Codebook, Coding, Problem, Study, TranscriptAccount
from qualcode.registry import find_parts
from qualcode.store.bulk import keep_all
from qualcode.store.codings import Makings, Reading, drop_codings, read_codings, write_codings
from qualcode.store.hashes import hash_file
from qualcode.store.standing import Standing, find_standing
from qualcode.workflow.commands import suggest_coding
from qualcode.workflow.keeping import Keeper, describe_frame
from qualcode.workflow.opening import OpenStudy, require_codebook
from qualcode.workflow.people import add_decisions
from qualcode.workflow.reading import Interview, Progress, no_progress, read_what_changed, refuse_without_transcripts


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

    Of a source that has not changed only that is made again on which the codebook's changed cues can bear. A study with
    errors in its files, and one without any transcript that can be read, is refused.
    """
    codebook = require_codebook(opened)
    opened.vocabulary.use()
    folder = opened.place.codings
    made_from = _hash_makings(opened, codebook)
    code = cache(lambda: find_parts("coders")["rules"].load().prepare(codebook, opened.settings.unit, opened.guide))
    keeper = Keeper(folder, codebook, code)
    problems: list[Problem] = []
    sources: dict[str, str] = {}
    words = codings_found = 0
    for met in read_what_changed(opened, progress, lambda name, path: _find_standing(keeper, name, path, made_from)):
        if isinstance(met, Problem):
            problems.append(met)
            continue
        if isinstance(met, Standing):
            sheet, found = met.account, met.codings
        else:
            coded = code()(met.transcript)
            sheet, found = _keep(opened, met, coded, made_from), len(coded.codings)
        sources[sheet.transcript] = sheet.source_sha256
        words += sheet.words
        codings_found += found
    if not sources:
        refuse_without_transcripts(opened, problems)
    drop_codings(folder, set(sources))
    keeper.keep_cues()
    opened.vocabulary.keep()
    return Coded(sources, words, codings_found, tuple(problems))


def _keep(opened: OpenStudy, met: Interview, coded: CodedTranscript, made_from: str) -> TranscriptAccount:
    """Write an interview's codings, with what they were made from and the units they were counted in."""
    transcript = met.transcript
    units = split_units(transcript, opened.settings.unit)
    sheet = account(transcript, units, coded.codings, coded.asked)
    sizes = tuple((unit.span.start, unit.span.end, len(unit.span.of(transcript.text).split())) for unit in units)
    listed = " ".join(list_words(transcript.text))
    made_by = require_codebook(opened).hash
    makings = Makings(made_from, made_by, met.parts, met.remarks, listed, coded.inquiries)
    write_codings(opened.place.codings, sheet, coded.codings, makings, Reading(transcript, sizes))
    return sheet


def _hash_makings(opened: OpenStudy, codebook: Codebook) -> str:
    """A hash over all that decides about codings but their source and the cues: edition, guide, settings, cases and
    what else the codebook holds."""
    settings = opened.settings
    questions = sorted(opened.guide.questions, key=lambda question: question.id)
    makings = (find_edition(), describe_frame(codebook), settings.unit, settings.interviewers, opened.cases, questions)
    return sha256(repr(makings).encode()).hexdigest()


def _find_standing(keeper: Keeper, name: str, path: Path, made_from: str) -> tuple[Standing, ...]:
    """The codings of a source that still stand: those of all interviews in it, or none."""
    try:
        source = hash_file(path)
    except QualcodeError:
        return ()  # reading it will say why
    first = find_standing(keeper.folder, name, source, made_from)
    if first:
        return keeper.keep((first,))
    first = find_standing(keeper.folder, f"{name}#1", source, made_from)
    numbers = range(1, first.makings.parts + 1) if first else ()
    found = [find_standing(keeper.folder, f"{name}#{number}", source, made_from) for number in numbers]
    return keeper.keep(tuple(each for each in found if each)) if all(found) else ()


def load_study(opened: OpenStudy) -> Study:
    """Everything that displays work from: what `code_study` wrote, and what people decided on it.

    A study that was never coded, and one whose codings come from another codebook, is refused. What is odd about
    people's decisions is among the study's problems.
    """
    with keep_all():
        return add_decisions(opened, load_coded(opened))


def load_if_coded(opened: OpenStudy) -> Study | None:
    """The same, None for a study that is refused."""
    try:
        return load_study(opened)
    except QualcodeError:
        return None


def load_coded(opened: OpenStudy) -> Study:
    """The study as the machine coded it, without what people decided.

    A study that was never coded, and one whose codings come from another codebook, is refused.
    """
    codebook = require_codebook(opened)
    accounts: list[TranscriptAccount] = []
    codings: list[Coding] = []
    for sheet, found in read_codings(opened.place.codings):
        accounts.append(sheet)
        codings += found
    if not accounts:
        raise QualcodeError(mark("{root} has not been coded yet", root=opened.place.root), suggest_coding(opened))
    if {coding.codebook for coding in codings} - {codebook.versioned}:
        raise QualcodeError(
            mark("The codings come from another codebook or another version of it"), suggest_coding(opened)
        )
    made_by = {(coding.code, coding.code_hash) for coding in codings}
    stale = sorted({code for code, made in made_by if _hash_now(codebook, code) != made})
    if stale:
        raise QualcodeError(
            mark("The codebook has changed since the study was coded: {stale}", stale=", ".join(stale)),
            suggest_coding(opened),
        )
    codings.sort(key=place_in_csv)
    return Study(
        settings=opened.settings,
        codebook=set_mode(codebook, opened.settings.mode),
        cases=_gather_cases(opened.cases, tuple(accounts)),
        accounts=tuple(accounts),
        codings=tuple(codings),
        claims=opened.claims,
        guide=opened.guide,
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
