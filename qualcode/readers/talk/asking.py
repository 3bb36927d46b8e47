"""Who asks: how often each speaker's turns are questions, how long they are, and what the label says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from qualcode.model import Transcript
from qualcode.readers.talk.head import read_legend
from qualcode.readers.talk.labels import fold, words_of
from qualcode.readers.talk.vocabulary import INTERVIEWERS, RESPONDENTS, TITLES

Hint = Literal["interviewer", "respondent"]

_MARKS = ("?", "？", "؟")
_TRAILING = re.compile(r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|[\"”’'*_]))+\s*$")
_REQUEST = re.compile(
    r"\b(?:(?:bisa|boleh|mohon|coba|tolong)\b.{0,30}\b(?:cerita|jelas|sebut|gambar|kenal|perkenal)\w*|ceritakan|jelaskan|"
    r"tell (?:me|us)|walk (?:me|us) through|describe|explain)\b",
    re.IGNORECASE,
)
_QUESTION_WORD = re.compile(
    r"\b(?:apa|apakah|apanya|bagaimana|gimana|piye|kepriye|kenapa|mengapa|ngopo|siapa|sopo|kapan|berapa|piro|"
    r"mana|dimana|kemana|bisakah|adakah|what|how|why|when|where|who|which|whose|"
    r"(?:do|did|does|are|were|is|was|have|has|can|could|would|will|should) (?:you|they|we|it|there|he|she))\b",
    re.IGNORECASE,
)
_SHORT = 40  # words; a request in a longer turn is more often told than made


@dataclass(frozen=True, slots=True)
class Profile:
    """One speaker of one transcript: turns, words, turns that ask, and what label or head say of the role."""

    label: str
    turns: int
    words: int
    asking: int
    hint: Hint | None

    @property
    def asks(self) -> float:
        """The share of turns that ask, 0 to 1."""
        return self.asking / self.turns

    @property
    def likely(self) -> float:
        """The share of turns that ask, as it would be with one more that does not: of a few turns it tells little."""
        return self.asking / (self.turns + 1)

    @property
    def length(self) -> float:
        """Words a turn."""
        return self.words / self.turns


def measure_speakers(transcript: Transcript) -> dict[str, Profile]:
    """The speakers by folded label, in the order in which they first speak."""
    text = transcript.text
    marked = any(mark in text for mark in _MARKS) or text.count(". ") > len(transcript.turns) / 2
    legend = read_legend(text[: transcript.turns[0].span.start]) if transcript.turns else {}
    counts: dict[str, list[int]] = {}
    labels: dict[str, str] = {}
    for turn in transcript.turns:
        words = turn.span.of(text)
        key = fold(turn.speaker)
        labels.setdefault(key, turn.speaker)
        count = counts.setdefault(key, [0, 0, 0])
        count[0] += 1
        count[1] += len(words.split())
        count[2] += is_asking(words, marked=marked)
    return {
        key: Profile(labels[key], turns, words, asking, _hint(labels[key], legend))
        for key, (turns, words, asking) in counts.items()
    }


def is_asking(words: str, *, marked: bool) -> bool:
    """Whether a turn ends in a question or is a short request to tell.

    `marked` says whether the transcript has punctuation; without it a short turn with a question word counts as a
    question.
    """
    end = words[-300:]
    if any(mark in end for mark in _MARKS) and _TRAILING.sub("", end).rstrip().endswith(_MARKS):
        return True
    if words.count(" ") > _SHORT:
        return False
    return _REQUEST.search(words) is not None or (not marked and _QUESTION_WORD.search(words) is not None)


def _hint(label: str, legend: Mapping[str, str]) -> Hint | None:
    """What the words of the label say, or what the head says of the label or of the name it is part of."""
    own = role_of(label)
    if own:
        return own
    key = fold(label)
    if key in legend:
        return role_of(legend[key])
    names = set(words_of(label)) - TITLES
    for name, explanation in legend.items():
        whole = words_of(name)
        initials = "".join(word[0] for word in whole if word not in TITLES)
        if (names and names <= set(whole)) or (len(key) > 1 and key.replace(".", "") == initials):
            return role_of(explanation)
    return None


def role_of(words: str) -> Hint | None:
    """What a label or an explanation says of the role by its own words (Tim Peneliti, Informan 2), None for nothing."""
    for word in words_of(words[:60]):
        if len(word) > 1 and word in INTERVIEWERS:
            return "interviewer"
        if len(word) > 1 and word in RESPONDENTS:
            return "respondent"
    return None
