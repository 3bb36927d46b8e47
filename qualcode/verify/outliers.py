"""Checking the meaning of outliers: who says what nobody else says, and what may be learned of it.

Tactic 5 (Miles, Huberman and Saldana 2014, ch. 11): the exception tests and strengthens the rule. Distance between two
informants is Jaccard's (1901) on what they speak of: 1 less the share of codes and polarities, sub-codes apart, that
both have among those that either has; 0 where they speak of the same things, 1 where they share nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from qualcode.evidence.selection import group_by_case, list_ids
from qualcode.evidence.wording import name_informant
from qualcode.messages import Translate, mark, write_decimal
from qualcode.model import Case, Cell, Coding, EntryRule, Heading, Polarity, Side, Verdict
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import draw_passages, draw_sides, head_sides
from qualcode.verify.material import Material, find_side

FEWEST = 3  # of two informants neither is the exception
Topic = tuple[str, Polarity]


def find_exceptions(material: Material) -> Verdict:
    """A row an informant in the claim's scope, the farthest from the others first; columns: what the informant leans to
    on the claim, distance from the others, what nobody else speaks of, the passages of a minority of one."""
    t = material.t
    counted, bearing = material.counted.by_case, group_by_case(material.bearing)
    by_case = {case.id: counted.get(case.id, ()) for case in material.asked}
    topics = material.counted.topics
    speakers = Counter(topic for case in material.asked for topic in topics.get(case.id, ()))
    alone = find_minority(material)
    distances = material.counted.find_distances(tuple(case.id for case in material.asked))
    rows = [
        (
            Heading(case.id, name_informant(case, t), case.role),
            (
                *draw_sides(bearing.get(case.id, ()), material),
                Cell((_write_distance(distances[case.id], t),)),
                _draw_own(by_case[case.id], speakers, material),
                _draw_minority(case, alone, material),
            ),
        )
        for case in sorted(material.asked, key=lambda case: -(distances[case.id] or 0.0))
    ]
    computed = Computed(
        title=t("who says what nobody else says"),
        columns=(
            *head_sides(t),
            Heading("distance", t("Distance from the others"), t("0: speaks of the same, 1: shares nothing")),
            Heading("own", t("What nobody else speaks of")),
            Heading("minority", t("Alone on this claim")),
        ),
        rows=tuple(rows),
        rules=(
            EntryRule(
                t("Distance"),
                t(
                    "the mean Jaccard distance to each other informant over codes and polarities of the whole "
                    "interview, sub-codes apart; long interviews touch more"
                ),
            ),
            EntryRule(
                t("Alone on this claim"),
                t("the one informant who leans otherwise while at least two others lean one way"),
            ),
        ),
        codings=material.bearing,
    )
    return answer(PART.name, material, _draw_brief(alone, material), computed, _list_questions(alone, material))


def find_minority(material: Material) -> Case | None:
    """The one informant who speaks to the claim and leans otherwise than all others who do, where those are at least
    two and lean one way; None where there is no such one."""
    bearing = group_by_case(material.bearing)
    leans: dict[Side, list[Case]] = {}
    for case in material.asked:
        if case.id in bearing:
            leans.setdefault(find_side(*material.split(bearing[case.id])), []).append(case)
    if len(leans) != 2:
        return None
    few, many = sorted(leans.values(), key=len)
    return few[0] if len(few) == 1 and len(many) >= FEWEST - 1 else None


def _write_distance(distance: float | None, t: Translate) -> str:
    return "–" if distance is None else write_decimal(f"{distance:.2f}", t)


def _draw_own(codings: Sequence[Coding], speakers: Mapping[Topic, int], material: Material) -> Cell:
    t = material.t
    own = [coding for coding in codings if speakers[coding.code, coding.polarity] == 1]
    names = [
        t("{code} contrary").format(code=coding.code) if coding.polarity == "contrary" else coding.code
        for coding in own
    ]
    return Cell((", ".join(sorted(set(names))) or t("none"),), list_ids(own))


def _draw_minority(case: Case, alone: Case | None, material: Material) -> Cell:
    if alone is None or alone.id != case.id:
        return Cell((material.t("no"),))
    return draw_passages([coding for coding in material.bearing if coding.case == case.id], "mixed", material)


def _draw_brief(alone: Case | None, material: Material) -> Cell:
    t = material.t
    if len(material.asked) < FEWEST:
        return Cell((t("too few informants"),), kind="missing")
    if alone is None:
        return Cell((t("nobody alone"),))
    return Cell((alone.id,), list_ids(coding for coding in material.bearing if coding.case == alone.id))


def _list_questions(alone: Case | None, material: Material) -> tuple[str, ...]:
    t = material.t
    lines = []
    if len(material.asked) < FEWEST:
        lines.append(t("Of fewer than three informants none can be called the exception."))
    if alone:
        lines.append(
            t(
                "{informant} alone leans otherwise: is it the person, the place, or something the others leave out?"
            ).format(informant=name_informant(alone, t))
        )
    lines.append(t("What does the exception show about the rule? Who else might be like that, and was not asked?"))
    return tuple(lines)


PART = Tactic(
    name="outliers",
    number=5,
    purpose=mark("Find who leans otherwise than all others, and who speaks of what nobody else does."),
    test=find_exceptions,
)
