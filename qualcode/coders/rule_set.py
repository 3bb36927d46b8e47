"""The cues, false friends and actors of a codebook, ready for texts in one language."""

from collections import defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeVar

from qualcode.codebook.combinations import Combination, parse_rule
from qualcode.codebook.patterns import Pattern, parse_pattern
from qualcode.coders.combinations import Answer, Combinations, Friend, Heard, Match, Place
from qualcode.coders.phrases import MARK, Hit, PhraseIndex
from qualcode.coders.said import Said
from qualcode.coders.token_patterns import TokenPatterns
from qualcode.language.javanese import holds_tak
from qualcode.language.negation import TURNING, is_denied_outright, is_negated, is_solved, list_negators
from qualcode.language.stance import MARKERS
from qualcode.language.tokens import TOKEN
from qualcode.model import Code, Codebook, Cue, Polarity

T = TypeVar("T")
OF_QUESTIONS = ("strong", "asked")
OF_ANSWERS = ("strong", "weak", "answer")


def check_patterns(codebook: Codebook) -> None:
    """Read all patterns of a codebook, of whatever language; one that cannot be read raises `PatternError`."""
    rules = [(parse_rule(cue.pattern), cue.language) for code in codebook.codes for cue in code.cues]
    patterns = [(rule, language) for rule, language in rules if isinstance(rule, Pattern)]
    patterns += [
        (part, language)
        for rule, language in rules
        if isinstance(rule, Combination)
        for part in (*rule.parts, *rule.unless)
    ]
    patterns += [(parse_pattern(friend.pattern), friend.language) for friend in codebook.false_friends]
    patterns += [(parse_pattern(actor.pattern), actor.language) for actor in codebook.actors]
    TokenPatterns({number: each for number, each in enumerate(patterns) if each[0].token})


class Found(NamedTuple):
    """What stands in a sentence: the cues that stand for themselves, the actors named, and of those cues that are
    combinations the whole of each."""

    cues: list[Hit]
    actors: Sequence[Place]
    combined: Mapping[Hit, Match]


