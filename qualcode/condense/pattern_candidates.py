"""Candidates for pattern codes: pairs of codes that come together, one after the other, or linked in words.

Pattern coding is the second cycle of Miles, Huberman and Saldana (2014, ch. 4). The program lays pairs out; whether one
is a pattern, and of which kind, a person says in patterns.yaml.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from qualcode.condense.contract import Condensation, Material
from qualcode.condense.patterns import KINDS, name_pattern_kind
from qualcode.evidence.links import link_counted
from qualcode.evidence.marks import say_none
from qualcode.evidence.provenance import describe_all, warn
from qualcode.evidence.selection import group_by_code, select
from qualcode.evidence.together import count_together
from qualcode.evidence.wording import count_speakers, label_codes
from qualcode.messages import Translate, mark, write_decimal
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study

FEWEST_INFORMANTS = 2
FEWEST = 2  # times

Way = Literal["together", "sequence", "stated"]
_WAYS: tuple[Way, ...] = ("together", "sequence", "stated")


@dataclass(frozen=True, slots=True)
class _Company:
    """Two codes that keep company in one way, `first` before `second` where there is an order, and how often."""

    way: Way
    first: str
    second: str
    times: int
    codings: tuple[Coding, ...]
    told: str

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.first, self.second))

    @property
    def informants(self) -> frozenset[str]:
        return frozenset(coding.case for coding in self.codings)

    @property
    def comes_back(self) -> bool:
        return self.times >= FEWEST and len(self.informants) >= FEWEST_INFORMANTS


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A row a pair that comes back with two informants, those of most informants first."""
    study = material.study
    counted = select(study).counted
    companies: dict[frozenset[str], list[_Company]] = defaultdict(list)
    for company in (*_find_together(counted, study, t), *_find_linked(study)):
        companies[company.pair].append(company)
    order = [code.id for code in study.codebook.codes]
    pairs = [pair for pair, own in companies.items() if any(company.comes_back for company in own)]
    pairs.sort(key=lambda pair: (-len(_name_informants(companies[pair])), sorted(map(order.index, pair))))
    names = {pair: sorted(pair, key=order.index) for pair in pairs}
    labels = label_codes(study.codebook, material.language)
    matrix = Matrix(
        name="pattern-candidates",
        title=t("Candidates for pattern codes"),
        rows=tuple(
            Heading("+".join(names[pair]), " + ".join(names[pair]), " + ".join(labels[code] for code in names[pair]))
            for pair in pairs
        ),
        columns=(
            Heading("together", t("On the same units"), t("n12 of n1 and of n2; c")),
            Heading("sequence", t("One after the other"), t("neighbouring units of a turn, no link word")),
            Heading("stated", t("Stated link"), t("cause first")),
            Heading("informants", t("Informants")),
            Heading("taken", t("Taken up in"), t("pattern codes that people made")),
        ),
        cells=tuple(_fill(pair, companies[pair], material, t) for pair in pairs),
        entry_rules=_describe(study, counted, t),
        notes=(*warn(study, counted, t), *(() if pairs else (t("No pair of codes comes back with two informants."),))),
    )
    return (matrix,)


def _find_together(counted: Sequence[Coding], study: Study, t: Translate) -> Iterator[_Company]:
    for (first, second), found in count_together(group_by_code(counted, study.codebook)).items():
        if found.n12:
            line = t("{n12} of {n1} and of {n2}; c = {c}")
            told = line.format(n12=found.n12, n1=found.n1, n2=found.n2, c=write_decimal(f"{found.coefficient:.2f}", t))
            yield _Company("together", first, second, found.n12, found.codings, told)


def _find_linked(study: Study) -> Iterator[_Company]:
    """Neighbours without a link word, one after the other, and stated links, by their codes in order."""
    found: dict[tuple[Way, str, str], list[Coding]] = defaultdict(list)
    for link in link_counted(study):
        first, second = (study.codebook.find(coding.code) for coding in (link.first, link.second))
        apart = link.second.span.start >= link.first.span.end
        if first and second and (link.kind == "stated" or (link.kind == "nearby" and apart)):
            way: Way = "stated" if link.kind == "stated" else "sequence"
            found[way, first.id, second.id] += (link.first, link.second)
    for (way, one, other), codings in found.items():
        times = len(codings) // 2
        sign = "→" if way == "stated" else "·"
        yield _Company(way, one, other, times, tuple(codings), f"{one} {sign} {other}: {times}")


def _fill(pair: frozenset[str], own: Sequence[_Company], material: Material, t: Translate) -> tuple[Cell, ...]:
    cells = []
    for way in _WAYS:
        of_way = [company for company in own if company.way == way]
        lines = tuple(company.told for company in of_way)
        cells.append(Cell(lines, _list_ids(of_way)) if lines else say_none(t))
    codings = [coding for company in own for coding in company.codings]
    return (
        *cells,
        Cell((count_speakers(codings, material.study, t),), _list_ids(own)),
        Cell((_name_taken(pair, material) or t("not yet"),)),
    )


def _list_ids(companies: Sequence[_Company]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(coding.id for company in companies for coding in company.codings))


def _name_informants(companies: Sequence[_Company]) -> frozenset[str]:
    return frozenset(case for company in companies for case in company.informants)


def _name_taken(pair: frozenset[str], material: Material) -> str:
    """The pattern codes that have both codes, or sub-codes of theirs, among their members."""
    find = material.study.codebook.find
    names = []
    for pattern in material.patterns:
        members = {code.id for each in pattern.members if each.kind == "code" and (code := find(each.id))}
        if members >= pair:
            names.append(pattern.name)
    return ", ".join(names)


def _describe(study: Study, counted: Sequence[Coding], t: Translate) -> tuple[EntryRule, ...]:
    return (
        EntryRule(
            t("Candidates"),
            t(
                "pairs of codes that at least {times} times, with at least {who} informants, are on the same units, "
                "one after the other in one direction, or linked by a link word in one direction; nothing here is a "
                "pattern until a person says so"
            ).format(times=FEWEST, who=FEWEST_INFORMANTS),
        ),
        EntryRule(t("Kinds of pattern codes"), "; ".join(name_pattern_kind(kind, t) for kind in KINDS)),
        EntryRule(
            t("What it says"),
            t("that codes keep company, which a common question or a common place can bring about as well"),
        ),
        *describe_all(study, counted, t),
    )


PART = Condensation(
    name="pattern-candidates",
    purpose=mark("See which codes keep company, as candidates for pattern codes; none is made by the program."),
    build=build,
)
