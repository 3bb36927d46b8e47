"""WordprocessingML by an own walk, so that nothing of what people said is lost and nothing is read twice.

Tracked insertions, content controls, smart tags, hyperlinks, fields' results and text boxes are read; tracked
deletions, comments, field codes, footnote marks and hidden text are not. What is not known is read through.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from qualcode.formats.archive import Archive
from qualcode.formats.blocks import (
    BOLD,
    BOXED,
    ITALIC,
    LISTED,
    UNDERLINED,
    Block,
    Document,
    Paragraph,
    Table,
    Writing,
    add_face,
)
from qualcode.formats.list_labels import Level, ListLabels, read_word_labels
from qualcode.formats.word_looks import drop_looks
from qualcode.formats.xml_tree import parse_xml, too_deep

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_W = f"{{{_NAMESPACE}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_P, _R, _T, _RPR, _PPR, _VAL = (_W + name for name in ("p", "r", "t", "rPr", "pPr", "val"))
_VANISH = _W + "vanish"
_SWITCHES = {_W + "b": BOLD, _W + "i": ITALIC, _W + "u": UNDERLINED}
_TBL, _TR, _TC, _TRPR, _TCPR = (_W + name for name in ("tbl", "tr", "tc", "trPr", "tcPr"))
_BOX, _FIELD, _SYMBOL, _ALTERNATE = _W + "txbxContent", _W + "fldChar", _W + "sym", _MC + "AlternateContent"

_CHARACTERS = {
    _W + "tab": "\t",
    _W + "ptab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "-",
    _W + "softHyphen": "",  # a hint where to break a word, no character of it
}
_COUNTED = {
    _W + "del": "tracked deletion",
    _W + "moveFrom": "tracked deletion",
    _W + "commentReference": "comment",
    _W + "footnoteReference": "footnote",
    _W + "endnoteReference": "footnote",
}
# Most of a styles part is about tables; to parse it would take longer than the interview.
_NOT_OF_TEXT = re.compile(
    rb'<w:style [^>]*w:type="table".*?</w:style>|<w:latentStyles\b.*?</w:latentStyles>', re.DOTALL
)
_NUMBERED = _W + "numPr"
_PROPERTIES = ("pPr", "trPr", "tcPr", "tblPr", "sdtPr", "sdtEndPr", "rubyPr")
_SILENT = frozenset(_W + name for name in (*_PROPERTIES, "delText", "instrText", "delInstrText", "rt"))
_SYMBOLS = {
    ("Symbol", 0xB7): "•",
    ("Wingdings", 0x4A): "☺",
    ("Wingdings", 0x4B): "😐",
    ("Wingdings", 0x4C): "☹",
    ("Wingdings", 0xDF): "←",
    ("Wingdings", 0xE0): "→",
    ("Wingdings", 0xFB): "✗",
    ("Wingdings", 0xFC): "✓",
}


def read_word(archive: Archive) -> Document:
    """The main text of a .docx package; headers, footers, comments and notes are parts of their own and not read."""
    main = _find_main_part(archive)
    styles, numbering = (f"{main.rpartition('/')[0]}/{name}.xml" for name in ("styles", "numbering"))
    source = drop_looks(_read_part(archive, main))
    styled = styles in archive.names() and b"Style " in source  # pStyle or rStyle
    style_sheet = _NOT_OF_TEXT.sub(b"", _read_part(archive, styles)) if styled else b""
    listed = numbering in archive.names() and (b":numPr" in source or b":numPr" in style_sheet)
    walk = _Walk(
        _read_styles(style_sheet) if styled else {},
        read_word_labels(parse_xml(_read_part(archive, numbering))) if listed else ListLabels({}),
    )
    root = parse_xml(source)
    body = root.find(_W + "body")
    try:
        return Document(tuple(walk.blocks(body if body is not None else root)), walk.left_out)
    except RecursionError:
        raise too_deep() from None


def _read_part(archive: Archive, name: str) -> bytes:
    return archive.read(name).replace(_STRICT, _NAMESPACE.encode())


def _find_main_part(archive: Archive) -> str:
    """Where the package says its main text is: Word on the web does not call it `word/document.xml`."""
    if "_rels/.rels" in archive.names():
        for relation in parse_xml(archive.read("_rels/.rels")):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target.startswith("word/"):
                archive.require(target)
                return target
    archive.require("word/document.xml")
    return "word/document.xml"


@dataclass(frozen=True, slots=True)
class _Style:
    level: int = 0
    hidden: bool = False
    faces: int = 0
    list_level: Level = ("", "")


_NO_STYLE = _Style()


def _read_styles(source: bytes) -> dict[str, _Style]:
    """Styles that make a heading, hide text or set it in bold, by id; a style has what the style it is based on has."""
    root = parse_xml(source)
    elements = {style.get(_W + "styleId", ""): style for style in root.iterfind(_W + "style")}
    styles = {}
    for key in elements:
        line = _ancestry(key, elements)
        level = next(filter(None, map(_read_style_level, line)), 0)
        hidden, *set_in = (
            next((_is_on(switch) for style in line if (switch := style.find(f"{_RPR}/{name}")) is not None), False)
            for name in (_VANISH, *_SWITCHES)
        )
        faces = sum(face for face, on in zip(_SWITCHES.values(), set_in, strict=True) if on)
        numbered = (style.find(f"{_PPR}/{_NUMBERED}") for style in line)
        list_level = next((_read_list_level(each) for each in numbered if each is not None), ("", ""))
        if level or hidden or faces or list_level[0]:
            styles[key] = _Style(level, hidden, faces, list_level)
    return styles


def _read_list_level(numbered: Element) -> Level:
    """The list that a paragraph or a style stands in, and the level; list 0 is none."""
    key = _value(numbered, "numId")
    return ("", "") if key == "0" else (key, _value(numbered, "ilvl") or "0")


def _ancestry(key: str, elements: dict[str, Element]) -> list[Element]:
    """A style, the one it is based on, and so on; a circle ends where it begins."""
    seen: dict[str, Element] = {}
    while key in elements and key not in seen:
        seen[key] = elements[key]
        key = _value(elements[key], "basedOn")
    return list(seen.values())


def _read_style_level(style: Element) -> int:
    name, properties = _value(style, "name").lower(), style.find(_PPR)
    outline = "" if properties is None else _value(properties, "outlineLvl")
    if name == "title":
        return 1
    if name.startswith("heading ") and name[8:].isdigit():
        return int(name[8:]) + 1
    return int(outline) + 2 if outline.isdigit() and outline != "9" else 0


@dataclass(slots=True)
class _Inline:
    """What a paragraph holds. `fields` says of each field that is open whether its code (not its result) is being
    passed: a field opens, separates and closes within one paragraph. `faces` is what its style says."""

    writing: Writing
    boxes: list[Block]
    fields: list[bool]
    faces: int = 0


@dataclass(slots=True)
class _Walk:
    """One walk over a document; `left_out` counts what it passed over."""

    styles: dict[str, _Style]
    labels: ListLabels
    left_out: Counter[str] = field(default_factory=Counter)

    def blocks(self, container: Element) -> list[Block]:
        """The paragraphs and tables of a body, a cell or a text box, in order."""
        found: list[Block] = []
        carried = ""  # a paragraph whose end mark was deleted goes on in the next one
        for child in container:
            tag = child.tag
            if tag == _P:
                properties = child.find(_PPR)
                style = _NO_STYLE if properties is None else self._style(properties)
                inline = _Inline(Writing(), [], [], style.faces)
                self._read_inline(child, inline)
                paragraph = inline.writing.finish(style.level)
                text = carried + "".join(inline.writing.pieces)
                ends = properties is None or not _ends_deleted(properties)
                if paragraph and style.list_level[0]:
                    label = self.labels.write(style.list_level)
                    paragraph = replace(paragraph, text=label + paragraph.text, faces=paragraph.faces | LISTED)
                if text and ends:
                    found.append(Paragraph(text, style.level) if carried or not paragraph else paragraph)
                carried = "" if ends else text
                found += inline.boxes
            elif tag == _TBL:
                found.append(Table(tuple(self._rows(child))))
            elif tag == _ALTERNATE:
                found += self.blocks(_choose(child))
            elif tag in _COUNTED:
                self.left_out[_COUNTED[tag]] += 1
            elif tag not in _SILENT and len(child):
                found += self.blocks(child)
        return [*found, Paragraph(carried)] if carried else found

    def _read_inline(self, element: Element, inline: "_Inline") -> None:
        """Add what stands in a paragraph, a run or any wrapper of runs."""
        faces = inline.faces
        for child in element:
            tag = child.tag
            if tag == _R:
                self._read_inline(child, inline)
            elif tag == _T:
                text = child.text
                if text and True not in inline.fields:
                    inline.writing.add(text, faces)
            elif tag == _RPR:
                if self._hides(child):
                    self.left_out["hidden passage"] += 1
                    return
                faces = self._read_faces(child, faces)
            elif tag in _CHARACTERS:
                inline.writing.pieces.append(_CHARACTERS[tag])
            elif tag in _COUNTED:
                self.left_out[_COUNTED[tag]] += 1
            elif tag not in _SILENT:
                self._read_wrapper(child, inline)

    def _read_wrapper(self, element: Element, inline: "_Inline") -> None:
        if element.tag == _FIELD:
            _turn_field(element.get(_W + "fldCharType"), inline.fields)
        elif element.tag == _SYMBOL:
            inline.writing.pieces.append(_read_symbol(element))
        elif element.tag == _BOX:
            inline.boxes += add_face(self.blocks(element), BOXED)
        elif element.tag == _ALTERNATE:
            self._read_inline(_choose(element), inline)
        else:
            self._read_inline(element, inline)

    def _rows(self, table: Element) -> list[tuple[tuple[Block, ...], ...]]:
        rows = []
        for child in table:
            if child.tag == _TR:
                properties = child.find(_TRPR)
                if properties is not None and properties.find(_W + "del") is not None:
                    self.left_out["tracked deletion"] += 1
                    continue
                cells: list[tuple[Block, ...]] = []
                if properties is not None:
                    cells += [()] * _read_count(properties, "gridBefore")
                self._add_cells(child, cells)
                rows.append(tuple(cells))
            elif child.tag not in _SILENT and len(child):
                rows += self._rows(child)
        return rows

    def _add_cells(self, row: Element, cells: list[tuple[Block, ...]]) -> None:
        for child in row:
            if child.tag == _TC:
                cells.append(tuple(self.blocks(child)))
                properties = child.find(_TCPR)
                if properties is not None:
                    cells += [()] * (_read_count(properties, "gridSpan") - 1)
            elif child.tag not in _SILENT and len(child):
                self._add_cells(child, cells)

    def _style(self, properties: Element) -> _Style:
        """What a paragraph's style says, with the paragraph's own level and list before it."""
        style = self.styles.get(_value(properties, "pStyle"), _NO_STYLE)
        own, numbered = _value(properties, "outlineLvl"), properties.find(_NUMBERED)
        if numbered is not None:
            style = replace(style, list_level=_read_list_level(numbered))
        return replace(style, level=int(own) + 2) if own.isdigit() and own != "9" else style

    def _hides(self, properties: Element) -> bool:
        vanish = properties.find(_VANISH)
        if vanish is not None:
            return _is_on(vanish)
        return bool(self.styles) and self.styles.get(_value(properties, "rStyle"), _NO_STYLE).hidden

    def _read_faces(self, properties: Element, inherited: int) -> int:
        faces = inherited
        if self.styles:
            faces |= self.styles.get(_value(properties, "rStyle"), _NO_STYLE).faces
        for name, face in _SWITCHES.items():
            switch = properties.find(name)
            if switch is not None:
                faces = faces | face if _is_on(switch) else faces & ~face
        return faces


def _choose(alternate: Element) -> Element:
    """Of a thing that is written twice, for new and for old programs, the first."""
    return next(iter(alternate), alternate)


def _ends_deleted(properties: Element) -> bool:
    mark = properties.find(_RPR)
    return mark is not None and (mark.find(_W + "del") is not None or mark.find(_W + "moveFrom") is not None)


def _turn_field(kind: str | None, fields: list[bool]) -> None:
    if kind == "begin":
        fields.append(True)
    elif fields and kind == "separate":
        fields[-1] = False
    elif fields and kind == "end":
        fields.pop()


def _read_symbol(element: Element) -> str:
    try:
        code = int(element.get(_W + "char", ""), 16)
    except ValueError:
        return ""
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    return _SYMBOLS.get((element.get(_W + "font", ""), low), chr(code) if code < 0x10000 else "")


def _value(element: Element, name: str) -> str:
    found = element.find(_W + name)
    return "" if found is None else found.get(_VAL, "")


def _read_count(properties: Element, name: str) -> int:
    """A number of columns; a table wider than 64 is none of talk, and a wrong number must not fill the memory."""
    value = _value(properties, name)
    return min(int(value), 64) if value.isdecimal() else 0


def _is_on(switch: Element) -> bool:
    return switch.get(_VAL, "true") not in {"0", "false", "off", "none"}
