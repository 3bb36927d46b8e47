"""`qualcode audit trail`: who did what when."""

from qualcode.cli import shared
from qualcode.cli.options import CodebookOption, CsvOption, Folder, LanguageOption, OutOption
from qualcode.messages import mark

HELP = mark("Show every command and every sitting of a coder in the order of time, and what had changed before it.")


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    from qualcode.workflow.audit.auditing import list_trail
    from qualcode.workflow.coding import load_if_coded

    opened = shared.open_folder(folder, codebook=codebook, out=out, language=lang)
    study = load_if_coded(opened)
    trail = (list_trail(opened, study),)
    if study:
        shared.print_problems(study.problems)
        shared.print_matrices(opened, study, trail, csv=csv)
    else:
        shared.print_tables(opened, trail, csv=csv)
