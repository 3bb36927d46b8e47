"""Which question of the guide an interviewer asks, put as interviewers put it.

Nobody reads a guide aloud: words change their endings and their order, a preamble leads in, a name comes between. So a
sentence is held against each question as a bag of roots. A root weighs the more the fewer questions of the guide have
it (inverse document frequency, Spärck Jones 1972): "the parties" stands in nearly every question and tells none apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from qualcode.language.matter import Matter, list_matter
from qualcode.language.sentences import find_sentences
from qualcode.model import GUIDE_RULE, Code, Codebook, Cue, Guide, GuideQuestion, Span, Turn

CLEARLY = 0.5  # of the weight of a question: what is said of it then outweighs what is not
BARELY = 0.3  # one word of a question of three, when nothing else tells what is asked
_FINE = 1000  # weights are whole numbers, so that sums do not hang on the order of adding


class Asked(NamedTuple):
    """A question of the guide that was asked, and the stretch of the interviewer's words that asks it."""

    question: GuideQuestion
    span: Span


class GuideReader:
    """Finds the questions of a guide in texts of one language, by the wordings that the guide has in it.

    A question is asked where more than a given share of one of its wordings, by weight, is said in a sentence; how much
    else is said does not matter. With `CLEARLY`, of two words that only this question has one is too few, and of three
    two are enough. What one sentence does not say is looked for in two neighbouring ones ("And trust. How was it
    built?"). The last sentence that asks decides, because a preamble looks back; of several questions the one said most
    fully, and all of those that are said alike.
    """

    def __init__(self, guide: Guide, codebook: Codebook, language: str) -> None:
        self._language = language
        self._codebook = codebook
        self._exceptions = codebook.lemma_exceptions.get(language, {})
        self._wordings = [
            (question, frozenset(matter.lemma for matter in self._list(wording)))
            for question in guide.questions
            for wording in question.list_wordings(language)
        ]
        self._weights = _weigh(self._wordings)
        self._totals = [sum(self._weights[lemma] for lemma in lemmas) for _, lemmas in self._wordings]
        self._places: dict[str, list[int]] = defaultdict(list)  # by root, the wordings that have it
        for number, (_, lemmas) in enumerate(self._wordings):
            for lemma in lemmas:
                self._places[lemma].append(number)

    def hear(self, text: str, turn: Turn) -> list[list[Matter]]:
        """The words of the guide in a turn, by the stretches in which a question may stand, the likeliest first."""
        if not self._places:
            return []
        sentences = [
            [matter for matter in self._list(text, start, end) if matter.lemma in self._places]
            for start, end in find_sentences(text, turn.span.start, turn.span.end)
        ]
        return list(_list_stretches(sentences))

    def find(self, heard: Iterable[Sequence[Matter]], share: float) -> tuple[Asked, ...]:
        """The questions of which more than `share` is said in a turn, sorted by id."""
        for said in heard:
            if asked := self._ask(said, share):
                return asked
        return ()

    def list_cues(self, question: GuideQuestion) -> Iterator[tuple[Code, Cue]]:
        """The codes for which a question asks, each with the question as a cue of it."""
        rule, text = f"{GUIDE_RULE}{question.id}", question.text.in_language(self._language)
        for code_id in question.codes:
            if code := self._codebook.find(code_id):
                subcode = "" if code_id == code.id else code_id
                yield code, Cue(rule, text, self._language, "asked", "supporting", question.line, subcode)

    def _list(self, text: str, start: int = 0, end: int | None = None) -> list[Matter]:
        return list_matter(text, self._language, self._exceptions, start, end)

    def _ask(self, said: Sequence[Matter], share: float) -> tuple[Asked, ...]:
        """The questions that these words ask, each with the stretch from its first word to its last."""
        scores: Counter[int] = Counter()
        for lemma in {matter.lemma for matter in said}:
            for number in self._places[lemma]:
                scores[number] += self._weights[lemma]
        shares = {number: score / self._totals[number] for number, score in scores.items()}
        most = max(shares.values())
        if most <= share:
            return ()
        asked: dict[str, Asked] = {}
        for number in sorted(number for number in shares if shares[number] == most):
            question, lemmas = self._wordings[number]
            words = [matter for matter in said if matter.lemma in lemmas]
            asked.setdefault(question.id, Asked(question, Span(words[0].start, words[-1].end)))
        return tuple(asked[id_] for id_ in sorted(asked))


def _weigh(wordings: Iterable[tuple[GuideQuestion, frozenset[str]]]) -> dict[str, int]:
    """What each root of a guide weighs, by the number of questions that have it."""
    owners: dict[str, set[str]] = defaultdict(set)
    for question, lemmas in wordings:
        for lemma in lemmas:
            owners[lemma].add(question.id)
    questions = len(set().union(*owners.values()))
    return {lemma: round(_FINE * log(1 + questions / len(ids))) for lemma, ids in owners.items()}


def _list_stretches(sentences: Sequence[list[Matter]]) -> Iterator[list[Matter]]:
    """What to look at, in order: each sentence from the last one back, then each two neighbours."""
    yield from filter(None, reversed(sentences))
    for one, other in reversed(list(pairwise(sentences))):
        if one and other:
            yield [*one, *other]
