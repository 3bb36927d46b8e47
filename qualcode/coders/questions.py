"""What a question asks for, and how far the answer follows it.

Structural coding (Saldaña 2021): what an interviewer asks gives the answer a candidate code. A question of the guide
asks for the guide's codes; what the guide does not hold is understood by the cues of questions. In an answer a weak cue
of the code asked for counts as a strong one does, and a sentence without any cue is taken to go on about it as long as
the talk has not turned elsewhere. A question that names no code and only keeps the talk going ("And then?") leaves the
question before it in force.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from qualcode.coders.findings import PLAIN, Finding, TextReader
from qualcode.coders.guide_reader import BARELY, CLEARLY, Asked, GuideReader
from qualcode.language.probes import keeps_asking, looks_back, only_listens, takes_leave
from qualcode.language.sentences import find_sentences
from qualcode.model import Elicited, Evidence, Transcript, Turn


@dataclass(frozen=True, slots=True)
class Question:
    """What an interviewer's turn asks for: by code the findings in its words. `is_faint` where the words are of a
    question before it, which a short one without a topic may or may not leave in force. `of_guide` are the ids of
    the guide's questions that it is."""

    asked: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    is_faint: bool = False
    of_guide: tuple[str, ...] = ()

    @property
    def is_one(self) -> bool:
        """Whether it clearly asks for one code."""
        return len(self.asked) == 1 and not self.is_faint

    def tell_elicited(self, code: str) -> Elicited:
        """Whether a coding of `code` in the answer was prompted. What is not asked for is volunteered where the
        question is understood; of a question that names no code nobody can tell."""
        if code in self.asked:
            return "prompted"
        return "volunteered" if (self.asked or self.of_guide) and not self.is_faint else "unknown"

    def list_asked(self) -> Iterator[str]:
        """The ids of the codes asked for, of sub-codes where they are asked for by themselves."""
        for code, findings in self.asked.items():
            yield from (finding.cue.subcode or code for finding in findings)


NO_QUESTION = Question()


@dataclass(frozen=True, slots=True)
class Reach:
    """How far questions reach into their answers: the fewest words of a unit without a cue that still answers, and how
    many units the last cue of what was asked may lie back."""

    fewest_words: int
    farthest: int


# Who goes through the topics one by one is answered to the point; in free talk answers wander.
GUIDED, FREE = Reach(5, 8), Reach(8, 5)
LONGEST_FOLLOW_UP = 7  # words


def read_questions(reader: TextReader, guide: GuideReader, transcript: Transcript) -> dict[int, Question]:
    """What each turn of interviewers asks for, by its number; turns that only listen are left out."""
    questions: dict[int, Question] = {}
    question = NO_QUESTION
    for turn in transcript.turns:
        if turn.role == "interviewer" and not only_listens(turn.span.of(transcript.text), transcript.language):
            question = _read_question(reader, guide, turn, transcript, question)
            questions[turn.number] = question
    return questions


def _read_question(
    reader: TextReader, guide: GuideReader, turn: Turn, transcript: Transcript, before: Question
) -> Question:
    """What `turn` asks for; `before` is what was asked last.

    A question of the guide that is clearly asked goes before the cues. One that is only touched on comes after them:
    where they ask for a code of it too they are taken for it.
    """
    text, language = transcript.text, transcript.language
    heard = guide.hear(text, turn)
    if of_guide := guide.find(heard, CLEARLY):
        return _take_from_guide(guide, of_guide, text)
    asked: dict[str, dict[str, Finding]] = {}
    for start, end in reversed(find_sentences(text, turn.span.start, turn.span.end)):
        for finding in reader.read(start, end).findings:
            asked.setdefault(finding.code.id, {}).setdefault(finding.cue.rule, finding)
        if asked:
            break
    if not asked:
        said = text[turn.span.start : turn.span.end]
        if keeps_asking(said, language):
            return before
        if of_guide := guide.find(heard, BARELY):
            return _take_from_guide(guide, of_guide, text)
        is_short = len(said.split()) <= LONGEST_FOLLOW_UP
        goes_on = is_short and looks_back(said, language) and not takes_leave(said, language)
        return Question(before.asked, True) if goes_on else NO_QUESTION
    shared = _find_shared(asked)
    special = {code: found for code, found in asked.items() if not set(found) <= shared.get(code, set())}
    chosen = special or asked
    most = max(map(_count_places, chosen.values()))
    asked_most = {code: tuple(found.values()) for code, found in chosen.items() if _count_places(found) == most}
    touched = [question for question, _ in guide.find(heard, BARELY)]
    agreeing = [q.id for q in touched if any(code.id in asked_most for code, _ in guide.list_cues(q))]
    return Question(asked_most, of_guide=tuple(agreeing))


def _take_from_guide(guide: GuideReader, asked: Sequence[Asked], text: str) -> Question:
    """The codes that these questions of the guide ask for."""
    findings: dict[str, tuple[Finding, ...]] = {}
    for question, span in asked:
        for code, cue in guide.list_cues(question):
            finding = Finding(code, cue, "supporting", *PLAIN, Evidence(cue.rule, span.of(text), span))
            findings[code.id] = (*findings.get(code.id, ()), finding)
    return Question(findings, of_guide=tuple(question.id for question, _ in asked))


def choose_reach(questions: Collection[Question], codes: int) -> Reach:
    """How far the questions of an interview reach. It is guided if at least half of them ask for one code each, and
    among them for three in four of the codebook's `codes`."""
    one_by_one = [next(iter(question.asked)) for question in questions if question.is_one]
    guided = 2 * len(one_by_one) >= len(questions) and 4 * len(set(one_by_one)) >= 3 * codes
    return GUIDED if guided else FREE


def _count_places(found: Mapping[str, Finding]) -> int:
    return len({finding.evidence.span.start for finding in found.values()})


def _find_shared(asked: Mapping[str, Mapping[str, Finding]]) -> dict[str, set[str]]:
    """By code the rules whose pattern asks for other codes too ("what gets in the way?")."""
    codes: dict[str, set[str]] = {}
    for code, found in asked.items():
        for finding in found.values():
            codes.setdefault(finding.cue.pattern, set()).add(code)
    return {
        code: {rule for rule, finding in found.items() if len(codes[finding.cue.pattern]) > 1}
        for code, found in asked.items()
    }
