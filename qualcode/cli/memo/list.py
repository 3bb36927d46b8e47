"""`qualcode memo list`: all memos with what each is linked to."""

from qualcode.cli import shared
from qualcode.cli.options import CodebookOption, CsvOption, Folder, LanguageOption, OutOption
from qualcode.messages import mark

HELP = mark("List all memos; links that lead nowhere are named with file and line.")


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    from qualcode.workflow.condensing import build_condensation, gather

    opened = shared.open_folder(folder, codebook=codebook, out=out, language=lang)
    study = shared.load_study(opened)
    material = gather(opened, study, opened.language)
    shared.print_matrices(opened, study, build_condensation(material, "memos"), csv=csv)
