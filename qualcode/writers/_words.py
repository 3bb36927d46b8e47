"""The words and signs that all writers share."""

from collections.abc import Callable
from functools import cache

from qualcode.codebook.fact_words import name_facts
from qualcode.evidence.reasons import explain_reason
from qualcode.evidence.wording import name_coder
from qualcode.messages import Translate
from qualcode.model import Cell, Coding, Matrix, Quote

# A colour never says a polarity alone: the sign stands beside it in every format.
HEAT = ("#E8EEF4", "#D1DDE9", "#BACCDE", "#A3BBD3", "#8CAAC8")  # of a heat map, from little to much
SIGNS = {"evidence": "+", "contrary": "−", "mixed": "±"} | dict.fromkeys(
    ("silent", "unasked", "missing", "value", "open", "written"), ""
)


@cache
def name_values(t: Translate) -> dict[str, str]:
    """The closed sets of words of a coding and of a cell, by their English word, for a reader of results."""
    return name_facts(t) | {
        "evidence": t("supporting"),
        "mixed": t("both sides"),
        "silent": t("silent"),
        "unasked": t("not asked"),
        "missing": t("no interview"),
        "value": "",
        "open": t("to be written"),
        "written": t("written by a person"),
    }


def explain_signs(matrix: Matrix, t: Translate) -> str:
    """The legend of the signs of evidence in a matrix ("" where it has none)."""
    kinds = {cell.kind for row in matrix.cells for cell in row}
    names = name_values(t)
    return "; ".join(f"{SIGNS[kind]} {names[kind]}" for kind in ("evidence", "contrary", "mixed") if kind in kinds)


def cell_lines(cell: Cell, t: Translate) -> tuple[str, ...]:
    """What stands in a cell; an empty one that is silent, not asked or missing says so in words."""
    if cell.lines or cell.kind not in ("silent", "unasked", "missing"):
        return cell.lines
    return (name_values(t)[cell.kind],)


def scale_heat(matrix: Matrix) -> Callable[[Cell], int]:
    """How strongly each cell of a heat map is shaded, from 1 to 5 by its number's share of the highest; 0 for cells
    that count none, and for all cells of another matrix."""
    if not matrix.heat:
        return lambda _cell: 0
    highest = max((_read_count(cell) for row in matrix.cells for cell in row), default=0)
    return lambda cell: -(-5 * _read_count(cell) // max(1, highest))


def _read_count(cell: Cell) -> int:
    number = cell.lines[0].split(" ", 1)[0] if cell.lines else ""
    return int(number) if number.isdecimal() else 0


def name_sign(coding: Coding, t: Translate) -> str:
    """Sign and word of a coding's polarity, such as `+ supporting`."""
    sign = SIGNS["evidence" if coding.polarity == "supporting" else "contrary"]
    return f"{sign} {name_values(t)[coding.polarity]}"


def describe_coding(coding: Coding, t: Translate) -> str:
    """How a coding was meant and who made it: polarity, modality, directness, coder, status, in one line."""
    names = name_values(t)
    words = [name_sign(coding, t), names[coding.modality]]
    words += [names[word] for word in (coding.directness, coding.elicited) if word != "unknown"]
    words += [t("coder {name}").format(name=name_coder(coding.coder, t)), _describe_status(coding, t)]
    return " · ".join(words)


def _describe_status(coding: Coding, t: Translate) -> str:
    """The status, who decided so where that is not plain, and who decided otherwise."""
    status = name_values(t)[coding.status]
    others = [who for who in coding.decided_by if who != coding.coder]
    if others:
        status = t("{status} by {people}").format(status=status, people=", ".join(others))
    if coding.disputed_by:
        status += "; " + t("not so for {people}").format(people=", ".join(coding.disputed_by))
    return status


def explain_printed(printed: int, total: int, t: Translate) -> str:
    """What is said where not all quotes are printed, else ""."""
    if printed == total:
        return ""
    return t(
        "Of {total} quotes only the first of each cell stands here, {printed} in all; tables.xlsx and codings.csv hold "
        "every one."
    ).format(total=total, printed=printed)


def name_speaker(quote: Quote) -> str:
    """Who says a quote: the informant, and the voice in the interview where that is named too."""
    return ", ".join(filter(None, (quote.case_label, quote.coding.speaker)))


def describe_place(coding: Coding, t: Translate) -> str:
    """Where a coding stands: transcript, turn and code points."""
    return t("{transcript}, turn {turn}, characters {start}–{end}").format(
        transcript=coding.transcript, turn=coding.turn, start=coding.span.start, end=coding.span.end
    )


def name_jottings(quote: Quote, t: Translate) -> tuple[str, ...]:
    """What people noted on a quote's coding, a line each."""
    return tuple(t("Jotting, {jotting}").format(jotting=jotting) for jotting in quote.jottings)


def describe_reasons(coding: Coding, t: Translate) -> str:
    """Why a machine made the coding, in plain words, each reason once; "" for a person's coding."""
    reasons = dict.fromkeys(explain_reason(reason, coding, t) for reason in sorted(coding.evidence))
    return t("Why: {reasons}").format(reasons="; ".join(reasons)) if reasons else ""


def name_rules(coding: Coding) -> tuple[str, ...]:
    """The ids of the rules that fired, for whoever audits the coding."""
    return tuple(dict.fromkeys(reason.rule for reason in sorted(coding.evidence)))
