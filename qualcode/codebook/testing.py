"""Does a codebook do what it says: are its exemplars coded, and its near misses not?

A definition that its own examples do not bear out is not yet operational (MacQueen and others 1998; Boyatzis 1998).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from qualcode.codebook.probing import expose_false_friends, loosen
from qualcode.messages import Translate
from qualcode.model import Code, Codebook, Coding, Evidence, Exemplar, NearMiss, Span

CodePassage = Callable[[str, str], tuple[Coding, ...]]
"""A passage and its language in; what is coded in it, read as one respondent's answer, out."""

PrepareCoder = Callable[[Codebook], CodePassage]


@dataclass(frozen=True, slots=True)
class Trial:
    """One passage of a codebook and what came of it.

    An exemplar passes when its code is suggested in it, with whatever polarity; a near miss when its code is not.
    `reason` says what fired, what silenced it, or that nothing fired. `note` is no failure: the right code of a near
    miss is not found either.
    """

    code: str
    kind: Literal["exemplar", "near miss"]
    language: str
    text: str
    passed: bool
    reason: str
    note: str = ""


def try_passages(codebook: Codebook, prepare: PrepareCoder, t: Translate) -> tuple[Trial, ...]:
    """Code every exemplar and near miss of `codebook` by the coder that `prepare` makes, in the codebook's order."""
    bench = _Bench(codebook, prepare, t)
    return tuple(
        trial
        for code in codebook.codes
        for trial in (
            *(bench.try_exemplar(code, exemplar) for exemplar in code.exemplars),
            *(bench.try_near_miss(code, miss) for miss in code.near_misses),
        )
    )


class _Bench:
    """The coder of a codebook, and those that are asked only when an exemplar fails."""

    def __init__(self, codebook: Codebook, prepare: PrepareCoder, t: Translate) -> None:
        self._codebook = codebook
        self._prepare = prepare
        self._code = prepare(codebook)
        self.t = t
        self._cues = {cue.rule: cue for code in codebook.codes for cue in code.cues}

    @cached_property
    def _code_loosely(self) -> CodePassage:
        return self._prepare(loosen(self._codebook))

    @cached_property
    def _find_friends(self) -> CodePassage:
        return self._prepare(expose_false_friends(self._codebook))

    def try_exemplar(self, code: Code, exemplar: Exemplar) -> Trial:
        codings = self._code(exemplar.text, exemplar.language)
        fired = self._find_fired(codings, code.id)
        reason = self._name(fired) if fired else self._explain_silence(code, exemplar, codings)
        return Trial(code.id, "exemplar", exemplar.language, exemplar.text, bool(fired), reason)

    def try_near_miss(self, code: Code, miss: NearMiss) -> Trial:
        codings = [coding for coding in self._code(miss.text, miss.language) if coding.modality == "actual"]
        fired = self._find_fired(codings, code.id)
        note = ""
        if miss.goes_to and not self._find_fired(codings, miss.goes_to):
            note = self.t("it should go to {code}, which is not found in it").format(code=miss.goes_to)
        return Trial(code.id, "near miss", miss.language, miss.text, not fired, self._name(fired), note)

    def _find_fired(self, codings: Iterable[Coding], code_id: str) -> list[Evidence]:
        """What fired for a code; a sub-code asked for is found where its code is."""
        code = self._codebook.find(code_id)
        return [item for coding in codings if self._codebook.find(coding.code) is code for item in coding.evidence]

    def _explain_silence(self, code: Code, exemplar: Exemplar, codings: tuple[Coding, ...]) -> str:
        standing = self._find_fired(self._code_loosely(exemplar.text, exemplar.language), code.id)
        friends = self._find_friends(exemplar.text, exemplar.language) if standing else ()
        reasons = [self._explain_cue(code, item, friends) for item in standing]
        if not reasons:
            reasons.append(self.t("no cue of {code} stands in it").format(code=code.id))
        others = dict.fromkeys(coding.code for coding in codings)
        reasons += (f"{other}: {self._name(self._find_fired(codings, other))}" for other in others)
        return "; ".join(dict.fromkeys(reasons))

    def _explain_cue(self, code: Code, item: Evidence, friends: Iterable[Coding]) -> str:
        """Why a cue of the code that stands in the exemplar did not count."""
        cue = self._cues[item.rule]
        for coding in friends:
            friend = self._codebook.false_friends[int(coding.code)]
            if friend.code in ("", code.id) and any(_lies_in(item.span, found.span) for found in coding.evidence):
                return self.t("the false friend “{friend}” silenced “{cue}”").format(
                    friend=friend.pattern, cue=cue.pattern
                )
        if cue.weight == "answer":
            return self.t("“{cue}” counts only in the answer to a question for it").format(cue=cue.pattern)
        return self.t("the weak cue “{cue}” stands alone").format(cue=cue.pattern)

    def _name(self, fired: Iterable[Evidence]) -> str:
        """The cues that fired and the words they fired on."""
        named = [
            self.t("cue “{cue}” fired on “{words}”").format(
                cue=self._cues[item.rule].pattern if item.rule in self._cues else item.rule, words=item.cue
            )
            for item in fired
        ]
        return "; ".join(dict.fromkeys(named))


def _lies_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
