"""The canonical text of an interview and its turns: what all spans of a study count in."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import groupby

from qualcode.errors import UnreadableSource
from qualcode.messages import mark
from qualcode.model import Span, Transcript, Turn
from qualcode.readers.contract import Draft, Passage
from qualcode.readers.talk import stamps
from qualcode.readers.talk.half import ANSWER, QUESTION
from qualcode.readers.talk.head import is_aside, says_synthetic
from qualcode.readers.talk.inside import break_lines
from qualcode.readers.talk.labels import fold, is_known
from qualcode.readers.talk.languages import guess_language
from qualcode.readers.talk.margin import blank_margin, blank_marks
from qualcode.readers.talk.stretch import SENTENCE_END, Stretch
from qualcode.readers.talk.turns import find_speakers, find_stretches, find_turns, normalise_speakers

_RETURNS = re.compile("\r+\n|\r")
_LINE_ENDS = dict.fromkeys(map(ord, "\v\f\x85\u2028\u2029"), "\n")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LONGEST = 20_000_000  # characters, about 300 hours of talk; a report of more would not fit into memory
_UNLABELLED_HEAD = 400  # in a text without labels the first lines are its only head


def make_transcript(draft: Draft, name: str, source_sha256: str) -> Transcript | None:
    r"""The transcript of one draft; None where it holds no words. Roles are not yet assigned (every turn is "other", or
    "respondent" where nobody asks).

    The canonical text is NFC with `\n`. Of txt and md it is the decoded file itself, labels, blank lines and all, so
    that spans fit the file. Of every other format it is one turn a paragraph, `Label: words`, with a blank line
    between; head, stage directions and endings are paragraphs without a label. Time stamps stand in `Turn.time`
    alone. Neighbouring cues of one speaker are one turn; a turn's wrapped lines are joined by a space, its paragraphs
    by a blank line. Half a surrogate pair, which no encoding can hold, becomes U+FFFD. One interview of more than 20
    million characters is refused.
    """
    _refuse_huge(draft)
    notes = draft.notes
    if draft.text is not None:
        text, more = _part_lines(make_plain(draft.text))
        turns = find_turns(text)
        notes = (*notes, *more, *_note_voices(text.split("\n"), (turn.speaker for turn in turns)))
    else:
        paragraphs, more = _paragraphs(draft.passages)
        text, turns = _write(paragraphs)
        notes = (*notes, *more)
    if not text.strip():
        return None
    if draft.answers_only:
        turns = tuple(replace(turn, role="respondent") for turn in turns)
    return Transcript(
        name=name + draft.suffix,
        text=text,
        turns=turns,
        language=draft.language or guess_language(turn.span.of(text) for turn in turns),
        source_sha256=source_sha256,
        text_sha256=sha256(text.encode()).hexdigest(),
        notes=notes,
        synthetic=says_synthetic(_head_of(text, turns)),
    )


def _refuse_huge(draft: Draft) -> None:
    length = len(draft.text or "") + sum(len(passage.words) for passage in draft.passages)
    if length > _LONGEST:
        raise UnreadableSource(
            mark(
                "one interview of {value} million characters; the limit is {value2} million",
                value=length // 1_000_000,
                value2=_LONGEST // 1_000_000,
            ),
            mark("If it holds several interviews, save each as a file of its own"),
        )


def make_plain(text: str) -> str:
    r"""The text in Unicode NFC with `\n` for every end of line, page and paragraph that a program may write; other
    control characters stay where they are."""
    if "\r" in text:
        text = _RETURNS.sub("\n", text)
    text = text.translate(_LINE_ENDS)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _SURROGATES.sub("\ufffd", text))
    return text


def _make_plain_words(passage: Passage) -> str:
    """A passage's words as plain text, without the hyphens that a word processor shows at a line's end alone."""
    return make_plain(passage.words).replace("\xad", "")


def _part_lines(text: str) -> tuple[str, tuple[str, ...]]:
    """The text, as long as before, with the margin's numbers and marks blanked and a line's end before every label."""
    text, marks = blank_marks(text)
    text, numbers = blank_margin(text)
    text, breaks = break_lines(text)
    notes = []
    if marks:
        notes.append(mark("marks of comments left out: {marks}", marks=marks))
    if numbers:
        notes.append(mark("{margins} numbers of lines or paragraphs left out", margins=numbers))
    if breaks:
        notes.append(mark("several turns in one line: {count} labels inside lines begin a turn", count=breaks))
    return text, tuple(notes)


def _head_of(text: str, turns: Sequence[Turn]) -> str:
    if turns and turns[0].speaker:
        return text[: turns[0].span.start]
    return text[: max(turns[0].span.start if turns else 0, _UNLABELLED_HEAD)]


@dataclass(slots=True)
class _Paragraph:
    """What becomes a paragraph of the canonical text; `speaker` None means nobody's speech."""

    speaker: str | None
    words: str
    time: str | None = None


@dataclass(slots=True)
class _Lines:
    """The lines of all passages, with the time that the format gave to each line's passage, and which are headings."""

    lines: list[str] = field(default_factory=list)
    times: list[str | None] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)

    def add(self, words: str, time: str | None, heading: bool = False) -> None:
        for line in words.split("\n"):
            if heading:
                self.headings.add(len(self.lines))
            self.lines.append(line)
            self.times.append(time)

    def find_stretches(self, speakers: Collection[str] = ()) -> list[Stretch]:
        return list(find_stretches(self.lines, speakers, self.headings))

    def part(self) -> tuple[str, ...]:
        """Give every label inside a line a line of its own; the notes say what was done."""
        text, notes = _part_lines("\n".join(self.lines))
        if notes:
            lines, times, headings = self.lines, self.times, self.headings
            self.lines, self.times, self.headings = [], [], set()
            at = 0
            for number, (line, time) in enumerate(zip(lines, times, strict=True)):
                self.add(text[at : at + len(line)], time, number in headings)
                at += len(line) + 1
        return notes


