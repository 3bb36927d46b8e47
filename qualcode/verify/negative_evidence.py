"""Looking for negative evidence: what speaks for a claim and what speaks against it, side by side.

Tactic 8 for testing or confirming findings (Miles, Huberman and Saldana 2014, ch. 11): disconfirmation is sought as
actively as support, and that it was sought in vain is recorded too.
"""

from qualcode.evidence.selection import list_ids
from qualcode.messages import mark
from qualcode.model import Cell, CellKind, Coding, EntryRule, Heading, Verdict
from qualcode.verify.answering import Computed, answer
from qualcode.verify.contract import Tactic
from qualcode.verify.drawing import count_passages, describe_search, draw_count, draw_passages
from qualcode.verify.material import Material
from qualcode.verify.to_decide import list_decisions
from qualcode.verify.uncoded import choose_contrary, draw_uncoded


def set_side_by_side(material: Material) -> Verdict:
    """Rows for and against, of equal right, then obstacles told in the same turns as what speaks for the claim."""
    t = material.t
    obstacles = find_obstacles(material)
    rows: tuple[tuple[str, str, tuple[Coding, ...], CellKind], ...] = (
        ("for", t("For the claim"), material.supporting, "evidence"),
        ("against", t("Against the claim"), material.contrary, "contrary"),
        ("obstacles", t("Obstacles told beside it"), obstacles, "contrary"),
        ("set-aside", t("Wishes and hypotheticals"), material.set_aside, "value"),
    )
    drawn: list[tuple[Heading, tuple[Cell, ...]]] = [
        (Heading(key, label), (draw_count(codings, material), draw_passages(codings, kind, material)))
        for key, label, codings, kind in rows
    ]
    unread = choose_contrary(material.uncoded or (), material)
    if material.uncoded is not None:
        drawn.append((Heading("uncoded", t("Uncoded, with cues against it")), draw_uncoded(unread, material)))
    computed = Computed(
        title=t("what speaks for it and against it"),
        columns=(Heading("passages", t("Passages")), Heading("quotes", t("First passage of each informant"))),
        rows=tuple(drawn),
        rules=(
            EntryRule(t("Search"), describe_search(material)),
            EntryRule(
                t("Obstacles told beside it"),
                t(
                    "codings that an obstacle is there, in the same turn as something good that speaks for the claim; "
                    "what they are about is seen by reading"
                ),
            ),
            EntryRule(t("Uncoded, with cues against it"), _describe_uncoded(material)),
        ),
        codings=(*material.bearing, *obstacles),
    )
    against = count_passages(material.contrary)
    brief = Cell(
        (t("{n} against").format(n=against) if against else t("none found"),),
        list_ids((*material.contrary, *obstacles)),
        "contrary" if against else "value",
    )
    more = t("Sentences without a coding that hold cues against it: {n}. Read them.").format(n=len(unread))
    to_decide = (
        *list_decisions(material),
        *([more] if unread else []),
        t("Let a colleague who may read everything try to break the claim."),
    )
    return answer(PART.name, material, brief, computed, to_decide)


def _describe_uncoded(material: Material) -> str:
    if material.uncoded is None:
        return material.t("not read again here; qualcode verify FOLDER CLAIM --tactic negative-evidence reads them")
    return material.t(
        "units on which no coding lies, with a cue of the claim's codes that speaks against it; too weak a sign to be "
        "suggested, and no evidence before somebody has read and coded it"
    )


def find_obstacles(material: Material) -> tuple[Coding, ...]:
    """Codings that an obstacle is there, in the same turn of the same transcript as a supporting coding of a code that
    is no obstacle and speaks for the claim; codings that bear on the claim themselves are not among them."""
    codebook = material.study.codebook
    codes = codebook.list_obstacles()

    def is_obstacle(coding: Coding) -> bool:
        code = codebook.find(coding.code)
        return code is not None and code.id in codes

    good = {
        (coding.transcript, coding.turn)
        for coding in material.supporting
        if coding.polarity == "supporting" and not is_obstacle(coding)
    }
    bearing = {coding.id for coding in material.bearing}
    return tuple(
        coding
        for coding in material.counted.find(codes, codebook)
        if (coding.transcript, coding.turn) in good and coding.polarity == "supporting" and coding.id not in bearing
    )


PART = Tactic(
    name="negative-evidence",
    number=8,
    purpose=mark("Set what speaks against a claim beside what speaks for it, and say so where nothing was found."),
    test=set_side_by_side,
    reads_uncoded=True,
)
