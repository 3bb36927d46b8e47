"""`qualcode display`: show one named display, or list them."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import (
    CasesOption,
    CodebookOption,
    ColumnsOption,
    Content,
    CsvOption,
    LanguageOption,
    Layer,
    LayerOption,
    OptionalFolder,
    OutOption,
    RowsOption,
    SortOption,
    WishesOption,
)
from qualcode.cli.speech import find_language, say
from qualcode.messages import mark

HELP = mark("Shows one display of a coded study; without a name, lists what each is for.")


def command(
    folder: OptionalFolder = None,
    name: Annotated[
        str | None, typer.Argument(help=mark("Which display; none lists them."), show_default=False)
    ] = None,
    all_names: Annotated[bool, typer.Option("--list", help=mark("List all displays with what each is for."))] = False,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    content: Annotated[
        Content | None, typer.Option("--content", help=mark("What stands in the cells; presence if left out."))
    ] = None,
    quotes: Annotated[
        int | None, typer.Option("--quotes", help=mark("How many quotes a cell shows at most; 2 if left out."))
    ] = None,
    layer: LayerOption = Layer.all,
    wishes: WishesOption = False,
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where", metavar="FIELD=VALUE", help=mark("Only informants and codings that are so: code=CG.TRU.")
        ),
    ] = None,
    rows: RowsOption = None,
    columns: ColumnsOption = None,
    sort: SortOption = "",
    csv: CsvOption = False,
    figure: Annotated[
        Path | None,
        typer.Option(
            "--figure", help=mark("Draw it into this file: .svg or .png; a network also .mmd (Mermaid) or .graphml.")
        ),
    ] = None,
) -> None:
    from qualcode.evidence.narrowing import read_conditions
    from qualcode.workflow.displaying import build_display, choose_quotes, fit_content, list_displays

    opened = None
    if folder is not None:
        opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    if opened is None or name is None or all_names:
        for known, purpose in list_displays(find_language()):
            typer.echo(f"{known}: {purpose}")
        say(mark("The accounting log, contact summaries and the interim case summary: `qualcode condense --list`."))
        return
    study = shared.load_study(opened)
    options = replace(
        shared.make_options(opened, content or Content.presence, layer, wishes=wishes),
        where=read_conditions(where or ()),
        rows=shared.split_keys(rows),
        columns=shared.split_keys(columns),
        sort=sort,
    )
    if content is None:
        options = fit_content(name, options)
    options = choose_quotes(name, options, quotes)
    if figure:
        from qualcode.store.files import write_file
        from qualcode.workflow.figures import draw_display

        write_file(figure, draw_display(study, name, options, figure))
        shared.record_others(opened, study, [figure])
        say(mark("made {figure}", figure=figure))
        return
    shared.print_matrices(opened, study, (build_display(study, name, options),), csv=csv)
