"""report.html: one file that opens offline from disk; each cell opens onto its quotes in context."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from urllib.parse import quote as percent_encode

from qualcode.evidence.wording import name_coder
from qualcode.messages import Translate, translator
from qualcode.model import Cell, Curve, Matrix, Network, Report
from qualcode.page.render import render_page
from qualcode.writers._quotes import find_marks, find_matrices, number_quotes
from qualcode.writers._screens import LONG, part_rows
from qualcode.writers._text import strip_controls
from qualcode.writers._words import (
    SIGNS,
    cell_lines,
    describe_coding,
    describe_place,
    describe_reasons,
    explain_signs,
    name_jottings,
    name_values,
    scale_heat,
)
from qualcode.writers.contract import Writer
from qualcode.writers.curves import draw_svg
from qualcode.writers.networks import draw_on_page

# Beyond this the plain list, which serves browsers without JavaScript, would double the file to no one's use.
_MOST_PLAIN_QUOTES = 2_000
# What a quote's words are: texts, or where they begin and end in an interview that stands in the page anyway.
_TOLD, _PLACED = ("before", "quote", "after"), ("from", "to")
_QUOTE_COLUMNS = (
    "id",
    "transcript",
    "case",
    "speaker",
    "turn",
    "start",
    "end",
    "code",
    "label",
    "counted",
    "polarity",
    "modality",
    "directness",
    "elicited",
    "coder",
    "status",
    "reasons",
    "jottings",
    "marks",
)


def write(report: Report) -> dict[str, bytes]:
    """One file, `report.html`.

    Quotes and interviews stand in it once, as data that the page's script draws on demand, and quotes once more as a
    plain list for browsers without JavaScript where there are no more than 2,000.
    """
    t = translator(report.language)
    names = name_values(t)
    words = _name_words(t, interviews=bool(report.transcripts))
    numbers = number_quotes(report)
    plain = report.quotes if len(report.quotes) <= _MOST_PLAIN_QUOTES else ()

    def count(ids: Sequence[str]) -> str:
        return t("1 quote") if len(ids) == 1 else t("{n} quotes").format(n=len(ids))

    page = render_page(
        "report",
        {"words": words | names, "signs": SIGNS} | _collect_data(report, numbers, t),
        {
            "report": report,
            "words": words,
            "private": t(
                "Before you pass this file on: it holds every interview in full, word for word. `qualcode report "
                "--without-interviews` writes one that holds the quotes alone."
            ),
            "names": names,
            "signs": SIGNS,
            "plain_quotes": plain,
            "anchor": make_anchor,
            "draw": lambda figure: _draw(figure, t),
            "filters": _name_filters(t),
            "heat": _scale_all(report),
            "known_ids": lambda cell: _find_known(cell, numbers),
            "count": count,
            "part_rows": lambda matrix: part_rows(matrix, t),
            "is_long": lambda screens, cell, column: (
                column in screens.long if screens.is_large else sum(map(len, cell_lines(cell, t))) > LONG
            ),
            "lines": lambda cell: cell_lines(cell, t),
            "explain": lambda matrix: explain_signs(matrix, t),
            "place": lambda coding: describe_place(coding, t),
            "describe": lambda coding: describe_coding(coding, t),
            "jottings": lambda quote: name_jottings(quote, t),
            "reasons": lambda coding: describe_reasons(coding, t),
        },
    )
    return {"report.html": strip_controls(page).encode()}


def make_anchor(matrix: Matrix, row: int, column: int) -> str:
    """The address of a cell inside the page: `cell-` and its id, percent-encoded."""
    return "cell-" + percent_encode(matrix.cell_id(row, column), safe=":")


def _draw(figure: Curve | Network, t: Translate) -> str:
    from markupsafe import Markup

    drawn = draw_svg(figure) if isinstance(figure, Curve) else draw_on_page(figure, t)
    return Markup(drawn)  # noqa: S704  # texts in it are escaped


def _scale_all(report: Report) -> Callable[[Matrix, Cell], str]:
    """What gives the style of a cell of a heat map, "" elsewhere."""
    scales = {matrix.name: scale_heat(matrix) for matrix in find_matrices(report)}

    def warm(matrix: Matrix, cell: Cell) -> str:
        step = scales[matrix.name](cell)
        return f" heat-{step}" if step else ""

    return warm


def _write_steps(places: list[int]) -> list[int]:
    """The first place, and then by how much each is further on than the one before: small numbers are short."""
    return [place - before for before, place in pairwise([0, *places])]


def _find_known(cell: Cell, numbers: dict[str, int]) -> tuple[str, ...]:
    return tuple(filter(numbers.__contains__, cell.coding_ids))


def _collect_data(report: Report, numbers: dict[str, int], t: Translate) -> dict[str, object]:
    """The quotes as rows of numbers into one list of strings, and the list of quotes of each cell that opens, in the
    order of the page."""
    strings: dict[str, int] = {}

    def intern(text: str) -> int:
        return strings.setdefault(text, len(strings))

    placed = {transcript.name for transcript in report.transcripts}
    is_placed = all(quote.coding.transcript in placed for quote in report.quotes)
    rows = []
    for quote in report.quotes:
        coding = quote.coding
        told = (quote.before, coding.quote, quote.after)
        rows.append(
            (
                coding.id,
                *map(intern, (coding.transcript, quote.case_label, coding.speaker)),
                coding.turn,
                coding.span.start,
                coding.span.end,
                *map(intern, (coding.code, quote.code_label)),
                intern(quote.counted_as or coding.code),
                *map(intern, (coding.polarity, coding.modality, coding.directness, coding.elicited)),
                *map(intern, (coding.coder, coding.status, describe_reasons(coding, t))),
                intern("\n".join(name_jottings(quote, t))),
                [edge for mark in find_marks(coding) for edge in mark],
                *(
                    (coding.span.start - len(quote.before), coding.span.end + len(quote.after))
                    if is_placed
                    else map(intern, told)
                ),
            )
        )
    lists: dict[tuple[str, ...], int] = {}  # many cells rest on the same codings
    cells = [
        lists.setdefault(known, len(lists))
        for matrix in find_matrices(report)
        for row in matrix.cells
        for cell in row
        if (known := _find_known(cell, numbers))
    ]
    interviews = [
        (
            transcript.name,
            transcript.text,
            [
                (turn.number, intern(turn.speaker), turn.role, turn.span.start, turn.span.end)
                for turn in transcript.turns
            ],
        )
        for transcript in report.transcripts
    ]
    return {
        "columns": (*_QUOTE_COLUMNS, *(_PLACED if is_placed else _TOLD)),
        "strings": list(strings),
        "rows": rows,
        "lists": [_write_steps([numbers[coding_id] - 1 for coding_id in known]) for known in lists],
        "cells": cells,
        "transcripts": interviews,
    }


def _name_words(t: Translate, *, interviews: bool) -> dict[str, str]:
    return {
        "skip": t("Skip to the content"),
        "contents": t("Contents"),
        "quotes": t("Quotes"),
        "quote": t("Quote"),
        "entry_rules": t("Entry rules"),
        "too_many": t("There are too many quotes to list them here; codings.csv holds them all."),
        "reading": t("Quotes and interviews") if interviews else t("Quotes"),
        "dark": t("Dark"),
        "view": t("Show"),
        "whole": t("In the interview"),
        "search": t("Search in quotes"),
        "all": t("all"),
        "close": t("Close"),
        "coder": t("coder"),
        "machine": name_coder("rules", t),
        "turn": t("turn"),
        "characters": t("characters"),
        "more": t("Show more"),
        "cells": t("Used in cells"),
        "none": t("none"),
    }


def _name_filters(t: Translate) -> tuple[tuple[str, str], ...]:
    return (
        ("code", t("Code")),
        ("case", t("Informant")),
        ("polarity", t("Polarity")),
        ("coder", t("Coder")),
        ("status", t("Status")),
    )


PART = Writer(name="html", write=write)
