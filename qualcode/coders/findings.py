"""What the rules find in the sentences of a text: cues with their polarity and stance, and the actors named."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from qualcode.coders.combinations import Answer, Match
from qualcode.coders.phrases import Hit, WordType
from qualcode.coders.rule_set import Found, RuleSet
from qualcode.coders.surroundings import Surroundings
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
    """Reads the sentences of one text; bounds and spans are in code points of `text`. What a cue asks of a whole answer
    is looked for in the one of `turns` that holds the sentence."""

    def __init__(self, rules: RuleSet, text: str, turns: Sequence[Span] = ()) -> None:
        self._rules = rules
        self._text = text
        # What the text holds is few beside what the index has learnt, and so much faster to look at.
        self._words: dict[str, tuple[WordType, ...]] = {}
        self._telling: set[str] = set()
        self._entangled: set[str] = set()
        self._meet(set(text.split()))
        self._surroundings = Surroundings(text, turns, self.read_words, rules.hear)

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
        return self._read_whole(start, end, chunks)

    def read_whole(self, start: int, end: int) -> Sentence:
        """The cues in the sentence `text[start:end]` and the actors named there, cue or none."""
        return self._read_whole(start, end, self._split(start, end))

    def _read_whole(self, start: int, end: int, chunks: Sequence[str]) -> Sentence:
        words = list(chain.from_iterable(map(self._words.__getitem__, chunks)))

        def look_around() -> tuple[Answer, int]:
            around, number = self._surroundings.look(start, end)
            return around.answer, number

        found = self._rules.find(words, look_around)
        if not found.cues and not found.actors:
            return NOTHING
        locator = _Locator(self._text, start, words)
        hits = [hit for hit in found.cues if hit not in found.combined] if found.combined else found.cues
        findings = self._judge(hits, locator) if hits else []
        if found.combined:
            findings += self._judge_combined(found, start, end, locator)
        return Sentence(findings, [locator.locate(first, last) for first, last in found.actors])

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

    def _judge(self, hits: Sequence[Hit], locator: "_Locator") -> list[Finding]:
        """The findings of these hits, turned round where a negator does so, with how each is meant."""
        forms = locator.forms
        typed = [] if self._rules.negators.isdisjoint(forms) else locator.typed
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

    def _judge_combined(self, found: Found, start: int, end: int, locator: "_Locator") -> list[Finding]:
        """The findings of combinations: one for each stretch on which one fired, wherever it stands in the answer."""
        fired: dict[Match, list[Hit]] = defaultdict(list)
        for hit in found.cues:
            if hit in found.combined:
                fired[found.combined[hit]].append(hit)
        findings = []
        for match, hits in fired.items():
            locators = {0: locator}
            for on in {on for on, _ in match.places} - {0}:
                around, number = self._surroundings.look(start, end)
                locators[on] = _Locator(self._text, around.starts[number + on], around.words[number + on])
            code, cue = self._rules.cues[match.cue]
            places = [(locators[on].typed, locators[on].forms, *place) for on, place in match.places]
            polarity = self._rules.choose_combined_polarity(code, cue, places)
            modality, directness = find_stance(locator.forms, *hits[0][:2])
            spans = [locator.locate(first, last) for first, last, _ in hits]
            spans += [locators[on].locate(first, last) for on, (first, last) in match.places if on]
            for span in spans:
                evidence = Evidence(cue.rule, span.of(self._text), span)
                findings.append(Finding(code, cue, polarity, modality, directness, evidence))
        return findings


class _Locator:
    """The tokens of a sentence and where they stand; they follow one another with white space alone between them."""

    def __init__(self, text: str, start: int, words: Sequence[WordType]) -> None:
        self._text = text
        self._words = words
        self._starts: list[int] = []
        self._at = start

    @cached_property
    def typed(self) -> list[str]:
        """The tokens as typed, in lower case."""
        return [word.typed for word in self._words]

    @cached_property
    def forms(self) -> list[str]:
        """The normal forms of the tokens."""
        return [word.form for word in self._words]

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
