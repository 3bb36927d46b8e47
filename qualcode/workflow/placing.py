"""Decisions placed in the transcripts as they are now: edited texts, renamed files, words that are gone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qualcode.evidence.anchoring import find_again, look_around
from qualcode.evidence.standing import drop_undone
from qualcode.model import Case, Decision, Passage, Span, Transcript, TranscriptAccount
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.reading import read_interview


@dataclass(frozen=True, slots=True)
class Placed:
    """Decisions on transcripts as they are coded now, in the given order, orphans left out.

    `changed` are pairs of what was decided on and what stands there now where not just the place but the words
    changed. `moved` counts, by transcript, passages that an edit of the text has shifted. `renamed` leads from a
    transcript's name to the one under which the same text is now.
    """

    decisions: tuple[Decision, ...]
    orphans: tuple[Decision, ...]
    changed: tuple[tuple[Decision, Decision], ...]
    moved: dict[str, int]
    renamed: dict[str, str]


def place_decisions(
    opened: OpenStudy, decisions: Sequence[Decision], sheets: Sequence[TranscriptAccount], cases: Sequence[Case]
) -> Placed:
    """Place decisions on the texts that `sheets` tell of; only transcripts edited since a decision are read.

    Passages keep their ids. A decision whose words are not found, or could be meant in two places, and that nobody has
    placed by hand, is an orphan; of those of one person on one coding the last stands for all. What was rejected or
    taken back leaves none.
    """
    placing = _Placing(opened, {sheet.transcript: sheet for sheet in sheets}, tuple(cases))
    found = [placing.place(decision) for decision in decisions]
    changed = [
        (decision, now)
        for decision, now in zip(decisions, found, strict=True)
        if now is not None and now is not decision and _quote(now) != _quote(decision)
    ]
    orphans: dict[tuple[str, str], Decision] = {}
    if any(now is None for now in found):
        standing = drop_undone(decisions)
        by_hand = {each.on: each for each in standing if each.act == "place"}
        valid = {each.hash for each in standing}
        for number, decision in enumerate(decisions):
            if found[number] is not None:
                continue
            found[number] = placing.place_by_hand(decision, by_hand.get(decision.on))
            if found[number] is None and decision.hash in valid and decision.act not in ("nothing", "place"):
                orphans[decision.who, decision.on] = decision
    waiting = tuple(orphan for orphan in orphans.values() if orphan.act != "reject")
    placed = _take_undos_along(decisions, found)
    return Placed(placed, waiting, tuple(changed), placing.moved, placing.renamed)


def _take_undos_along(decisions: Sequence[Decision], found: Sequence[Decision | None]) -> tuple[Decision, ...]:
    """What was found, each undo in the transcript in which that which it takes back is now."""
    homes: dict[tuple[str, str], str] = {}
    placed = []
    for decision, now in zip(decisions, found, strict=True):
        if now is None:
            continue
        home = homes.get((now.who, now.on), now.transcript) if now.act == "undo" else now.transcript
        if home != decision.transcript:
            homes[decision.who, decision.hash] = home
        placed.append(now if home == now.transcript else replace(now, transcript=home))
    return tuple(placed)


def _quote(decision: Decision) -> str:
    return decision.passage.quote if decision.passage else ""


class _Placing:
    def __init__(self, opened: OpenStudy, sheets: dict[str, TranscriptAccount], cases: tuple[Case, ...]) -> None:
        self.opened, self.sheets, self.cases = opened, sheets, cases
        self.speakers = {(name, case.speaker): case.id for case in cases if case.speaker for name in case.transcripts}
        self.texts: dict[str, Transcript | None] = {}
        self.found: dict[tuple[str, Passage], Passage | None] = {}
        self.moved: dict[str, int] = {}
        self.renamed: dict[str, str] = {}
        self.by_text: dict[str, list[str]] = {}
        for sheet in sheets.values():
            self.by_text.setdefault(sheet.text_sha256, []).append(sheet.transcript)

    def place(self, decision: Decision) -> Decision | None:
        """The decision on the text as it is now; the very same where nothing changed."""
        passage = decision.passage
        if passage is None:
            return decision
        sheet = self.sheets.get(decision.transcript)
        if (
            sheet
            and passage.text_sha256 == sheet.text_sha256
            and passage.case in sheet.cases
            and not decision.to_passage
        ):
            return decision
        return self._place_anew(decision, passage)

    def _place_anew(self, decision: Decision, before: Passage) -> Decision | None:
        name = self._find_name(decision.transcript, before.text_sha256)
        if name is None:
            return None
        passage = self._place(name, before)
        to_passage = self._place(name, decision.to_passage) if decision.to_passage else None
        if passage is None or (decision.to_passage and to_passage is None):
            return None
        if passage is before and to_passage is decision.to_passage and name == decision.transcript:
            return decision
        return replace(decision, transcript=name, passage=passage, to_passage=to_passage)

    def place_by_hand(self, decision: Decision, hand: Decision | None) -> Decision | None:
        """The decision on the passage that a person placed it on."""
        name = hand and hand.passage and self._find_name(hand.transcript, hand.passage.text_sha256)
        there = self._place(name, hand.passage) if hand and hand.passage and name else None
        if name is None or there is None or decision.passage is None or not name:
            return None
        passage = self._place(name, decision.passage) if name == decision.transcript else None
        to_passage = self._place(name, decision.to_passage) or there if decision.to_passage else None
        return replace(decision, transcript=name, passage=passage or there, to_passage=to_passage)

    def _find_name(self, name: str, text_sha256: str) -> str | None:
        if name in self.sheets:
            return name
        if name not in self.renamed:
            same = self.by_text.get(text_sha256, [])
            if len(same) != 1:
                return None
            self.renamed[name] = same[0]
        return self.renamed[name]

    def _place(self, name: str, passage: Passage) -> Passage | None:
        sheet = self.sheets[name]
        if passage.text_sha256 == sheet.text_sha256:
            case = self._find_case(sheet, passage)
            return passage if case == passage.case else replace(passage, case=case)
        key = (name, passage)
        if key not in self.found:
            self.found[key] = self._find(name, sheet, passage)
        return self.found[key]

    def _find_case(self, sheet: TranscriptAccount, passage: Passage) -> str:
        """The case as cases.csv names it now."""
        if not passage.case or passage.case in sheet.cases:
            return passage.case
        alone = sheet.cases[0] if len(sheet.cases) == 1 else passage.case
        return self.speakers.get((sheet.transcript, passage.speaker), alone)

    def _find(self, name: str, sheet: TranscriptAccount, passage: Passage) -> Passage | None:
        if name not in self.texts:
            self.texts[name] = read_interview(self.opened, name)
        transcript = self.texts[name]
        if transcript is None or transcript.text_sha256 != sheet.text_sha256:
            return None
        span = find_again(passage, transcript.text)
        made = make_passage(transcript, span) if span else None
        if made:
            self.moved[name] = self.moved.get(name, 0) + 1
        return made


def make_passage(transcript: Transcript, span: Span) -> Passage | None:
    """The words at `span` with all that finds them again; None where they are not inside one turn."""
    for turn in transcript.turns:
        if turn.span.start <= span.start < span.end <= turn.span.end:
            before, after = look_around(transcript.text, span)
            quote = span.of(transcript.text)
            return Passage(span, quote, before, after, turn.number, turn.speaker, turn.case, transcript.text_sha256)
    return None
