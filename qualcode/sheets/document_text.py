"""A Word sheet that came back: its words as they left, and its comments with the places that they mark.

Tracked changes are read as if they were not there yet: what was deleted is still read, what was put in is not. So they
do no harm, and are only counted.
"""

from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from qualcode.formats.archive import WORD, Archive
from qualcode.formats.source import load
from qualcode.formats.xml_tree import parse_xml, too_deep, without_collecting
from qualcode.sheets.contract import Imprint
from qualcode.sheets.imprint import unpack

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_SIGNS = {W + name: sign for name, sign in _CHARACTERS.items()}
_PICTURES = ("txbxContent", "pict", "drawing")
_PASSED = frozenset(W + name for name in ("pPr", "rPr", "sectPr", "instrText", "delInstrText", *_PICTURES))
_ADDED = frozenset((W + "ins", W + "moveTo"))
_REMOVED = frozenset((W + "del", W + "moveFrom"))


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its lines, the place that it marks in the document's text (None where it marks nothing), and the
    number of the comment that it replies to."""

    id: str
    author: str
    date: str
    lines: tuple[str, ...]
    place: tuple[int, int] | None
    parent: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class DocumentBack:
    """A document that came back. `tracked` counts the tracked changes of its text."""

    imprint: Imprint
    text: str
    comments: tuple[Comment, ...]
    tracked: int


def open_document(path: Path) -> DocumentBack:
    """Read a document that left by `write_document`; another file is refused with what it is."""
    archive = Archive(load(path), WORD)
    with without_collecting():
        main = find_main(archive)
        folder, _, name = main.rpartition("/")
        walk = _Walk()
        try:
            walk.read(parse_part(archive, main))
        except RecursionError:
            raise too_deep() from None
        text = "".join(walk.pieces)
        rels = f"{folder}/_rels/{name}.rels"
        comments = _follow(archive, rels, folder, "/comments")
        threads = _follow(archive, rels, folder, "/commentsExtended")
        read = _read_comments(archive, comments, threads, walk.places) if comments else ()
    return DocumentBack(unpack(text), text, read, walk.tracked)


def find_main(archive: Archive) -> str:
    """The name of the part that holds the document's text; a package without one is refused."""
    main = _follow(archive, "_rels/.rels", "", "/officeDocument") or "word/document.xml"
    archive.require(main)
    return main


def parse_part(archive: Archive, name: str) -> Element:
    """A part of a Word document, be it written by the strict standard or the usual one."""
    return parse_xml(archive.read(name).replace(_STRICT, W[1:-1].encode()))


def _follow(archive: Archive, rels: str, folder: str, kind: str) -> str:
    """The part to which a package's part is related in this way, or ""."""
    if rels not in archive.names():
        return ""
    for relation in parse_xml(archive.read(rels)):
        if relation.get("Type", "").endswith(kind):
            target = relation.get("Target", "")
            part = target.lstrip("/") if target.startswith("/") or not folder else f"{folder}/{target}"
            return part if part in archive.names() else ""
    return ""


@dataclass(slots=True)
class _Walk:
    pieces: list[str] = field(default_factory=list)
    at: int = 0
    added: int = 0
    tracked: int = 0
    starts: dict[str, int] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    def read(self, element: Element) -> None:
        tag = element.tag
        if tag in (W + "t", W + "delText"):
            self._emit(element.text or "")
        elif tag in _SIGNS:
            self._emit(_SIGNS[tag])
        elif tag in _PASSED:
            return
        elif tag == _ALTERNATE:
            for child in list(element)[:1]:
                self.read(child)
        elif tag.startswith(W + "comment"):
            self._mark(tag, element.get(W + "id", ""))
        elif tag == W + "p":
            self._read_children(element)
            if element.find(f"{W}pPr/{W}rPr/{W}ins") is None:
                self._emit("\n")
        elif tag in _ADDED:
            self.tracked += 1
            self.added += 1
            self._read_children(element)
            self.added -= 1
        else:
            self.tracked += tag in _REMOVED
            self._read_children(element)

    def _read_children(self, element: Element) -> None:
        for child in element:
            self.read(child)

    def _emit(self, text: str) -> None:
        if not self.added:
            self.pieces.append(text)
            self.at += len(text)

    def _mark(self, tag: str, number: str) -> None:
        if tag == W + "commentRangeStart":
            self.starts[number] = self.at
        elif tag == W + "commentRangeEnd":
            self.places[number] = (self.starts.get(number, self.at), self.at)
        elif tag == W + "commentReference" and number in self.starts:
            self.places.setdefault(number, (self.starts[number], self.at))


def _read_comments(
    archive: Archive, name: str, threads: str, places: dict[str, tuple[int, int]]
) -> tuple[Comment, ...]:
    parents, done = _read_threads(archive, threads) if threads else ({}, set())
    by_paragraph: dict[str, str] = {}
    found = []
    for element in parse_part(archive, name).iter(W + "comment"):
        number = element.get(W + "id", "")
        lines: list[str] = []
        last = ""
        for paragraph in element.iter(W + "p"):
            walk = _Walk()
            walk.read(paragraph)
            lines += "".join(walk.pieces).removesuffix("\n").split("\n")
            last = paragraph.get(_W14 + "paraId", "")
        by_paragraph[last] = number
        found.append((number, last, element, tuple(lines)))
    return tuple(
        Comment(
            number,
            element.get(W + "author", "").strip(),
            element.get(W + "date", ""),
            lines,
            places.get(number),
            by_paragraph.get(parents[last], "") if last in parents else "",
            last in done,
        )
        for number, last, element, lines in found
    )


def _read_threads(archive: Archive, name: str) -> tuple[dict[str, str], set[str]]:
    parents: dict[str, str] = {}
    done = set()
    for element in parse_xml(archive.read(name)):
        paragraph = element.get(_W15 + "paraId", "")
        if element.get(_W15 + "paraIdParent"):
            parents[paragraph] = element.get(_W15 + "paraIdParent", "")
        if element.get(_W15 + "done", "0") in ("1", "true", "on"):
            done.add(paragraph)
    return parents, done
