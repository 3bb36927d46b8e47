"""Noting relations between variables: which codes hang together, in whose words, and which merely meet.

Tactic 10 (Miles, Huberman and Saldana 2014, ch. 11). A link that a speaker states, one that a speaker denies, and mere
nearness are three things; the c-coefficient (see `evidence.together`) knows none of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from qualcode.evidence.drawn import link_drawn
from qualcode.evidence.links import Link
from qualcode.evidence.marks import SIGNS, find_kind, say_none
from qualcode.evidence.selection import list_ids
from qualcode.evidence.together import UNEVEN, Together, count_together
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import YOURS, Row, describe_counting, draw_table, head_yours, tell_few
from qualcode.meaning.material import Material
from qualcode.messages import mark, write_decimal
from qualcode.model import Cell, Coding, EntryRule, Heading


@dataclass(slots=True)
class Relation:
    """Two codes: their links by kind, and the units that bear both."""

    first: str
    second: str
    together: Together
    links: dict[str, list[Link]] = field(default_factory=lambda: defaultdict(list))

    def name_tellers(self, kind: str) -> frozenset[str]:
        """The informants with a link of a kind."""
        return frozenset(link.first.case for link in self.links.get(kind, ()))


def lay_out(material: Material) -> LaidOut:
    """A row a pair of codes that are linked or meet, those that most informants state first."""
    t = material.t
    relations = find_relations(material)
    relations.sort(key=lambda each: (-len(each.name_tellers("stated")), -len(each.name_tellers("nearby"))))
    shown = material.cut(relations)
    stated = [each for each in relations if each.links.get("stated")]
    are_drawn = any(each.links.get("drawn") for each in relations)
    notes = [*tell_few(material), t("Pairs shown: {n} of {all}.").format(n=len(shown), all=len(relations))]
    if not stated:
        notes.append(t("Nobody states a link in so many words: what is near is to be read, and no relation."))
    table = draw_table(
        material,
        "noting-relations",
        t("Pairs of codes: stated, denied, near, apart"),
        (
            Heading("stated", t("Stated by")),
            Heading("denied", t("Denied by")),
            *((Heading("drawn", t("Drawn by")),) if are_drawn else ()),
            Heading("nearby", t("Near, without a link word")),
            Heading("apart", t("Speak of both, apart")),
            Heading("together", t("On the same units")),
            head_yours("yours", t("Direction, and is it so?"), t),
        ),
        [_draw_row(each, material, are_drawn=are_drawn) for each in shown],
        (
            EntryRule(
                t("Cells"),
                t(
                    "each informant under the strongest that was found with him or her: stated, denied, near, apart; "
                    "who both states and denies it stands under both; arrows lead from cause to effect, signs say "
                    "which side of the code"
                ),
            ),
            EntryRule(
                t("On the same units"),
                t(
                    "units that bear both codes, out of those of either; c = n12 / (n1 + n2 − n12); no test of "
                    "significance"
                ),
            ),
            EntryRule(
                t("What it says"),
                t("stated is what a speaker says, not that it is so; near is no relation at all"),
            ),
            describe_counting(t),
        ),
        notes,
    )
    brief = Cell((t("pairs with a stated link: {n} of {total}").format(n=len(stated), total=len(relations)),))
    return LaidOut(brief, (table,))


def find_relations(material: Material) -> list[Relation]:
    """Every pair of whole codes that are linked or lie on one unit, in the order of the codebook."""
    links: dict[frozenset[str], list[Link]] = defaultdict(list)
    for link in (*material.list_links(), *link_drawn(material.study, material.counted)):
        links[frozenset((material.find_code(link.first), material.find_code(link.second)))].append(link)
    relations = []
    for (first, second), together in count_together(material.by_code).items():
        relation = Relation(first, second, together)
        for link in links.get(frozenset((first, second)), ()):
            relation.links[link.kind].append(link)
        if relation.links or relation.together.n12:
            relations.append(relation)
    return relations


def _draw_row(relation: Relation, material: Material, *, are_drawn: bool) -> Row:
    stated, denied, nearby = (relation.name_tellers(kind) for kind in ("stated", "denied", "nearby"))
    both = _speak_of_both(relation, material)
    apart = [case.id for case in material.informants if case.id in both - stated - denied - nearby]
    near = [link for link in relation.links.get("nearby", ()) if link.first.case not in stated | denied]
    drawn = relation.links.get("drawn", ())
    return Heading(f"{relation.first}+{relation.second}", f"{relation.first} + {relation.second}"), (
        _draw_links(relation.links.get("stated", ()), "→", material),
        _draw_links(relation.links.get("denied", ()), "↛", material),
        *((_draw_links(drawn, "⇒", material),) if are_drawn else ()),
        _draw_links(near, "·", material),
        _name_apart(apart, relation, material),
        _draw_together(relation.together, material),
        YOURS,
    )


def _speak_of_both(relation: Relation, material: Material) -> frozenset[str]:
    first, second = (
        frozenset(coding.case for coding in material.by_code[code]) for code in (relation.first, relation.second)
    )
    return first & second


def _draw_links(links: Iterable[Link], arrow: str, material: Material) -> Cell:
    """Who tells a link, one line for each direction and pair of signs: `CG.DLG + → CG.TRU +: INF-01, INF-03`."""
    told: dict[str, dict[str, None]] = defaultdict(dict)
    codings: list[Coding] = []
    for link in links:
        ends = [f"{material.find_code(c)} {SIGNS[find_kind((c,))]}" for c in (link.first, link.second)]
        if arrow == "·":
            ends.sort()  # nearness has no direction
        told[f" {arrow} ".join(ends)][link.who or link.first.case] = None
        codings += (link.first, link.second)
    if not told:
        return say_none(material.t)
    return Cell(tuple(f"{pair}: {', '.join(who)}" for pair, who in told.items()), list_ids(codings))


def _name_apart(apart: Sequence[str], relation: Relation, material: Material) -> Cell:
    if not apart:
        return say_none(material.t)
    codings = (*material.by_code[relation.first], *material.by_code[relation.second])
    return Cell((", ".join(apart),), list_ids(coding for coding in codings if coding.case in apart))


def _draw_together(found: Together, material: Material) -> Cell:
    t = material.t
    if not found.n12:
        return say_none(t)
    line = t("{n12} of {n1} and of {n2}; c = {c}")
    lines = [line.format(n12=found.n12, n1=found.n1, n2=found.n2, c=write_decimal(f"{found.coefficient:.2f}", t))]
    if found.is_uneven:
        lines.append(t("uneven: one is more than {n} times as frequent, c says little").format(n=UNEVEN))
    return Cell(tuple(lines), list_ids(found.codings))


PART = Aid(
    name="noting-relations",
    number=10,
    purpose=mark("See which codes hang together, in whose words, and which merely stand near one another."),
    questions=(
        mark("Which links hold, in which direction, and by what would you know?"),
        mark("Which codes should hang together by your account, and do not?"),
    ),
    lay_out=lay_out,
)
