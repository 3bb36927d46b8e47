"""The arguments and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qualcode.messages import mark


class Language(StrEnum):
    """The language of results."""

    id = "id"
    en = "en"


class Layer(StrEnum):
    """Which codings enter a display."""

    all = "all"
    suggested = "suggested"
    accepted = "accepted"
    human = "human"


class Content(StrEnum):
    """What stands in the cells of a display."""

    quotes = "quotes"
    counts = "counts"
    presence = "presence"
    summary = "summary"


class Checkable(StrEnum):
    """Whether interviews can tell if a claim holds."""

    yes = "yes"
    partly = "partly"
    no = "no"


Folder = Annotated[Path, typer.Argument(help=mark("A study folder, or a folder of transcripts."), show_default=False)]
OptionalFolder = Annotated[
    Path | None, typer.Argument(help=mark("A study folder, or a folder of transcripts."), show_default=False)
]
Target = Annotated[
    str,
    typer.Argument(help=mark("A YAML file, a study folder, or the name of a shipped codebook."), show_default=False),
]
CodebookOption = Annotated[
    str | None,
    typer.Option(
        "--codebook", metavar="CODEBOOK", help=mark("A YAML file, or the name of a shipped codebook such as blitar.")
    ),
]
CasesOption = Annotated[Path | None, typer.Option("--cases", help=mark("A CSV file with one row an informant."))]
GuideOption = Annotated[
    Path | None, typer.Option("--guide", help=mark("A YAML file with the questions of the interviews and their codes."))
]
InterviewerOption = Annotated[
    list[str] | None,
    typer.Option(
        "--interviewer", metavar="LABEL", help=mark("A label that marks the interviewer; may be given again.")
    ),
]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="FOLDER", help=mark("The folder that takes everything that is written."))
]
LanguageOption = Annotated[
    Language | None,
    typer.Option(
        "--lang", envvar="QUALCODE_LANG", show_envvar=False, help=mark("The language of results and messages.")
    ),
]
LayerOption = Annotated[
    Layer,
    typer.Option("--layer", help=mark("All; open suggestions; accepted or edited ones; what people decided or made.")),
]
ContentOption = Annotated[
    Content | None,
    typer.Option("--content", help=mark("What stands in the cells; if left out quotes, and less of them in Word.")),
]
_KEYS = "[KEY,KEY,...]"
RowsOption = Annotated[
    str | None, typer.Option("--rows", metavar=_KEYS, help=mark("These rows alone, in this order; CG means all CG.*."))
]
ColumnsOption = Annotated[
    str | None, typer.Option("--columns", metavar=_KEYS, help=mark("These columns alone, in this order."))
]
SortOption = Annotated[
    str,
    typer.Option(
        "--sort", metavar="KEY", help=mark("Order rows by name, codings, a column, a code or a column of cases.csv.")
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help=mark("Print JSON for another program."))]
CsvOption = Annotated[bool, typer.Option("--csv", help=mark("Print CSV for another program."))]
WishesOption = Annotated[bool, typer.Option("--wishes", help=mark("Count wishes and hypotheticals too."))]
MostOption = Annotated[int, typer.Option("--most", min=0, help=mark("How many lines a list shows at most; 0 for all."))]
AnswererOption = Annotated[str, typer.Option("--coder", metavar="NAME", help=mark("Who answers."))]
TacticsListOption = Annotated[bool, typer.Option("--list", help=mark("List the tactics and what each is for."))]
