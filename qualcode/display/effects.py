"""Effects matrix: what is told of each outcome, by whom, and what it is put down to (Miles, Huberman and Saldana 2014,
ch. 9)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import Filling, prepare
from qualcode.display.link_rules import tell_drawn, tell_kinds, tell_meaning
from qualcode.display.linked import fill_drawn, head_drawn, list_codes_of_kind, prepare_links
from qualcode.evidence.marks import count_side
from qualcode.evidence.typed import to_be_written
from qualcode.evidence.wording import count_speakers
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: the impacts; columns: told, denied, hoped for (unless wishes count), who says so, what speakers put it down
    to in so many words, what people linked to it where anybody drew a link, and whether it is direct, a side effect or
    unwanted, which a person writes. Refused where the codebook has no impacts."""
    outcomes = list_codes_of_kind(study, "impact")
    filling = prepare(study, options, t)
    linked = prepare_links(filling)
    others = [code.id for code in study.codebook.codes if code.id not in outcomes]
    heads = [head for head in filling.head_codes() if head.key in outcomes]
    cells = []
    for head in heads:
        found = gather(filling.counted.items(), head.key)
        aside = gather(filling.set_aside.items(), head.key)
        causes = linked.find(others, (head.key,))
        cells.append(
            (
                fill_side(filling, found, "supporting"),
                fill_side(filling, found, "contrary"),
                *([] if options.wishes else [fill_wished(filling, aside)]),
                name_speakers(filling, found),
                linked.fill_reasons(found, [link for link in causes if link.kind in ("stated", "denied")]),
                *fill_drawn(linked, causes),
                to_be_written(t),
            )
        )
    return filling.finish(
        "effects",
        t("Effects matrix"),
        heads,
        (
            Heading("told", t("Told")),
            Heading("denied", t("Denied")),
            *([] if options.wishes else [Heading("hoped", t("Hoped for"), t("not counted elsewhere"))]),
            Heading("who", t("Who says so")),
            Heading("because", t("Put down to"), t("in the speaker's own words")),
            *head_drawn(linked),
            Heading("judged", t("Direct, side or unwanted effect"), t("to be judged")),
        ),
        cells,
        (
            EntryRule(t("Order of rows"), t("the order of the codebook")),
            *describe_marks(options, t),
            tell_kinds(t),
            tell_meaning(t),
            tell_drawn(linked),
        ),
    )


def gather(cells: Iterable[tuple[tuple[str, str], tuple[Coding, ...]]], code: str) -> list[Coding]:
    """The codings of one whole code, of all informants."""
    return [coding for (_, own), codings in cells if own == code for coding in codings]


def fill_side(filling: Filling, codings: Sequence[Coding], polarity: str) -> Cell:
    """The codings of one side, which the column says; "none" where nobody speaks on it."""
    found = [coding for coding in codings if coding.polarity == polarity]
    if not found:
        return Cell((filling.t("none"),), kind="silent")
    cell = filling.fill_with(found)
    return replace(cell, lines=(count_side(found, filling.t),)) if filling.options.content == "counts" else cell


def name_speakers(filling: Filling, codings: Sequence[Coding]) -> Cell:
    """Who speaks of it, counted and named: `3 of 4 informants (...)`, then their ids."""
    t, by_case = filling.t, {coding.case: True for coding in codings}
    cases = [case for case in filling.study.cases if case.id in by_case]
    if not cases:
        return Cell((t("none"),), kind="silent")
    names = [_name(case.id, filling.name_layer(c for c in codings if c.case == case.id)) for case in cases]
    return Cell((count_speakers(codings, filling.study, t), ", ".join(names)), tuple(coding.id for coding in codings))


def _name(case: str, layer: Sequence[str]) -> str:
    return f"{case} ({layer[0]})" if layer else case


def fill_wished(filling: Filling, codings: Sequence[Coding]) -> Cell:
    """Wishes and hypotheticals, which are no evidence; "none" where there is none."""
    if not codings:
        return Cell((filling.t("none"),), kind="silent")
    cell = filling.fill_with(codings)
    return cell if cell.kind == "open" else replace(cell, kind="value")


PART = Display(
    name="effects",
    chapter=9,
    called="Effects matrix",
    purpose=mark("See what is told of each outcome, who says so, and what speakers put it down to."),
    build=build,
)
