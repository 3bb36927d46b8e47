"""Coding by rules: the cues of the codebook in what is said and in what was asked.

A rule suggests; a person decides. Each coding says which rules fired on which words, and whether the interviewer had
asked for the code. `answers` lays down which findings count in an answer, `questions` what a question asks for.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from functools import cache

from qualcode.coders.answers import AnswerReader, Unit
from qualcode.coders.contract import CodedTranscript, Coder, CodeTranscript
from qualcode.coders.findings import Finding, TextReader
from qualcode.coders.guide_reader import GuideReader
from qualcode.coders.questions import NO_QUESTION, Question, choose_reach, read_questions
from qualcode.coders.rule_set import RuleSet
from qualcode.language.units import choose_splitter
from qualcode.model import (
    Codebook,
    Coding,
    Guide,
    Modality,
    Polarity,
    Span,
    Transcript,
    Turn,
    make_coding_id,
)

NAME = "rules"
NO_GUIDE = Guide()


def prepare(codebook: Codebook, unit: str, guide: Guide = NO_GUIDE) -> CodeTranscript:
    """The function that codes one transcript by the cues of `codebook` and the questions of `guide`.

    `unit` is "sentence", "turn" or "paragraph". Cues are matched within sentences whatever the unit is. A pattern
    that cannot be read raises `PatternError` at once.
    """
    split = choose_splitter(unit)
    read = TextReader.read if unit == "sentence" else TextReader.read_many
    name = f"{codebook.name}@{codebook.version}"
    obstacles = codebook.list_obstacles()
    choose_rules = cache(lambda language, of_questions: RuleSet(codebook, language, of_questions=of_questions))
    choose_rules("id", False), choose_rules("id", True)  # which read the cues of both languages
    choose_guide = cache(lambda language: GuideReader(guide, codebook, language))

    def code(transcript: Transcript) -> CodedTranscript:
        text, language = transcript.text, transcript.language
        turns = [turn.span for turn in transcript.turns]
        reader = TextReader(choose_rules(language, False), text, turns)
        question_reader = TextReader(choose_rules(language, True), text, turns)
        questions = read_questions(question_reader, choose_guide(language), transcript)
        reach = choose_reach(questions.values(), len(codebook.codes))
        codings: list[Coding] = []
        question = NO_QUESTION
        answers: dict[str, AnswerReader] = {}  # by speaker, since the last question
        for turn in transcript.turns:
            if turn.number in questions:
                question = questions[turn.number]
                answers = {}
            if turn.role != "respondent":
                continue
            units = [
                Unit(start, end, *read(reader, start, end, question.asked))
                for start, end in split(text, turn.span.start, turn.span.end)
            ]
            if turn.speaker not in answers:
                answers[turn.speaker] = AnswerReader(text, question, reach, obstacles, language)
            for heard, fired in answers[turn.speaker].read(units):
                codings += _make_codings(transcript, turn, Span(heard.start, heard.end), fired, question, name)
        codings.sort(key=lambda coding: (coding.span.start, coding.span.end, coding.code, coding.polarity))
        asked = {code for question in questions.values() for code in question.list_asked()}
        of_guide = {number for question in questions.values() for number in question.of_guide}
        return CodedTranscript(tuple(codings), tuple(sorted(asked)), tuple(sorted(of_guide)))

    return code


def _make_codings(
    transcript: Transcript, turn: Turn, span: Span, findings: Iterable[Finding], question: Question, codebook: str
) -> list[Coding]:
    """One coding for each code and polarity among the findings of one unit."""
    groups: dict[tuple[str, Polarity], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.code.id, finding.polarity].append(finding)
    return [_make_coding(transcript, turn, span, group, question, codebook) for group in groups.values()]


def _make_coding(
    transcript: Transcript, turn: Turn, span: Span, findings: Sequence[Finding], question: Question, codebook: str
) -> Coding:
    """The coding of findings that have code and polarity in common."""
    code, _, polarity, modality, directness, evidence = findings[0]
    several = len(findings) > 1
    if several:
        modality = _choose_modality({finding.modality for finding in findings})
        directness = "unknown" if "unknown" in {finding.directness for finding in findings} else directness
    return Coding(
        id=make_coding_id(transcript.name, span, code.id, polarity, modality, NAME),
        transcript=transcript.name,
        case=turn.case,
        speaker=turn.speaker,
        turn=turn.number,
        span=span,
        quote=transcript.text[span.start : span.end],
        code=_choose_subcode(findings, span) or code.id,
        polarity=polarity,
        modality=modality,
        directness=directness,
        elicited=question.tell_elicited(code.id),
        coder=NAME,
        evidence=tuple(sorted(finding.evidence for finding in findings)) if several else (evidence,),
        score=None,
        status="suggested",
        codebook=codebook,
        code_hash=code.hash,
        text_sha256=transcript.text_sha256,
    )


def _choose_subcode(findings: Iterable[Finding], span: Span) -> str:
    """The sub-code on which the cues agree that tell one, else "". In a question only cues of questions tell any."""
    subcodes = {
        finding.cue.subcode
        for finding in findings
        if finding.cue.subcode
        and (finding.cue.weight == "asked" or span.start <= finding.evidence.span.start < span.end)
    }
    return subcodes.pop() if len(subcodes) == 1 else ""


def _choose_modality(modalities: Container[Modality]) -> Modality:
    """One plain statement makes the coding actual; else a wish goes before a supposition."""
    if "actual" in modalities:
        return "actual"
    return "wish" if "wish" in modalities else "hypothetical"


PART = Coder(name="rules", prepare=prepare)
