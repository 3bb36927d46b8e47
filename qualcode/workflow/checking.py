"""Look a study over without writing anything."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qualcode.codebook.reading import read_codebook
from qualcode.messages import mark
from qualcode.model import Codebook, GuideQuestion, Problem, Severity, Transcript
from qualcode.readers.folder import list_sources
from qualcode.readers.roles import Certainty
from qualcode.readers.talk.head import find_other_head
from qualcode.readers.talk.labels import fold, read_label
from qualcode.registry import find_parts
from qualcode.workflow.codebooks import find_target
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.overseeing import check_decisions
from qualcode.workflow.reading import Interview, Progress, no_progress, read_interviews
from qualcode.workflow.writings import check_writings

_CERTAINTY: dict[Certainty, str] = {"given": mark("given"), "sure": mark("sure"), "unsure": mark("unsure")}


def _count(problems: tuple[Problem, ...], severity: Severity) -> int:
    return sum(problem.severity == severity for problem in problems)


def _tell(problems: tuple[Problem, ...]) -> str:
    errors, warnings = _count(problems, "error"), _count(problems, "warning")
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
        return _count(self.problems, "error")

    def summary(self) -> str:
        """One line that says how the study stands."""
        told, count, files = _tell(self.problems), len(self.rows), len({file_of(row.name) for row in self.rows})
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
ENDLESS = 2_000  # words of a turn that nobody broke into: a quarter of an hour of talk
UNSPOKEN, UNSPOKEN_SHARE = 100, 0.2  # words of nobody, and their share of what is said: headings and remarks are fewer
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
        problems += _find_endless(interview.transcript)
        problems += _find_second(interview.transcript)
        problems += _find_unspoken(interview.transcript)
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


def _find_endless(transcript: Transcript) -> Iterator[Problem]:
    """The longest turn, where it is so long that others probably speak in it too."""
    sizes = {turn.number: len(turn.span.of(transcript.text).split()) for turn in transcript.turns}
    number = max(sizes, key=lambda turn: sizes[turn], default=0)
    if sizes.get(number, 0) >= ENDLESS:
        what = mark(
            "turn {number} is {words} of {all} words long: perhaps its speakers were not recognised",
            number=number,
            words=sizes[number],
            all=sum(sizes.values()),
        )
        how = mark(
            "Begin each turn on a line of its own with its speaker, as in `Q: ...`; leave it so if one person really "
            "speaks that long"
        )
        yield Problem(transcript.name, what, how, "warning")


def _find_second(transcript: Transcript) -> Iterator[Problem]:
    """The head of another interview among the turns, whose labels may be the same for other people."""
    behind = transcript.turns[0].span.end if transcript.turns else len(transcript.text)
    lines = transcript.text[behind:].split("\n")
    number = find_other_head(lines, {fold(turn.speaker) for turn in transcript.turns})
    if number is not None:
        what = mark("another interview seems to begin inside it, at {title}", title=lines[number].strip())
        how = mark("Give each interview a file of its own or, in Word, a heading such as `Interview 2`")
        yield Problem(transcript.name, what, how, "warning")


def _find_unspoken(transcript: Transcript) -> Iterator[Problem]:
    """Words among and below the turns that are nobody's, where they are many: perhaps somebody said them."""
    spans = [turn.span for turn in transcript.turns]
    ends = [*(span.start for span in spans[1:]), len(transcript.text)]
    lines = [
        line for span, end in zip(spans, ends, strict=True) for line in transcript.text[span.end : end].split("\n")
    ]
    unspoken = [line for line in lines if line.strip() and read_label(line) is None]
    words = sum(len(line.split()) for line in unspoken)
    if words >= max(UNSPOKEN, UNSPOKEN_SHARE * sum(len(span.of(transcript.text).split()) for span in spans)):
        what = mark(
            "{words} words behind the first turn are taken for nobody's speech (headings, notes), such as: {first}",
            words=words,
            first=unspoken[0].strip()[:60],
        )
        yield Problem(transcript.name, what, mark("If somebody says them, begin them with a speaker"), "warning")


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
        """One line that says how the codebook stands; one with an error holds nothing that could be counted."""
        if self.errors:
            return mark("{name}: {problems}.", name=self.name, problems=_tell(self.problems))
        return mark(
            "{name}: {codes} codes, {cues} cues, {problems}.",
            name=self.name,
            codes=self.codes,
            cues=self.cues,
            problems=_tell(self.problems),
        )


def check_codebook(target: str, here: Path) -> CheckedCodebook:
    """Check a codebook: a YAML file, a shipped codebook's name, or the codebook of a study folder."""
    path, name, _ = find_target(target, here)
    codebook, problems = read_codebook(path, name)
    codes = codebook.codes if codebook else ()
    return CheckedCodebook(name, len(codes), sum(len(code.cues) for code in codes), problems)
