"""What the rules find in one sentence: cues with their polarity and stance, and whether an actor is named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcode.codebook.patterns import parse_pattern
from qualcode.coders.phrases import Hit, PhraseIndex, WordType
from qualcode.coders.token_patterns import TokenPatterns
from qualcode.language.negation import is_negated, list_negators
from qualcode.language.stance import MARKERS, find_directness, find_modality
from qualcode.language.tokens import TOKEN
from qualcode.model import Code, Codebook, Cue, Directness, Evidence, FalseFriend, Modality, Polarity, Span

Tokens = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """A cue that stands in a sentence."""

    code: Code
    cue: Cue
    polarity: Polarity
    modality: Modality
    directness: Directness
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one sentence holds; `actors` are the spans of the parties that it names."""

    findings: tuple[Finding, ...]
    actors: tuple[Span, ...]


class _Locator:
    """Where tokens stand in a text; they follow one another from `start` on with white space alone between them."""

    def __init__(self, text: str, start: int, tokens: Sequence[str]) -> None:
        self.text = text
        self._tokens = tokens
        self._starts: list[int] = []
        self._at = start

    def __call__(self, first: int, last: int) -> Span:
        """The span of the tokens `[first, last)`."""
        starts = self._starts
        index = self.text.index
        at = self._at
        for token in self._tokens[len(starts) : last]:
            at = index(token, at)
            starts.append(at)
            at += len(token)
        self._at = at
        return Span(starts[first], starts[last - 1] + len(self._tokens[last - 1]))


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
        return self._index.tells(text[start:end])

    def read(self, text: str, start: int, end: int) -> Sentence:
        """What the sentence `text[start:end]` holds; spans are in code points of `text`."""
        tokens = TOKEN.findall(text, start, end)
        known = self._index.look_up(tokens)
        hits, friends, actors = self._sort(self._find(tokens, known))
        if friends:
            hits = [hit for hit in hits if not self._is_false_friend(hit, friends)]
        if len(hits) > 1:
            hits = [hit for hit in hits if not any(self._swallows(other, hit) for other in hits)]
        locate = _Locator(text, start, tokens)
        return Sentence(
            tuple(self._judge(hits, known, locate)) if hits else (),
            tuple(locate(first, last) for first, last in actors),
        )

    def _judge(self, hits: Sequence[Hit], known: Sequence[WordType], locate: _Locator) -> Iterator[Finding]:
        """The findings of cues that stand for themselves, turned round where a negator does so."""
        forms = [word.form for word in known]
        typed = None if self._negators.isdisjoint(forms) else [word.typed for word in known]
        has_marker = not MARKERS.isdisjoint(forms)
        for first, last, number in hits:
            code, cue = self._cues[number]
            polarity = cue.polarity
            if typed and self._is_flipped(code, cue, typed, forms, first, last):
                polarity = "contrary" if polarity == "supporting" else "supporting"
            span = locate(first, last)
            yield Finding(
                code,
                cue,
                polarity,
                find_modality(forms, first, last) if has_marker else "actual",
                find_directness(forms, first, last) if has_marker else "unknown",
                Evidence(cue.rule, locate.text[span.start : span.end], span),
            )

    def _find(self, tokens: Sequence[str], known: Sequence[WordType]) -> list[Hit]:
        hits = self._index.find(known)
        wanted = {number for _, _, number in hits if number in self._token_patterns}
        if not wanted:
            return hits
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

    def _is_false_friend(self, hit: Hit, friends: Sequence[tuple[int, int, str]]) -> bool:
        start, end, number = hit
        return any(
            first <= start and end <= last and code in ("", self._cues[number][0].id) for first, last, code in friends
        )

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
