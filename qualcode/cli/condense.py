"""`qualcode condense`: what was collected, and how much of it was coded."""

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, CsvOption, Folder, LanguageOption, OutOption


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    """The data accounting log and the coverage of the codings."""
    from qualcode.workflow.reporting import build_condensation

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    study = shared.load_study(opened)
    shared.print_matrices(study, build_condensation(study, opened.language), opened.language, csv=csv)
