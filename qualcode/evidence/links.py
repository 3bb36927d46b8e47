"""Links between codings: what a speaker says comes of what, apart from what merely stands near it.

A link is *stated* where a link word (karena, sehingga, because, ...) stands between the two, *denied* where the speaker
says that it is not so, and *nearby* where both are in one unit or in neighbouring units of one turn and no link word
tells how they hang together. What is nearby is no relation; what is stated is one in the speaker's view. A link may
also be *drawn* by a person, between any two codings: see `evidence.drawn`.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from qualcode.evidence.excerpts import GAP
from qualcode.evidence.selection import Layer, select
from qualcode.language.linking import LinkWord, find_link_words
from qualcode.language.matter import find_matter
from qualcode.language.tokens import TOKEN
from qualcode.model import Codebook, Coding, Span, Study

LinkKind = Literal["stated", "denied", "drawn", "nearby"]

_OPENERS = 3  # tokens that may stand before a link word which opens a sentence: "Nah, ya makanya"
_WIDEST_GAP = 60  # code points between two stretches of one sentence that people coded
_STOPS = ".?!…\n"
_STRENGTH: tuple[LinkKind, ...] = ("stated", "denied", "nearby")  # the strongest first


@dataclass(frozen=True, slots=True)
class Link:
    """Two codings with different codes, of one informant and one turn unless it is drawn.

    Of all but a nearby link `first` is the cause and `second` the effect (or the aim, with `supaya`); nearby ones come
    in the order of the text. `word` is the link word verbatim; a nearby link has one where it stands in the unit but
    nobody can tell between what. `who` drew a drawn link, and `why` says it in that person's words.
    """

    first: Coding
    second: Coding
    kind: LinkKind
    word: str = ""
    who: str = ""
    why: str = ""

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of both codings."""
        return self.first.id, self.second.id


def find_links(study: Study, codings: Iterable[Coding]) -> tuple[Link, ...]:
    """All links among `codings`, in the order of transcripts and of the text.

    Words between two codings are known where any coding of the study covers them. A pair of codes is linked once for
    each pair of units, by the strongest that was found: stated, denied, nearby.
    """
    languages = list_languages(study)
    by_turn: dict[tuple[str, int, str], list[Coding]] = defaultdict(list)
    for coding in codings:
        if study.codebook.find(coding.code):
            by_turn[coding.transcript, coding.turn, coding.case].append(coding)
    covers: dict[tuple[str, int], list[Coding]] = defaultdict(list)
    for coding in study.codings:
        covers[coding.transcript, coding.turn].append(coding)
    links: list[Link] = []
    for (transcript, turn, _), found in sorted(by_turn.items()):
        reader = _TurnReader(tuple(covers[transcript, turn]), languages.get(transcript, "id"))
        links += _link_turn(found, study.codebook, reader)
    return tuple(links)


def link_counted(study: Study, layer: Layer = "all", wishes: bool = False) -> tuple[Link, ...]:
    """All links among the codings that count (see `selection.select`)."""
    return study.find_once(("links", layer, wishes), lambda: find_links(study, select(study, layer, wishes).counted))


def list_languages(study: Study) -> dict[str, str]:
    """The language of each transcript, by its name."""
    return {sheet.transcript: sheet.language for sheet in study.accounts}


def find_reason(coding: Coding, language: str) -> str:
    """The link word by which a coding's own words give a reason for what is coded ("" where none does), whether that
    reason bears a code or not. Where no cue tells which part of the sentence is coded, any link word will do."""
    anchor = _find_anchor(coding)
    start, end = anchor.start - coding.span.start, anchor.end - coding.span.start
    for word in find_link_words(coding.quote, language):
        before, after = word.end <= start, word.start >= end
        is_reason = (before and word.follows == "effect") or (after and word.follows == "cause")
        is_first = before and "," in coding.quote[word.end : start]  # "Karena ..., ..."
        if anchor == coding.span or is_reason or is_first:
            return coding.quote[word.start : word.end]
    return ""


