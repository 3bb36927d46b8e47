"""Web pages as noScribe and word processors save transcripts."""

from pathlib import Path

from qualcode.formats.encoding import decode
from qualcode.formats.hypertext import read_hypertext
from qualcode.formats.refusals import WEB_PAGE
from qualcode.formats.results import refuse_result_page
from qualcode.formats.source import load
from qualcode.readers.contract import Draft, Reader
from qualcode.readers.document import draft_document


def read(path: Path) -> tuple[Draft, ...]:
    """The interviews in a page: its paragraphs and tables. A page that qualcode wrote is refused."""
    decoded = decode(load(path), WEB_PAGE)
    refuse_result_page(decoded.text)
    return tuple(
        Draft(None, draft.passages, draft.suffix, (*decoded.notes, *draft.notes))
        for draft in draft_document(read_hypertext(decoded.text))
    )


PART = Reader(name="html", extensions=(".html", ".htm"), read=read)
