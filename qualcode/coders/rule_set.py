"""The cues, false friends and actors of a codebook, ready for texts in one language."""

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Mapping, Sequence
from functools import partial
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, TypeVar

from qualcode.codebook.combinations import Combination, parse_rule
from qualcode.codebook.patterns import Pattern, parse_pattern
from qualcode.coders.combinations import Answer, Combinations, Friend, Heard, Match, Place
from qualcode.coders.phrases import ANY, Hit, PhraseIndex
from qualcode.coders.prospects import Prospects, list_numbers
from qualcode.coders.said import Said
from qualcode.coders.signs import MARK, Signer
from qualcode.coders.token_patterns import TokenPatterns
from qualcode.language.javanese import holds_tak
from qualcode.language.negation import (
    TURNING,
    denies_trouble,
    is_denied_outright,
    is_harm_denied,
    is_negated,
    is_solved,
    is_superseded,
    list_negators,
    was_once,
)
from qualcode.language.stance import MARKERS
from qualcode.language.tokens import TOKEN
from qualcode.model import Code, Codebook, Cue, FalseFriend, Polarity

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

    cues: Sequence[Hit]
    actors: Sequence[Place]
    combined: Mapping[Hit, Match]


NONE_FOUND = Found((), (), {})

EVERY_BIT = -1


class _Group(NamedTuple):
    """Phrases of one purpose, and their bit among the prospects of a sentence."""

    phrases: PhraseIndex
    bit: int


