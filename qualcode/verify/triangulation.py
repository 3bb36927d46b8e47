"""Triangulating: whether sources of different kinds say the same.

Tactic 3 (Miles, Huberman and Saldana 2014, ch. 11): a finding gains where informants, roles, governments and coders of
different bias meet in it. Agreement of sources that speak from one position is one source.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from qualcode.evidence.selection import list_ids
from qualcode.evidence.wording import name_informant
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Verdict
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import draw_sides, head_sides
from qualcode.verify.kinds import group_by_value, head_group, list_kinds
from qualcode.verify.material import Material, find_side, group_by_speaker

Meeting = Literal["converge", "diverge", "one source", "silent"]
Groups = Mapping[str, Sequence[Coding]]


def compare_sources(material: Material) -> Verdict:
    """A row a value of each kind of source (informant, sector, role, jurisdiction, coder) that speaks to the claim or
    could have; columns: what it leans to, passages for and against."""
    t = material.t
    rows, meetings = [], []
    for key, label, groups in list_groups(material):
        meeting = find_meeting(groups, material)
        meetings.append(EntryRule(label, name_meeting(meeting, t)))
        for value, codings in groups.items():
            rows.append((_head(key, label, value, material), draw_sides(codings, material)))
    computed = Computed(
        title=t("whether different sources say the same"),
        columns=head_sides(t),
        rows=tuple(rows),
        rules=(
            *meetings,
            EntryRule(
                t("Converge and diverge"),
                t(
                    "sources converge where all that speak lean the same way, and diverge where one leans otherwise or "
                    "both ways; one source alone does neither, and silence is no agreement"
                ),
            ),
        ),
        codings=material.bearing,
    )
    speakers = find_meeting(group_by_speaker(material.bearing, material.study, t), material)
    brief = Cell((name_meeting(speakers, t),), list_ids(material.bearing))
    return answer(PART.name, material, brief, computed, _list_questions(speakers, t))


def _head(key: str, label: str, value: str, material: Material) -> Heading:
    if key == "informant":
        ids = {name_informant(case, material.t): case.id for case in material.asked}
        return Heading(ids.get(value, value), value)
    return head_group(key, label, value, material.t)


def find_meeting(groups: Groups, material: Material) -> Meeting:
    """Whether the groups of codings that hold any lean one way."""
    sides = [find_side(*material.split(codings)) for codings in groups.values() if codings]
    if len(sides) < 2:
        return "one source" if sides else "silent"
    return "converge" if len(set(sides)) == 1 and sides[0] != "both" else "diverge"


def name_meeting(meeting: Meeting, t: Translate) -> str:
    """The meeting of sources in the reader's words."""
    return {
        "converge": t("converge"),
        "diverge": t("diverge"),
        "one source": t("one source only"),
        "silent": t("silent"),
    }[meeting]


def list_groups(material: Material) -> tuple[tuple[str, str, Groups], ...]:
    """The codings that bear on the claim by each kind of source: its key, its name, and codings by value; interviewed
    informants without any are there too, with no codings."""
    t = material.t
    speakers: dict[str, Sequence[Coding]] = {name_informant(case, t): () for case in material.asked}
    speakers |= group_by_speaker(material.bearing, material.study, t)
    coders: dict[str, list[Coding]] = defaultdict(list)
    for coding in material.bearing:
        coders[coding.coder].append(coding)
    return (
        ("informant", t("Informant"), speakers),
        *((kind, label, _group_by_value(material, kind)) for kind, label in list_kinds(t).items()),
        ("coder", t("Coder"), coders),
    )


def _group_by_value(material: Material, kind: str) -> Groups:
    cases = {value: {case.id for case in group} for value, group in group_by_value(material.asked, kind).items()}
    return {value: [c for c in material.bearing if c.case in ids] for value, ids in cases.items()}


def _list_questions(meeting: Meeting, t: Translate) -> tuple[str, ...]:
    return (
        {
            "converge": t("They agree: are they independent, or under one head, at one meeting, of one office?"),
            "diverge": t("They differ: is it a contradiction, or do they see different sides of the matter?"),
            "one source": t("One informant alone speaks to it: who else could know?"),
            "silent": t("Silence is no denial: was it asked at all?"),
        }[meeting],
        t("Which documents, observations or figures could show the same by another way?"),
    )


PART = Tactic(
    name="triangulation",
    number=3,
    purpose=mark("Compare informants, sectors, roles, jurisdictions and coders: do they meet in the claim?"),
    test=compare_sources,
)
