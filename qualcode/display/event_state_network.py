"""Event-state network: events and the states between them, with the reason why one led to the other (Miles, Huberman
and Saldana 2014, ch. 8)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.dated import UNDATED, describe_times, list_dated
from qualcode.display.filling import prepare
from qualcode.display.template import Line, describe_counts, lay_out, list_counts
from qualcode.messages import Translate, mark
from qualcode.model import Coding, EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: each informant's years, then each turn that names none, in the order of the telling; columns: what is said,
    its codes, and what a person writes: the event, the state before and after it, and what links it to the next."""
    filling = prepare(study, options, t)
    found: dict[tuple[str, bool, str], list[Coding]] = {}
    for coding, year in list_dated(filling):
        undated = year == UNDATED
        place = f"{coding.transcript}/{coding.turn:05}" if undated else year
        found.setdefault((coding.case, undated, place), []).append(coding)
    lines = []
    for case in study.cases:
        for key in sorted(key for key in found if key[0] == case.id):
            codings = sorted(found[key], key=lambda coding: (coding.transcript, coding.span))
            label = t("{case}, turn {turn}").format(case=case.id, turn=codings[0].turn) if key[1] else key[2]
            name = f"{case.id}/{codings[0].transcript}/{codings[0].turn}" if key[1] else f"{case.id}/{key[2]}"
            by_code: dict[str, list[Coding]] = {}
            for coding in codings:
                by_code.setdefault(coding.code, []).append(coding)
            head = Heading(name, label if key[1] else f"{case.id}: {label}", case.id)
            lines.append(Line(head, (filling.quote_units(codings), list_counts(filling, by_code))))
    return lay_out(
        filling,
        "event-state-network",
        t("Event-state network: material"),
        lines,
        (Heading("said", t("Said"), t("verbatim")), Heading("codes", t("Codes"))),
        (
            Heading("event", t("Event"), t("a box")),
            Heading("before", t("State before"), t("a bubble")),
            Heading("after", t("State after"), t("a bubble")),
            Heading("link", t("What links it to the next"), t("to be written")),
        ),
        (
            EntryRule(
                t("Order of rows"),
                t("the order of the cases; in each the years that are named, then turns in the order of the telling"),
            ),
            describe_times(t),
            *describe_counts(t),
        ),
    )


PART = Display(
    name="event-state-network",
    chapter=8,
    called="Event-state network",
    template=True,
    contents=("quotes",),
    purpose=mark("Part events from the states between them, and say why one led to the next."),
    build=build,
    fixed_quotes=True,
)
