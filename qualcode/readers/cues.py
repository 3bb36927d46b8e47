"""Subtitles into passages: cues that one speaker goes on through are joined, rolling captions are not doubled."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from qualcode.readers.contract import Passage
from qualcode.readers.openers import find_openers, join_lines
from qualcode.readers.talk.labels import Found, fold

_TIMING = re.compile(r"\s*((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}")
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
        cues.append(Cue(match[1], tuple(payload)))
    return cues


def join_cues(cues: Sequence[Cue]) -> tuple[Passage, ...]:
    """Passages, each as far as one speaker goes on; the time is that of its first cue.

    A new passage begins with another voice and with a line that may begin with another speaker's label or a dash. The
    label stays in the words: whether it is one is decided over the whole text.
    """
    lines = [(cue, words) for cue in _unroll(cues) for line in cue.lines if (words := " ".join(line.split()))]
    openers = find_openers(["" if cue.voice else words for cue, words in lines])
    stretches: list[_Stretch] = []
    for (cue, words), opener in zip(lines, openers, strict=True):
        last = stretches[-1] if stretches else None
        if last and last.goes_on(cue.voice, opener):
            last.lines.append(words[opener.end :] if opener else words)
        else:
            stretches.append(_Stretch(cue, opener, [words]))
    return tuple(Passage(join_lines(s.lines, s.opener), s.cue.voice, s.cue.time) for s in stretches)


@dataclass(slots=True)
class _Stretch:
    """A passage that grows: its first cue, the label that it begins with, and its lines."""

    cue: Cue
    opener: Found | None
    lines: list[str] = field(default_factory=list)

    def goes_on(self, voice: str | None, opener: Found | None) -> bool:
        """Whether a line with this voice and label belongs to the same speaker's words."""
        if opener is None:
            return voice == self.cue.voice
        return self.opener is not None and opener.label != "" and fold(opener.label) == fold(self.opener.label)


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
