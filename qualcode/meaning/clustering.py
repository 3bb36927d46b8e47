"""Clustering: which informants speak of the same things, step by step.

Tactic 3 (Miles, Huberman and Saldana 2014, ch. 11). Informants lie as far apart as Jaccard's distance (1901) on what
they speak of says, sub-codes and the two sides apart; what neither speaks of makes nobody alike. Average linkage (Sokal
and Michener 1958) joins the nearest. It joins everything in the end, groups or not, so the distances stand beside it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain

from qualcode.evidence.jaccard import measure_distance
from qualcode.evidence.marks import say_none
from qualcode.evidence.selection import list_ids
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import FEW, NAMED, YOURS, Row, describe_case, draw_table, fold, head_yours, tell_few
from qualcode.meaning.linkage import Join, join_by_average
from qualcode.meaning.material import Material
from qualcode.messages import Translate, mark, write_decimal
from qualcode.model import Case, Cell, Coding, EntryRule, Heading, Matrix, Polarity

FEWEST = 3  # two are one pair, whatever they say

Topic = tuple[str, Polarity]
Said = dict[str, dict[Topic, list[Coding]]]  # what each informant speaks of


def lay_out(material: Material) -> LaidOut:
    """A row a join, the nearest first; with fewer than ten informants, the distances of all pairs above it."""
    t = material.t
    said: Said = {}
    for coding in material.counted:
        said.setdefault(coding.case, {}).setdefault((coding.code, coding.polarity), []).append(coding)
    placed = [case for case in material.informants if case.id in said]
    silent = [case.id for case in material.informants if case.id not in said]
    notes = [*tell_few(material)]
    if silent:
        notes.append(
            t("Left out, because nothing that counts was found with them: {who}.").format(who=", ".join(silent))
        )
    spoken = [frozenset(said[case.id]) for case in placed]
    distances = [[_measure(one, other) for other in spoken] for one in spoken]
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
    often = Counter(chain.from_iterable(spoken))
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
        [_draw_join(place, join, placed, said, often, material) for place, join in enumerate(joins, start=1)],
        _describe(t),
        notes,
    )
    nearest = joins[0] if joins else None
    brief = t("nothing to cluster")
    if nearest:
        who = " + ".join(placed[place].id for place in nearest.members)
        brief = t("nearest: {who}, {distance}").format(who=who, distance=write_decimal(f"{nearest.distance:.2f}", t))
    shown = (_draw_distances(placed, distances, said, material),) if 1 < len(placed) < FEW else ()
    return LaidOut(Cell((brief,)), (*shown, table))


def _measure(one: frozenset[Topic], other: frozenset[Topic]) -> float:
    distance = measure_distance(one, other)
    return 1.0 if distance is None else distance


def _draw_distances(
    placed: Sequence[Case], distances: Sequence[Sequence[float]], said: Said, material: Material
) -> Matrix:
    t = material.t
    cells = []
    for r, one in enumerate(placed):
        row = []
        for c, other in enumerate(placed):
            both, either = said[one.id].keys() & said[other.id].keys(), said[one.id].keys() | said[other.id].keys()
            shared = t("{n} of {total}").format(n=len(both), total=len(either))
            ids = list_ids(_gather(both, (one.id, other.id), said))
            row.append(Cell(("–",)) if r == c else Cell((write_decimal(f"{distances[r][c]:.2f}", t), shared), ids))
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


def _draw_join(
    place: int, join: Join, placed: Sequence[Case], said: Said, often: Mapping[Topic, int], material: Material
) -> Row:
    """A join; `often` says how many informants speak of each topic."""
    t = material.t
    inside = [placed[member].id for member in join.members]
    share = frozenset.intersection(*(frozenset(said[case]) for case in inside))
    is_all = len(inside) == len(placed)
    own = frozenset(topic for topic in share if often[topic] == len(inside))
    sides = [_name_members([placed[member].id for member in side], t) for side in (join.first, join.second)]
    tied = (t("tied"),) if join.is_tied else ()
    return Heading(_make_key(inside), str(place)), (
        Cell((" | ".join(sides),)),
        Cell((write_decimal(f"{join.distance:.2f}", t), *tied)),
        _draw_topics(share, inside, said, t),
        Cell(("–",)) if is_all else _draw_topics(own, inside, said, t),
        YOURS,
    )


def _name_members(cases: Sequence[str], t: Translate) -> str:
    more = [t("and {n} more").format(n=len(cases) - NAMED)] if len(cases) > NAMED else []
    return " + ".join((*cases[:NAMED], *more))


def _make_key(cases: Sequence[str]) -> str:
    """A group by its members, so that its name stays with them: `INF-02+INF-04`; of a large one by a hash of them."""
    if len(cases) <= NAMED:
        return "+".join(cases)
    return f"{cases[0]}+{len(cases) - 1}-{sha256('+'.join(cases).encode()).hexdigest()[:6]}"


def _gather(topics: Iterable[Topic], cases: Iterable[str], said: Said) -> Iterator[Coding]:
    """The codings of some informants on some topics."""
    ordered = sorted(topics)
    return (coding for case in cases for topic in ordered for coding in said[case].get(topic, ()))


def _draw_topics(topics: frozenset[Topic], cases: Sequence[str], said: Said, t: Translate) -> Cell:
    codings = list(_gather(topics, cases, said))
    names = [
        t("{code} contrary").format(code=code) if polarity == "contrary" else code for code, polarity in sorted(topics)
    ]
    return Cell(fold(names), list_ids(codings)) if codings else say_none(t)


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