class RuleSet:
    """What a codebook looks for in texts of one language.

    An Indonesian text is read by Indonesian and English cues, because speakers mix both; an English one by English
    cues alone. Questions are read by phrases and by what stands under `asked`: words that need not stand together tell
    what was told, not what was asked. Both may share a signer, which then meets each word once; it has to be given
    before it has read anything. A pattern that cannot be read raises `PatternError`.
    """

    def __init__(
        self, codebook: Codebook, language: str, *, of_questions: bool = False, signer: Signer | None = None
    ) -> None:
        languages = ("id", "en") if language == "id" else (language,)
        self.language = language
        self.negators = list_negators(language)
        self.turning = TURNING[language]
        self._obstacles = codebook.list_obstacles()
        read = [
            (code, cue, parse_rule(cue.pattern))
            for code in codebook.codes
            for cue in code.cues
            if cue.language in languages and cue.weight in (OF_QUESTIONS if of_questions else OF_ANSWERS)
        ]
        plain = [(code, cue, rule) for code, cue, rule in read if isinstance(rule, Pattern)]
        combined = [
            (code, cue, rule)
            for code, cue, rule in read
            if isinstance(rule, Combination) and (cue.weight == "asked" or not of_questions or rule.kind == "cue")
        ]
        self.cues = [(code, cue) for code, cue, _ in (*plain, *combined)]
        self._plain = len(plain)
        self._combinations = Combinations(
            {number: (code.id, rule, cue.language) for number, (code, cue, rule) in enumerate(combined, len(plain))}
        )
        phrases = dict(enumerate((rule, cue.language) for _, cue, rule in plain))
        friends = _number_patterns(codebook.false_friends, languages, len(self.cues))
        actors = _number_patterns(codebook.actors, languages, len(self.cues) + len(codebook.false_friends))
        self._token_patterns = TokenPatterns(
            {number: phrase for number, phrase in (phrases | friends | actors).items() if phrase[0].token}
        )
        self._has_token_patterns = bool(self._token_patterns)
        self._friends = {number: codebook.false_friends[number - len(self.cues)].code for number in friends}
        # Words of answers are looked for where their code was asked for; so those of each code are by themselves.
        of_answers: dict[str, dict[int, tuple[Pattern, str]]] = defaultdict(dict)
        for number, (code, cue, _) in enumerate(plain):
            if cue.weight == "answer":
                of_answers[code.id][number] = phrases.pop(number)
        self.signer = signer or Signer(language, codebook.lemma_exceptions, self.turning | MARKERS)
        groups = (phrases, *of_answers.values(), friends, actors)
        self._plain_cues, *answers, self._false_friends, self._actors = (
            _Group(PhraseIndex(group, self.signer), 1 << number) for number, group in enumerate(groups)
        )
        self._words_of_answers = dict(zip(of_answers, answers, strict=True))
        self._parts = _Group(PhraseIndex(dict(enumerate(self._combinations.parts)), self.signer), EVERY_BIT)
        self._first_combination = len(groups)  # among the prospects
        combinations = [[[phrase] for phrase in phrases] for phrases in self._combinations.needs]
        self._prospects = Prospects([*([group.values()] for group in groups), *combinations], self.signer)

    def find(self, said: Said, around: Callable[[Said], tuple[Answer, int]], asked: Collection[str] = ()) -> Found:
        """What stands in one sentence. `around` gives the answer that holds it and its number there; words of answers
        count for the codes `asked` for alone."""
        able = self._prospects.find(said.pieces)
        cues = self._look(self._plain_cues, said, able)
        for code in asked:
            if code in self._words_of_answers:
                cues += self._look(self._words_of_answers[code], said, able)
                cues.sort(key=itemgetter(0))
        if able < self._false_friends.bit:  # nothing but cues that stand for themselves
            return Found(self._drop_swallowed(cues), (), {}) if cues else NONE_FOUND
        among = list(list_numbers(able >> self._first_combination))
        friends = self._list_friends(said, able) if cues or among else []
        if friends:
            cues = self._drop_false_friends(cues, friends)
        combined: dict[Hit, Match] = {}
        if among:
            heard = self._hear(said, friends, self._combinations.list_parts(among))
            for match in self._combinations.find(heard, partial(around, said), among):
                of, cue = self.cues[match.cue]
                if cue.weight != "answer" or of.id in asked:
                    combined |= {(start, end, match.cue): match for start, end in match.hits}
        actors = [(start, end) for start, end, _ in self._look(self._actors, said, able)]
        return Found(self._drop_swallowed([*cues, *combined]), actors, combined)

    def hear(self, said: Said) -> Heard:
        """What combinations ask of one sentence."""
        return self._hear(said, self._list_friends(said), ANY)

    def _hear(self, said: Said, friends: Sequence[Friend], parts: Container[int]) -> Heard:
        places: dict[int, list[Place]] = defaultdict(list)
        for start, end, part in self._look(self._parts, said, among=parts):
            places[part].append((start, end))
        return Heard([sign != MARK for sign in said.signs], dict(places), friends)

    def _list_friends(self, said: Said, able: int = EVERY_BIT) -> list[Friend]:
        hits = self._look(self._false_friends, said, able)
        return [(start, end, self._friends[number]) for start, end, number in hits]

    def _drop_swallowed(self, hits: list[Hit]) -> list[Hit]:
        """Leave out the cues for which a longer one of the same code stands."""
        if len(hits) < 2 or all(end <= start for (_, end, _), (start, _, _) in pairwise(hits)):
            return hits
        around = _file_by_place(hits)
        return [hit for hit in hits if not any(self._swallows(other, hit) for other in around[hit[0]])]

    def choose_polarity(self, code: Code, cue: Cue, said: Said, start: int, end: int, last: int = 0) -> Polarity:
        """The cue's polarity, turned round where it is negated at the tokens `[start, end)` of its sentence. `last` is
        where a combination ends of which this is a phrase.

        A weak cue of an obstacle only names a means (`dana`, `koordinasi`): to deny the means is no denial of the
        obstacle. Words of answers mostly say what is talked of, and only a "not" right before one denies it.
        """
        if cue.weight != "strong" and code.id in self._obstacles:
            if cue.polarity == "contrary":
                return "supporting" if is_denied_outright(said.forms, start, self.language) else cue.polarity
            return "contrary" if denies_trouble(said.forms, self.language) else cue.polarity
        if cue.weight == "answer" and not is_denied_outright(said.forms, start, self.language):
            is_past = cue.polarity == "contrary" and is_superseded(said.forms, last or end, self.language)
            return _turn(cue.polarity) if is_past or was_once(said.forms, start) else cue.polarity
        is_obstacle = code.id in self._obstacles
        negated = is_negated(said.typed, said.forms, start, end, self.language, is_obstacle=is_obstacle)
        if negated == is_superseded(said.forms, last or end, self.language):
            return cue.polarity
        return _turn(cue.polarity)

    def choose_combined_polarity(self, code: Code, cue: Cue, places: Sequence[tuple[Said, Place]]) -> Polarity:
        """The polarity of a combination, turned round where one of its phrases is negated; each is given by its
        sentence and its tokens there. If some hold a "not" themselves, that "not" belongs to the cue; and words of the
        cue by which things end ("funds, cut off") say nothing of its other words.

        An obstacle is often told as what is not so ("the lists do not match"); it is turned round where it is solved,
        and where it is the harm that is not so ("the budget was not cut").
        """
        lasts = {said.start: max(end for other, (_, end) in places if other is said) for said, _ in places}
        if code.id in self._obstacles:
            solved = any(
                is_solved(said.forms, end)
                or is_harm_denied(said.forms, start, self.language)
                or is_superseded(said.forms, end, self.language)
                for said, (start, end) in places
            )
            return _turn(cue.polarity) if solved else cue.polarity
        holding = [
            (said, (start, end)) for said, (start, end) in places if not self.negators.isdisjoint(said.forms[start:end])
        ]
        for said, place in holding or places:
            own = {token for other, span in places if other is said for token in range(*span)}
            ending = {token for token in own if said.forms[token] in self.turning - self.negators}
            alone = said.blank(ending) if ending else said
            polarity = self.choose_polarity(code, cue, alone, *place, last=lasts[said.start])
            if polarity != cue.polarity:
                return polarity
        return cue.polarity

    def _look(self, group: _Group, said: Said, able: int = EVERY_BIT, among: Container[int] = ANY) -> list[Hit]:
        """Where phrases of a group stand in a sentence that is `able` to hold these groups."""
        hits = group.phrases.find(said.signs, among) if able & group.bit else []
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


def _turn(polarity: Polarity) -> Polarity:
    return "contrary" if polarity == "supporting" else "supporting"


def _number_patterns(
    entries: Sequence[FalseFriend | Cue], languages: Container[str], first: int
) -> dict[int, tuple[Pattern, str]]:
    """The patterns of those that are meant in these languages, numbered by their places from `first` on."""
    return {
        number: (parse_pattern(entry.pattern), entry.language)
        for number, entry in enumerate(entries, first)
        if entry.language in languages
    }


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
