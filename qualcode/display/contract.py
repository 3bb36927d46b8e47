"""What a display takes and gives."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from qualcode.errors import QualcodeError
from qualcode.evidence.selection import Layer
from qualcode.messages import Translate
from qualcode.model import Matrix, Study


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """How a display is to be filled.

    `content`: what stands in the cells. `layer`: which codings enter: machine suggestions that nobody decided on,
    those that a person accepted or made, or both (then marked apart). `wishes`: whether wishes and hypotheticals
    are counted. `quotes`: how many quotes a cell shows at most, 1 or more.
    """

    language: str = "en"
    content: Literal["presence", "counts", "quotes"] = "quotes"
    layer: Layer = "all"
    wishes: bool = False
    quotes: int = 2

    def __post_init__(self) -> None:
        if self.quotes < 1:
            raise QualcodeError(
                f"A cell cannot show {self.quotes} quotes", "Ask for 1 or more, or for counts instead of quotes"
            )


@dataclass(frozen=True, slots=True)
class Display:
    """A named display of Miles, Huberman and Saldana's catalogue. `purpose` says what it is for, in one line."""

    name: str
    purpose: str
    build: Callable[[Study, DisplayOptions, Translate], Matrix]
