"""Rich Text Format (Microsoft, version 1.9.1) into paragraphs and tables.

Read by an own walk: what a control word does to the text is little, and tracked deletions, hidden text and characters
beyond the basic plane must come out right.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from qualcode.errors import UnreadableSource
from qualcode.formats.blocks import BOLD, ITALIC, UNDERLINED, Block, Document, Paragraph, Table, Writing
from qualcode.messages import mark

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_NOT_TEXT = frozenset(
    re.findall(
        r"\w+",
        """fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf
        footnote ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation atnid atnauthor atndate atnref fldinst filetbl
        listtable listoverridetable revtbl rsidtbl themedata colorschememapping datastore xmlnstbl pntext listtext
        generator latentstyles nonshppict nonesttables shpinst shprslt bkmkstart bkmkend""",
    )
)
_COUNTED = {"footnote": "footnote", "annotation": "comment"}
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
}
_SYMBOLS = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}"}
_CHARSETS = {
    77: "mac-roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
} | {177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"}
_FACES = {"b": (BOLD, False), "i": (ITALIC, False), "ul": (UNDERLINED, False), "ulnone": (UNDERLINED, True)}
_DEPTH_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside one group of braces."""

    skipped: bool = False
    hidden: bool = False
    deleted: bool = False
    faces: int = 0
    in_table: bool = False
    in_box: bool = False
    replacements: int = 1
    encoding: str = "cp1252"


def read_rich_text(source: str) -> Document:
    """The document's text; `source` is the file decoded as Latin-1, byte by byte.

    What is no RTF or is cut off in the middle is refused.
    """
    if not source.lstrip().startswith("{\\rtf"):
        raise UnreadableSource(
            mark("the file does not begin like RTF"), mark("Open it in its program and save it again as RTF")
        )
    walk = _Walk()
    position = 0
    while position < len(source):
        match = _TOKEN.match(source, position)
        if match is None:  # a backslash at the very end
            break
        position = match.end()
        if match[1] == "bin" and match[2]:  # raw bytes of a picture: braces among them mean nothing
            position += max(int(match[2]), 0)
        else:
            walk.take(*match.groups())
    if walk.groups:
        raise UnreadableSource(
            mark("the file is damaged or cut off"), mark("Get a fresh copy, or save it again as RTF")
        )
    walk.end_paragraph()
    walk.end_table()
    return Document(tuple(walk.blocks), +walk.left_out)


