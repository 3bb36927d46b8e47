"""Links between codings that people draw: by the beginnings of ids, listed with what stands in the way of one."""

from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.errors import QualcodeError
from qualcode.evidence.answers import find_drawn
from qualcode.evidence.drawn import Idle, find_idle, have_same_code
from qualcode.evidence.wording import shorten
from qualcode.messages import mark, translate, translator
from qualcode.model import Coding, DrawnLink, Problem, Study, Tool
from qualcode.workflow.answering import record_link
from qualcode.workflow.coding import load_study
from qualcode.workflow.commands import name_study
from qualcode.workflow.desk import clean_name
from qualcode.workflow.opening import OpenStudy

SHORTEST = 4  # of the 16 signs of an id
_IDLE: dict[Idle, str] = {
    "gone": mark("counts nowhere: the coding {id} is gone"),
    "rejected": mark("counts nowhere: the coding {id} was rejected"),
    "superseded": mark("counts nowhere: the coding {id} gave way to what a person coded there"),
    "unknown": mark("counts nowhere: the coding {id} bears a code that the codebook no longer has"),
    "same code": mark("counts nowhere: the coding {id} bears the same code as the other by now"),
}


@dataclass(frozen=True, slots=True)
class DrawnNow:
    """A link that was drawn or taken away: both codings, and remarks on odd files."""

    cause: Coding
    effect: Coding
    remarks: tuple[str, ...] = ()


def draw_link(
    opened: OpenStudy, coder: str, cause: str, effect: str, when: str, why: str = "", tool: Tool = "command"
) -> DrawnNow:
    """Record that one coding leads to another, by the beginnings of their ids; `when` is ISO 8601 in UTC.

    The two may be of one informant or of two: both tell of the same case. Refused is an end that is unknown, meant in
    two ways or rejected, a coding with itself, and two that bear the same code.
    """
    study = load_study(opened)
    named = name_study(opened)
    one, other = find_standing(study, cause, named), find_standing(study, effect, named)
    if have_same_code(study.codebook, one, other):
        raise QualcodeError(
            mark("Both ends bear {value}", value=one.code if one.code == other.code else mark("one code")),
            mark(
                "A link leads from one code to another; what you see inside one code, write on a coding or into a memo"
            ),
        )
    return DrawnNow(one, other, record_link(opened, coder, one.id, other.id, when, why, tool=tool))


def take_link_away(
    opened: OpenStudy, coder: str, cause: str, effect: str, when: str, tool: Tool = "command"
) -> tuple[str, ...]:
    """Record that a coder takes an own link away, by the beginnings of its ends' ids, also of an end that is gone.

    Gives remarks on odd files. A link that this coder did not draw is refused with who did.
    """
    drawn = find_drawn(load_study(opened))
    meant = [link for link in drawn if link.cause.startswith(cause) and link.effect.startswith(effect)]
    own = [link for link in meant if link.who == clean_name(coder)]
    if len(own) > 1:
        ends = "; ".join(f"{link.cause} {link.effect}" for link in own)
        raise QualcodeError(
            mark("{cause} {effect} may mean {count} of your links", cause=cause, effect=effect, count=len(own)),
            mark("Write more of the ids: {ends}", ends=ends),
        )
    if not own:
        who = ", ".join(sorted({link.who for link in meant}))
        how = (
            mark("It was drawn by {who}, who alone can take it away", who=who)
            if who
            else mark("See them with `qualcode link list`")
        )
        raise QualcodeError(
            mark("{coder} drew no link from {cause} to {effect}", coder=clean_name(coder), cause=cause, effect=effect),
            how,
        )
    return record_link(opened, coder, own[0].cause, own[0].effect, when, drawn=False, tool=tool)


def find_standing(study: Study, start: str, named: str) -> Coding:
    """The one coding that stands and whose id, or a former one, begins so; else refused. `named` is the study as
    commands take it."""
    start = start.strip().casefold()
    if len(start) < SHORTEST:
        raise QualcodeError(
            mark("`{start}` is too short for an id", start=start),
            mark("Write {shortest} signs of it or more", shortest=SHORTEST),
        )
    ids = {coding.id: coding for coding in study.codings}
    found = {id_ for id_ in ids if id_.startswith(start)} or {
        now for old, now in study.former_ids.items() if old.startswith(start) and now in ids
    }
    if len(found) > 1:
        some = ", ".join(sorted(found)[:5])
        raise QualcodeError(
            mark("`{start}` may be {count} codings", start=start, count=len(found)),
            mark("Write more of the id: {some}", some=some),
        )
    if not found:
        raise QualcodeError(
            mark("There is no coding {start}", start=start),
            mark("`qualcode show {study} CODE` lists the codings of a code with their ids", study=named),
        )
    coding = ids[found.pop()]
    if coding.status == "rejected":
        raise QualcodeError(mark("The coding {id} was rejected", id=coding.id), mark("Link one that stands"))
    return coding


def list_links(study: Study, language: str) -> Iterator[tuple[str, ...]]:
    """The lines of each drawn link: who and when, both ends, why, and what stands in its way."""
    t = translator(language)
    by_id = {coding.id: coding for coding in study.codings}
    idle = {(link.who, link.cause, link.effect): mark(_IDLE[why], id=id_) for link, id_, why in find_idle(study)}
    for link in find_drawn(study):
        lines = [
            f"{link.when[:10]} {link.who}",
            f"  {describe_end(by_id.get(link.cause), link.cause)}",
            f"  ⇒ {describe_end(by_id.get(link.effect), link.effect)}",
        ]
        if link.why:
            lines.append(f"  “{link.why}”")
        fault = idle.get((link.who, link.cause, link.effect))
        if fault:
            lines.append(f"  ! {translate(fault, t)}")
        yield tuple(lines)


def describe_end(coding: Coding | None, id_: str) -> str:
    """An end of a link: its id, code, informant and words."""
    if coding is None:
        return id_
    return f"{coding.id} {coding.code} {coding.case or coding.speaker}: “{shorten(coding.quote)}”"


def check_links(study: Study) -> tuple[Problem, ...]:
    """The drawn links that count in no display, each a warning."""
    return tuple(_describe_fault(link, id_, why) for link, id_, why in find_idle(study))


def _describe_fault(link: DrawnLink, id_: str, why: Idle) -> Problem:
    return Problem(
        f"link {link.cause[: SHORTEST * 2]} {link.effect[: SHORTEST * 2]}",
        mark("drawn by {who}, {why}", who=link.who, why=mark(_IDLE[why], id=id_)),
        mark("Take it away with `qualcode link remove`, or draw it anew to a coding that stands"),
        "warning",
    )
