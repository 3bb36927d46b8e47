"""Which findings count in an answer, given what was asked.

A strong cue counts alone. A weak one counts beside another cue of its code in the unit, where the unit names one of the
parties (`actors`), where the question asked for its code, or where a strong cue of it came just before; words of
answers count only where the question asked for their code. In an answer that keeps to its question another code needs
two places. A unit without a cue that says something is taken to answer a question that asked for one code, until the
talk has turned elsewhere; in free talk only where the answer takes the question up.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from qualcode.codebook.combinations import is_combination
from qualcode.coders.findings import Finding, Sentence
from qualcode.coders.questions import Question, Reach
from qualcode.coders.second_look import SecondLook
from qualcode.language.evasion import is_bare_assent, is_denial, is_evasive
from qualcode.language.negation import denies_trouble, holds_negation
from qualcode.language.spelling import list_forms
from qualcode.language.stance import find_stance, opens_with_contrast
from qualcode.language.tokens import is_word
from qualcode.language.units import Bounds
from qualcode.model import Evidence, Polarity, Span

JUST_BEFORE = 3  # units
ASSENT = "assent"  # the name of the rule by which a bare yes agrees with a leading question


class AnswerReader:
    """Follows one answer unit by unit. `obstacles` are the codes of obstacles, which plain complaint does not deny.
    `look` is what the words of a sentence say together, where the codebook has weights for them."""

    def __init__(
        self,
        text: str,
        question: Question,
        reach: Reach,
        obstacles: frozenset[str],
        language: str,
        look: SecondLook | None = None,
    ) -> None:
        self._text = text
        self._look = look
        self._question = question
        self._asks_one = question.is_one
        self._is_sure = reach.is_guided or question.is_sure
        self._deniable = question.asked.keys() - obstacles  # one obstacle that is solved solves no other
        self._reach = reach
        self._language = language
        self._topic = ""  # the code that the answer was about last, by a strong cue
        self._topic_since = 0  # units since that cue
        self._since = 0  # units since the last cue of what was asked
        self._has_turned = False
        self._has_begun = False
        self._own: set[str] = set()  # the rules of what was asked that stand in the answer
        self._polarity: dict[str, Polarity] = {}

    def read(self, bounds: Sequence[Bounds], held: Sequence[Sentence]) -> Iterator[tuple[Span, list[Finding]]]:
        """The units of a turn in which findings count, each with these: `bounds` are those of all units, `held` is what
        stands in each. Another turn goes on where the one before ended."""
        if bounds and not self._has_begun:
            self._hear_denial(*bounds[0])
        asides = self._look_ahead(held) if self._question.asked else frozenset()
        if self._look:
            self._look.weigh(bounds)
        for (start, end), found in zip(bounds, held, strict=True):
            fired = self._choose(found, asides) if found.findings else []
            self._since += 1
            self._topic_since += 1
            if fired:
                self._follow(fired)
            if self._asks_one and not self._has_turned and self._since <= self._reach.farthest:
                fired += self._answer(Span(start, end), fired, len(bounds))
            self._has_begun = True
            if self._look:
                fired = self._look.judge(Span(start, end), fired, self._say_without_cue)
            if fired:
                yield Span(start, end), fired

    def _hear_denial(self, start: int, end: int) -> None:
        """Who begins by saying no goes on about what is not so."""
        if self._deniable and is_denial(list_forms(self._text[start:end], self._language)):
            self._polarity |= dict.fromkeys(self._deniable, "contrary")

    def _look_ahead(self, held: Sequence[Sentence]) -> frozenset[str]:
        """Take from a turn what it says of the codes asked for, until a cue says so: the same as the first cue to come.
        Gives the codes on which it only touches: cues of what was asked stand in it, and of another code one place
        alone. In free talk a strong phrase is more than that."""
        others: dict[str, list[Finding]] = defaultdict(list)
        own = set()
        for finding in (finding for found in held for finding in found.findings):
            code = finding.code.id
            if code not in self._question.asked:
                others[code].append(finding)
                continue
            own.add(finding.cue.rule)
            if code in self._deniable:
                self._polarity.setdefault(code, finding.polarity)
        self._own |= own
        if not own or self._question.is_faint:
            return frozenset()
        takes_phrases = not self._reach.is_guided
        return frozenset(
            code
            for code, found in others.items()
            if _is_one_place(found) and not (takes_phrases and any(map(_is_phrase, found)))
        )

    def _is_taken_up(self) -> bool:
        """Whether the answer is sure to be one. In free talk a question that a single cue names may only touch on it,
        so a cue of what was asked must stand in the answer."""
        return self._is_sure or (bool(self._own) and not self._question.is_slight)

    def _takes_answers(self) -> bool:
        """Whether words of answers count. In free talk one alone says little after a question that barely asks."""
        if self._reach.is_guided or self._question.is_faint:
            return self._reach.is_guided
        return self._is_sure or not self._question.is_slight or len(self._own) > 1

    def _choose(self, found: Sentence, asides: Container[str]) -> list[Finding]:
        """The findings that something speaks for, one polarity a code where only words of answers differ."""
        findings = [one for one in found.findings if one.code.id not in asides] if asides else found.findings
        if all(finding.cue.weight == "strong" for finding in findings):
            return list(findings)
        asked = self._question.asked
        takes_answers = self._takes_answers()
        bounds = _find_outermost(finding for finding in findings if finding.cue.weight != "answer")
        chosen = [
            finding
            for finding in findings
            if finding.cue.weight == "strong"
            or (finding.code.id in asked and (takes_answers or finding.cue.weight != "answer"))
            or (finding.code.id == self._topic and self._topic_since < JUST_BEFORE)
            or any(not actor.overlaps(finding.evidence.span) for actor in found.actors)
            or any(
                rule != finding.cue.rule and not all(span.overlaps(finding.evidence.span) for span in spans)
                for rule, spans in bounds[finding.code.id].items()
            )
        ]
        return _agree_on_polarity(chosen)

    def _follow(self, fired: Sequence[Finding]) -> None:
        """Take note of where the talk is."""
        strong = [(finding.evidence.span, finding.code.id) for finding in fired if finding.cue.weight == "strong"]
        if strong:
            self._topic = max(strong)[1]
            self._topic_since = 0
        asked = [finding for finding in fired if finding.code.id in self._question.asked]
        if asked:
            self._since = 0
            self._has_turned = False
        elif strong:
            self._has_turned = True
        for finding in sorted(asked, key=lambda finding: (finding.evidence.span, finding.polarity)):
            if finding.code.id in self._deniable:
                self._polarity[finding.code.id] = finding.polarity

    def _answer(self, unit: Span, fired: Sequence[Finding], of: int) -> list[Finding]:
        """The findings that the question gives a unit which has no cue of what was asked."""
        if any(finding.code.id not in self._question.asked for finding in fired):
            return []
        said = self._text[unit.start : unit.end]
        forms = list_forms(said, self._language)
        if not fired and is_evasive(forms):
            self._has_turned = True
            return []
        if not fired and of == 1 and not self._has_begun and is_bare_assent(forms):
            return self._assent(unit, said)
        if not self._is_taken_up():
            return []
        count = sum(map(is_word, forms))
        if count < self._reach.fewest_words or forms[-1] == "?":
            return []
        have = {finding.code.id for finding in fired}
        modality, directness = find_stance(forms, 0, 0)
        found = []
        for code, findings in self._question.asked.items():
            if code in have:
                continue
            polarity = self._say_without_cue(code, forms)
            found += [
                finding._replace(polarity=polarity, modality=modality, directness=directness) for finding in findings
            ]
        return found

    def _say_without_cue(self, code: str, forms: Sequence[str]) -> Polarity:
        """What a sentence without a cue says of a code: the same as what was said before or, where it begins with a
        "but", the opposite."""
        if code not in self._deniable and denies_trouble(forms, self._language):
            return "contrary"
        said = self._polarity.get(code, "supporting")
        if code not in self._deniable or opens_with_contrast(forms) == holds_negation(forms, self._language):
            return said
        return "contrary" if said == "supporting" else "supporting"

    def _assent(self, unit: Span, said: str) -> list[Finding]:
        """A yes and no more agrees with what a leading question said; the reasons say that there is nothing else."""
        leading = [
            finding
            for findings in self._question.asked.values()
            for finding in findings
            if finding.cue.weight == "strong"
        ]
        return leading + [
            finding._replace(evidence=Evidence(f"{finding.code.id}/{ASSENT}", said, unit)) for finding in leading
        ]


def _is_phrase(finding: Finding) -> bool:
    return finding.cue.weight == "strong" and not is_combination(finding.cue.pattern)


def _is_one_place(findings: Sequence[Finding]) -> bool:
    spans = [finding.evidence.span for finding in findings]
    return max(spans).start < min(span.end for span in spans)


def _agree_on_polarity(findings: Sequence[Finding]) -> list[Finding]:
    """Words of answers say of a code what the better cues beside them say, else the contrary where any of them does."""
    said: dict[str, Polarity] = {}
    for finding in sorted(findings, key=lambda finding: (finding.cue.weight != "answer", finding.polarity)):
        if finding.cue.weight != "answer" or finding.code.id not in said:
            said[finding.code.id] = finding.polarity
    return [
        finding._replace(polarity=said[finding.code.id]) if finding.cue.weight == "answer" else finding
        for finding in findings
    ]


def _find_outermost(findings: Iterable[Finding]) -> dict[str, dict[str, tuple[Span, Span]]]:
    """By code and rule, where the rule fired first and last: if both overlap a span, so do all between."""
    bounds: dict[str, dict[str, tuple[Span, Span]]] = defaultdict(dict)
    for finding in findings:
        span = finding.evidence.span
        first, last = bounds[finding.code.id].get(finding.cue.rule, (span, span))
        bounds[finding.code.id][finding.cue.rule] = (min(first, span), max(last, span))
    return bounds
