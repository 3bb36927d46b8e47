"""What a display takes and gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from qualcode.errors import QualcodeError
from qualcode.evidence.narrowing import Condition
from qualcode.evidence.selection import Layer
from qualcode.messages import Translate, mark
from qualcode.model import Matrix, Network, Study

Content = Literal["presence", "counts", "quotes", "summary"]
CONTENTS: tuple[Content, ...] = ("presence", "counts", "quotes", "summary")
EVERY = 1_000_000  # quotes a cell, where none is to be left out


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """How a display is to be filled.

    `content`: what stands in the cells, with "summary" what people typed of them. `layer`: which codings enter: machine
    suggestions that nobody decided on, those that a person accepted or edited, these with what people coded by hand
    ("human"), or all (then marked apart). `wishes`: whether wishes and hypotheticals are counted. `quotes`: how many
    quotes a cell shows at most, 1 or more. `where`: which informants and codings enter at all. `rows` and `columns`:
    keys of those to keep, in this order (`CG` stands for all keys that begin with `CG.`); none keeps all. `sort`: what
    the rows are ordered by, "" as the display orders them itself.
    """

    language: str = "en"
    content: Content = "quotes"
    layer: Layer = "all"
    wishes: bool = False
    quotes: int = 2
    where: tuple[Condition, ...] = ()
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    sort: str = ""

    def __post_init__(self) -> None:
        if self.quotes < 1:
            raise QualcodeError(
                mark("A cell cannot show {quotes} quotes", quotes=self.quotes),
                mark("Ask for 1 or more, or for counts instead of quotes"),
            )


@dataclass(frozen=True, slots=True)
class Display:
    """A named display of Miles, Huberman and Saldana's catalogue.

    `purpose` says what it is for, in one line. `build` is handed a study that is narrowed already, and what it gives is
    arranged after it; it raises `QualcodeError` where the study lacks what the display is about. A display with
    `in_report` stands in every report, the others where they are asked for. One that `orders` takes `sort` for the
    variable it is about and is not sorted again. One that is `counted` shows counts in a report, whatever the others
    show. `to_network` makes a network of the matrix that `build` gives and the labels of codes by their ids. `chapter`
    is that of the catalogue in Miles, Huberman and Saldana (2014), 0 for what is not in it, and `called` the name
    there. A `template` stands among all displays of a report only once somebody wrote in it. `contents` are those that
    its cells can take, the one taken where none is asked for first. `on_paper` is what they hold in a report that is
    printed, where nobody asked for a content; quotes are one a cell there. `to_paper` makes of the matrix what stands
    in print in its place, where the display is laid out for a screen. With `fixed_quotes` every quote stands in it,
    or one of each, however many a cell may show.
    """

    name: str
    purpose: str
    build: Callable[[Study, DisplayOptions, Translate], Matrix]
    in_report: bool = False
    orders: bool = False
    counted: bool = False
    to_network: Callable[[Matrix, Mapping[str, str]], Network] | None = None
    chapter: int = 0
    called: str = ""
    template: bool = False
    contents: tuple[Content, ...] = CONTENTS
    on_paper: Content = "quotes"
    to_paper: Callable[[Matrix, Translate], Matrix] | None = None
    fixed_quotes: bool = False

    def fit(self, options: DisplayOptions) -> DisplayOptions:
        """The options with the first content that its cells take, where they do not take theirs."""
        return options if options.content in self.contents else replace(options, content=self.contents[0])
