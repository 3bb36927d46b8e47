"""`qualcode condense`: what was collected, what was coded of it, and what was left out."""

from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, CsvOption, Folder, LanguageOption, OutOption


def command(
    folder: Folder,
    what: Annotated[
        str | None, typer.Argument(help="Which condensation; none shows the accounting log and coverage.")
    ] = None,
    all_names: Annotated[bool, typer.Option("--list", help="List all with what each is for.")] = False,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    most: Annotated[int, typer.Option("--most", min=0, help="How many lines a list shows at most; 0 for all.")] = 40,
    csv: CsvOption = False,
) -> None:
    """Shows the data accounting log and the coverage of the codings, or another condensation by name."""
    from qualcode.workflow.condensing import FIRST, build_condensation, gather, list_condensations

    if all_names:
        for name, purpose in list_condensations(lang.value if lang else "en"):
            typer.echo(f"{name}: {purpose}")
        return
    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    study = shared.load_study(opened)
    material = gather(opened, study, opened.language, most)
    matrices = tuple(matrix for name in ([what] if what else FIRST) for matrix in build_condensation(material, name))
    shared.print_matrices(study, matrices, opened.language, csv=csv)
