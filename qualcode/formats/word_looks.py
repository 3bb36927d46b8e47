"""What of WordprocessingML says only how things look is dropped before it is parsed.

Of a file that Word wrote it is three quarters: fonts and sizes of every run, widths of every cell, numbers of editing
sessions. To make elements of it, only to pass over them, would take longer than all the rest.
"""

import re

# What a property must hold to be read: faces of type, hiding, styles, levels, lists, merged cells, tracked deletions.
_TELLING = rb"b|i|u|vanish|rStyle|pStyle|outlineLvl|gridSpan|gridBefore|del|moveFrom"
_LOOK = rb"<(?!w:(?:" + _TELLING + rb")\b)[^>]*/>"
_LOOKS = re.compile(rb"<w:((?!num)[a-z]+Pr)>(?:" + _LOOK + rb"|<w:rPr>(?:" + _LOOK + rb")*</w:rPr>)*</w:\1>")
_ATTRIBUTES = rb'(?: w(?:14)?:\w+="[^"<>]*")+'
_SESSIONS = tuple((re.compile(tag + _ATTRIBUTES), tag) for tag in (b"<w:p", b"<w:r"))


def drop_looks(source: bytes) -> bytes:
    """The XML of a document part without properties that tell nothing of the text, and without the numbers that Word
    gives to paragraphs and runs.

    Text cannot be touched: a `<` that is text is written `&lt;`. Only in CDATA it is not, which no known program
    writes; a part that holds some is given back whole, as is, in effect, one whose prefix is not `w`.
    """
    if b"CDATA[" in source:
        return source
    if b"w:rsid" in source:
        for session, tag in _SESSIONS:
            source = session.sub(tag, source)
    return _LOOKS.sub(b"", source)
