"""OpenDocument text by an own walk: tracked deletions, annotations, notes and hidden text are passed over."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from qualcode.errors import UnreadableSource
from qualcode.formats.archive import Archive
from qualcode.formats.blocks import BOLD, BOXED, FACES, ITALIC, LISTED, Block, Document, Table, Writing, add_face
from qualcode.formats.list_labels import ListLabels, read_text_labels
from qualcode.formats.xml_tree import parse_xml, too_deep
from qualcode.messages import mark

_URN = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE, _STYLE, _DRAW, _SVG = (
    _URN + name
    for name in ("text:1.0}", "table:1.0}", "office:1.0}", "style:1.0}", "drawing:1.0}", "svg-compatible:1.0}")
)
_FO = _URN + "xsl-fo-compatible:1.0}"
_FACED = (_FO + "font-weight", _FO + "font-style", _STYLE + "text-underline-style")  # as FACES
_P, _H, _TABLE_TAG, _BOX = _TEXT + "p", _TEXT + "h", _TABLE + "table", _DRAW + "text-box"
_LIST, _ITEM = _TEXT + "list", _TEXT + "list-item"
_CHARACTERS = {_TEXT + "tab": "\t", _TEXT + "line-break": "\n"}
_COUNTED = {_OFFICE + "annotation": "comment", _TEXT + "note": "footnote"}
_DELETIONS = f"{_TEXT}changed-region/{_TEXT}deletion"
_SILENT = frozenset(
    (
        _OFFICE + "forms",
        _TEXT + "table-of-content",
        _TEXT + "tracked-changes",
        _TEXT + "ruby-text",
        _SVG + "title",
        _SVG + "desc",
    )
)
_SPAN_LIMIT = 64  # a merged or repeated cell wider than this is a sheet's empty margin, not talk


def read_opendocument(archive: Archive) -> Document:
    """The main text of an .odt package."""
    archive.require("content.xml")
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names() and b"encryption-data" in archive.read(manifest):
        raise UnreadableSource(
            mark("the file is protected with a password"), mark("Open it, take the password off and save it again")
        )
    root = parse_xml(archive.read("content.xml"))
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise UnreadableSource(
            mark("the file is an OpenDocument file but no text"), mark("Save it as .odt, .docx or .csv")
        )
    roots = [root, parse_xml(archive.read("styles.xml"))] if "styles.xml" in archive.names() else [root]
    styles = {
        style.get(_STYLE + "name", ""): style for each in reversed(roots) for style in each.iter(_STYLE + "style")
    }
    walk = _Walk(_find_hidden(root), _find_faces(styles), read_text_labels(roots))
    walk.count("tracked deletion", len(body.findall(f"{_TEXT}tracked-changes/{_DELETIONS}")))
    try:
        return Document(tuple(walk.blocks(body)), walk.left_out)
    except RecursionError:
        raise too_deep() from None


def _find_hidden(root: Element) -> frozenset[str]:
    """The names of the text's own styles that hide it."""
    return frozenset(
        style.get(_STYLE + "name", "")
        for style in root.iter(_STYLE + "style")
        for properties in style.iterfind(_STYLE + "text-properties")
        if properties.get(_TEXT + "display") == "none"
    )


def _find_faces(styles: dict[str, Element]) -> dict[str, tuple[int, int]]:
    """The styles that set words in bold, in italics or underlined, or expressly not, with these faces; a style has what
    the style it is based on has, unless it says otherwise."""
    faces = {"Strong_20_Emphasis": (BOLD, 0), "Emphasis": (ITALIC, 0)}
    for name in styles:
        line = [
            properties for style in _ancestry(name, styles) for properties in style.iterfind(_STYLE + "text-properties")
        ]
        said = [next(filter(None, (properties.get(key) for properties in line)), "") for key in _FACED]
        off = sum(face for face, value in zip(FACES, said, strict=True) if value in {"normal", "400", "none"})
        on = sum(face for face, value in zip(FACES, said, strict=True) if value) - off
        if on or off:
            faces[name] = on, off
    return faces


