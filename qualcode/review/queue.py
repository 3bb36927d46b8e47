"""The queue: which codings a person is shown to decide on, and in which order."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, Literal, get_args

from qualcode.errors import QualcodeError
from qualcode.evidence.case_words import fold
from qualcode.evidence.narrowing import bears, spell_code
from qualcode.messages import mark
from qualcode.model import Case, Codebook, Coding

Order = Literal["transcript", "code", "case", "weakest", "random"]
Which = Literal["open", "disputed", "all"]

_STRENGTHS = ("strong", "weak", "asked", "answer")


@dataclass(frozen=True, slots=True)
class Queue:
    """What a person chose to go through.

    `which`: suggestions that nobody has decided on, codings on which people parted, or all. `code` is a family, a code
    or a sub-code, `case` an informant, `transcript` an interview; "" takes all. `seed` shuffles a random order.
    """

    order: Order = "transcript"
    which: Which = "open"
    code: str = ""
    case: str = ""
    transcript: str = ""
    seed: int = 0


def make_queue(codebook: Codebook, cases: Iterable[Case], **chosen: Any) -> Queue:
    """A queue out of what was typed or clicked; an order, a code or an informant that there is not is refused."""
    queue = Queue(**chosen)
    for value, known, noun in (
        (queue.order, get_args(Order), mark("order")),
        (queue.which, get_args(Which), mark("queue")),
    ):
        if value not in known:
            raise QualcodeError(
                mark("There is no {noun} `{value}`", noun=noun, value=value),
                mark("Use one of: {known}", known=", ".join(known)),
            )
    if queue.code:
        queue = replace(queue, code=spell_code(codebook, queue.code))
    ids = [case.id for case in cases]
    if queue.case and queue.case not in ids:
        alike = [id_ for id_ in ids if fold(id_) == fold(queue.case)]
        if len(alike) != 1:
            raise QualcodeError(
                mark("There is no informant {case}", case=queue.case), mark("There is: {ids}", ids=", ".join(ids))
            )
        queue = replace(queue, case=alike[0])
    return queue


def line_up(codings: Iterable[Coding], queue: Queue, codebook: Codebook, cases: Iterable[Case]) -> tuple[Coding, ...]:
    """The codings of the queue that have its code, case and transcript, decided or not, in its order.

    Weakest first: a low score, else cues that suggest nothing alone, else few cues. A random order hangs on the seed
    and each coding's id alone, so that it stays the same when others are decided, and on every machine.
    """
    chosen = [coding for coding in codings if _belongs(coding, queue, codebook)]
    return tuple(sorted(chosen, key=_find_order(queue, codebook, tuple(cases))))


def shuffle_key(seed: int, key: str) -> bytes:
    """What a thing with this key is sorted by in a random order."""
    return blake2b(f"{seed}\x1f{key}".encode(), digest_size=8).digest()


def _belongs(coding: Coding, queue: Queue, codebook: Codebook) -> bool:
    if queue.code and not bears(codebook, coding, queue.code):
        return False
    wanted = ((queue.case, coding.case), (queue.transcript, coding.transcript))
    return all(not value or value == own for value, own in wanted)


def _find_order(queue: Queue, codebook: Codebook, cases: tuple[Case, ...]) -> Callable[[Coding], Any]:
    def place(coding: Coding) -> tuple[object, ...]:
        return (coding.transcript, coding.span, coding.code, coding.coder, coding.id)

    if queue.order == "random":
        return lambda coding: (shuffle_key(queue.seed, coding.id), coding.id)
    if queue.order == "code":
        codes = {code.id: number for number, code in enumerate(codebook.codes)}

        def by_code(coding: Coding) -> tuple[object, ...]:
            code = codebook.find(coding.code)
            return (codes[code.id] if code else len(codes), coding.code, *place(coding))

        return by_code
    if queue.order == "case":
        numbers = {case.id: number for number, case in enumerate(cases)}
        return lambda coding: (numbers.get(coding.case, len(numbers)), coding.case, *place(coding))
    if queue.order == "weakest":
        weights = {cue.rule: _STRENGTHS.index(cue.weight) for code in codebook.codes for cue in code.cues}
        return lambda coding: (*_rank_strength(coding, weights), *place(coding))
    return place


def _rank_strength(coding: Coding, weights: dict[str, int]) -> tuple[float, int, int]:
    if coding.score is not None:
        return (coding.score, 0, 0)
    best = min((weights.get(reason.rule, len(_STRENGTHS)) for reason in coding.evidence), default=len(_STRENGTHS))
    return (0.0, -best, len({reason.rule for reason in coding.evidence}))
