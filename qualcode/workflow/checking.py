"""Look a study over without writing anything."""

from dataclasses import dataclass
from pathlib import Path

from qualcode.codebook.reading import read_codebook
from qualcode.model import Problem, Severity
from qualcode.workflow.codebooks import find_target
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.reading import Interview, Progress, no_progress, read_interviews


def _count(problems: tuple[Problem, ...], severity: Severity) -> int:
    return sum(problem.severity == severity for problem in problems)


def _tell(problems: tuple[Problem, ...]) -> str:
    return f"{_count(problems, 'error')} errors, {_count(problems, 'warning')} warnings."


@dataclass(frozen=True, slots=True)
class CheckedTranscript:
    """What was found in one transcript; words are those of all turns."""

    name: str
    turns: int
    words: int
    interviewers: tuple[str, ...]
    respondents: tuple[str, ...]
    certainty: str
    why: str

    def as_texts(self) -> tuple[str, ...]:
        """One line of the table that `check` prints."""
        return (
            self.name,
            str(self.turns),
            str(self.words),
            ", ".join(self.interviewers) or "-",
            ", ".join(self.respondents) or "-",
            self.certainty,
            self.why,
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found: a row a transcript, and all problems with errors first."""

    rows: tuple[CheckedTranscript, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many problems stop the work."""
        return _count(self.problems, "error")

    def summary(self) -> str:
        """One line that says how the study stands."""
        return f"{len(self.rows)} transcripts read, {_tell(self.problems)}"


_SEVERITIES = ("error", "warning", "note")


def check_study(opened: OpenStudy, progress: Progress = no_progress) -> Checked:
    """Read everything of a study and collect every problem; nothing is written."""
    rows = []
    problems = list(opened.problems)
    for interview in read_interviews(opened, progress):
        if isinstance(interview, Problem):
            problems.append(interview)
            continue
        rows.append(_look_at(interview))
        name = interview.transcript.name
        problems += [Problem(name, note, "", "note") for note in interview.transcript.notes]
    problems.sort(key=lambda problem: _SEVERITIES.index(problem.severity))  # stable: else in the order met
    return Checked(tuple(rows), tuple(problems))


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


@dataclass(frozen=True, slots=True)
class CheckedCodebook:
    """What `codebook check` found."""

    name: str
    codes: int
    cues: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many problems stop the codebook from being used."""
        return _count(self.problems, "error")

    def summary(self) -> str:
        """One line that says how the codebook stands."""
        return f"{self.name}: {self.codes} codes, {self.cues} cues, {_tell(self.problems)}"


def check_codebook(target: str, here: Path) -> CheckedCodebook:
    """Check a codebook: a YAML file, a shipped codebook's name, or the codebook of a study folder."""
    path, name, _ = find_target(target, here)
    codebook, problems = read_codebook(path, name)
    codes = codebook.codes if codebook else ()
    return CheckedCodebook(name, len(codes), sum(len(code.cues) for code in codes), problems)
