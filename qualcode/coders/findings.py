"""What the rules find in one sentence: cues with their polarity and stance, and whether an actor is named."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from qualcode.codebook.patterns import parse_pattern
from qualcode.coders.phrases import Hit, PhraseIndex, WordType
from qualcode.coders.token_patterns import TokenPatterns
from qualcode.language.negation import is_negated, list_negators
from qualcode.language.stance import MARKERS, find_stance
from qualcode.model import Code, Codebook, Cue, Directness, Evidence, FalseFriend, Modality, Polarity, Span

T = TypeVar("T")
Tokens = tuple[int, int]
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


class _Tokens:
    """The tokens of a sentence with their places in the text."""

    def __init__(self, text: str, start: int, end: int, index: PhraseIndex) -> None:
        self.text = text
        self.words = index.look_up(text[start:end].split())
        self._starts: list[int] = []
        self._at = start

    def locate(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)`. Tokens follow one another with white space alone between them."""
        starts = self._starts
        find = self.text.index
        at = self._at
        for word in self.words[len(starts) : last]:
            spelling = word.spelling
            at = find(spelling, at)
            starts.append(at)
            at += len(spelling)
        self._at = at
        return Span(starts[first], starts[last - 1] + len(self.words[last - 1].spelling))


class SentenceReader:
    """Reads sentences of texts in one language by the cues of a codebook.

    An Indonesian text is read by Indonesian and English cues, because speakers mix both; an English one by English
    cues alone.
    """

    def __init__(self, codebook: Codebook, language: str) -> None:
        languages = ("id", "en") if language == "id" else (language,)
        self._language = language
        self._negators = list_negators(language)
        self._cues = [(code, cue) for code in codebook.codes for cue in code.cues if cue.language in languages]
        self._friends = [friend for friend in codebook.false_friends if friend.language in languages]
        sources: tuple[Cue | FalseFriend, ...] = (
            *(cue for _, cue in self._cues),
            *self._friends,
            *(actor for actor in codebook.actors if actor.language in languages),
        )
        phrases = [(parse_pattern(source.pattern), source.language) for source in sources]
        self._index = PhraseIndex(phrases, language, codebook.lemma_exceptions, telling=len(self._cues))
        self._token_patterns = TokenPatterns(
            {number: (pattern, of) for number, (pattern, of) in enumerate(phrases) if pattern.token}
        )
        obstacles = {family.id for family in codebook.families if family.kind == "obstacle"}
        self._obstacles = {code.id for code in codebook.codes if code.family in obstacles}

    def tells(self, text: str, start: int, end: int) -> bool:
        """Whether a cue may stand in `text[start:end]`. Fast, and never wrong when it says no."""
        return self._index.tells(text[start:end].split())

    def read(self, text: str, start: int, end: int) -> Sentence:
        """What the sentence `text[start:end]` holds; spans are in code points of `text`."""
        tokens = _Tokens(text, start, end, self._index)
        hits, friends, actors = self._sort(self._find(tokens.words))
        if friends:
            hits = self._drop_false_friends(hits, friends)
        if len(hits) > 1:
            hits = self._drop_swallowed(hits)
        findings = self._judge(hits, tokens) if hits else []
        return Sentence(findings, [tokens.locate(first, last) for first, last in actors])

    def _judge(self, hits: Sequence[Hit], tokens: _Tokens) -> list[Finding]:
        """The findings of cues that stand for themselves, turned round where a negator does so."""
        forms = [word.form for word in tokens.words]
        typed = None if self._negators.isdisjoint(forms) else [word.typed for word in tokens.words]
        has_marker = not MARKERS.isdisjoint(forms)
        findings = []
        for first, last, number in hits:
            code, cue = self._cues[number]
            polarity = cue.polarity
            if typed and self._is_flipped(code, cue, typed, forms, first, last):
                polarity = "contrary" if polarity == "supporting" else "supporting"
            modality, directness = find_stance(forms, first, last) if has_marker else PLAIN
            span = tokens.locate(first, last)
            evidence = Evidence(cue.rule, tokens.text[span.start : span.end], span)
            findings.append(Finding(code, cue, polarity, modality, directness, evidence))
        return findings

    def _find(self, words: Sequence[WordType]) -> list[Hit]:
        hits = self._index.find(words)
        if not self._token_patterns:
            return hits
        wanted = {number for _, _, number in hits if number in self._token_patterns}
        if not wanted:
            return hits
        tokens = [word.spelling for word in words]
        return [hit for hit in hits if hit[2] not in wanted] + self._token_patterns.find(tokens, wanted)

    def _sort(self, hits: Sequence[Hit]) -> tuple[list[Hit], list[tuple[int, int, str]], list[Tokens]]:
        """Hits of cues; false friends with their code ("" for every code); actors."""
        cues: list[Hit] = []
        friends: list[tuple[int, int, str]] = []
        actors: list[Tokens] = []
        first_actor = len(self._cues) + len(self._friends)
        for start, end, number in hits:
            if number < len(self._cues):
                cues.append((start, end, number))
            elif number < first_actor:
                friends.append((start, end, self._friends[number - len(self._cues)].code))
            else:
                actors.append((start, end))
        return cues, friends, actors

    def _drop_false_friends(self, hits: Sequence[Hit], friends: Sequence[tuple[int, int, str]]) -> list[Hit]:
        around = _file_by_place(friends)
        return [
            (start, end, number)
            for start, end, number in hits
            if not any(end <= last and code in ("", self._cues[number][0].id) for _, last, code in around[start])
        ]

    def _drop_swallowed(self, hits: Sequence[Hit]) -> list[Hit]:
        around = _file_by_place(hits)
        return [hit for hit in hits if not any(self._swallows(other, hit) for other in around[hit[0]])]

    def _swallows(self, longer: Hit, shorter: Hit) -> bool:
        """Whether a cue stands for a shorter one of the same code inside it. A contrary cue swallows a supporting
        one; a weak cue swallows no strong one."""
        (start, end, number), (first, last, inner) = longer, shorter
        if not (start <= first and last <= end) or self._cues[number][0] is not self._cues[inner][0]:
            return False
        cue, other = self._cues[number][1], self._cues[inner][1]
        turns = cue.polarity == "contrary" and other.polarity == "supporting"
        if (start, end) == (first, last):
            return turns
        return turns or cue.weight == "strong" or other.weight == "weak"

    def _is_flipped(
        self, code: Code, cue: Cue, typed: Sequence[str], forms: Sequence[str], start: int, end: int
    ) -> bool:
        """Whether a negator turns the cue round. A weak cue of an obstacle only names a means (`dana`,
        `koordinasi`): to deny the means is no denial of the obstacle."""
        if cue.weight == "weak" and code.id in self._obstacles:
            return False
        return is_negated(typed, forms, start, end, self._language)


def _file_by_place(spans: Sequence[tuple[int, int, T]]) -> dict[int, list[tuple[int, int, T]]]:
    """Which of these spans of tokens stand over each token."""
    around: dict[int, list[tuple[int, int, T]]] = defaultdict(list)
    for span in spans:
        for place in range(span[0], span[1]):
            around[place].append(span)
    return around
