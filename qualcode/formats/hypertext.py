"""HTML into paragraphs and tables, as programs that transcribe save it: read as text, never as a page."""

import re
from collections import Counter
from html.parser import HTMLParser

from qualcode.formats.blocks import BOLD, ITALIC, UNDERLINED, Block, Document, Table, Writing

_FACES = {"b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC, "u": UNDERLINED}
_SILENT = frozenset(("script", "style", "title", "template", "noscript", "textarea", "select", "svg"))
_BLOCKS = """p div li ul ol dl dt dd blockquote section article header footer main nav aside hr pre figure figcaption
    h1 h2 h3 h4 h5 h6 body form table tr td th caption"""
_ENDS = frozenset(_BLOCKS.split())
_FURNITURE = (("title", "header"), ("title", "footer"), ("class", "message service"))  # of LibreOffice and Telegram
_NOTE = re.compile(r"#_?(?:ftn|edn|sdfootnote|sdendnote|(?P<comment>cmnt|msocom|msoanchor))")
_BACK = re.compile("ref|anc")  # a link from a note to where it belongs
_INLINE = frozenset(("a", "select"))  # not closed, they end with the paragraph
_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")  # of a style sheet, for a class
_STYLED = (
    (BOLD, re.compile(r"font-weight:\s*(?:bold|[6-9]00)")),
    (ITALIC, re.compile(r"font-style:\s*italic")),
    (UNDERLINED, re.compile(r"text-decoration:[^;]*underline")),
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def read_hypertext(source: str) -> Document:
    """The paragraphs, headings and tables of a page or a piece of one. Tags that are not closed or not known do no
    harm; scripts, styles, running heads, footnotes and comments are passed over."""
    folded = source.casefold()
    walk = _Walk(frozenset(tag for tag in _SILENT if tag in _INLINE or f"</{tag}" in folded))
    walk.feed(_quote_unended(source))
    walk.close()
    walk.end_paragraph()
    walk.end_table()
    return Document(tuple(walk.blocks), walk.left_out)


def _quote_unended(source: str) -> str:
    """The page with what begins a comment or a tag that never ends as text, which Python's parser takes it for too, but
    only after it has looked for each one's end through all that follows."""
    comment = source.rfind("-->") + 1
    source = source[:comment] + source[comment:].replace("<!--", "&lt;!--")
    tag = source.rfind(">") + 1
    return source[:tag] + source[tag:].replace("<", "&lt;")


class _Walk(HTMLParser):
    """One pass over the tags; `blocks` and `left_out` are what comes of it."""

    def __init__(self, silent: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._passed_over = silent  # tags that are closed somewhere: else all that follows would be lost
        self.blocks: list[Block] = []
        self._writing = Writing()
        self._open: Counter[str] = Counter()  # tags of type
        self._spans: list[tuple[int, bool]] = []  # faces in those that are open, and whether a time stands there
        self._block_faces = 0
        self._classes: dict[str, int] = {}  # with the faces that the page's style sheet gives them
        self.left_out: Counter[str] = Counter()
        self._silent: list[str] = []  # the tag whose words are passed over, and those of its name inside of it
        self._note = ""  # what the paragraph is, where it is a footnote or a comment
        self._level = 0
        self._tables = 0
        self._rows: list[list[list[Block]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an opening tag."""
        if self._silent and self._silent[0] in _INLINE and tag in _ENDS:
            self._silent.clear()
        if self._silent:
            self._silent += [tag] * (tag == self._silent[0])
        elif tag in self._passed_over or (tag == "div" and any(each in attrs for each in _FURNITURE)):
            self._silent.append(tag)
        elif tag == "a":
            self._open_link(dict(attrs).get("href") or "")
        elif tag == "br":
            self._writing.add("\n", 0)
        elif tag in _FACES:
            self._open[tag] += 1
        elif tag in _ENDS:
            self.end_paragraph()
            self._open_block(tag)
            self._block_faces = self._read_faces(attrs)
        elif tag == "span":
            is_time = ("class", "timestamp") in attrs  # oTranscribe's
            around = self._spans[-1][0] if self._spans else 0
            self._spans.append((around | self._read_faces(attrs), is_time))
            self._writing.add("[" * is_time, 0)

    def _read_faces(self, attrs: list[tuple[str, str | None]]) -> int:
        """What a tag's classes and its own style say of the face of type."""
        faces = 0
        for name, value in attrs:
            if name == "class":
                for each in (value or "").split():
                    faces |= self._classes.get(each, 0)
            elif name == "style":
                faces |= _read_style(value or "")
        return faces

    def _open_link(self, target: str) -> None:
        """Pass over the number of a note; one that leads back stands before the note's own words."""
        if note := _NOTE.match(target):
            self._silent.append("a")
            if _BACK.search(target):
                self._note = "comment" if note["comment"] else "footnote"

    def _open_block(self, tag: str) -> None:
        if tag[1:].isdigit():
            self._level = int(tag[1:]) + 1
        elif tag == "table":
            self._tables += 1
        elif self._tables == 1 and tag == "tr":
            self._rows.append([])
        elif self._tables == 1 and tag in {"td", "th"}:
            self._rows = self._rows or [[]]
            self._rows[-1].append([])

    def handle_endtag(self, tag: str) -> None:
        """Take a closing tag; one that closes nothing means nothing."""
        if self._silent:
            del self._silent[len(self._silent) - (tag == self._silent[0]) :]
            return
        if self._open[tag]:
            self._open[tag] -= 1
        elif tag == "span":
            if self._spans and self._spans.pop()[1]:
                self._writing.add("] ", 0)
        elif tag in _ENDS:
            self.end_paragraph()
        if tag == "table":
            self._tables = max(0, self._tables - 1)
            if not self._tables:
                self.end_table()

    def handle_data(self, data: str) -> None:
        """Take text between tags; white space counts as one blank."""
        if self._silent:
            if self._silent[0] == "style":
                self._classes |= {name: _read_style(style) for name, style in _RULE.findall(data)}
        else:
            faces = self._block_faces | (self._spans[-1][0] if self._spans else 0)
            for tag, face in _FACES.items():
                faces |= face if self._open[tag] else 0
            self._writing.add(_BLANKS.sub(" ", data), faces)

    def end_paragraph(self) -> None:
        """Close the paragraph: inside a table it belongs to the cell."""
        paragraph = self._writing.finish(self._level)
        self._writing = Writing()
        self._level = self._block_faces = 0
        self._spans.clear()
        note, self._note = self._note, ""
        if note:
            self.left_out[note] += 1
        elif paragraph:
            cell = self._rows[-1][-1] if self._tables and self._rows and self._rows[-1] else self.blocks
            cell.append(paragraph)

    def end_table(self) -> None:
        """Close the table whose rows were collected, if there is one."""
        if self._rows:
            self.blocks.append(Table(tuple(tuple(tuple(cell) for cell in row) for row in self._rows)))
            self._rows = []


def _read_style(style: str) -> int:
    return sum(face for face, pattern in _STYLED if pattern.search(style))
