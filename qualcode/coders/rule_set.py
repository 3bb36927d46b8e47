"""The cues, false friends and actors of a codebook, ready for texts in one language."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from qualcode.codebook.patterns import parse_pattern
from qualcode.coders.phrases import Hit, PhraseIndex, WordType
from qualcode.coders.token_patterns import TokenPatterns
from qualcode.language.negation import is_negated, list_negators
from qualcode.language.stance import MARKERS
from qualcode.model import Code, Codebook, Cue, FalseFriend, Polarity

T = TypeVar("T")


class RuleSet:
    """What a codebook looks for in texts of one language.

    An Indonesian text is read by Indonesian and English cues, because speakers mix both; an English one by English
    cues alone. A pattern that cannot be read raises `PatternError`.
    """

    def __init__(self, codebook: Codebook, language: str, *, of_questions: bool = False) -> None:
        languages = ("id", "en") if language == "id" else (language,)
        self.language = language
        self.negators = list_negators(language)
        self.cues = [
            (code, cue)
            for code in codebook.codes
            for cue in code.cues
            if cue.language in languages and cue.weight != ("weak" if of_questions else "asked")
        ]
        self._friends = [friend for friend in codebook.false_friends if friend.language in languages]
        sources: tuple[Cue | FalseFriend, ...] = (
            *(cue for _, cue in self.cues),
            *self._friends,
            *(actor for actor in codebook.actors if actor.language in languages),
        )
        phrases = [(parse_pattern(source.pattern), source.language) for source in sources]
        context = self.negators | MARKERS
        self.index = PhraseIndex(phrases, language, codebook.lemma_exceptions, len(self.cues), context)
        self._token_patterns = TokenPatterns(
            {number: (pattern, of) for number, (pattern, of) in enumerate(phrases) if pattern.token}
        )
        self._obstacles = codebook.list_obstacles()

    def find(self, words: Sequence[WordType]) -> tuple[list[Hit], list[tuple[int, int]]]:
        """The cues that stand for themselves in the words and marks of one sentence, and the actors named in it."""
        cues: list[Hit] = []
        friends: list[tuple[int, int, str]] = []
        actors: list[tuple[int, int]] = []
        first_actor = len(self.cues) + len(self._friends)
        for start, end, number in self._find_all(words):
            if number < len(self.cues):
                cues.append((start, end, number))
            elif number < first_actor:
                friends.append((start, end, self._friends[number - len(self.cues)].code))
            else:
                actors.append((start, end))
        if friends:
            cues = self._drop_false_friends(cues, friends)
        return self.drop_swallowed(cues), actors

    def drop_swallowed(self, hits: list[Hit]) -> list[Hit]:
        """Leave out the cues for which a longer one of the same code stands."""
        if len(hits) < 2:
            return hits
        around = _file_by_place(hits)
        return [hit for hit in hits if not any(self._swallows(other, hit) for other in around[hit[0]])]

    def choose_polarity(
        self, code: Code, cue: Cue, typed: Sequence[str], forms: Sequence[str], start: int, end: int
    ) -> Polarity:
        """The cue's polarity, turned round where it is negated at the tokens `[start, end)`.

        A weak cue of an obstacle only names a means (`dana`, `koordinasi`): to deny the means is no denial of the
        obstacle.
        """
        if cue.weight == "weak" and code.id in self._obstacles:
            return cue.polarity
        if not is_negated(typed, forms, start, end, self.language):
            return cue.polarity
        return "contrary" if cue.polarity == "supporting" else "supporting"

    def _find_all(self, words: Sequence[WordType]) -> list[Hit]:
        hits = self.index.find(words)
        wanted = {number for _, _, number in hits if number in self._token_patterns} if self._token_patterns else set()
        if not wanted:
            return hits
        tokens = [word.spelling for word in words]
        return [hit for hit in hits if hit[2] not in wanted] + self._token_patterns.find(tokens, wanted)

    def _drop_false_friends(self, hits: Sequence[Hit], friends: Sequence[tuple[int, int, str]]) -> list[Hit]:
        around = _file_by_place(friends)
        return [
            (start, end, number)
            for start, end, number in hits
            if not any(end <= last and code in ("", self.cues[number][0].id) for _, last, code in around[start])
        ]

    def _swallows(self, longer: Hit, shorter: Hit) -> bool:
        """Whether a cue stands for a shorter one of the same code inside it. A contrary cue swallows a supporting
        one; a weak cue swallows no strong one."""
        (start, end, number), (first, last, inner) = longer, shorter
        if not (start <= first and last <= end) or self.cues[number][0] is not self.cues[inner][0]:
            return False
        cue, other = self.cues[number][1], self.cues[inner][1]
        turns = cue.polarity == "contrary" and other.polarity == "supporting"
        if (start, end) == (first, last):
            return turns
        return turns or cue.weight == "strong" or other.weight == "weak"


def _file_by_place(spans: Sequence[tuple[int, int, T]]) -> dict[int, list[tuple[int, int, T]]]:
    """Which of these spans stand over each place."""
    around: dict[int, list[tuple[int, int, T]]] = defaultdict(list)
    for span in spans:
        for place in range(span[0], span[1]):
            around[place].append(span)
    return around