def _ancestry(name: str, styles: dict[str, Element]) -> list[Element]:
    """A style, the one it is based on, and so on; a circle ends where it begins."""
    seen: dict[str, Element] = {}
    while name in styles and name not in seen:
        seen[name] = styles[name]
        name = styles[name].get(_STYLE + "parent-style-name", "")
    return list(seen.values())


@dataclass(slots=True)
class _Walk:
    """One walk over a text; `left_out` counts what it passed over."""

    hidden: frozenset[str]
    faces: dict[str, tuple[int, int]]
    labels: ListLabels
    list_style: str = ""
    list_level: int = 0
    left_out: Counter[str] = field(default_factory=Counter)

    def count(self, kind: str, number: int) -> None:
        """Note things left out; none is not noted."""
        if number:
            self.left_out[kind] += number

    def blocks(self, container: Element) -> list[Block]:
        """The paragraphs and tables of a text, a section, a list, a cell or a text box, in order."""
        found: list[Block] = []
        begins = container.tag == _ITEM
        for child in container:
            if child.tag in {_P, _H}:
                writing = Writing()
                boxes: list[Block] = []
                self._inline(child, writing, boxes, 0)
                paragraph = writing.finish(_level(child))
                if paragraph:
                    label = self.labels.write((self.list_style, str(self.list_level))) if begins else ""
                    found.append(replace(paragraph, text=label + paragraph.text.strip(" ")))
                    begins = False
                found += boxes
            elif child.tag == _TABLE_TAG:
                found.append(Table(tuple(self._rows(child))))
            elif child.tag in _COUNTED:
                self.count(_COUNTED[child.tag], 1)
            elif child.tag == _LIST:
                around, self.list_style = self.list_style, child.get(_TEXT + "style-name", self.list_style)
                self.list_level += 1
                found += add_face(self.blocks(child), LISTED)
                self.list_style, self.list_level = around, self.list_level - 1
            elif child.tag not in _SILENT and len(child):
                found += self.blocks(child)
        return found

    def _inline(self, element: Element, writing: Writing, boxes: list[Block], faces: int) -> None:
        """Add an element's text to `writing` and text boxes to `boxes`; `faces` are those from around it."""
        style = element.get(_TEXT + "style-name", "")
        if style in self.hidden or element.tag in {_TEXT + "hidden-text", _TEXT + "hidden-paragraph"}:
            self.count("hidden passage", 1)
            return
        on, off = self.faces.get(style, (0, 0))
        faces = faces & ~off | on
        _add(element.text, writing, faces)
        for child in element:
            if child.tag in _CHARACTERS:
                writing.add(_CHARACTERS[child.tag], faces)
            elif child.tag == _TEXT + "s":
                count = child.get(_TEXT + "c", "1")
                writing.add(" " * (min(int(count), 1000) if count.isdigit() else 1), faces)
            elif child.tag in _COUNTED:
                self.count(_COUNTED[child.tag], 1)
            elif child.tag == _BOX:
                boxes += add_face(self.blocks(child), BOXED)
            elif child.tag not in _SILENT:
                self._inline(child, writing, boxes, faces)
            _add(child.tail, writing, faces)

    def _rows(self, table: Element) -> list[tuple[tuple[Block, ...], ...]]:
        rows = []
        for child in table:
            if child.tag == _TABLE + "table-row":
                cells: list[tuple[Block, ...]] = []
                for cell in child:
                    repeated = cell.get(_TABLE + "number-columns-repeated", "1")
                    content = tuple(self.blocks(cell)) if cell.tag == _TABLE + "table-cell" else ()
                    cells += [content] * (min(int(repeated), _SPAN_LIMIT) if repeated.isdigit() else 1)
                rows.append(tuple(cells))
            elif len(child):
                rows += self._rows(child)
        return rows


def _add(text: str | None, writing: Writing, faces: int) -> None:
    """White space in the XML counts as one space; more of it is written as elements."""
    if text:
        writing.add(re.sub(r"[ \t\r\n]+", " ", text), faces)


def _level(element: Element) -> int:
    if element.tag == _P:
        return 1 if element.get(_TEXT + "style-name") == "Title" else 0
    level = element.get(_TEXT + "outline-level", "1")
    return int(level) + 1 if level.isdigit() else 2
