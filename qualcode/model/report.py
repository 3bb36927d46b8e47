"""A report: sections whose bodies are described here and drawn by a writer."""

from dataclasses import dataclass

from qualcode.model.coding import Coding
from qualcode.model.curve import Curve
from qualcode.model.matrix import Matrix
from qualcode.model.network import Network
from qualcode.model.text import Transcript


@dataclass(frozen=True, slots=True)
class Prose:
    """Plain paragraphs."""

    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A coding with the words around it (`before`, `after`: verbatim) and the labels of its code and case.

    `code_label` names code and sub-code, "" where they have no name but the id; `counted_as` is id and label of the
    code that the coding counts for. `jottings` are what people noted on the coding, with their names."""

    coding: Coding
    before: str
    after: str
    code_label: str
    case_label: str
    counted_as: str = ""
    jottings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report. `key` is unique in the report and safe in a file name. `figure` shows what stands in the
    body; formats without figures leave it out, and lose nothing. `step` is what a section and its neighbours are parts
    of, "" where it stands alone. `on_paper` is the same matrix with fewer words in its cells, for formats that are
    printed; None where it is short as it is."""

    key: str
    heading: str
    body: Matrix | Prose
    intro: tuple[str, ...] = ()
    figure: Curve | Network | None = None
    step: str = ""
    on_paper: Matrix | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What a person noted beside a turn of an interview, with the person's name."""

    transcript: str
    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a writer draws. A display makes sections and knows no format; a writer knows no display.

    `notices` must be shown at the top (and, in paged formats, on every page): that the interviews are synthetic,
    that only a machine has coded. `quotes` holds every coding that a cell refers to, once, in codings.csv order.
    `transcripts` are the interviews for formats in which one can read them with their codings, `beside` what stands
    beside their turns. `on_paper` is what
    formats that are printed say of tables that are shorter there.
    """

    title: str
    language: str
    notices: tuple[str, ...]
    sections: tuple[Section, ...]
    quotes: tuple[Quote, ...]
    transcripts: tuple[Transcript, ...] = ()
    on_paper: str = ""
    beside: tuple[Beside, ...] = ()
