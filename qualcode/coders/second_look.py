"""A second look at what the rules found in an answer, by the weights of its words.

What is likely is suggested where no cue stands. What weaker cues found, and what the question alone gave a sentence, is
left out where next to nothing in the words speaks for it. Where the words tell for or against plainly, that is the
polarity. A strong cue is a person's word: it stands, and says what it says.
"""

from collections.abc import Callable, Sequence

from qualcode.coders.findings import Finding
from qualcode.coders.weighing import RULE, Weighed, Weigher
from qualcode.language.spelling import list_forms
from qualcode.language.stance import find_stance
from qualcode.language.units import Bounds
from qualcode.model import Code, Cue, Polarity, Span

SayWithoutCue = Callable[[str, Sequence[str]], Polarity]
"""What a sentence of these forms says of a code without a cue of it."""


class SecondLook:
    """Looks at the answer to one question, `text[question]`, turn by turn."""

    def __init__(self, weigher: Weigher, text: str, question: Span | None, obstacles: frozenset[str]) -> None:
        self._weigher = weigher
        self._text = text
        self._question = question
        self._obstacles = obstacles
        self._asked = weigher.weigh_question(question.of(text)) if question else 0
        self._weighed: dict[int, Weighed] = {}  # by the start of the sentence

    def weigh(self, bounds: Sequence[Bounds]) -> None:
        """Weigh the sentences of the next turn."""
        weighed = self._weigher.weigh(self._text, bounds, self._asked)
        self._weighed = {start: each for (start, _), each in zip(bounds, weighed, strict=True)}

    def judge(self, unit: Span, fired: list[Finding], say: SayWithoutCue) -> list[Finding]:
        """The findings that stay of those in a sentence, and those that its words add."""
        weighed = self._weighed[unit.start]
        strong = {one.code.id for one in fired if one.cue.weight == "strong" and one.evidence.span.overlaps(unit)}
        kept = [
            one if one.code.id in strong else self._turn(one, weighed)
            for one in fired
            if one.code.id in strong or not self._weigher.is_unlikely(weighed, one.code.id)
        ]
        have = {one.code.id for one in kept}
        for code in self._weigher.find_likely(weighed):
            if code.id not in have:
                kept += self._suggest(code, unit, weighed, say)
        return kept

    def _turn(self, finding: Finding, weighed: Weighed) -> Finding:
        told = self._weigher.tell_polarity(weighed, is_obstacle=finding.code.id in self._obstacles)
        return finding._replace(polarity=told) if told else finding

    def _suggest(self, code: Code, unit: Span, weighed: Weighed, say: SayWithoutCue) -> list[Finding]:
        forms = list_forms(unit.of(self._text), self._weigher.language)
        told = self._weigher.tell_polarity(weighed, is_obstacle=code.id in self._obstacles)
        cue = Cue(f"{code.id}/{RULE}", "", self._weigher.language, "weak", "supporting", 0)
        return [
            Finding(code, cue, told or say(code.id, forms), *find_stance(forms, 0, 0), evidence)
            for evidence in self._weigher.explain(code.id, self._text, unit, self._question)
        ]