def _paragraphs(passages: Sequence[Passage]) -> tuple[list[_Paragraph], tuple[str, ...]]:
    speakers = {fold(make_plain(passage.speaker)) for passage in passages if passage.speaker}
    if speakers:
        return list(_join_turns(list(_name_speakers(passages, speakers)))), ()
    gathered = _gather(passages)
    notes = gathered.part()
    stretches = gathered.find_stretches()
    more = _note_voices(gathered.lines, (stretch.speaker for stretch in stretches))
    return list(_join_lines(gathered, stretches)), (*notes, *more)


def _note_voices(lines: Sequence[str], speakers: Iterable[str]) -> tuple[str, ...]:
    if {*speakers} != {QUESTION, ANSWER} or find_speakers(lines):
        return ()
    return (
        mark(
            "no labels: questions told by numbers, indentation or capitals are read as {question}, answers as {answer}",
            question=QUESTION,
            answer=ANSWER,
        ),
    )


def _gather(passages: Sequence[Passage]) -> _Lines:
    """Passages as lines, with a blank line between them but for cues, which may be one sentence; a remark among these
    (`(tertawa)`) is none of it."""
    gathered = _Lines()
    before: Passage | None = None
    for passage in passages:
        cues = before and before.time and passage.time
        if before and (not cues or is_aside(passage.words) or is_aside(before.words)):
            gathered.add("", None)
        gathered.add(_make_plain_words(passage), passage.time, passage.heading)
        before = passage
    return gathered


def _name_speakers(passages: Sequence[Passage], speakers: Collection[str]) -> Iterator[Passage]:
    """The passages of a source whose format names some speakers (a table of talk) and whose words name others (labelled
    paragraphs around it).

    Such paragraphs are talk where one of the labels is a speaker of the table, a word for speakers or comes again, and
    a sentence follows it; a head's `Pewawancara: Rani` is none.
    """
    for unnamed, group in groupby(passages, key=lambda passage: passage.speaker is None and passage.time is None):
        run = list(group)
        if unnamed:
            gathered = _gather(run)
            paragraphs = list(_join_lines(gathered, gathered.find_stretches(speakers)))
            said = Counter(p.speaker for p in paragraphs if p.speaker and SENTENCE_END.search(p.words))
            if any(n > 1 or fold(label) in speakers or is_known(label) for label, n in said.items()):
                run = [Passage(p.words, p.speaker, p.time) for p in paragraphs]
        yield from run


def _join_turns(passages: Sequence[Passage]) -> Iterator[_Paragraph]:
    """Passages whose format names the speakers: neighbouring timed passages of one speaker are one turn."""
    spelled = normalise_speakers([make_plain(passage.speaker) for passage in passages if passage.speaker])
    begun: _Paragraph | None = None
    speaking: str | None = None
    for passage in passages:
        words = _join_wrapped(_make_plain_words(passage).split("\n"))
        if not words:
            continue
        if passage.speaker is not None or not passage.time:
            speaking = spelled[fold(make_plain(passage.speaker))].rstrip(" :") if passage.speaker else None
        speaker = None if passage.speaker is None and is_aside(words) else speaking  # a cue without a name goes on
        if begun and passage.time and begun.time and speaker is not None and speaker == begun.speaker:
            begun.words += " " + words
            continue
        if begun:
            yield begun
        begun = _Paragraph(speaker, words, passage.time)
    if begun:
        yield begun


def _join_lines(gathered: _Lines, stretches: Sequence[Stretch]) -> Iterator[_Paragraph]:
    """Passages whose labels stand in the words: stretches of speech, and between them what is nobody's."""
    lines, times = gathered.lines, gathered.times
    done = 0
    for stretch in stretches:
        yield from _asides(lines[done : stretch.first])
        words = [lines[stretch.first][stretch.column :], *lines[stretch.first + 1 : stretch.last + 1]]
        words[-1], time = stamps.cut_end(words[-1])
        yield _Paragraph(stretch.speaker, _join_wrapped(words), stretch.time or times[stretch.first] or time)
        done = stretch.last + 1
    yield from _asides(lines[done:])


def _asides(lines: Sequence[str]) -> Iterator[_Paragraph]:
    for block in "\n".join(lines).split("\n\n"):
        kept = [line.strip() for line in block.split("\n") if line.strip() and not stamps.ALONE.match(line)]
        if kept:
            yield _Paragraph(None, "\n".join(kept))


def _join_wrapped(lines: Sequence[str]) -> str:
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            paragraphs[-1].append(line.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)


def _write(paragraphs: Sequence[_Paragraph]) -> tuple[str, tuple[Turn, ...]]:
    parts: list[str] = []
    turns: list[Turn] = []
    length = 0
    for paragraph in paragraphs:
        label = f"{paragraph.speaker}: " if paragraph.speaker else ""
        start = length + len(label)
        if paragraph.speaker is not None:
            span = Span(start, start + len(paragraph.words))
            turns.append(Turn(len(turns) + 1, paragraph.speaker, "other", span, paragraph.time))
        parts.append(label + paragraph.words)
        length = start + len(paragraph.words) + 2
    return "\n\n".join(parts) + ("\n" if parts else ""), tuple(turns)
