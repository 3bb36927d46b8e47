"""The bytes of a source file, or one clear line on why there are none."""

from pathlib import Path

from qualcode.errors import UnreadableSource
from qualcode.messages import mark

MEGABYTE = 1_000_000
SIZE_LIMIT = 200 * MEGABYTE  # an hour of talk is about 60 kB of text; a document this large is no transcript


def load(path: Path) -> bytes:
    """The file's bytes. Missing, locked, empty and oversized files are refused with UnreadableSource."""
    try:
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise UnreadableSource(
                mark(
                    "the file is {value} MB; the limit is {value2} MB",
                    value=size // MEGABYTE,
                    value2=SIZE_LIMIT // MEGABYTE,
                ),
                mark("Remove pictures and recordings from it, or save the text alone"),
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableSource(mark("there is no such file"), mark("Check the name")) from None
    except OSError as error:
        raise UnreadableSource(
            mark("the file cannot be opened ({strerror})", strerror=error.strerror or mark("no reason given")),
            mark("Close it where it is open, and check that you may read it"),
        ) from None
    if not data:
        raise UnreadableSource(mark("the file is empty"), mark("Save the transcript again, or take the file away"))
    return data