def _link_turn(codings: list[Coding], codebook: Codebook, reader: "_TurnReader") -> Iterable[Link]:
    """One link for each pair of codes and place, the strongest; two coders on one sentence give one."""
    codings = sorted(codings, key=lambda coding: (coding.span, coding.code, coding.id))
    codes = [codebook.name_whole(coding.code) for coding in codings]
    kept: dict[tuple[object, ...], Link] = {}
    for place, one in enumerate(codings):
        for at in range(place + 1, len(codings)):  # a slice would copy all the rest of a long turn for each coding
            other = codings[at]
            if other.span.start - one.span.end > _WIDEST_GAP:
                break
            link = reader.link(one, other) if codes[place] != codes[at] else None
            if link:
                pair = sorted((codes[place], codes[at]))
                where = (*pair, one.span.start, max(one.span.end, other.span.end))
                if where not in kept or _STRENGTH.index(link.kind) < _STRENGTH.index(kept[where].kind):
                    kept[where] = link
    return kept.values()


@dataclass(slots=True)
class _TurnReader:
    """What is known of the words of one turn: those that codings cover.

    `covers` are the codings by where they begin; beside each stands, in `farthest`, the one that reaches farthest of
    all that begin no later.
    """

    covers: tuple[Coding, ...]
    language: str
    farthest: tuple[Coding, ...] = ()

    def __post_init__(self) -> None:
        self.covers = tuple(sorted(self.covers, key=lambda coding: coding.span))
        self.farthest = tuple(accumulate(self.covers, lambda one, other: max(one, other, key=_reach)))

    def link(self, one: Coding, other: Coding) -> Link | None:
        """How two codings hang together; `one` begins first or where `other` does. None where they stand apart."""
        if other.span.start < one.span.end:
            return self._link_inside(one, other)
        between = self._read_between(one.span.end, other.span.start)
        if between is not None and any(stop in between for stop in _STOPS):
            between = None
        if between is None and other.span.start - one.span.end > GAP:
            return None
        if between is not None and (word := self._find_last(between)):
            return _state(one, other, word, between)
        if word := self._find_opener(other):
            return _state(one, other, word, other.quote)
        return Link(one, other, "nearby")

    def _link_inside(self, one: Coding, other: Coding) -> Link:
        """Two codings that overlap, as on one sentence: their cues tell where each is said."""
        start = min(one.span.start, other.span.start)
        whole = max((one, other), key=lambda coding: len(coding.span))
        words = find_link_words(whole.quote, self.language)
        if not words:
            return Link(one, other, "nearby")
        places = [_find_anchor(coding) for coding in (one, other)]
        first, second = (one, other) if places[0] <= places[1] else (other, one)
        early, late = sorted(places)
        offset = whole.span.start
        if early.end <= late.start and whole.span.start == start:
            for word in words:
                if early.end <= word.start + offset and word.end + offset <= late.start:
                    return _state(first, second, word, whole.quote)
            opener = words[-1]
            between = whole.quote[early.end - offset : late.start - offset]
            if opener.follows == "cause" and opener.end + offset <= early.start and "," in between:
                return _link(first, second, opener, whole.quote)  # "Karena ..., ..."
        return Link(first, second, "nearby", whole.quote[words[0].start : words[0].end])

    def _find_opener(self, coding: Coding) -> LinkWord | None:
        """The link word that opens a coding's words and ties them to what stands before."""
        words = find_link_words(coding.quote, self.language)
        before = TOKEN.findall(coding.quote[: words[0].start]) if words else []
        if not words or len(before) > _OPENERS or any(find_matter(token, self.language) for token in before):
            return None
        ties = words[0].follows == "effect" or words[0].looks_back or "," not in coding.quote[words[0].end :]
        return words[0] if ties else None

    def _find_last(self, between: str) -> LinkWord | None:
        words = find_link_words(between, self.language)
        return words[-1] if words else None

    def _read_between(self, start: int, end: int) -> str | None:
        place = bisect_right(self.covers, start, key=lambda coding: coding.span.start)
        coding = self.farthest[place - 1] if place else None
        if coding is None or coding.span.end < end:
            return None
        return coding.quote[start - coding.span.start : end - coding.span.start]


def _reach(coding: Coding) -> int:
    return coding.span.end


def _find_anchor(coding: Coding) -> Span:
    """Where inside a coding its matter is said: its cues, else all of its words."""
    spans = [reason.span for reason in coding.evidence if coding.span.start <= reason.span.start < coding.span.end]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else coding.span


def _state(one: Coding, other: Coding, word: LinkWord, text: str) -> Link:
    """`one`, the word, `other`: the word says which of them is the cause."""
    return _link(other, one, word, text) if word.follows == "cause" else _link(one, other, word, text)


def _link(cause: Coding, effect: Coding, word: LinkWord, text: str) -> Link:
    return Link(cause, effect, "denied" if word.is_denied else "stated", text[word.start : word.end])
