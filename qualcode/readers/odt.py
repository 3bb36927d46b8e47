"""OpenDocument text, as LibreOffice writes it."""

from pathlib import Path

from qualcode.formats.archive import OPEN_TEXT, Archive
from qualcode.formats.opendocument import read_opendocument
from qualcode.formats.source import load
from qualcode.formats.xml_tree import without_collecting
from qualcode.readers.contract import Draft, Reader
from qualcode.readers.document import draft_document


def read(path: Path) -> tuple[Draft, ...]:
    """The interviews in a document; the notes say what was left out (tracked deletions, comments, hidden text)."""
    archive = Archive(load(path), OPEN_TEXT)
    with without_collecting():
        return draft_document(read_opendocument(archive))


PART = Reader(name="odt", extensions=(".odt",), read=read)
