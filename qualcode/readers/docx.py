"""Word documents, with what python-docx's paragraph text loses: tracked insertions, content controls, text boxes."""

from pathlib import Path

from qualcode.formats.archive import WORD, Archive
from qualcode.formats.results import refuse_results
from qualcode.formats.source import load
from qualcode.formats.word_xml import read_word
from qualcode.formats.xml_tree import without_collecting
from qualcode.readers.contract import Draft, Reader
from qualcode.readers.document import draft_document


def read(path: Path) -> tuple[Draft, ...]:
    """The interviews in a document; the notes say what was left out (tracked deletions, comments, hidden text)."""
    archive = Archive(load(path), WORD)
    refuse_results(archive)
    with without_collecting():
        return draft_document(read_word(archive))


PART = Reader(name="docx", extensions=(".docx",), read=read)
