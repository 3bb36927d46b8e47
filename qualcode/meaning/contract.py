"""What an aid takes and gives: a tactic for generating meaning has a part that is computed and a part that is not."""

from collections.abc import Callable
from dataclasses import dataclass

from qualcode.meaning.material import Material
from qualcode.model import Answer, Cell, Matrix


@dataclass(frozen=True, slots=True)
class LaidOut:
    """What an aid computed: tables, every count with the codings behind it, and one line of them for the overview.

    A table may have columns to fill in (`drawing.head_yours`), whose cells are empty.
    """

    brief: Cell
    tables: tuple[Matrix, ...]


@dataclass(frozen=True, slots=True)
class Aid:
    """A tactic for generating meaning (Miles, Huberman and Saldana 2014, ch. 11).

    `number` is its place in the chapter, 1 to 13; `purpose` says what it is for, in one line. `lay_out` computes and
    judges nothing. `questions` are put to a person in this order; new ones come last, for answers are kept by their
    places.
    """

    name: str
    number: int
    purpose: str
    questions: tuple[str, ...]
    lay_out: Callable[[Material], LaidOut]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that an aid leaves to people: its `id` (`clustering:1`), and what they answered, one a person."""

    id: str
    text: str
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Worksheet:
    """An aid put to a study: what was laid out, with what people wrote into it, and the questions that it leaves open.

    `basis` is a hash of the codings that it rests on, to be kept with an answer.
    """

    tactic: str
    laid_out: LaidOut
    questions: tuple[OpenQuestion, ...]
    basis: str
