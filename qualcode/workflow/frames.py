"""A coded study in Python: its codings as a pandas frame, its displays by name."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from qualcode.display.contract import Content, DisplayOptions
from qualcode.evidence.narrowing import read_conditions
from qualcode.evidence.selection import Layer
from qualcode.model import Case, Matrix, Network, Study
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.displaying import build_display, choose_quotes, draw_network, fit_content, list_displays
from qualcode.workflow.opening import OpenStudy, Wishes
from qualcode.workflow.opening import open_study as read_study

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True, slots=True)
class CodedStudy:
    """A study whose codings and decisions are read; nothing that is asked of it writes anything.

    `opened` and `study` are what qualcode itself works with.
    """

    opened: OpenStudy
    study: Study

    @property
    def cases(self) -> tuple[Case, ...]:
        """The informants."""
        return self.study.cases

    @property
    def displays(self) -> dict[str, str]:
        """What each display is for, by its name."""
        return dict(list_displays(self.opened.language))

    def codings(self) -> "DataFrame":
        """Every current coding, a row each: the columns of codings.csv, numbers as numbers, the coding's id as index.

        Of columns that join several rules, as codings.csv does, nothing is taken apart."""
        from pandas import DataFrame

        from qualcode.writers.codings_csv import COLUMNS, list_rows

        frame = DataFrame(list(list_rows(self.study.codings)), columns=list(COLUMNS)).set_index("coding_id")
        return frame.astype(dict.fromkeys(("turn", "start", "end"), "int64"))

    def display(
        self,
        name: str,
        *,
        content: Content | None = None,
        where: tuple[str, ...] | list[str] = (),
        layer: Layer = "all",
        wishes: bool = False,
        quotes: int | None = None,
        rows: tuple[str, ...] | list[str] = (),
        columns: tuple[str, ...] | list[str] = (),
        sort: str = "",
    ) -> Matrix:
        """A display by its name, with the options of `qualcode display`; `to_frame()` makes a pandas frame of it.

        `content` is quotes if none is named, or what else the display has. An unknown name, and an option that the
        study or the display has nothing for, are refused with a `QualcodeError`.
        """
        options = replace(
            self._choose(content or "quotes", layer),
            where=read_conditions(where),
            wishes=wishes,
            rows=tuple(rows),
            columns=tuple(columns),
            sort=sort,
        )
        fitted = options if content else fit_content(name, options)
        return build_display(self.study, name, choose_quotes(name, fitted, quotes))

    def network(self, name: str, *, layer: Layer = "all") -> Network | None:
        """The network that a display makes, None of one that makes none."""
        return draw_network(self.study, name, self._choose("presence", layer))

    def _choose(self, content: Content, layer: Layer) -> DisplayOptions:
        return DisplayOptions(language=self.opened.language, content=content, layer=layer)


def open_study(
    folder: str | Path, *, language: Literal["en", "id"] = "en", codebook: str | None = None, code: bool = False
) -> CodedStudy:
    """The coded study in `folder`, for notebooks and scripts; `language` is that of labels and displays.

    `code` codes it first, as `qualcode code` does, and writes into its folder; without it a study that was never coded
    is refused, as is one with errors in its files (`QualcodeError`, two lines that say what to do). A bare folder of
    transcripts needs a `codebook`.
    """
    opened = read_study(Path(folder), Wishes(codebook=codebook, language=language), Path.cwd())
    if code:
        code_study(opened)
    return CodedStudy(opened, load_study(opened))
