"""Coding by rules: the cues of the codebook in what is said and in what was asked.

A rule suggests; a person decides. Each coding says which rules fired on which words, and whether the interviewer had
asked for the code. `answers` lays down which findings count in an answer, `questions` what a question asks for.
"""

from collections.abc import Sequence
from functools import cache

from qualcode.codebook.word_weights import read_table
from qualcode.coders.answers import AnswerReader
from qualcode.coders.contract import CodedTranscript, Coder, CodeTranscript
from qualcode.coders.findings import TextReader
from qualcode.coders.guide_reader import GuideReader
from qualcode.coders.making import make_codings
from qualcode.coders.questions import Question, QuestionReader, Reach, choose_reach, list_answers
from qualcode.coders.rule_set import RuleSet, check_patterns
from qualcode.coders.second_look import SecondLook
from qualcode.coders.weighing import Weigher
from qualcode.language.units import choose_splitter
from qualcode.model import Codebook, Coding, Guide, Inquiry, Transcript, Turn

NO_GUIDE = Guide()


def prepare(codebook: Codebook, unit: str, guide: Guide = NO_GUIDE) -> CodeTranscript:
    """The function that codes one transcript by the cues of `codebook` and the questions of `guide`.

    `unit` is "sentence", "turn" or "paragraph". Cues are matched within sentences whatever the unit is. A pattern
    that cannot be read raises `PatternError` at once.
    """
    check_patterns(codebook)
    split = choose_splitter(unit)
    read = TextReader.read if unit == "sentence" else TextReader.read_many
    name = codebook.versioned
    obstacles = codebook.list_obstacles()
    choose_rules = cache(lambda language: _make_rules(codebook, language))
    choose_guide = cache(lambda language: GuideReader(guide, codebook, language))
    choose_weigher = cache(lambda language: _make_weigher(codebook, language) if unit == "sentence" else None)

    def code(
        transcript: Transcript, before: Sequence[Inquiry] = (), touched: frozenset[int] = frozenset()
    ) -> CodedTranscript:
        text, language = transcript.text, transcript.language
        turns = [turn.span for turn in transcript.turns]
        of_questions, of_answers = choose_rules(language)
        question_reader = TextReader(of_questions, text, turns)
        questions = QuestionReader(question_reader, choose_guide(language), transcript)
        if len(before) != len(questions.turns):
            before = ()
        inquiries, anew = _inquire(questions, before, touched)
        reach = choose_reach(inquiries, len(codebook.codes))
        if before and reach != choose_reach(before, len(codebook.codes)):
            return code(transcript)
        reader = TextReader(of_answers, text, turns)
        codings: list[Coding] = []
        kept: set[int] = set()
        for number, answer in list_answers(transcript, questions.turns):
            numbers = {turn.number for turn in answer}
            if number in anew or not touched.isdisjoint(numbers):
                asking = questions.turns[number].span if number >= 0 else None
                weigher = choose_weigher(language)
                look = SecondLook(weigher, text, asking, obstacles) if weigher else None
                codings += code_answer(transcript, reader, answer, questions.find(number), reach, look)
            else:
                kept |= numbers
        codings.sort(key=lambda coding: (coding.span.start, coding.span.end, coding.code, coding.polarity))
        return CodedTranscript(tuple(codings), inquiries, frozenset(kept))

    def code_answer(
        transcript: Transcript,
        reader: TextReader,
        turns: Sequence[Turn],
        question: Question,
        reach: Reach,
        look: SecondLook | None,
    ) -> list[Coding]:
        """The codings of the turns that follow one question."""
        codings: list[Coding] = []
        readers: dict[str, AnswerReader] = {}  # by speaker
        for turn in turns:
            bounds = split(reader.text, turn.span.start, turn.span.end)
            held = [read(reader, start, end, question.asked) for start, end in bounds]
            if turn.speaker not in readers:
                readers[turn.speaker] = AnswerReader(reader.text, question, reach, obstacles, transcript.language, look)
            for span, fired in readers[turn.speaker].read(bounds, held):
                codings += make_codings(transcript, turn, span, fired, question, name)
        return codings

    return code


def _make_rules(codebook: Codebook, language: str) -> tuple[RuleSet, RuleSet]:
    """What is looked for in questions, and what in answers, in the same signs."""
    of_answers = RuleSet(codebook, language)
    return RuleSet(codebook, language, of_questions=True, signer=of_answers.signer), of_answers


def _make_weigher(codebook: Codebook, language: str) -> Weigher | None:
    table = read_table(codebook.weights, language) if codebook.weights else None
    return Weigher(table, codebook.codes, language) if table and table.said else None


def _inquire(
    questions: QuestionReader, before: Sequence[Inquiry], touched: frozenset[int]
) -> tuple[tuple[Inquiry, ...], set[int]]:
    """What the questions ask for, and the numbers of those that may ask for something else than `before`: the touched
    ones, and those that hang on them. What comes before the first question hangs on nothing but itself."""
    inquiries: list[Inquiry] = []
    anew: set[int] = set() if before else {-1}
    for number, turn in enumerate(questions.turns):
        if not before or turn.number in touched or (number - 1 in anew and questions.follows(number)):
            anew.add(number)
        inquiries.append(questions.sum_up(number) if number in anew else before[number])
    return tuple(inquiries), anew


PART = Coder(name="rules", prepare=prepare)
