"""Of Markdown what tells who speaks: paragraphs wholly in bold or italics, headings and tables."""

import re

from qualcode.formats.blocks import BOLD, ITALIC, Block, Document, Paragraph, Table

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(?P<words>(?:(?!\1).)+?)(?<=\S)\1[ \t]*$", re.DOTALL)
_FACES = {1: ITALIC, 2: BOLD, 3: BOLD | ITALIC}
_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?")
_BETWEEN = re.compile(r"(?<!\\)\|")


def read_markdown(text: str) -> Document:
    """The paragraphs, headings and tables. All other markup stays in the words as it was typed."""
    blocks: list[Block] = []
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        end = number + 1
        if holds_table(lines, number):
            while end < len(lines) and "|" in lines[end]:
                end += 1
            rows = [line for line in lines[number:end] if not _is_rule(line)]
            blocks.append(Table(tuple(tuple(_read_cell(cell) for cell in _split_row(row)) for row in rows)))
        elif heading := _HEADING.match(lines[number]):
            blocks.append(Paragraph(heading[2], len(heading[1]) + 1))
        elif lines[number].strip():
            while end < len(lines) and lines[end].strip() and not _opens_other(lines, end):
                end += 1
            blocks.append(_read_paragraph("\n".join(lines[number:end])))
        number = end
    return Document(tuple(blocks))


def holds_table(lines: list[str], number: int) -> bool:
    """Whether a table begins in this line: cells between `|`, and below them a row of dashes."""
    return "|" in lines[number] and number + 1 < len(lines) and _is_rule(lines[number + 1])


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line.strip()) is not None


def _opens_other(lines: list[str], number: int) -> bool:
    return _HEADING.match(lines[number]) is not None or holds_table(lines, number)


def _read_paragraph(text: str) -> Paragraph:
    emphasis = _EMPHASIS.fullmatch(text.strip())
    return Paragraph(emphasis["words"], faces=_FACES[len(emphasis[1])]) if emphasis else Paragraph(text)


def _split_row(row: str) -> list[str]:
    cells = [cell.strip().replace("\\|", "|") for cell in _BETWEEN.split(row.strip())]
    return cells[not cells[0] : len(cells) - (not cells[-1])] if len(cells) > 1 else cells


def _read_cell(cell: str) -> tuple[Block, ...]:
    words = re.sub(r"<br ?/?>", "\n", cell)
    return (_read_paragraph(words),) if words else ()
