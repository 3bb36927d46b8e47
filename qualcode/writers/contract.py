"""What a writer takes and gives."""

from collections.abc import Callable
from dataclasses import dataclass

from qualcode.model import Report


@dataclass(frozen=True, slots=True)
class Writer:
    """A format's writer: `write(report)` gives the files by name (relative, with `/`) and their bytes.

    The same report gives the same bytes. A writer touches no disk; the store puts the files in place.
    """

    name: str
    write: Callable[[Report], dict[str, bytes]]
