"""What a question asks for, and how far the answer follows it.

Structural coding (Saldaña 2021): what an interviewer asks gives the answer a candidate code. A question of the guide
asks for the guide's codes; what the guide does not hold is understood by the cues of questions. In an answer a weak cue
of the code asked for counts as a strong one does, and a sentence without any cue is taken to go on about it as long as
the talk has not turned elsewhere. A question that names no code and only keeps the talk going ("And then?") leaves the
question before it in force.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from qualcode.coders.findings import Finding, TextReader
from qualcode.coders.guide_reader import BARELY, CLEARLY, Asked, GuideReader
from qualcode.language.probes import keeps_asking, looks_back, only_listens, takes_leave
from qualcode.language.sentences import find_sentences
from qualcode.language.stance import PLAIN
from qualcode.model import Elicited, Evidence, Inquiry, Transcript, Turn


@dataclass(frozen=True, slots=True)
class Question:
    """What an interviewer's turn asks for: by code the findings in its words. `is_faint` where the words are of a
    question before it, which a short one without a topic may or may not leave in force. `of_guide` are the ids of
    the guide's questions that it is. It `is_slight` where it has few words or no question mark."""

    asked: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    is_faint: bool = False
    of_guide: tuple[str, ...] = ()
    is_slight: bool = False

    @property
    def is_one(self) -> bool:
        """Whether it clearly asks for one code."""
        return len(self.asked) == 1 and not self.is_faint

    @property
    def is_sure(self) -> bool:
        """Whether more than a single cue says what it asks for."""
        return bool(self.of_guide) or any(len(found) > 1 for found in self.asked.values())

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
    many units the last cue of what was asked may lie back; and whether they go through the codes one by one."""

    fewest_words: int
    farthest: int
    is_guided: bool


# Who goes through the topics one by one is answered to the point; in free talk answers wander.
GUIDED, FREE = Reach(5, 8, True), Reach(8, 5, False)
LONGEST_FOLLOW_UP = 7  # words
FEWEST_WORDS = 5  # of a question that is not slight


def list_questions(transcript: Transcript) -> list[Turn]:
    """The turns of interviewers who do not only listen."""
    return [
        turn
        for turn in transcript.turns
        if turn.role == "interviewer" and not only_listens(turn.span.of(transcript.text), transcript.language)
    ]


def list_answers(transcript: Transcript, questions: Sequence[Turn]) -> list[tuple[int, list[Turn]]]:
    """The turns of respondents after each of the questions, with its number, those before the first one foremost."""
    numbers = {turn.number: number for number, turn in enumerate(questions)}
    answers: list[tuple[int, list[Turn]]] = [(-1, [])]
    for turn in transcript.turns:
        if turn.number in numbers:
            answers.append((numbers[turn.number], []))
        elif turn.role == "respondent":
            answers[-1][1].append(turn)
    return answers


class QuestionReader:
    """Tells what each question of one transcript asks for. A question is a turn of an interviewer that does not only
    listen; it is read when it is asked for."""

    def __init__(self, reader: TextReader, guide: GuideReader, transcript: Transcript) -> None:
        self._reader = reader
        self._guide = guide
        self._text, self._language = transcript.text, transcript.language
        self._marks_questions = "?" in transcript.text
        self.turns = list_questions(transcript)
        self._heard: dict[int, Question | FollowUp] = {}
        self._found: dict[int, Question] = {-1: NO_QUESTION}

    def find(self, number: int) -> Question:
        """What question `number` asks for, counted from 0; before the first one nothing is asked."""
        first = number
        while first not in self._found and not isinstance(self._hear(first), Question):
            first -= 1
        for place in range(first, number + 1):
            if place not in self._found:
                heard = self._hear(place)
                self._found[place] = heard if isinstance(heard, Question) else heard(self._found[place - 1])
        return self._found[number]

    def follows(self, number: int) -> bool:
        """Whether question `number` hangs on the one before it."""
        return not isinstance(self._hear(number), Question)

    def sum_up(self, number: int) -> Inquiry:
        """The same as `find` in brief."""
        question = self.find(number)
        asked, named = tuple(question.asked), tuple(question.list_asked())
        return Inquiry(self.turns[number].number, asked, named, question.of_guide, question.is_faint)

    def _hear(self, number: int) -> "Question | FollowUp":
        if number not in self._heard:
            self._heard[number] = self._read(self.turns[number])
        return self._heard[number]

    def _read(self, turn: Turn) -> "Question | FollowUp":
        """What `turn` asks for by itself, or how it takes up what was asked before.

        A question of the guide that is clearly asked goes before the cues. One that is only touched on comes after
        them: where they ask for a code of it too they are taken for it.
        """
        guide, text, language = self._guide, self._text, self._language
        heard = guide.hear(text, turn)
        if of_guide := guide.find(heard, CLEARLY):
            return _take_from_guide(guide, of_guide, text)
        asked: dict[str, dict[str, Finding]] = {}
        for start, end in reversed(find_sentences(text, turn.span.start, turn.span.end)):
            for finding in self._reader.read(start, end).findings:
                asked.setdefault(finding.code.id, {}).setdefault(finding.cue.rule, finding)
            if asked:
                break
        if not asked:
            said = text[turn.span.start : turn.span.end]
            if keeps_asking(said, language):
                return _keep_asking
            if of_guide := guide.find(heard, BARELY):
                return _take_from_guide(guide, of_guide, text)
            is_short = len(said.split()) <= LONGEST_FOLLOW_UP
            goes_on = is_short and looks_back(said, language) and not takes_leave(said, language)
            return _go_on if goes_on else NO_QUESTION
        asked_most = _choose_asked(asked)
        touched = [question for question, _ in guide.find(heard, BARELY)]
        agreeing = [q.id for q in touched if any(code.id in asked_most for code, _ in guide.list_cues(q))]
        return Question(asked_most, of_guide=tuple(agreeing), is_slight=self._is_slight(turn))

    def _is_slight(self, turn: Turn) -> bool:
        """Whether what names a code in a turn may only touch on it ("Is he serious?" or "They had no money, then.")."""
        said = turn.span.of(self._text)
        return len(said.split()) < FEWEST_WORDS or ("?" not in said and self._marks_questions)


FollowUp = Callable[[Question], Question]
"""What a turn without a topic of its own makes of the question before it."""


def _keep_asking(before: Question) -> Question:
    return before


def _go_on(before: Question) -> Question:
    return Question(before.asked, True)


def _choose_asked(asked: Mapping[str, Mapping[str, Finding]]) -> dict[str, tuple[Finding, ...]]:
    """Of the codes that a question names those named most, and none that shares all its words with others."""
    shared = _find_shared(asked)
    special = {code: found for code, found in asked.items() if not set(found) <= shared.get(code, set())}
    chosen = special or asked
    most = max(map(_count_places, chosen.values()))
    return {code: tuple(found.values()) for code, found in chosen.items() if _count_places(found) == most}


def _take_from_guide(guide: GuideReader, asked: Sequence[Asked], text: str) -> Question:
    """The codes that these questions of the guide ask for."""
    findings: dict[str, tuple[Finding, ...]] = {}
    for question, span in asked:
        for code, cue in guide.list_cues(question):
            finding = Finding(code, cue, "supporting", *PLAIN, Evidence(cue.rule, span.of(text), span))
            findings[code.id] = (*findings.get(code.id, ()), finding)
    return Question(findings, of_guide=tuple(question.id for question, _ in asked))


def choose_reach(inquiries: Collection[Inquiry], codes: int) -> Reach:
    """How far the questions of an interview reach. It is guided if at least half of them ask for one code each, and
    among them for three in four of the codebook's `codes`."""
    one_by_one = [inquiry.codes[0] for inquiry in inquiries if len(inquiry.codes) == 1 and not inquiry.is_faint]
    guided = 2 * len(one_by_one) >= len(inquiries) and 4 * len(set(one_by_one)) >= 3 * codes
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
