"""Subtitles into passages: cues that one speaker goes on through are joined, rolling captions are not doubled."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from qualcode.readers.contract import Passage
from qualcode.readers.openers import find_openers, join_lines
from qualcode.readers.talk.head import is_aside
from qualcode.readers.talk.labels import Found, can_name, fold
from qualcode.readers.talk.stretch import ENDLESS, SENTENCE_END, count_on

_TIMING = re.compile(r"\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}")
_NAMED = re.compile(r"\d+ +\"([^\"]+)\" +\(\d+\)\s*")  # Webex names who speaks beside the number of a cue
_PREFIX = re.compile(r"\s*(?P<name>[^\s:：][^:：]{0,59}?)\s*[:：]\s+(?=\S)")
_ALL = 0.9  # of the cues begin with somebody's name, whatever letters he writes it with
_AGAIN = 3  # cues a name, in the mean
_ROLLING = 0.3  # from this share of cues that begin with the lines before them, the captions roll


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption: when it begins (as written), the voice that the format names, and its lines."""

    time: str | None
    lines: tuple[str, ...]
    voice: str | None = None


def split_cues(text: str, blank_ends: bool) -> list[Cue]:
    """The cues of a subtitle file; what stands outside of them (numbers, notes, styles) is passed over.

    `blank_ends` says whether a blank line ends a cue, as in WebVTT; in SubRip a speaker's words may hold one.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    timings = [(number, match) for number, line in enumerate(lines) if (match := _TIMING.match(line))]
    cues = []
    for at, (number, match) in enumerate(timings):
        end = timings[at + 1][0] if at + 1 < len(timings) else len(lines)
        payload = lines[number + 1 : end]
        if blank_ends and "" in payload:
            payload = payload[: payload.index("")]
        elif end < len(lines) and payload and (not payload[-1] or payload[-1].strip().isdigit()):
            payload = payload[:-1]  # the next cue's number
        named = _NAMED.fullmatch(lines[number - 1]) if number else None
        cues.append(Cue(match[1], tuple(payload), named[1] if named else None))
    return cues


def join_cues(cues: Sequence[Cue]) -> tuple[Passage, ...]:
    """Passages, each as far as one speaker goes on; the time is that of its first cue.

    A new passage begins with another voice and with a line that may begin with another speaker's label or a dash. The
    label stays in the words: whether it is one is decided over the whole text. A cue that holds nothing but a remark
    (`(tertawa)`, music) is a passage of its own, and nobody's voice. Where nothing says who speaks, a passage ends with
    a cue that ends a sentence or, where no sentence is marked, with the last of many words.
    """
    lines = [line for cue in _name_voices(_unroll(cues)) for line in _read_lines(cue)]
    openers = find_openers(["" if line.cue.voice or line.is_remark else line.words for line in lines])
    nameless = not any(openers) and not any(line.voice for line in lines)
    stretches: list[_Stretch] = []
    for line, opener in zip(lines, openers, strict=True):
        last = stretches[-1] if stretches else None
        ended = nameless and last is not None and last.has_ended()
        if last and not ended and last.goes_on(line, opener):
            last.add(line.words[opener.end :] if opener else line.words)
        else:
            stretches.append(_Stretch(line, opener, [line.words]))
    return tuple(Passage(join_lines(s.lines, s.opener), s.first.voice, s.first.cue.time) for s in stretches)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a cue; a cue that is one remark is one line."""

    cue: Cue
    words: str
    is_remark: bool = False

    @property
    def voice(self) -> str | None:
        return None if self.is_remark else self.cue.voice


def _read_lines(cue: Cue) -> list[_Line]:
    lines = [words for line in cue.lines if (words := " ".join(line.split()))]
    whole = " ".join(lines)
    return [_Line(cue, whole, is_remark=True)] if is_aside(whole) else [_Line(cue, words) for words in lines]


@dataclass(slots=True)
class _Stretch:
    """A passage that grows: its first line, the label that it begins with, and its lines."""

    first: _Line
    opener: Found | None
    lines: list[str] = field(default_factory=list)
    words: int = 0  # since the last stop

    def add(self, words: str) -> None:
        """Take another line."""
        self.lines.append(words)
        self.words = count_on(words, self.words)

    def has_ended(self) -> bool:
        """Whether a sentence ends here, or should long have ended."""
        return SENTENCE_END.search(self.lines[-1]) is not None or self.words >= ENDLESS

    def goes_on(self, line: _Line, opener: Found | None) -> bool:
        """Whether a line with this label belongs to the same speaker's words."""
        if line.is_remark or self.first.is_remark:
            return False
        if opener is None:
            return line.voice == self.first.voice
        return self.opener is not None and opener.label != "" and fold(opener.label) == fold(self.opener.label)


def _name_voices(cues: Sequence[Cue]) -> Sequence[Cue]:
    """The cues with the names before their words as voices, where nearly all begin with one and some could be no label
    elsewhere (`budi santoso`, as somebody calls himself in a meeting)."""
    named = [_PREFIX.match(cue.lines[0]) if cue.lines and not cue.voice else None for cue in cues]
    names = [match["name"] for match in named if match]
    if len(names) < max(_ALL * len(cues), _AGAIN * len(set(names))) or all(map(can_name, set(names))):
        return cues
    return [
        Cue(cue.time, (cue.lines[0][match.end() :], *cue.lines[1:]), match["name"]) if match else cue
        for cue, match in zip(cues, named, strict=True)
    ]


def _unroll(cues: Sequence[Cue]) -> Sequence[Cue]:
    """The cues without the lines that only repeat what the screen still showed.

    People do say the same word twice; so nothing is taken out unless a large share of cues begins with a repetition.
    """
    shown = [tuple(line.strip() for line in cue.lines if line.strip()) for cue in cues]
    repeats = [0, *(_overlap(before, after) for before, after in pairwise(shown))]
    if sum(map(bool, repeats)) < _ROLLING * max(len(cues) - 1, 1):
        return cues
    return [
        Cue(cue.time, lines[repeated:], cue.voice) for cue, lines, repeated in zip(cues, shown, repeats, strict=True)
    ]


def _overlap(before: Sequence[str], after: Sequence[str]) -> int:
    """How many lines at the end of `before` come again at the beginning of `after`."""
    for length in range(min(len(before), len(after)), 0, -1):
        if before[-length:] == after[:length]:
            return length
    return 0
