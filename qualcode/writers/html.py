"""report.html: one file that opens offline from disk; each cell opens onto its quotes in context."""

from collections.abc import Callable, Sequence
from urllib.parse import quote as percent_encode

from qualcode.evidence.wording import name_coder
from qualcode.messages import Translate, translator
from qualcode.model import Cell, Curve, Matrix, Network, Report
from qualcode.page.render import render_page
from qualcode.writers._page_data import collect_data
from qualcode.writers._quotes import find_known, find_matrices, number_quotes
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

    def says_count(cell: Cell) -> bool:  # its one line is then what opens the quotes, and their number stands once
        n = len(find_known(cell, numbers))
        counted = tuple(said.format(n=n) for said in (t("{n} suggested"), t("{n} accepted")))
        return n > 0 and len(cell.lines) == 1 and (cell.lines[0] == str(n) or cell.lines[0].startswith(counted))

    page = render_page(
        "report",
        {"words": words | names, "signs": SIGNS} | collect_data(report, t),
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
            "known_ids": lambda cell: find_known(cell, numbers),
            "count": count,
            "says_count": says_count,
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
