"""Sentences without codings read again for cues: what the rules thought too weak to suggest."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from qualcode.coders.findings import TextReader
from qualcode.coders.rule_set import RuleSet
from qualcode.language.sentences import find_sentences
from qualcode.language.units import split_units
from qualcode.model import Span, Study, Transcript
from qualcode.verify.material import Uncoded
from qualcode.workflow.commands import refuse_changed
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.reading import read_interview


def find_uncoded(opened: OpenStudy, study: Study) -> tuple[Uncoded, ...]:
    """Every respondents' unit without a coding that stands and with a cue in it, in the order of transcripts and text.

    Words that are cues only in the answer to a question that asked for their code are not looked for. A transcript that
    has changed since it was coded is refused.
    """
    coded: dict[str, list[Span]] = defaultdict(list)
    for coding in study.codings:
        if coding.status != "rejected":
            coded[coding.transcript].append(coding.span)
    choose_rules = cache(lambda language: RuleSet(study.codebook, language))
    found: list[Uncoded] = []
    for sheet in study.accounts:
        transcript = read_interview(opened, sheet.transcript)
        if transcript is None or transcript.text_sha256 != sheet.text_sha256:
            refuse_changed(opened, sheet.transcript)
        rules = choose_rules(transcript.language)
        found += _read(transcript, rules, coded[sheet.transcript], study.settings.unit)
    return tuple(found)


def _read(transcript: Transcript, rules: RuleSet, coded: list[Span], unit: str) -> Iterator[Uncoded]:
    text = transcript.text
    reader = TextReader(rules, text, [turn.span for turn in transcript.turns])
    turns = {turn.number: turn for turn in transcript.turns}
    for each in split_units(transcript, unit):
        if any(span.overlaps(each.span) for span in coded):
            continue
        cues = dict.fromkeys(
            (finding.code.id, finding.polarity, finding.evidence.cue)
            for start, end in find_sentences(text, each.span.start, each.span.end)
            for finding in reader.read(start, end).findings
            if finding.modality == "actual"
        )
        if cues:
            turn = turns[each.turn]
            quote = each.span.of(text)
            yield Uncoded(transcript.name, turn.case, turn.speaker, turn.number, each.span, quote, tuple(cues))
