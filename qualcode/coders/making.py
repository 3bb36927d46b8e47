"""Codings made of what counts in a unit."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from qualcode.coders.findings import Finding
from qualcode.coders.questions import Question
from qualcode.model import Coding, Modality, Polarity, Span, Transcript, Turn, make_coding_id

NAME = "rules"


def make_codings(
    transcript: Transcript, turn: Turn, span: Span, findings: Sequence[Finding], question: Question, codebook: str
) -> list[Coding]:
    """One coding for each code and polarity among the findings of one unit."""
    if len(findings) == 1:
        return [_make_coding(transcript, turn, span, findings, question, codebook)]
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
    found = ""
    for _, cue, _, _, _, evidence in findings:
        if cue.subcode not in ("", found) and (cue.weight == "asked" or span.start <= evidence.span.start < span.end):
            if found:
                return ""
            found = cue.subcode
    return found


def _choose_modality(modalities: Container[Modality]) -> Modality:
    """One plain statement makes the coding actual; else a wish goes before a supposition."""
    if "actual" in modalities:
        return "actual"
    return "wish" if "wish" in modalities else "hypothetical"
