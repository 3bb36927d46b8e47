"""`qualcode show`: open a coding, a cell, a claim or a code onto its quotes in context."""

from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, Folder, LanguageOption, OutOption
from qualcode.messages import mark

HELP = mark("A coding, a cell, a claim, a code, an informant or a transcript, with every quote behind it in context.")


def command(
    folder: Folder,
    identifier: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help=mark(
                "A coding's id, a cell (display:row:column), a claim, a code, a boundary rule, an informant, a "
                "transcript or a turn (transcript:number)."
            ),
            show_default=False,
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="NAME", help=mark("Print the text of a transcript as it was read."))
    ] = None,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.workflow.contexts import find_text
    from qualcode.workflow.showing import find_shown

    if text is None and identifier is None:
        raise typer.BadParameter(mark("name what to show, or a transcript with --text"), param_hint="ID")
    if text is not None:
        typer.echo(find_text(folder, text), nl=False)
    if identifier is not None:
        opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
        study = shared.load_study(opened)
        shared.print_shown(study, find_shown(opened, study, identifier), opened.language)
