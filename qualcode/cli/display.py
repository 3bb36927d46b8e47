"""`qualcode display`: show one named display, or list them."""

from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import (
    CasesOption,
    CodebookOption,
    Content,
    ContentOption,
    CsvOption,
    Folder,
    LanguageOption,
    Layer,
    LayerOption,
    OutOption,
)


def command(
    folder: Folder,
    name: Annotated[str | None, typer.Argument(help="Which display; none lists them.", show_default=False)] = None,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    content: ContentOption = Content.presence,
    layer: LayerOption = Layer.all,
    wishes: Annotated[bool, typer.Option("--wishes", help="Count wishes and hypotheticals too.")] = False,
    csv: CsvOption = False,
) -> None:
    """Shows one display of a coded study; without a name, lists what each is for."""
    from qualcode.registry import find_parts
    from qualcode.workflow.coding import load_study
    from qualcode.workflow.reporting import build_display

    if name is None:
        for entry in find_parts("display").values():
            typer.echo(f"{entry.name}: {entry.keywords['purpose']}")
        return
    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    study = load_study(opened)
    matrix = build_display(study, name, shared.make_options(opened, content, layer, wishes=wishes))
    shared.print_matrices(study, (matrix,), opened.language, csv=csv)
