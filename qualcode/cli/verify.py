"""`qualcode verify`: claims against the codings, support and contrary side by side."""

from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, CsvOption, Folder, LanguageOption, OutOption


def command(
    folder: Folder,
    claim: Annotated[str | None, typer.Argument(help="One claim's id; none takes all.", show_default=False)] = None,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    """What the interviews say for and against each claim, side by side."""
    from qualcode.workflow.coding import load_study
    from qualcode.workflow.reporting import build_verification
    from qualcode.workflow.showing import find_shown

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    study = load_study(opened)
    if claim is None:
        shared.print_matrices(study, (build_verification(study, opened.language),), opened.language, csv=csv)
    else:
        shared.print_notices(study, opened.language)
        shared.print_shown(find_shown(opened, study, claim), opened.language)
