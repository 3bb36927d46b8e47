"""`qualcode audit result`: what auditors judged."""

from qualcode.cli import shared
from qualcode.cli.options import CodebookOption, CsvOption, Folder, LanguageOption, OutOption
from qualcode.messages import mark

HELP = mark("Show the verdicts code by code, and which codings that were judged do not count any more.")


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    from qualcode.workflow.audit.auditing import list_verdicts

    opened = shared.open_folder(folder, codebook=codebook, out=out, language=lang)
    study = shared.load_study(opened)
    shared.print_matrices(opened, study, (list_verdicts(opened, study),), csv=csv)
