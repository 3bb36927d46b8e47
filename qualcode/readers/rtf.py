"""Rich Text Format, as Word, LibreOffice and TextEdit write it."""

from pathlib import Path

from qualcode.errors import UnreadableSource
from qualcode.formats.refusals import RTF, recognise
from qualcode.formats.rich_text import read_rich_text
from qualcode.formats.source import load
from qualcode.messages import mark
from qualcode.readers.contract import Draft, Reader
from qualcode.readers.document import draft_document


def read(path: Path) -> tuple[Draft, ...]:
    """The interviews in a document; the notes say what was left out (tracked deletions, comments, hidden text)."""
    data = load(path)
    seeming = recognise(data)
    if seeming and seeming != RTF:
        raise UnreadableSource(mark("the file is not RTF but {noun}", noun=seeming.noun), seeming.remedy)
    return draft_document(read_rich_text(data.decode("latin-1")))


PART = Reader(name="rtf", extensions=(".rtf",), read=read)
