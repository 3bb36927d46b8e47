"""Coding by rules: the cues of the codebook, their polarity by negation, false friends left out.

A rule suggests; a person decides. Each coding says which rules fired on which words. A strong cue suggests alone; a
weak one only beside another cue of its code in the unit, or where the unit names one of the parties (`actors`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from qualcode.coders.contract import Coder, CodeTranscript
from qualcode.coders.findings import Finding, Sentence, TextReader
from qualcode.coders.rule_set import RuleSet
from qualcode.language.sentences import find_sentences
from qualcode.language.units import choose_splitter
from qualcode.model import Code, Codebook, Coding, Modality, Polarity, Span, Transcript, Turn, make_coding_id

NAME = "rules"


def prepare(codebook: Codebook, unit: str) -> CodeTranscript:
    """The function that codes one transcript by the cues of `codebook`.

    `unit` is "sentence", "turn" or "paragraph". Cues are matched within sentences whatever the unit is. A pattern
    that cannot be read raises `PatternError` at once.
    """
    split = choose_splitter(unit)
    name = f"{codebook.name}@{codebook.version}"
    choose_rules = cache(lambda language: RuleSet(codebook, language))
    choose_rules("id")  # which reads the cues of both languages

    def code(transcript: Transcript) -> tuple[Coding, ...]:
        text = transcript.text
        reader = TextReader(choose_rules(transcript.language), text)
        codings: list[Coding] = []
        for turn in transcript.turns:
            if turn.role != "respondent":
                continue
            for start, end in split(text, turn.span.start, turn.span.end):
                if unit == "sentence":
                    sentences = [reader.read(start, end)]
                elif reader.tells(start, end):
                    sentences = [reader.read_whole(first, last) for first, last in find_sentences(text, start, end)]
                else:
                    continue
                fired = _choose_fired(sentences)
                if fired:
                    codings += _make_codings(transcript, turn, Span(start, end), fired, name)
        codings.sort(key=lambda coding: (coding.span.start, coding.span.end, coding.code, coding.polarity))
        return tuple(codings)

    return code


def _choose_fired(sentences: Sequence[Sentence]) -> list[Finding]:
    """The findings of one unit that count: strong ones, and weak ones that something else speaks for."""
    findings = [finding for sentence in sentences for finding in sentence.findings]
    if not [finding for finding in findings if finding.cue.weight == "weak"]:
        return findings
    actors = [actor for sentence in sentences for actor in sentence.actors]
    bounds = _find_outermost(findings)
    return [
        finding
        for finding in findings
        if finding.cue.weight == "strong"
        or any(not _overlap(actor, finding.evidence.span) for actor in actors)
        or any(
            rule != finding.cue.rule and not all(_overlap(span, finding.evidence.span) for span in spans)
            for rule, spans in bounds[finding.code.id].items()
        )
    ]


def _find_outermost(findings: Sequence[Finding]) -> dict[str, dict[str, tuple[Span, Span]]]:
    """By code and rule, where the rule fired first and last: if both overlap a span, so do all between."""
    bounds: dict[str, dict[str, tuple[Span, Span]]] = defaultdict(dict)
    for finding in findings:
        span = finding.evidence.span
        first, last = bounds[finding.code.id].get(finding.cue.rule, (span, span))
        bounds[finding.code.id][finding.cue.rule] = (min(first, span), max(last, span))
    return bounds


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _make_codings(
    transcript: Transcript, turn: Turn, span: Span, findings: Iterable[Finding], codebook: str
) -> list[Coding]:
    """One coding for each code and polarity among the findings of one unit."""
    groups: dict[tuple[str, Polarity], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.code.id, finding.polarity].append(finding)
    return [
        _make_coding(transcript, turn, span, group[0].code, polarity, group, codebook)
        for (_, polarity), group in groups.items()
    ]


def _make_coding(
    transcript: Transcript,
    turn: Turn,
    span: Span,
    code: Code,
    polarity: Polarity,
    findings: Sequence[Finding],
    codebook: str,
) -> Coding:
    modality = _choose_modality(findings)
    directness = {finding.directness for finding in findings}
    return Coding(
        id=make_coding_id(transcript.name, span, code.id, polarity, modality, NAME),
        transcript=transcript.name,
        case=turn.case,
        speaker=turn.speaker,
        turn=turn.number,
        span=span,
        quote=span.of(transcript.text),
        code=code.id,
        polarity=polarity,
        modality=modality,
        directness="unknown" if "unknown" in directness else "second-hand",
        elicited="unknown",
        coder=NAME,
        evidence=tuple(sorted([finding.evidence for finding in findings])),
        score=None,
        status="suggested",
        codebook=codebook,
        code_hash=code.hash,
        text_sha256=transcript.text_sha256,
    )


def _choose_modality(findings: Iterable[Finding]) -> Modality:
    """One plain statement makes the coding actual; else a wish goes before a supposition."""
    modalities = {finding.modality for finding in findings}
    if "actual" in modalities:
        return "actual"
    return "wish" if "wish" in modalities else "hypothetical"


PART = Coder(name="rules", prepare=prepare)
