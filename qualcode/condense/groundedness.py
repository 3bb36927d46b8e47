"""Groundedness, breadth and density of each code.

Groundedness, how many codings a code has, and density, with how many other codes it is linked, are the terms of
ATLAS.ti's manual; breadth is how many informants speak to it. None of the three says how much a code matters.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from qualcode.condense.contract import Condensation, Material
from qualcode.evidence.drawn import link_drawn
from qualcode.evidence.links import Link, link_counted
from qualcode.evidence.marks import count_units
from qualcode.evidence.provenance import describe_all, warn
from qualcode.evidence.selection import group_by_code, list_ids, select
from qualcode.evidence.wording import count_speakers
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A row a code, in the order of the codebook; codes that nothing was coded with are silent."""
    study = material.study
    counted = select(study).counted
    by_code = group_by_code(counted, study.codebook)
    links = _join((*link_counted(study), *link_drawn(study, counted)), study)
    matrix = Matrix(
        name="groundedness",
        title=t("Groundedness, breadth and density"),
        rows=tuple(
            Heading(code.id, code.label.in_language(material.language), code.id) for code in study.codebook.codes
        ),
        columns=(
            Heading("groundedness", t("Groundedness"), t("units that bear the code")),
            Heading("codings", t("Codings")),
            Heading("breadth", t("Breadth"), t("informants who speak to it")),
            Heading("density", t("Density"), t("codes to which a stated link leads")),
            Heading("drawn", t("Drawn"), t("codes to which people drew a link")),
            Heading("nearby", t("Nearby"), t("codes that stand near it without a link")),
        ),
        cells=tuple(_fill(code.id, by_code[code.id], links[code.id], study, t) for code in study.codebook.codes),
        entry_rules=(
            EntryRule(
                t("Groundedness"),
                t(
                    "how many units bear the code, and how many codings that is (ATLAS.ti); codings of one code that "
                    "overlap are one unit; a sub-code counts as its code; wishes and hypotheticals not counted"
                ),
            ),
            EntryRule(
                t("Breadth"),
                t("informants with at least one coding that counts, of whatever polarity, out of those interviewed"),
            ),
            EntryRule(
                t("Density"),
                t(
                    "other codes with which the code is linked: by links that speakers state or deny with a link word "
                    "and, apart from them, by links that people drew, which are what ATLAS.ti counts; nearby is no "
                    "link and does not count"
                ),
            ),
            EntryRule(t("What it says"), t("how much was said and by whom, not how much the code matters")),
            *describe_all(study, counted, t),
        ),
        notes=warn(study, counted, t),
    )
    return (matrix,)


def _fill(
    code: str, codings: Sequence[Coding], links: Sequence[tuple[str, Link]], study: Study, t: Translate
) -> tuple[Cell, ...]:
    if not codings:
        return tuple(Cell((t("silent"),), kind="silent") for _ in range(6))
    ids = list_ids(codings)
    return (
        Cell((count_units(codings, t),), ids),
        Cell((str(len(codings)),), ids),
        Cell((count_speakers(codings, study, t),), ids),
        _list_linked(code, ("stated", "denied"), links, t),
        _list_linked(code, ("drawn",), links, t),
        _list_linked(code, ("nearby",), links, t),
    )


def _join(links: Iterable[Link], study: Study) -> dict[str, list[tuple[str, Link]]]:
    """By code: each of its links with the code at the other end, in the order of the links."""
    joined: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    for link in links:
        one, other = (study.codebook.name_whole(coding.code) for coding in (link.first, link.second))
        joined[one].append((other, link))
        if other != one:
            joined[other].append((one, link))
    return joined


def _list_linked(code: str, kinds: Sequence[str], links: Iterable[tuple[str, Link]], t: Translate) -> Cell:
    found = [(other, link) for other, link in links if link.kind in kinds]
    others = {other for other, _ in found} - {code}
    if not others:
        return Cell((t("none"),))
    ids = dict.fromkeys(id_ for _, link in found for id_ in link.ids)
    return Cell((f"{len(others)}: {', '.join(sorted(others))}",), tuple(ids))


PART = Condensation(
    name="groundedness",
    purpose=mark("See how many passages, informants and links each code rests on."),
    build=build,
)
