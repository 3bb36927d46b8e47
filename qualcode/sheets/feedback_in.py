"""What stands in the Word sheet of an informant when it comes back: a tick and own words, statement by statement."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from qualcode.formats.archive import WORD, Archive
from qualcode.formats.source import load
from qualcode.formats.xml_tree import without_collecting
from qualcode.messages import mark, translator
from qualcode.model import Problem
from qualcode.sheets.document_text import W, find_main, parse_part

TICKS = ("yes", "in part", "no")
_NUMBER = re.compile(r"^\s*\[(\d+)\]")
_MARKS = "☒☑✓✔✗✘⊠■●◉🗹xXvV√"


@dataclass(frozen=True, slots=True)
class Reply:
    """An informant's answer to the statement of this number: what was ticked ("" for nothing), and the words."""

    number: int
    tick: str
    words: str


def read_replies(path: Path, count: int, language: str) -> tuple[tuple[Reply, ...], tuple[Problem, ...]]:
    """The answers in a sheet that left with `count` statements in `language`; statements without any are left out.

    A number that did not leave or stands twice, and a tick that cannot be told, are problems; of these statements
    nothing is taken. What was put in with tracked changes is read, what was taken out with them is not.
    """
    archive = Archive(load(path), WORD)
    with without_collecting():
        tables = list(parse_part(archive, find_main(archive)).iter(W + "tbl"))
        rows = [[_read(cell) for cell in row.iter(W + "tc")] for table in tables for row in table.iter(W + "tr")]
    by_number: dict[int, list[str]] = {}
    for cells in rows:
        found = _NUMBER.match(cells[0]) if cells else None
        if found:
            by_number.setdefault(int(found[1]), []).append(" ".join(cells[1:]).strip())
    replies, problems = [], []
    for number, fields in sorted(by_number.items()):
        where = f"[{number}]"
        if not 1 <= number <= count:
            problems.append(
                Problem(where, mark("no statement with this number left"), mark("Put the number back as it was"))
            )
        elif len(fields) != 2:
            problems.append(Problem(where, mark("its answer is not two rows"), mark("Copy it into a sheet as it left")))
        else:
            ticks = find_ticks(fields[0], language)
            if len(ticks) > 1:
                how = mark("Leave one of them ticked; what lies between stands in the informant's own words")
                problems.append(
                    Problem(where, mark("more than one answer is ticked: {ticks}", ticks=", ".join(ticks)), how)
                )
            elif not ticks and not _is_as_left(fields[0], language):
                what, how = (
                    mark("which answer is meant by “{fields}”?", fields=fields[0]),
                    mark("Tick one box, and write the rest below it"),
                )
                problems.append(Problem(where, what, how))
            elif ticks or fields[1]:
                replies.append(Reply(number, ticks[0] if ticks else "", fields[1]))
    return tuple(replies), tuple(problems)


def find_ticks(text: str, language: str) -> tuple[str, ...]:
    """Which answers are ticked: those with a mark in place of their box, else the one that was not crossed out."""
    words = _name_ticks(language)
    ticked = [tick for tick, word in words.items() if re.search(rf"[{_MARKS}]\W*{re.escape(word)}\b", text, re.I)]
    if ticked:
        return tuple(ticked)
    left = [tick for tick, word in words.items() if re.search(rf"\b{re.escape(word)}\b", text, re.I)]
    return tuple(left) if len(left) == 1 else ()


def _name_ticks(language: str) -> dict[str, str]:
    t = translator(language)
    return dict(zip(TICKS, (t("yes"), t("in part"), t("no")), strict=True))


def _is_as_left(text: str, language: str) -> bool:
    """Whether the boxes stand as they left, or nothing is there at all."""
    return " ".join(re.findall(r"\w+", text)).casefold() in ("", " ".join(_name_ticks(language).values()).casefold())


def _read(element: Element) -> str:
    """The words of a cell, a line a paragraph."""
    lines = ("".join(_list_words(paragraph)) for paragraph in element.iter(W + "p"))
    return "\n".join(lines).replace("\xa0", " ")


def _list_words(element: Element) -> Iterable[str]:
    for child in element:
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in (W + "br", W + "tab"):
            yield "\n" if child.tag == W + "br" else " "
        elif child.tag not in (W + "del", W + "moveFrom", W + "pPr", W + "rPr", W + "sdtPr"):
            yield from _list_words(child)
