"""`qualcode audit trail`: who did what when."""

from qualcode.cli import shared
from qualcode.cli.options import CodebookOption, CsvOption, Folder, LanguageOption, OutOption
from qualcode.messages import mark

HELP = mark("Shows every command and every sitting of a coder in the order of time, and what had changed before it.")


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    from qualcode.workflow.auditing import list_trail

    opened = shared.open_folder(folder, codebook=codebook, out=out, language=lang)
    study = shared.load_study(opened)
    shared.print_matrices(opened, study, (list_trail(opened, study),), csv=csv)
