"""Making metaphors: the images that speakers use themselves, as a start for one that ties the data together.

Tactic 4 (Miles, Huberman and Saldana 2014, ch. 11). The program finds words that liken; whether there is an image, and
how far it carries, a person says.
"""

from collections.abc import Sequence

from qualcode.evidence.marks import say_none
from qualcode.evidence.selection import list_ids
from qualcode.language.figurative import Likening, find_likenings
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import YOURS, Row, draw_table, head_yours
from qualcode.meaning.material import Material, Said
from qualcode.messages import mark
from qualcode.model import Cell, Coding, EntryRule, Heading

Found = tuple[Said, tuple[Likening, ...]]


def lay_out(material: Material) -> LaidOut:
    """A row a unit that likens, coded or not, those with words that do little else first."""
    t = material.t
    found: list[Found] = []
    for said in material.handed.read_said():
        likenings = find_likenings(said.text, said.language)
        if likenings:
            found.append((said, likenings))
    found.sort(key=lambda each: not any(likening.is_plain for likening in each[1]))  # stable: keeps the text's order
    shown = material.cut(found)
    wanted = {(said.transcript, said.turn) for said, _ in shown}
    by_turn: dict[tuple[str, int], list[Coding]] = {place: [] for place in wanted}
    for coding in material.counted:
        if (coding.transcript, coding.turn) in wanted:
            by_turn[coding.transcript, coding.turn].append(coding)
    rows = [_draw_row(said, likenings, by_turn[said.transcript, said.turn], material) for said, likenings in shown]
    table = draw_table(
        material,
        "making-metaphors",
        t("Where speakers liken one thing to another"),
        (
            Heading("marker", t("Word")),
            Heading("passage", t("Passage"), t("verbatim")),
            Heading("codes", t("Codes on it")),
            head_yours("image", t("Which image?"), t),
            head_yours("carries", t("How far does it carry?"), t),
        ),
        rows,
        (
            EntryRule(
                t("Passages"),
                t(
                    "respondents' units, coded or not, that hold ibarat, bagaikan, seolah-olah, as if and the like; "
                    "after them those with seperti, kayak or like, where it neither points (kayak gitu) nor lists "
                    "(seperti A, B dan C) nor wishes (would like); a turn opens in context with `qualcode show FOLDER "
                    "TRANSCRIPT:TURN`"
                ),
            ),
            EntryRule(
                t("What it says"),
                t("that a word likens; images without such a word (“kami ini anak tiri”) are found by reading alone"),
            ),
        ),
        (t("Passages shown: {n} of {all}.").format(n=len(shown), all=len(found)),),
    )
    return LaidOut(Cell((t("passages that liken: {n}").format(n=len(found)),)), (table,))


def _draw_row(said: Said, likenings: Sequence[Likening], near: Sequence[Coding], material: Material) -> Row:
    t = material.t
    own = [c for c in near if c.span.overlaps(said.span)]
    words = dict.fromkeys(said.text[each.start : each.end].casefold() for each in likenings)
    label = t("{speaker}, turn {turn}").format(speaker=said.case or said.speaker or "?", turn=said.turn)
    codes = ", ".join(dict.fromkeys(coding.code for coding in own))
    return Heading(f"{said.transcript}@{said.span.start}", label, said.transcript), (
        Cell((", ".join(words),)),
        Cell((f"“{said.text}”",)),
        Cell((codes,), list_ids(own)) if own else say_none(t),
        YOURS,
        YOURS,
    )


PART = Aid(
    name="making-metaphors",
    number=4,
    purpose=mark("Find where speakers liken one thing to another, as material for an image that ties the data."),
    questions=(
        mark("Which image would the speakers themselves know again, and what does it hide?"),
        mark("How far does it carry, and where does it break?"),
    ),
    lay_out=lay_out,
)
