"""Clustering: which informants speak of the same things, step by step.

Tactic 3 (Miles, Huberman and Saldana 2014, ch. 11). Informants lie as far apart as Jaccard's distance (1901) on what
they speak of says, sub-codes and the two sides apart; what neither speaks of makes nobody alike. Average linkage (Sokal
and Michener 1958) joins the nearest. It joins everything in the end, groups or not, so the distances stand beside it.
"""

from collections.abc import Sequence

from qualcode.evidence.jaccard import measure_distance
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import FEW, YOURS, Row, describe_case, draw_table, fold, head_yours, list_ids, tell_few
from qualcode.meaning.linkage import Join, join_by_average
from qualcode.meaning.material import Material, group_by_case
from qualcode.messages import Translate, mark
from qualcode.model import Case, Cell, EntryRule, Heading, Matrix, Polarity

FEWEST = 3  # two are one pair, whatever they say

Topic = tuple[str, Polarity]
Topics = dict[str, frozenset[Topic]]


def lay_out(material: Material) -> LaidOut:
    """A row a join, the nearest first; with fewer than ten informants, the distances of all pairs above it."""
    t = material.t
    by_case = group_by_case(material.counted)
    topics: Topics = {case: frozenset((c.code, c.polarity) for c in own) for case, own in by_case.items()}
    placed = [case for case in material.informants if case.id in topics]
    silent = [case.id for case in material.informants if case.id not in topics]
    notes = [*tell_few(material)]
    if silent:
        notes.append(
            t("Left out, because nothing that counts was found with them: {who}.").format(who=", ".join(silent))
        )
    distances = [[_measure(one, other, topics) for other in placed] for one in placed]
    joins = join_by_average(distances) if len(placed) >= FEWEST else ()
    if len(placed) < FEWEST:
        notes.append(t("Nothing is clustered: of fewer than three informants two are always one pair."))
    elif any(join.is_tied for join in joins):
        notes.append(
            t(
                "Some pairs were equally near, and the first in the order of cases.csv was joined: another order may "
                "give another tree."
            )
        )
    table = draw_table(
        material,
        "clustering",
        t("Joins, the nearest first"),
        (
            Heading("members", t("Joined")),
            Heading("distance", t("At distance"), t("0: speak of the same, 1: share nothing")),
            Heading("share", t("All of them speak of")),
            Heading("own", t("And nobody else")),
            head_yours("name", t("Name, or no group?"), t),
        ),
        [_draw_join(place, join, placed, topics, material) for place, join in enumerate(joins, start=1)],
        _describe(t),
        notes,
    )
    nearest = joins[0] if joins else None
    brief = t("nothing to cluster")
    if nearest:
        who = " + ".join(placed[place].id for place in nearest.members)
        brief = t("nearest: {who}, {distance:.2f}").format(who=who, distance=nearest.distance)
    shown = (_draw_distances(placed, distances, topics, material),) if 1 < len(placed) < FEW else ()
    return LaidOut(Cell((brief,)), (*shown, table))


def _measure(one: Case, other: Case, topics: Topics) -> float:
    distance = measure_distance(topics[one.id], topics[other.id])
    return 1.0 if distance is None else distance


def _draw_distances(
    placed: Sequence[Case], distances: Sequence[Sequence[float]], topics: Topics, material: Material
) -> Matrix:
    t = material.t
    by_case = group_by_case(material.counted)
    cells = []
    for r, one in enumerate(placed):
        row = []
        for c, other in enumerate(placed):
            both, either = topics[one.id] & topics[other.id], topics[one.id] | topics[other.id]
            codings = (coding for id_ in {one.id: 0, other.id: 0} for coding in by_case[id_])
            ids = list_ids(coding for coding in codings if (coding.code, coding.polarity) in both)
            shared = t("{n} of {total}").format(n=len(both), total=len(either))
            row.append(Cell(("–",)) if r == c else Cell((f"{distances[r][c]:.2f}", shared), ids))
        cells.append((Heading(one.id, one.id, describe_case(one, t)), tuple(row)))
    return draw_table(
        material,
        "clustering@distances",
        t("Distances between informants"),
        [Heading(case.id, case.id) for case in placed],
        cells,
        (
            EntryRule(t("Cells"), t("the distance, and how many of the things either speaks of both speak of")),
            *_describe(t),
        ),
        tell_few(material),
    )


def _draw_join(place: int, join: Join, placed: Sequence[Case], topics: Topics, material: Material) -> Row:
    t = material.t
    inside = [placed[member].id for member in join.members]
    share = frozenset.intersection(*(topics[case] for case in inside))
    is_all = len(inside) == len(placed)
    outside = frozenset[Topic]().union(*(own for case, own in topics.items() if case not in inside))
    sides = [" + ".join(placed[member].id for member in side) for side in (join.first, join.second)]
    tied = (t("tied"),) if join.is_tied else ()
    return Heading(str(place), str(place)), (
        Cell((" | ".join(sides),)),
        Cell((f"{join.distance:.2f}", *tied)),
        _draw_topics(share, inside, material),
        Cell(("–",)) if is_all else _draw_topics(share - outside, inside, material),
        YOURS,
    )


def _draw_topics(topics: frozenset[Topic], cases: Sequence[str], material: Material) -> Cell:
    t = material.t
    codings = [c for c in material.counted if c.case in cases and (c.code, c.polarity) in topics]
    names = [
        t("{code} contrary").format(code=code) if polarity == "contrary" else code for code, polarity in sorted(topics)
    ]
    return Cell(fold(names), list_ids(codings)) if codings else Cell((t("none"),), kind="silent")


def _describe(t: Translate) -> tuple[EntryRule, ...]:
    return (
        EntryRule(
            t("Distance"),
            t(
                "Jaccard's, on codes and polarities, sub-codes apart: 1 less the share of what both speak of among "
                "what either does; what neither speaks of makes nobody alike; long interviews touch more"
            ),
        ),
        EntryRule(
            t("Joins"),
            t(
                "average linkage (UPGMA): the two groups with the least mean distance between their members; of "
                "equally near ones the first in the order of cases.csv"
            ),
        ),
        EntryRule(
            t("What it says"),
            t("joining goes on until all are one, groups or not; a great step in distance is where to stop and look"),
        ),
    )


PART = Aid(
    name="clustering",
    number=3,
    purpose=mark("See which informants speak of the same things, with the distance between each two of them."),
    questions=(
        mark("What would you call each group, in a word that its members would know?"),
        mark("Which joins are artefacts: of the length of the talk, of who asked, of one code?"),
        mark("Who belongs to two groups, or to none?"),
    ),
    lay_out=lay_out,
)
