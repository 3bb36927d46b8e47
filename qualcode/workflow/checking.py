"""Look a study over without writing anything."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from qualcode.messages import mark
from qualcode.model import Codebook, GuideQuestion, Problem, Severity, Transcript
from qualcode.readers.folder import list_sources
from qualcode.readers.roles import Certainty
from qualcode.registry import find_parts
from qualcode.workflow.doubting import find_doubts
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.overseeing import check_decisions
from qualcode.workflow.reading import Interview, Progress, no_progress, read_interviews
from qualcode.workflow.writings import check_writings

_CERTAINTY: dict[Certainty, str] = {"given": mark("given"), "sure": mark("sure"), "unsure": mark("unsure")}


def count_severity(problems: tuple[Problem, ...], severity: Severity) -> int:
    """How many problems are so grave."""
    return sum(problem.severity == severity for problem in problems)


def tell_counts(problems: tuple[Problem, ...]) -> str:
    """How many errors and warnings there are, in words."""
    errors, warnings = count_severity(problems, "error"), count_severity(problems, "warning")
    return mark("{errors} errors, {warnings} warnings", errors=errors, warnings=warnings)


@dataclass(frozen=True, slots=True)
class CheckedTranscript:
    """What was found in one transcript; words are those of all turns."""

    name: str
    turns: int
    words: int
    interviewers: tuple[str, ...]
    respondents: tuple[str, ...]
    certainty: Certainty
    why: str

    def as_texts(self) -> tuple[str, ...]:
        """One line of the table that `check` prints."""
        return (
            self.name,
            str(self.turns),
            str(self.words),
            ", ".join(self.interviewers) or "-",
            ", ".join(self.respondents) or "-",
            _CERTAINTY[self.certainty],
            self.why,
        )


@dataclass(frozen=True, slots=True)
class CheckedQuestion:
    """Where a question of the guide was found: the names of the transcripts, of how many. `codes_asked_in` are those in
    which a code of it was asked for, be it by another question."""

    id: str
    text: str
    codes: tuple[str, ...]
    asked_in: tuple[str, ...]
    codes_asked_in: tuple[str, ...]
    of: int

    def as_texts(self) -> tuple[str, ...]:
        """One line of the table that `check` prints."""
        shown = ", ".join(self.asked_in[:MOST_NAMED]) + (", ..." if len(self.asked_in) > MOST_NAMED else "")
        return (
            self.id,
            self.text,
            ", ".join(self.codes) or "-",
            self._count(self.asked_in),
            self._count(self.codes_asked_in) if self.codes else "-",
            shown or "-",
        )

    def _count(self, transcripts: tuple[str, ...]) -> str:
        if not transcripts:
            return mark("never (of {all})", all=self.of)
        return mark("{n} of {all}", n=len(transcripts), all=self.of)


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found: a row a transcript, a row a question of the guide, and all problems with errors first."""

    rows: tuple[CheckedTranscript, ...]
    problems: tuple[Problem, ...]
    questions: tuple[CheckedQuestion, ...] = ()

    @property
    def errors(self) -> int:
        """How many problems stop the work."""
        return count_severity(self.problems, "error")

    def summary(self) -> str:
        """One line that says how the study stands."""
        told, count, files = tell_counts(self.problems), len(self.rows), len({file_of(row.name) for row in self.rows})
        if files < count:
            return mark(
                "{count} interviews in {files} files read, {problems}.", count=count, files=files, problems=told
            )
        return mark("{count} transcripts read, {problems}.", count=count, problems=told)


def file_of(name: str) -> str:
    """The file of an interview: `survey.csv` of `survey.csv#3`."""
    return re.sub(r"#\d+$", "", name)


Asking = tuple[tuple[str, ...], frozenset[str]]  # the guide's questions that an interview puts, the codes it asks for
MOST_NAMED = 6  # transcripts in one line of the table
_SEVERITIES = ("error", "warning", "note")


def check_study(opened: OpenStudy, progress: Progress = no_progress) -> Checked:
    """Read everything of a study and collect every problem; nothing is written."""
    rows = []
    problems = list(opened.problems)
    codebook = opened.codebook
    find_asked = _prepare_asking(opened, codebook) if codebook and opened.guide.questions else None
    asked: dict[str, Asking] = {}
    for interview in read_interviews(opened, progress):
        if isinstance(interview, Problem):
            problems.append(interview)
            continue
        rows.append(_look_at(interview))
        name = interview.transcript.name
        if find_asked:
            asked[name] = find_asked(interview.transcript)
        problems += [Problem(name, note, "", "note") for note in interview.transcript.notes]
        problems += find_doubts(interview.transcript)
    where, put = opened.place.transcripts.name, mark("Put transcripts (docx, txt, pdf, ...) into it")
    if not any(list_sources(opened.place.transcripts)):
        problems.append(Problem(where, mark("there is no transcript yet"), put, "warning"))
    elif not rows:
        problems.append(Problem(where, mark("there is no transcript in it that can be read"), put, "error"))
    problems += check_decisions(opened)
    problems += check_writings(opened)
    problems.sort(key=lambda problem: _SEVERITIES.index(problem.severity))  # stable: else in the order met
    questions = (
        _look_for(question, asked, codebook, opened.language) for question in opened.guide.questions if codebook
    )
    return Checked(tuple(rows), tuple(problems), tuple(questions))


def _prepare_asking(opened: OpenStudy, codebook: Codebook) -> Callable[[Transcript], Asking]:
    """What tells for what an interview asks, just as coding takes it."""
    code = find_parts("coders")["rules"].load().prepare(codebook, opened.settings.unit, opened.guide)

    def ask(transcript: Transcript) -> Asking:
        coded = code(transcript)
        return coded.questions, _find_whole(codebook, coded.asked)

    return ask


def _find_whole(codebook: Codebook, ids: Iterable[str]) -> frozenset[str]:
    """The codes of which these are the ids or those of sub-codes."""
    return frozenset(code.id for id_ in ids if (code := codebook.find(id_)))


def _look_for(
    question: GuideQuestion, asked: Mapping[str, Asking], codebook: Codebook, language: str
) -> CheckedQuestion:
    own = _find_whole(codebook, question.codes)
    return CheckedQuestion(
        question.id,
        question.text.in_language(language),
        question.codes,
        tuple(name for name, (questions, _) in asked.items() if question.id in questions),
        tuple(name for name, (_, codes) in asked.items() if own & codes),
        len(asked),
    )


def _look_at(interview: Interview) -> CheckedTranscript:
    transcript, finding = interview.transcript, interview.finding
    return CheckedTranscript(
        name=transcript.name,
        turns=len(transcript.turns),
        words=sum(len(turn.span.of(transcript.text).split()) for turn in transcript.turns),
        interviewers=finding.interviewers,
        respondents=finding.respondents,
        certainty=finding.certainty,
        why=finding.why,
    )