class RuleSet:
    """What a codebook looks for in texts of one language.

    An Indonesian text is read by Indonesian and English cues, because speakers mix both; an English one by English
    cues alone. Questions are read by phrases and by what stands under `asked`: words that need not stand together tell
    what was told, not what was asked. A pattern that cannot be read raises `PatternError`.
    """

    def __init__(self, codebook: Codebook, language: str, *, of_questions: bool = False) -> None:
        languages = ("id", "en") if language == "id" else (language,)
        self.language = language
        self.negators = list_negators(language)
        read = [
            (code, cue, parse_rule(cue.pattern))
            for code in codebook.codes
            for cue in code.cues
            if cue.language in languages and cue.weight in (OF_QUESTIONS if of_questions else OF_ANSWERS)
        ]
        plain = [(code, cue, rule) for code, cue, rule in read if isinstance(rule, Pattern)]
        plain.sort(key=lambda row: row[1].weight == "answer")
        combined = [
            (code, cue, rule)
            for code, cue, rule in read
            if isinstance(rule, Combination) and (cue.weight == "asked" or not of_questions or rule.kind == "cue")
        ]
        self.cues = [(code, cue) for code, cue, _ in (*plain, *combined)]
        self._of_answers = {n: code.id for n, (code, cue) in enumerate(self.cues) if cue.weight == "answer"}
        self._combinations = Combinations(
            {number: (code.id, rule, cue.language) for number, (code, cue, rule) in enumerate(combined, len(plain))}
        )
        parts, leading = self._combinations.parts, self._combinations.leading
        self._friends = [friend for friend in codebook.false_friends if friend.language in languages]
        actors = [actor for actor in codebook.actors if actor.language in languages]
        kinds = (
            [(rule, cue.language) for _, cue, rule in plain],
            parts[:leading],
            [(parse_pattern(friend.pattern), friend.language) for friend in self._friends],
            [(parse_pattern(actor.pattern), actor.language) for actor in actors],
            parts[leading:],
        )
        phrases = [phrase for kind in kinds for phrase in kind]
        # Where in the row of phrases each kind ends, and where among the plain cues those of answers begin.
        self._plain, self._telling, self._silencing, self._naming, _ = accumulate(map(len, kinds))
        self._alone = sum(cue.weight != "answer" for _, cue, _ in plain)
        self.turning = TURNING[language]
        context = self.turning | MARKERS
        self.index = PhraseIndex(phrases, language, codebook.lemma_exceptions, context)
        self._token_patterns = TokenPatterns(
            {number: (pattern, of) for number, (pattern, of) in enumerate(phrases) if pattern.token}
        )
        # By phrase, which part of combinations it is.
        self._parts = [-1] * len(phrases)
        self._parts[self._plain : self._telling] = range(leading)
        self._parts[self._naming :] = range(leading, len(parts))
        self._has_token_patterns = bool(self._token_patterns)
        self._obstacles = codebook.list_obstacles()

    def find(self, said: Said, around: Callable[[Said], tuple[Answer, int]], asked: Container[str] = ()) -> Found:
        """What stands in one sentence. `around` gives the answer that holds it and its number there; words of answers
        count for the codes `asked` for alone."""
        hits = self._find_all(said)
        if all(number < self._alone for _, _, number in hits):
            return Found(self._drop_swallowed(hits), (), {})
        of_answers = self._of_answers
        cues = [
            hit for hit in hits if hit[2] < self._plain and (hit[2] not in of_answers or of_answers[hit[2]] in asked)
        ]
        if cues and (friends := self._list_friends(hits)):
            cues = self._drop_false_friends(cues, friends)
        combined: dict[Hit, Match] = {}
        if self._combinations.can_stand({part for _, _, number in hits if (part := self._parts[number]) >= 0}):
            for match in self._combinations.find(self._sort(hits, said), partial(around, said)):
                if match.cue not in of_answers or of_answers[match.cue] in asked:
                    combined |= {(start, end, match.cue): match for start, end in match.hits}
        actors = [(start, end) for start, end, number in hits if self._silencing <= number < self._naming]
        return Found(self._drop_swallowed([*cues, *combined]), actors, combined)

    def hear(self, said: Said) -> Heard:
        """What combinations ask of one sentence."""
        return self._sort(self._find_all(said), said)

    def _sort(self, hits: Sequence[Hit], said: Said) -> Heard:
        places: dict[int, list[Place]] = defaultdict(list)
        for start, end, number in hits:
            if (part := self._parts[number]) >= 0:
                places[part].append((start, end))
        return Heard([sign != MARK for sign in said.signs], dict(places), self._list_friends(hits))

    def _list_friends(self, hits: Sequence[Hit]) -> list[Friend]:
        return [
            (start, end, self._friends[number - self._telling].code)
            for start, end, number in hits
            if self._telling <= number < self._silencing
        ]

    def _drop_swallowed(self, hits: list[Hit]) -> list[Hit]:
        """Leave out the cues for which a longer one of the same code stands."""
        if len(hits) < 2 or all(end <= start for (_, end, _), (start, _, _) in pairwise(hits)):
            return hits
        around = _file_by_place(hits)
        return [hit for hit in hits if not any(self._swallows(other, hit) for other in around[hit[0]])]

    def choose_polarity(self, code: Code, cue: Cue, said: Said, start: int, end: int) -> Polarity:
        """The cue's polarity, turned round where it is negated at the tokens `[start, end)` of its sentence.

        A weak cue of an obstacle only names a means (`dana`, `koordinasi`): to deny the means is no denial of the
        obstacle. Words of answers mostly say what is talked of, and only a "not" right before one denies it.
        """
        if cue.weight != "strong" and code.id in self._obstacles:
            return cue.polarity
        if cue.weight == "answer" and not is_denied_outright(said.forms, start, self.language):
            return cue.polarity
        if not is_negated(said.typed, said.forms, start, end, self.language, is_obstacle=code.id in self._obstacles):
            return cue.polarity
        return "contrary" if cue.polarity == "supporting" else "supporting"

    def choose_combined_polarity(self, code: Code, cue: Cue, places: Sequence[tuple[Said, Place]]) -> Polarity:
        """The polarity of a combination, turned round where one of its phrases is negated; each is given by its
        sentence and its tokens there. If some hold a "not" themselves, that "not" belongs to the cue.

        An obstacle is often told as what is not so ("the lists do not match"); it is turned round where it is solved.
        """
        if code.id in self._obstacles:
            solved = any(is_solved(said.forms, end) for said, (_, end) in places)
            return ("contrary" if cue.polarity == "supporting" else "supporting") if solved else cue.polarity
        holding = [
            (said, (start, end)) for said, (start, end) in places if not self.negators.isdisjoint(said.forms[start:end])
        ]
        for said, place in holding or places:
            polarity = self.choose_polarity(code, cue, said, *place)
            if polarity != cue.polarity:
                return polarity
        return cue.polarity

    def _find_all(self, said: Said) -> list[Hit]:
        hits = self.index.find(said.signs)
        if hits and self.language == "id" and holds_tak(said.text):
            hits = _drop_i(hits, said)
        if not self._has_token_patterns:
            return hits
        wanted = {number for _, _, number in hits if number in self._token_patterns}
        if not wanted:
            return hits
        found = self._token_patterns.find(TOKEN.findall(said.text), wanted)
        return [hit for hit in hits if hit[2] not in wanted] + found

    def _drop_false_friends(self, hits: Sequence[Hit], friends: Sequence[Friend]) -> list[Hit]:
        around = _file_by_place(friends)
        return [
            (start, end, number)
            for start, end, number in hits
            if not any(end <= last and code in ("", self.cues[number][0].id) for _, last, code in around[start])
        ]

    def _swallows(self, longer: Hit, shorter: Hit) -> bool:
        """Whether a cue stands for a shorter one of the same code inside it.

        A contrary cue swallows a supporting one; a weak cue swallows no strong one, and words of answers swallow
        nothing but their like. A combination stands for a lesser cue on the same words too, but, as its stretch holds
        words that it does not ask for, for no strong phrase and none that says the opposite.
        """
        (start, end, number), (first, last, inner) = longer, shorter
        if not (start <= first and last <= end) or self.cues[number][0] is not self.cues[inner][0]:
            return False
        cue, other = self.cues[number][1], self.cues[inner][1]
        if cue.weight == "answer" and other.weight != "answer":
            return False
        turns = cue.polarity == "contrary" and other.polarity == "supporting"
        is_combined = number >= self._plain
        if is_combined and (other.polarity != cue.polarity or (inner < self._plain and other.weight == "strong")):
            return turns
        if (start, end) == (first, last) and not (is_combined and inner < self._plain):
            return turns
        return turns or cue.weight == "strong" or other.weight != "strong"


def _drop_i(hits: list[Hit], said: Said) -> list[Hit]:
    """Without the hits in which the Javanese `tak`, which says "I", was taken for a "not"."""
    places = [
        place
        for place, (typed, form) in enumerate(zip(said.typed, said.forms, strict=True))
        if typed == "tak" and form != "tidak"
    ]
    return [hit for hit in hits if not any(hit[0] <= place < hit[1] for place in places)] if places else hits


def _file_by_place(spans: Sequence[tuple[int, int, T]]) -> dict[int, list[tuple[int, int, T]]]:
    """Which of these spans stand over each place."""
    around: dict[int, list[tuple[int, int, T]]] = defaultdict(list)
    for span in spans:
        for place in range(span[0], span[1]):
            around[place].append(span)
    return around
