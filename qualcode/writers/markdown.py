"""report.md: the report as GitHub's Markdown, every cell linked to its quotes at the end."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote as percent_encode

from qualcode.messages import Translate, translator
from qualcode.model import Cell, Heading, Matrix, Prose, Quote, Report, Section
from qualcode.writers._pictures import has_picture, tell_picture
from qualcode.writers._quotes import find_known, number_printed
from qualcode.writers._text import strip_controls
from qualcode.writers._words import (
    SIGNS,
    cell_lines,
    describe_coding,
    describe_place,
    describe_reasons,
    explain_printed,
    explain_signs,
    name_jottings,
    name_speaker,
)
from qualcode.writers.contract import Writer

# `<`, `>` and `&` become entities, which older renderers know too; a colon is escaped where GitHub would make an
# address or an emoji of it, a full stop only in `www.`. The rest may stand for markup anywhere in a line.
_MARKUP = re.compile(r"[\\`*_{}\[\]|~#@$]|:(?=[\w+/-])|(?<=www)\.|(?<=\{)%", re.IGNORECASE)
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MOST_LINKS = 8  # in a cell
_SPACES = re.compile(r"[ \t\n]+")
_LINE_START = re.compile(r"^(?:([-+=])|(\d+)([.)]))")


def write(report: Report) -> dict[str, bytes]:
    """One file, `report.md`. Interview text is escaped so that every renderer shows it as typed."""
    t = translator(report.language)
    printed = number_printed(report)
    numbers = {quote.coding.id: number for number, quote in printed.items()}
    blocks = [f"# {_escape_line(report.title)}"]
    blocks += [f"> **{_escape_line(notice)}**" for notice in report.notices]
    step = ""
    for section in report.sections:
        blocks += [f"## {_escape_line(section.step)}"] if section.step not in ("", step) else []
        step = section.step
        blocks += _write_section(section, numbers, t)
    if report.quotes:
        blocks.append(f"## {t('Quotes')}")
        blocks += filter(None, [_escape_line(explain_printed(len(printed), len(report.quotes), t))])
        blocks += (_write_quote(number, quote, t) for number, quote in printed.items())
    return {"report.md": ("\n\n".join(blocks) + "\n").encode()}


def escape(text: str) -> str:
    """Text for the inside of a line of Markdown; line breaks become spaces."""
    text = _SPACES.sub(" ", strip_controls(text)).strip(" ")
    for character, entity in _ENTITIES.items():
        text = text.replace(character, entity)
    return _MARKUP.sub(r"\\\g<0>", text)


def _escape_line(text: str) -> str:
    """Text for a whole line, which must not begin like a list, a rule or a heading either."""
    return _guard_start(escape(text))


def _guard_start(escaped: str) -> str:
    return _LINE_START.sub(lambda match: rf"\{match[1]}" if match[1] else rf"{match[2]}\{match[3]}", escaped)


def _escape_lines(lines: Iterable[str]) -> str:
    """Lines for a table cell: no line break may stand in it, so `<br>` does."""
    parts = (part for line in lines for part in strip_controls(line).split("\n"))
    return "<br>".join(escape(part) for part in parts)


def _write_section(section: Section, numbers: dict[str, int], t: Translate) -> Iterator[str]:
    yield f"{'###' if section.step else '##'} {_escape_line(section.heading)}"
    yield from map(_escape_line, section.intro)
    if isinstance(section.body, Prose):
        yield from map(_escape_line, section.body.paragraphs)
    else:
        if section.figure and has_picture(section.figure):
            yield f"![{_escape_line(tell_picture(section.figure))}](figures/{percent_encode(section.key)}.svg)"
        yield from _write_matrix(section.body, section.heading, numbers, t)


def _write_matrix(matrix: Matrix, heading: str, numbers: dict[str, int], t: Translate) -> Iterator[str]:
    if matrix.title != heading:
        yield f"**{escape(matrix.title)}**"
    yield from (f"> {_escape_line(note)}" for note in matrix.notes)
    rows = [_join_cells((" ", *map(_write_heading, matrix.columns))), _join_cells(["---"] * (len(matrix.columns) + 1))]
    for name, row in zip(matrix.rows, matrix.cells, strict=True):
        rows.append(_join_cells((_write_heading(name), *(_write_cell(cell, numbers, t) for cell in row))))
    yield "\n".join(rows)
    if legend := explain_signs(matrix, t):
        yield _escape_line(legend)
    yield f"{t('Entry rules')}:"
    yield "\n".join(f"- {_escape_line(rule.label)}: {escape(rule.value)}" for rule in matrix.entry_rules)


def _join_cells(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _write_heading(heading: Heading) -> str:
    return _escape_lines(filter(None, (heading.label, heading.detail)))


def _write_cell(cell: Cell, numbers: dict[str, int], t: Translate) -> str:
    known = find_known(cell, numbers)
    links = [f"[{numbers[coding_id]}](#coding-{coding_id})" for coding_id in known[:_MOST_LINKS]]
    if known and len(cell.coding_ids) > len(links):
        links.append(t("and {n} more").format(n=len(cell.coding_ids) - len(links)))
    foot = " ".join(filter(None, (SIGNS[cell.kind], *links))) if known else ""
    said = _escape_lines(cell_lines(cell, t))
    return "<br>".join(filter(None, (f"[{said}]({cell.opens})" if cell.opens else said, foot)))


def _write_quote(number: int, quote: Quote, t: Translate) -> str:
    coding = quote.coding
    context = " ".join(filter(None, (escape(quote.before), f"**{escape(coding.quote)}**", escape(quote.after))))
    who = name_speaker(quote)
    facts = (
        *name_jottings(quote, t),
        who,
        describe_place(coding, t),
        describe_coding(coding, t),
        describe_reasons(coding, t),
    )
    head = f"**{number}** · {escape(f'{coding.code} {quote.code_label}')} · {coding.id}"
    return "\n".join(
        (
            f'<a id="coding-{coding.id}"></a>{head}',
            "",
            f"> {_guard_start(context)}",
            "",
            *(f"- {_escape_line(fact)}" for fact in facts if fact),
        )
    )


PART = Writer(name="markdown", write=write)