@dataclass(slots=True)
class _Walk:
    """One pass over the tokens; `blocks` and `left_out` are what comes of it."""

    blocks: list[Block] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    state: _State = field(default_factory=_State)
    groups: list[_State] = field(default_factory=list)
    writing: Writing = field(default_factory=Writing)
    around_boxes: list[Writing] = field(default_factory=list)  # paragraphs that a text box interrupts
    encoded: bytearray = field(default_factory=bytearray)  # `\'hh` bytes that wait to be decoded together
    fallback: int = 0  # characters to pass over after a `\u` that stands for them
    cell: list[Block] = field(default_factory=list)
    row: list[tuple[Block, ...]] = field(default_factory=list)
    rows: list[tuple[tuple[Block, ...], ...]] = field(default_factory=list)
    charsets: dict[int, str] = field(default_factory=dict)
    font: int = 0
    base_encoding: str = "cp1252"
    starred: bool = False

    def take(
        self,
        word: str | None,
        number: str | None,
        byte: str | None,
        symbol: str | None,
        brace: str | None,
        text: str | None,
    ) -> None:
        """Take the next token; one of its kinds is set, none for a line end of the file."""
        if byte is None:
            self._decode_bytes()
        if word is not None:
            self._take_word(word, None if number is None else int(number))
        elif byte is not None:
            self._take_byte(int(byte, 16))
        elif symbol is not None:
            self._take_symbol(symbol)
        elif brace == "{":
            self._open()
        elif brace == "}":
            self._close()
        elif text:
            passed = min(self.fallback, len(text))
            self.fallback -= passed
            self._add_plain(text[passed:])

    def end_paragraph(self) -> None:
        """Close the paragraph: inside a table it belongs to the cell."""
        paragraph = self.writing.finish()
        self.writing = Writing()
        if not self.state.in_table:
            self.end_table()
        if paragraph:
            (self.cell if self.state.in_table else self.blocks).append(_join_surrogates(paragraph))

    def end_table(self) -> None:
        """Close the table whose rows were collected, if there is one."""
        if self.rows:
            self.blocks.append(Table(tuple(self.rows)))
            self.rows.clear()

    def _open(self) -> None:
        if len(self.groups) >= _DEPTH_LIMIT:
            raise UnreadableSource(mark("the file's groups are nested too deep"), mark("Save it again as RTF or .docx"))
        self.groups.append(self.state)
        self.starred = False

    def _close(self) -> None:
        outer = self.groups.pop() if self.groups else self.state
        if self.state.in_box and not outer.in_box:
            self.end_paragraph()
            self.writing = self.around_boxes.pop()
        self.state = outer
        self.fallback = 0

    def _take_symbol(self, symbol: str) -> None:
        if symbol == "*":
            self.starred = True
        elif symbol in "\r\n":  # TextEdit ends paragraphs so
            self._end_visibly()
        elif self.fallback:
            self.fallback -= 1
        else:
            self._add(_SYMBOLS.get(symbol, ""))

    def _take_byte(self, byte: int) -> None:
        if self.fallback:
            self.fallback -= 1
        else:
            self.encoded.append(byte)

    def _take_word(self, word: str, number: int | None) -> None:
        if (self.starred and word != "shptxt") or word in _NOT_TEXT:
            if word in _COUNTED and not self.state.skipped:
                self.left_out[_COUNTED[word]] += 1
            self.state = replace(self.state, skipped=True)
            self.starred = False
        self._take_font(word, number)
        if word in _CHARACTERS:
            self._take_character(_CHARACTERS[word])
        elif word == "u" and number is not None:
            self._add(chr(number % 0x10000))
            self.fallback = self.state.replacements
        elif word == "uc":
            self.state = replace(self.state, replacements=number or 0)
        elif word == "shptxt" and not self.state.in_box:  # a text box: words inside what is otherwise drawing
            self.around_boxes.append(self.writing)
            self.writing = Writing()
            self.state = replace(self.state, skipped=False, in_box=True)
        elif word in {"v", "deleted", "plain"}:
            self._take_visibility(word, number != 0)
        elif word in _FACES:
            face, off = _FACES[word]
            faces = self.state.faces & ~face if off or number == 0 else self.state.faces | face
            self.state = replace(self.state, faces=faces)
        elif not self.state.skipped:
            self._take_structure(word)

    def _take_character(self, character: str) -> None:
        if self.fallback:
            self.fallback -= 1
        else:
            self._add(character)

    def _take_font(self, word: str, number: int | None) -> None:
        """Fonts decide how bytes are decoded; the font table says how."""
        if word == "ansicpg" and number:
            self.base_encoding = f"cp{number}"
            self.state = replace(self.state, encoding=self.base_encoding)
        elif word == "mac":
            self.base_encoding = "mac-roman"
            self.state = replace(self.state, encoding=self.base_encoding)
        elif word == "f" and number is not None:
            self.font = number
            self.state = replace(self.state, encoding=self.charsets.get(number, self.base_encoding))
        elif word == "fcharset" and number in _CHARSETS:
            self.charsets[self.font] = _CHARSETS[number]

    def _take_visibility(self, word: str, on: bool) -> None:
        state = self.state
        if word == "v":
            after = replace(state, hidden=on)
        elif word == "deleted":
            after = replace(state, deleted=on)
        else:
            after = replace(state, hidden=False, deleted=False, faces=0)
        if not state.skipped:
            self.left_out["hidden passage"] += after.hidden and not state.hidden
            self.left_out["tracked deletion"] += after.deleted and not state.deleted
        self.state = after

    def _take_structure(self, word: str) -> None:
        if word in {"par", "page", "sect"}:
            self._end_visibly()
        elif word == "pard":
            self.state = replace(self.state, in_table=False)
        elif word in {"intbl", "trowd"}:
            self.state = replace(self.state, in_table=True)
        elif word in {"cell", "nestcell"}:
            self.state = replace(self.state, in_table=True)
            self.end_paragraph()
            if word == "cell":
                self.row.append(tuple(self.cell))
                self.cell.clear()
        elif word == "row":
            self.rows.append(tuple(self.row))
            self.row.clear()

    def _end_visibly(self) -> None:
        if not (self.state.skipped or self.state.deleted or self.state.hidden):
            self.end_paragraph()

    def _add(self, text: str) -> None:
        if not (self.state.skipped or self.state.deleted or self.state.hidden):
            self.writing.add(text, self.state.faces)

    def _add_plain(self, text: str) -> None:
        if not text.isascii():  # bytes that an old program wrote as they are
            self.encoded += text.encode("latin-1")
            self._decode_bytes()
        else:
            self._add(text)

    def _decode_bytes(self) -> None:
        if self.encoded:
            try:
                self._add(self.encoded.decode(self.state.encoding, errors="replace"))
            except LookupError:  # a code page of its own that Python does not know
                self._add(self.encoded.decode("cp1252", errors="replace"))
            self.encoded.clear()


def _join_surrogates(paragraph: Paragraph) -> Paragraph:
    r"""Emoji are written as two `\u`; what is left of half a pair becomes the replacement character."""
    text, lead = (
        words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        for words in (paragraph.text, paragraph.lead)
    )
    return replace(paragraph, text=text, lead=lead)
