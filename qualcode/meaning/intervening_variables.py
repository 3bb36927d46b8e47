"""Finding intervening variables: what is told between two things that are told together.

Tactic 11 (Miles, Huberman and Saldana 2014, ch. 11). A code that comes up between two others, without which the two are
hardly told together, may be how the one brings about the other. A code that comes up everywhere is between everything.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from qualcode.evidence.marks import say_none
from qualcode.evidence.selection import list_ids
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import YOURS, Row, count_who, draw_table, head_yours, tell_few
from qualcode.meaning.material import Material
from qualcode.messages import mark
from qualcode.model import Cell, Coding, EntryRule, Heading

FEWEST = 2  # answers, and informants
EVERYWHERE = 0.5  # of all answers that bear a code

Place = tuple[str, int]  # transcript and turn
Triple = tuple[str, str, str]


@dataclass(slots=True)
class Between:
    """A code `middle` between `first` and `last`: the answers in which it is, with the codings of the three, and who
    states both links."""

    first: str
    middle: str
    last: str
    places: dict[Place, list[Coding]] = field(default_factory=dict)
    told_by: dict[str, list[Coding]] = field(default_factory=dict)

    def count_informants(self) -> int:
        """How many there are in whose answers it is; an answer is one informant's."""
        return len({codings[0].case for codings in self.places.values()})


@dataclass(frozen=True, slots=True)
class _Answers:
    """The answers that bear a code: their codings in the order of the text, and in which of them each code is."""

    codings: dict[Place, list[Coding]]
    places: dict[str, set[Place]]


def lay_out(material: Material) -> LaidOut:
    """A row a code between two others: those of which somebody states both links first, then those without which the
    two never meet."""
    t = material.t
    answers = _sort_answers(material)
    found = find_between(material)
    without = {id(each): _find_without(each, answers) for each in found}
    found.sort(key=lambda each: (-len(each.told_by), len(without[id(each)]), -each.count_informants()))
    shown = material.cut(found)
    codings = [coding for each in found for own in each.places.values() for coding in own]
    notes = [*tell_few(material), t("Candidates shown: {n} of {all}.").format(n=len(shown), all=len(found))]
    if not found:
        notes.append(t("No code comes between two others in {n} answers and with {n} informants.").format(n=FEWEST))
    table = draw_table(
        material,
        "intervening-variables",
        t("Codes between two others"),
        (
            Heading("told", t("Both links stated by")),
            Heading("with", t("Answers with it"), t("it stands between the two, or on the same unit")),
            Heading("without", t("Answers without it"), t("the two alone")),
            Heading("everywhere", t("Elsewhere"), t("answers that bear it, out of all that bear a code")),
            head_yours("yours", t("Is it how one leads to the other?"), t),
        ),
        [_draw_row(each, without[id(each)], answers, material) for each in shown],
        (
            EntryRule(
                t("Rows"),
                t(
                    "three codes of which the second stands between the first and the last in at least {n} answers and "
                    "with at least {n} informants, or of which one informant states both links"
                ).format(n=FEWEST),
            ),
            EntryRule(
                t("What it says"),
                t("where words stand, and what speakers state; a code that is everywhere stands between everything"),
            ),
        ),
        notes,
    )
    brief = Cell((t("codes between two others: {n}").format(n=len(found)),), list_ids(codings))
    return LaidOut(brief, (table,))


def find_between(material: Material) -> list[Between]:
    """Every code between two others that fulfils the entry rule, in the order of the codebook."""
    found = _find_told(material)
    order = {code: place for place, code in enumerate(material.by_code)}
    for place, own in _sort_answers(material).codings.items():
        by_code: dict[str, list[Coding]] = defaultdict(list)
        for coding in own:
            by_code[material.find_code(coding)].append(coding)
        for one, other in combinations(sorted(by_code, key=order.__getitem__), 2):
            for middle, inside in _find_inside(one, other, by_code):
                turned = (other, middle, one) in found and (one, middle, other) not in found
                first, last = (other, one) if turned else (one, other)
                triple = found.setdefault((first, middle, last), Between(first, middle, last))
                triple.places[place] = [*by_code[one], *inside, *by_code[other]]
    return [
        each
        for each in found.values()
        if each.told_by or (len(each.places) >= FEWEST and each.count_informants() >= FEWEST)
    ]


def _find_told(material: Material) -> dict[Triple, Between]:
    """Codes of which one informant states that they come of a first and lead to a last."""
    found: dict[Triple, Between] = {}
    links: dict[tuple[str, str, str], list[Coding]] = defaultdict(list)
    for link in material.list_links():
        if link.kind == "stated":
            pair = material.find_code(link.first), material.find_code(link.second)
            links[link.first.case, *pair] += (link.first, link.second)
    for (case, first, middle), codings in links.items():
        for (other, again, last), onward in links.items():
            if case == other and middle == again and last != first:
                triple = found.setdefault((first, middle, last), Between(first, middle, last))
                triple.told_by[case] = [*codings, *onward]
    return found


def _find_inside(one: str, other: str, by_code: Mapping[str, Sequence[Coding]]) -> Iterator[tuple[str, list[Coding]]]:
    """The codes of an answer that stand between two others, from the beginning of the first to that of the last."""
    starts = [coding.span.start for code in (one, other) for coding in by_code[code]]
    first, last = min(starts), max(starts)
    for middle, codings in by_code.items():
        if middle not in (one, other) and (inside := [c for c in codings if first <= c.span.start <= last]):
            yield middle, inside


def _sort_answers(material: Material) -> _Answers:
    codings: dict[Place, list[Coding]] = defaultdict(list)
    places: dict[str, set[Place]] = defaultdict(set)
    for coding in material.counted:
        place = coding.transcript, coding.turn
        codings[place].append(coding)
        places[material.find_code(coding)].add(place)
    return _Answers(codings, places)


def _find_without(each: Between, answers: _Answers) -> list[Place]:
    """The answers that bear the two outer codes, and not the one between."""
    return sorted(answers.places[each.first] & answers.places[each.last] - answers.places[each.middle])


def _draw_row(each: Between, without: Sequence[Place], answers: _Answers, material: Material) -> Row:
    t = material.t
    inside = [coding for codings in each.places.values() for coding in codings]
    who = count_who(material.find_cases(inside), material)
    told = [coding for codings in each.told_by.values() for coding in codings]
    outer = (each.first, each.last)
    alone = [c for place in without for c in answers.codings[place] if material.find_code(c) in outer]
    met = answers.places[each.middle]
    everywhere = t("{n} of {total}").format(n=len(met), total=len(answers.codings))
    is_everywhere = len(met) > EVERYWHERE * len(answers.codings)
    elsewhere = (everywhere, *((t("it is nearly everywhere"),) if is_everywhere else ()))
    label = f"{each.first} – {each.middle} – {each.last}"
    return Heading(f"{each.first}/{each.middle}/{each.last}", label), (
        Cell((", ".join(each.told_by),), list_ids(told)) if told else Cell((t("nobody"),), kind="silent"),
        Cell((f"{len(each.places)}; {who}",), list_ids(inside)) if inside else say_none(t),
        Cell((str(len(without)),), list_ids(alone)) if without else say_none(t),
        Cell(elsewhere, list_ids(material.by_code[each.middle])),
        YOURS,
    )


PART = Aid(
    name="intervening-variables",
    number=11,
    purpose=mark("Find what is told between two things that are told together, and whether they meet without it."),
    questions=(
        mark("Is what lies between a mechanism, or a neighbour?"),
        mark("What else could lie between the two that nobody was asked about?"),
    ),
    lay_out=lay_out,
)
