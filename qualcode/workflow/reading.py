"""Read the transcripts of a study, one at a time, and settle who speaks in them."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from qualcode.errors import OwnResult, QualcodeError
from qualcode.messages import join, mark
from qualcode.model import Case, Problem, Transcript
from qualcode.readers.folder import list_sources, read_source
from qualcode.readers.roles import RoleFinding, assign_roles
from qualcode.readers.talk.labels import fold
from qualcode.store.hashes import hash_file
from qualcode.store.standing import Standing, read_kept
from qualcode.workflow.opening import OpenStudy

Progress = Callable[[int, int, str], None]  # done, of how many, the name of the one that comes next


@dataclass(frozen=True, slots=True)
class Interview:
    """A transcript with roles and cases set, and how the roles were found. `parts` is the number of interviews in its
    source, `remarks` what there is to say of it, as pairs of what and how."""

    transcript: Transcript
    finding: RoleFinding
    parts: int
    remarks: tuple[tuple[str, str], ...]


def no_progress(_done: int, _total: int, _name: str) -> None:
    """Show nothing."""


def read_interviews(opened: OpenStudy, progress: Progress = no_progress) -> Iterator[Interview | Problem]:
    """Every interview of the study in the order of names, and every problem met on the way.

    One bad file is a problem, the others still come. Only one source is in memory at a time.
    """
    for met in read_what_changed(opened, progress, lambda _name, _path: ()):
        if not isinstance(met, Standing):
            yield met


def read_what_changed(
    opened: OpenStudy, progress: Progress, find: Callable[[str, Path], tuple[Standing, ...]]
) -> Iterator[Interview | Standing | Problem]:
    """The same, but of a source whose codings still stand, as `find` tells, these are given and nothing is read."""
    if not opened.place.transcripts.is_dir():
        raise QualcodeError(
            mark("There is no folder {transcripts}", transcripts=opened.place.transcripts),
            mark("Make it and put the transcripts into it"),
        )
    sources, problems = list_sources(opened.place.transcripts)
    yield from problems
    texts: dict[str, str] = {}
    named: set[str] = set()
    results: list[str] = []
    for done, path in enumerate(sources):
        name = name_source(path, opened.place.transcripts)
        progress(done, len(sources), name)
        for standing in (standings := find(name, path)):
            yield from _find_twin(texts, standing.account.transcript, standing.account.text_sha256)
            named |= _list_names(standing.account.transcript)
            yield standing
            yield from (Problem(standing.account.transcript, *remark, "warning") for remark in standing.makings.remarks)
        if standings:
            continue
        try:
            transcripts = read_source(path, name)
        except OwnResult:
            results.append(name)
            continue
        except QualcodeError as error:
            yield Problem(name, error.what, error.how, "warning")
            continue
        for transcript in transcripts:
            yield from _find_twin(texts, transcript.name, transcript.text_sha256)
            named |= _list_names(transcript.name)
            yield from _settle(opened, transcript, _cases_of(transcript.name, opened.cases), len(transcripts))
    progress(len(sources), len(sources), "")
    yield from _tell_results(results)
    yield from _tell_without(opened.cases, named)


def _tell_without(cases: Iterable[Case], named: Container[str]) -> Iterator[Problem]:
    """The cases that name transcripts of which none is there."""
    for case in cases:
        if case.transcripts and not any(name.casefold() in named for name in case.transcripts):
            what = mark(
                "case {id}: there is no transcript {transcripts}", id=case.id, transcripts=", ".join(case.transcripts)
            )
            yield Problem(
                "cases.csv", what, mark("Correct the name, or leave it empty for an interview still to come"), "warning"
            )


def _tell_results(names: list[str]) -> Iterator[Problem]:
    """One problem for all files that hold results."""
    for first in names[:1]:
        told, count = OwnResult(), len(names) - 1
        where = mark("{where} (and {count} more)", where=first, count=count) if count else first
        yield Problem(where, told.what, told.how, "warning")


def _find_twin(texts: dict[str, str], name: str, text_sha256: str) -> Iterator[Problem]:
    twin = texts.setdefault(text_sha256, name)
    if twin.partition("#")[0] != name.partition("#")[0]:  # in a survey many give the same short answer
        how = mark("Both are read and counted; take one of the two away if that is not meant")
        yield Problem(name, mark("it holds the same words as {twin}", twin=twin), how, "warning")


def refuse_without_transcripts(opened: OpenStudy, problems: Sequence[Problem]) -> NoReturn:
    """Refuse a study of which no transcript could be read, with the first of the problems that were met."""
    raise QualcodeError(
        mark("There is no transcript to read in {transcripts}", transcripts=opened.place.transcripts),
        join("; ", map(str, problems[:3])) or mark("Put transcripts (docx, txt, pdf, ...) into it"),
    )


def read_interview(opened: OpenStudy, name: str) -> Transcript | None:
    """One transcript by its name (`a.docx`, `survey.csv#3`) with roles and cases set; None where there is none.

    One that is coded is not read again as long as its source is the same: it comes as it was coded.
    """
    path = find_source(opened.place.transcripts, name)
    if not path.is_file() or not path.resolve().is_relative_to(opened.place.transcripts.resolve()):
        return None
    if kept := read_kept(opened.place.codings, name, hash_file(path)):
        return kept
    transcripts = read_source(path, name_source(path, opened.place.transcripts))
    for transcript in transcripts:
        if transcript.name == name:
            for settled in _settle(opened, transcript, _cases_of(name, opened.cases), len(transcripts)):
                if isinstance(settled, Interview):
                    return settled.transcript
    return None


def require_interview(opened: OpenStudy, name: str) -> Transcript:
    """The same; a name that is not there is refused."""
    transcript = read_interview(opened, name)
    if transcript is None:
        raise QualcodeError(
            mark("There is no transcript {name}", name=name), mark("Put it back, or run `qualcode code` again")
        )
    return transcript


def _settle(
    opened: OpenStudy, transcript: Transcript, cases: tuple[Case, ...], parts: int
) -> Iterator[Interview | Problem]:
    remarks = []
    settled, finding = assign_roles(transcript, opened.settings.interviewers, cases)
    if not cases:
        if opened.cases:
            how = mark("Add a row for it; until then it stands under its own name")
            remarks.append((mark("no row of cases.csv names this transcript"), how))
        # the first finding stays: cases that we named ourselves make it no surer
        settled, _ = assign_roles(
            transcript, finding.interviewers, _default_cases(transcript.name, finding.respondents)
        )
    if finding.certainty == "unsure":
        how = mark("Name the interviewers in study.yaml (or with --interviewer), or the speaker in cases.csv")
        if not any((*finding.interviewers, *finding.respondents)):
            how = mark("Write who speaks before each turn, as in `Q: ...` and `A: ...`")
        known = {fold(case.speaker) for case in cases} - {""}
        others = ", ".join(label for label in finding.respondents if fold(label) not in known)
        if known and others:
            how = mark("If {others} is who asks, write `interviewers: [{others}]` in study.yaml", others=others)
        remarks.append((mark("not sure who the interviewer is: {why}", why=finding.why), how))
    yield from (Problem(transcript.name, *remark, "warning") for remark in remarks)
    yield Interview(settled, finding, parts, tuple(remarks))


def name_source(path: Path, folder: Path) -> str:
    """What a transcript's file is called in a study: its path inside the folder, letters composed."""
    return unicodedata.normalize("NFC", path.relative_to(folder).as_posix())


