"""What the script of report.html is given: quotes, cells and interviews as numbers into one list of strings."""

from collections import defaultdict
from itertools import count, pairwise

from qualcode.messages import Translate
from qualcode.model import Report
from qualcode.writers._quotes import find_known, find_marks, find_matrices, number_quotes
from qualcode.writers._words import describe_reasons, name_jottings

# What many quotes have in common stands in the data once: who said it where, and what the coding says of it.
_SAID = ("transcript", "case", "speaker")
_JUDGED = ("code", "label", "counted", "polarity", "modality", "directness", "elicited", "coder", "status")
_OWN = ("id", "turn", "start", "length", "marks", "reasons", "jottings")
# A quote's words are texts, or so many letters around `start` in an interview that stands in the page anyway.
_TOLD, _PLACED = ("before", "quote", "after"), ("lead", "trail")


def collect_data(report: Report, t: Translate) -> dict[str, object]:
    """`strings`, each text once; `said` and `judged`, their `columns` and different `rows`; `columns` and `rows` of the
    quotes, a row in `said` and one in `judged` first; `lists`, the quotes behind a cell, and `cells`, the list of each
    cell that opens, in the order of the page; `transcripts`, whole, and what stands `beside` their turns. Places are in
    code points."""
    strings = defaultdict[str, int](count().__next__)  # each new text gets the next number
    said, judged = (defaultdict[tuple[int, ...], int](count().__next__) for _ in range(2))

    def number(*texts: str) -> tuple[int, ...]:
        return tuple(strings[text] for text in texts)

    placed = {transcript.name for transcript in report.transcripts}
    is_placed = all(quote.coding.transcript in placed for quote in report.quotes)
    rows = []
    for quote in report.quotes:
        coding = quote.coding
        signs = (coding.polarity, coding.modality, coding.directness, coding.elicited, coding.coder, coding.status)
        counted = quote.counted_as or coding.code
        rows.append(
            (
                said[number(coding.transcript, quote.case_label, coding.speaker)],
                judged[number(coding.code, quote.code_label, counted, *signs)],
                coding.id,
                coding.turn,
                coding.span.start,
                len(coding.span),
                [edge for mark in find_marks(coding) for edge in mark],
                *number(describe_reasons(coding, t), "\n".join(name_jottings(quote, t))),
                *(
                    (len(quote.before), len(quote.after))
                    if is_placed
                    else number(quote.before, coding.quote, quote.after)
                ),
            )
        )
    interviews = [
        (
            transcript.name,
            transcript.text,
            [
                (turn.number, strings[turn.speaker], turn.role, turn.span.start, turn.span.end)
                for turn in transcript.turns
            ],
        )
        for transcript in report.transcripts
    ]
    beside = [(each.transcript, each.turn, each.text) for each in report.beside if each.transcript in placed]
    return {
        "strings": list(strings),
        "said": {"columns": _SAID, "rows": list(said)},
        "judged": {"columns": _JUDGED, "rows": list(judged)},
        "columns": (*_OWN, *(_PLACED if is_placed else _TOLD)),
        "rows": rows,
        **_list_cells(report),
        "transcripts": interviews,
        "beside": beside,
    }


def _list_cells(report: Report) -> dict[str, object]:
    """What each cell rests on, in the order of the page, by its place among the `lists` of quotes."""
    lists = defaultdict[tuple[str, ...], int](count().__next__)  # many cells rest on the same codings
    numbers = number_quotes(report)
    cells = [
        lists[known]
        for matrix in find_matrices(report)
        for row in matrix.cells
        for cell in row
        if (known := find_known(cell, numbers))
    ]
    return {
        "lists": [_write_steps([numbers[coding_id] - 1 for coding_id in known]) for known in lists],
        "cells": cells,
    }


def _write_steps(places: list[int]) -> list[int]:
    """The first place, and then by how much each is further on than the one before: small numbers are short."""
    return [place - before for before, place in pairwise([0, *places])]
