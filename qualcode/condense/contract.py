"""What a condensation takes and gives."""

from collections.abc import Callable
from dataclasses import dataclass

from qualcode.messages import Translate
from qualcode.model import AnalyticMemo, Curve, Matrix, PatternCode, Problem, Span, Study, Transcript

UnitSizes = tuple[tuple[Span, int], ...]  # respondents' units of a transcript, each with its number of words


@dataclass(frozen=True, slots=True)
class Material:
    """What condensations work from.

    `read` gives a transcript by its name, with roles and cases, `read_units` its respondents' units; both go to the
    disk and are asked only where counts and codings do not tell enough. `memos` and `patterns` are what people wrote,
    `problems` what is wrong with their files. `most` is how many lines a list shows at most, 0 all of them.
    """

    study: Study
    language: str
    read: Callable[[str], Transcript]
    read_units: Callable[[str], UnitSizes]
    memos: tuple[AnalyticMemo, ...] = ()
    patterns: tuple[PatternCode, ...] = ()
    problems: tuple[Problem, ...] = ()
    most: int = 40


@dataclass(frozen=True, slots=True)
class Condensation:
    """A named way to condense.

    `purpose` says what it is for, in one line. `build` gives one matrix, or one for each sheet that people fill in
    (`sheets`). `draw` gives a figure of the same, None where there is nothing to draw.
    """

    name: str
    purpose: str
    build: Callable[[Material, Translate], tuple[Matrix, ...]]
    sheets: bool = False
    draw: Callable[[Material, Translate], Curve | None] | None = None
