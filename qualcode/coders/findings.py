"""What the rules find in the sentences of a text: cues with their polarity and stance, and the actors named."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from qualcode.coders.phrases import Hit, WordType
from qualcode.coders.rule_set import RuleSet
from qualcode.language.stance import MARKERS, find_stance
from qualcode.model import Code, Cue, Directness, Evidence, Modality, Polarity, Span

PLAIN: tuple[Modality, Directness] = ("actual", "unknown")


class Finding(NamedTuple):
    """A cue that stands in a sentence."""

    code: Code
    cue: Cue
    polarity: Polarity
    modality: Modality
    directness: Directness
    evidence: Evidence


class Sentence(NamedTuple):
    """What one sentence holds; `actors` are the spans of the parties that it names."""

    findings: Sequence[Finding]
    actors: Sequence[Span]


NOTHING = Sentence((), ())


class TextReader:
    """Reads the sentences of one text; bounds and spans are in code points of `text`."""

    def __init__(self, rules: RuleSet, text: str) -> None:
        self._rules = rules
        self._text = text
        # What the text holds is few beside what the index has learnt, and so much faster to look at.
        self._words: dict[str, tuple[WordType, ...]] = {}
        self._telling: set[str] = set()
        self._entangled: set[str] = set()
        self._meet(set(text.split()))

    def _meet(self, chunks: Iterable[str]) -> None:
        for chunk in chunks:
            known = self._rules.index.look_up(chunk)
            self._words[chunk] = known.words
            if known.is_telling:
                self._telling.add(chunk)
            if known.is_entangled:
                self._entangled.add(chunk)

    def _split(self, start: int, end: int) -> list[str]:
        """What stands between white space in `text[start:end]`; a bound may cut the first or the last of it."""
        chunks = self._text[start:end].split()
        if chunks and not (chunks[0] in self._words and chunks[-1] in self._words):
            self._meet((chunks[0], chunks[-1]))
        return chunks

    def tells(self, start: int, end: int) -> bool:
        """Whether a cue may stand in `text[start:end]`. Never wrong when it says no."""
        return not self._telling.isdisjoint(self._split(start, end))

    def read_words(self, start: int, end: int) -> list[WordType]:
        """The words and marks of `text[start:end]`."""
        return list(chain.from_iterable(map(self._words.__getitem__, self._split(start, end))))

    def read(self, start: int, end: int) -> Sentence:
        """The cues in the sentence `text[start:end]`, and the actors named where there is a cue."""
        chunks = self._split(start, end)
        if self._telling.isdisjoint(chunks):
            return NOTHING
        if self._entangled.isdisjoint(chunks):
            return Sentence(self._read_plain(start, end, chunks), ())
        return self._read_whole(start, chunks)

    def read_whole(self, start: int, end: int) -> Sentence:
        """The cues in the sentence `text[start:end]` and the actors named there, cue or none."""
        return self._read_whole(start, self._split(start, end))

    def _read_whole(self, start: int, chunks: Sequence[str]) -> Sentence:
        words = list(chain.from_iterable(map(self._words.__getitem__, chunks)))
        hits, actors = self._rules.find(words)
        if not hits and not actors:
            return NOTHING
        locator = _Locator(self._text, start, words)
        findings = self._judge(hits, words, locator) if hits else ()
        return Sentence(findings, [locator.locate(first, last) for first, last in actors])

    def _read_plain(self, start: int, end: int, chunks: Sequence[str]) -> list[Finding]:
        """The findings of a sentence in which each cue is one word and nothing else bears on it."""
        hits: list[Hit] = []
        for number, chunk in enumerate(chunks):
            if chunk in self._telling:
                at = end - len(self._text[start:end].split(None, number)[-1])
                for word in self._words[chunk]:
                    after = at + len(word.spelling)
                    hits += [(at, after, phrase) for _, _, phrase in word.anchors]
                    at = after
        findings = []
        for first, last, number in self._rules.drop_swallowed(list(dict.fromkeys(hits))):
            code, cue = self._rules.cues[number]
            evidence = Evidence(cue.rule, self._text[first:last], Span(first, last))
            findings.append(Finding(code, cue, cue.polarity, *PLAIN, evidence))
        return findings

    def _judge(self, hits: Sequence[Hit], words: Sequence[WordType], locator: "_Locator") -> list[Finding]:
        """The findings of these hits, turned round where a negator does so, with how each is meant."""
        forms = [word.form for word in words]
        typed = [] if self._rules.negators.isdisjoint(forms) else [word.typed for word in words]
        has_marker = not MARKERS.isdisjoint(forms)
        findings = []
        for first, last, number in hits:
            code, cue = self._rules.cues[number]
            polarity = self._rules.choose_polarity(code, cue, typed, forms, first, last) if typed else cue.polarity
            modality, directness = find_stance(forms, first, last) if has_marker else PLAIN
            span = locator.locate(first, last)
            evidence = Evidence(cue.rule, span.of(self._text), span)
            findings.append(Finding(code, cue, polarity, modality, directness, evidence))
        return findings


class _Locator:
    """Where the tokens of a sentence stand; they follow one another with white space alone between them."""

    def __init__(self, text: str, start: int, words: Sequence[WordType]) -> None:
        self._text = text
        self._words = words
        self._starts: list[int] = []
        self._at = start

    def locate(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)`."""
        starts = self._starts
        find = self._text.index
        at = self._at
        for word in self._words[len(starts) : last]:
            spelling = word.spelling
            at = find(spelling, at)
            starts.append(at)
            at += len(spelling)
        self._at = at
        return Span(starts[first], starts[last - 1] + len(self._words[last - 1].spelling))
