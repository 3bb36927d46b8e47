"""The bytes of a source file, or one clear line on why there are none."""

from pathlib import Path

from qualcode.errors import UnreadableSource

MEGABYTE = 1_000_000
SIZE_LIMIT = 200 * MEGABYTE  # an hour of talk is about 60 kB of text; a document this large is no transcript


def load(path: Path) -> bytes:
    """The file's bytes. Missing, locked, empty and oversized files are refused with UnreadableSource."""
    try:
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            raise UnreadableSource(
                f"the file is {size // MEGABYTE} MB; the limit is {SIZE_LIMIT // MEGABYTE} MB",
                "Remove pictures and recordings from it, or save the text alone",
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableSource("there is no such file", "Check the name") from None
    except OSError as error:
        raise UnreadableSource(
            f"the file cannot be opened ({error.strerror or 'no reason given'})",
            "Close it where it is open, and check that you may read it",
        ) from None
    if not data:
        raise UnreadableSource("the file is empty", "Save the transcript again, or take the file away")
    return data
