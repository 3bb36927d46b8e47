"""Plain text and Markdown: the decoded file itself, so that offsets fit the file."""

from pathlib import Path

from qualcode.formats.encoding import decode
from qualcode.formats.results import refuse_result_text
from qualcode.formats.source import load
from qualcode.readers.contract import Draft, Reader


def read(path: Path) -> tuple[Draft, ...]:
    """One interview; the notes name the encoding where it is not UTF-8. Binary content is refused, and so is a report
    that qualcode wrote."""
    decoded = decode(load(path))
    refuse_result_text(decoded.text)
    return (Draft(text=decoded.text, notes=decoded.notes),)


PART = Reader(name="text", extensions=(".txt", ".md", ".markdown"), read=read)