def find_source(folder: Path, name: str) -> Path:
    """The file of a transcript by its name, whether or not it is there; its own name may have decomposed letters."""
    file, _ = split_name(name)
    path = folder / file
    if path.is_file() or not folder.is_dir():
        return path
    return next((source for source in list_sources(folder)[0] if name_source(source, folder) == file), path)


def split_name(transcript: str) -> tuple[str, str]:
    """The name of a transcript's file, and the number of one of several interviews in it (`survey.csv#3`), else ""."""
    file, _, number = transcript.rpartition("#")
    return (file, number) if file and number.isdecimal() else (transcript, "")


def _cases_of(transcript: str, cases: tuple[Case, ...]) -> tuple[Case, ...]:
    """The cases whose row names this transcript."""
    names = _list_names(transcript)
    return tuple(
        replace(case, transcripts=(transcript,))
        for case in cases
        if any(name.casefold() in names for name in case.transcripts)
    )


def _list_names(transcript: str) -> set[str]:
    """What a row of cases.csv may call a transcript: its whole name, its file, or its name without extension."""
    return {transcript.casefold(), split_name(transcript)[0].casefold(), _stem(transcript).casefold()}


def _default_cases(transcript: str, respondents: tuple[str, ...]) -> tuple[Case, ...]:
    """One case a respondent, named after the transcript; parts of one interview (`P01_part2`) share their case."""
    stem = re.sub(r"[\s_.-]*\(?(?:part|bagian|bag|sesi|session)[\s_.-]*\d+\)?$", "", _stem(transcript), flags=re.I)
    stem = stem or _stem(transcript)
    if len(respondents) <= 1:
        return (Case(stem, (transcript,)),)
    return tuple(Case(f"{stem}:{speaker}", (transcript,), speaker) for speaker in respondents)


def _stem(transcript: str) -> str:
    name, number = split_name(transcript)
    return name.rpartition(".")[0] + (f"#{number}" if number else "") if "." in name else transcript
