"""oTranscribe's own files: JSON that holds the transcript as HTML."""

from pathlib import Path

from qualcode.errors import UnreadableSource
from qualcode.formats.encoding import decode
from qualcode.formats.hypertext import read_hypertext
from qualcode.formats.json_text import parse_json
from qualcode.formats.source import load
from qualcode.messages import mark
from qualcode.readers.contract import Draft, Reader
from qualcode.readers.document import draft_document


def read(path: Path) -> tuple[Draft, ...]:
    """One interview; what is no such file is refused."""
    decoded = decode(load(path))
    try:
        value = parse_json(decoded.text)
    except ValueError:
        value = None
    page = value.get("text") if isinstance(value, dict) else None
    if not isinstance(page, str):
        raise UnreadableSource(
            mark("the file is none of oTranscribe's, or damaged"),
            mark("Export it again, as .otr or as plain text"),
        )
    return draft_document(read_hypertext(page))


PART = Reader(name="otr", extensions=(".otr",), read=read)
