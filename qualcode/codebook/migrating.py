"""What becomes of a coding when its code is renamed, split or merged.

What can be told by rule moves along; what only a person can tell is queued, never guessed (Miles, Huberman and Saldaña
2014, ch. 4, on revising codes).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from qualcode.model import Codebook, Coding, Evidence, Span, make_coding_id


@dataclass(frozen=True, slots=True)
class Step:
    """A change of the codes: `code` is added, renamed, split or merged; `into` are the ids that it becomes."""

    kind: Literal["add", "rename", "split", "merge"]
    code: str
    into: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Queued:
    """A coding for a person to decide on: the codes it may bear, and why no rule can tell ("split": its code has
    become several; "clash": another coding of the same coder on the same words says otherwise)."""

    coding: Coding
    candidates: tuple[str, ...]
    reason: Literal["split", "clash"]


@dataclass(frozen=True, slots=True)
class Migration:
    """What a step makes of the codings of a study.

    `codings` are all of them as they now stand, those that are `queued` unchanged among them. `moved` are pairs of
    what was and what is now; `joined` of them met another coding on the same words and became one with it.
    """

    codings: tuple[Coding, ...]
    moved: tuple[tuple[Coding, Coding], ...]
    queued: tuple[Queued, ...]
    joined: int = 0


def migrate(coding: Coding, step: Step, old: Codebook, new: Codebook) -> Coding | Queued:
    """One coding after the step: as it was, moved, or queued.

    The id of a coding is made of its code among other things, so that a moved one has a new id. A rename changes no
    meaning, so that what was made by the entry as it stood counts as made by the new one; after a merge a coding
    keeps the hash of the entry that it was made by.
    """
    if step.kind == "rename":
        renamed = _move(coding, step.code, step.into[0]) if _bears(coding, step.code) else coding
        before, after = old.find(coding.code), new.find(renamed.code)
        is_current = before is not None and after is not None and coding.code_hash == before.hash
        return replace(renamed, code_hash=after.hash) if is_current and after else renamed
    if step.kind == "add" or not _bears(coding, step.code):
        return coding
    if step.kind == "merge":
        return _move(coding, step.code, step.into[0])
    return Queued(coding, tuple(each + coding.code[len(step.code) :] for each in step.into), "split")


def _bears(coding: Coding, code: str) -> bool:
    return f"{coding.code}.".startswith(f"{code}.")


def _move(coding: Coding, old: str, new: str) -> Coding:
    """The coding under the new code. Its id is made anew of what it was made of: of the code alone, whatever the
    sub-code, or of both."""
    code = new + coding.code[len(old) :]
    is_made_of_both = coding.id == _make_id(coding, coding.code)
    return replace(
        coding,
        id=_make_id(coding, code if is_made_of_both else new),
        code=code,
        evidence=tuple(sorted(_move_rule(item, old, new) for item in coding.evidence)),
    )


def _make_id(coding: Coding, code: str) -> str:
    return make_coding_id(coding.transcript, coding.span, code, coding.polarity, coding.modality, coding.coder)


def _move_rule(item: Evidence, old: str, new: str) -> Evidence:
    own = item.rule.startswith(f"{old}/")
    return replace(item, rule=new + item.rule[len(old) :]) if own else item


def migrate_all(codings: Iterable[Coding], step: Step, old: Codebook, new: Codebook) -> Migration:
    """All codings of a study after the step, sorted as before; those that meet on the same words become one."""
    moved: list[tuple[Coding, Coding]] = []
    queued: list[Queued] = []
    standing: dict[str, Coding] = {}
    joined = 0
    for coding in sorted(codings, key=lambda each: _bears(each, step.code)):  # what stays comes first
        now = migrate(coding, step, old, new)
        if isinstance(now, Queued):
            queued.append(now)
            standing[coding.id] = coding
            continue
        met = standing.get(now.id)
        if met and _clash(met, now):
            queued.append(Queued(coding, (now.code,), "clash"))
            standing[coding.id] = coding
            continue
        joined += met is not None
        standing[now.id] = replace(met, evidence=_unite(met.evidence, now.evidence)) if met else now
        if now.id != coding.id:
            moved.append((coding, now))
    return Migration(
        tuple(sorted(standing.values(), key=_place)),
        tuple((was, standing[now.id]) for was, now in sorted(moved, key=lambda pair: _place(pair[0]))),
        tuple(sorted(queued, key=lambda each: _place(each.coding))),
        joined,
    )


def _clash(one: Coding, other: Coding) -> bool:
    """Whether two codings on the same words cannot become one: they were decided otherwise, or a person gave them
    different sub-codes. Of two suggestions the one that stays tells the sub-code until the next run."""
    return one.status != other.status or (one.code != other.code and one.status != "suggested")


def _unite(some: Sequence[Evidence], others: Sequence[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted({*some, *others}))


def _place(coding: Coding) -> tuple[str, Span, str, str, str]:
    return coding.transcript, coding.span, coding.code, coding.polarity, coding.coder
