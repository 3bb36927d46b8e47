"""Vignette: one informant's coded passages in the order of the telling, for a person to make an episode of (Miles,
Huberman and Saldana 2014, ch. 7)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import Filling, prepare
from qualcode.evidence.marks import SIGNS, find_kind
from qualcode.evidence.selection import list_ids
from qualcode.evidence.typed import to_be_written
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: the turns that bear a coding, informant by informant, in the order of the telling (`where` with a case
    makes it the material of one); columns: the coded words verbatim, their codes, and the episode, which a person
    writes."""
    filling = prepare(study, options, t)
    by_turn: dict[tuple[str, str, int], list[Coding]] = {}
    for coding in filling.selection.counted:
        by_turn.setdefault((coding.case, coding.transcript, coding.turn), []).append(coding)
    heads, cells = [], []
    for case in study.cases:
        for (_, transcript, turn), codings in sorted(item for item in by_turn.items() if item[0][0] == case.id):
            place = t("{case}, turn {turn}").format(case=case.id, turn=turn)
            heads.append(Heading(f"{case.id}/{transcript}/{turn}", place, transcript))
            cells.append((filling.quote_units(codings), _name_codes(filling, codings), to_be_written(t)))
    return filling.finish(
        "vignette",
        t("Vignette: material"),
        heads,
        (
            Heading("said", t("Said"), t("verbatim")),
            Heading("codes", t("Codes")),
            Heading("episode", t("Episode"), t("to be told, and checked with the informant")),
        ),
        cells,
        (
            EntryRule(t("Order of rows"), t("the order of the cases, and inside each the order of the telling")),
            EntryRule(
                t("Cells"),
                t("every coded unit of the turn, verbatim; what no code was given to is not here: read it too"),
            ),
            EntryRule(t("Least evidence for a mark"), t("one coding that counts")),
            EntryRule(t("Empty cells"), t("a turn without codings has no row")),
            EntryRule(
                t("For a person"),
                t("the order of events, which may not be that of the telling, and the episode itself"),
            ),
        ),
    )


def _name_codes(filling: Filling, codings: list[Coding]) -> Cell:
    named = dict.fromkeys(f"{SIGNS[find_kind((coding,))]} {coding.code}" for coding in codings)
    return Cell((*named, *filling.name_layer(codings)), list_ids(codings))


PART = Display(
    name="vignette",
    chapter=7,
    called="Vignette",
    contents=("quotes",),
    purpose=mark("Read one informant's coded passages in the order of the telling, as material for an episode."),
    build=build,
    fixed_quotes=True,
)
