"""Construct table: how one construct varies from informant to informant (Miles, Huberman and Saldana 2014, ch. 7).

It shows the range, never a mean.
"""

from collections.abc import Callable, Iterable, Sequence

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import Filling, prepare
from qualcode.evidence.marks import SIGNS, find_kind
from qualcode.evidence.selection import list_ids
from qualcode.evidence.wording import name_subcodes
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study

Read = Callable[[Sequence[Coding]], str]


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: for each code its range over the informants, then each informant who speaks to it; columns: the properties
    side, components, how known, how it came up, and what is said for and against. `where` with a code makes it the
    table of that construct."""
    filling = prepare(study, options, t)
    readers = _list_readers(filling)
    heads: list[Heading] = []
    cells: list[list[Cell]] = []
    for head in filling.head_codes():
        by_case = {case.id: found for case in study.cases if (found := filling.find(case.id, head.key))}
        every = [coding for found in by_case.values() for coding in found]
        heads.append(Heading(head.key, head.label, t("{code}, the range").format(code=head.key)))
        cells.append([*(_show_range(filling, by_case, read) for read in readers), *_quote(filling, every)])
        for case, found in by_case.items():
            heads.append(Heading(f"{head.key}/{case}", case, head.label))
            cells.append([*(_show(filling, found, read) for read in readers), *_quote(filling, found)])
    return filling.finish(
        "construct-table",
        t("Construct table"),
        heads,
        (
            Heading("side", t("Side")),
            Heading("components", t("Components named")),
            Heading("known", t("How it is known")),
            Heading("elicited", t("How it came up")),
            Heading("for", t("For it")),
            Heading("against", t("Against it")),
        ),
        cells,
        (
            EntryRule(
                t("Order of rows"),
                t("the order of the codebook; under the range of a code the informants who speak to it"),
            ),
            EntryRule(
                t("Range"), t("every value that was found, with the informants who have it; no mean and no middle")
            ),
            *describe_marks(options, t),
        ),
    )


def _list_readers(filling: Filling) -> tuple[Read, ...]:
    t = filling.t
    known = {"first-hand": t("first-hand"), "second-hand": t("second-hand"), "unknown": t("not known")}
    elicited = {"volunteered": t("volunteered"), "prompted": t("prompted"), "unknown": t("not known")}
    language = filling.options.language
    return (
        lambda codings: SIGNS[find_kind(codings)],
        lambda codings: name_subcodes(filling.study.codebook, codings, language) or t("none named"),
        lambda codings: _join(known[coding.directness] for coding in codings),
        lambda codings: _join(elicited[coding.elicited] for coding in codings),
    )


def _join(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words))


def _show(filling: Filling, codings: Sequence[Coding], read: Read) -> Cell:
    return Cell((read(codings), *filling.name_layer(codings)), list_ids(codings))


def _show_range(filling: Filling, by_case: dict[str, tuple[Coding, ...]], read: Read) -> Cell:
    if not by_case:
        return Cell((filling.t("silent"),), kind="silent")
    values: dict[str, list[str]] = {}
    for case, found in by_case.items():
        values.setdefault(read(found), []).append(case)
    every = [coding for found in by_case.values() for coding in found]
    lines = (f"{value}: {', '.join(cases)}" for value, cases in values.items())
    return Cell((*lines, *filling.name_layer(every)), list_ids(every))


def _quote(filling: Filling, codings: Sequence[Coding]) -> tuple[Cell, Cell]:
    return filling.fill_side(codings, "supporting"), filling.fill_side(codings, "contrary")


PART = Display(
    name="construct-table",
    chapter=7,
    called="Construct table",
    purpose=mark("See how one construct varies across informants: its range, not its mean."),
    build=build,
)
