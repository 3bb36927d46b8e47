"""`qualcode standards`: drafts of what reporting checklists and standards of quality ask."""

from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import (
    AnswererOption,
    CasesOption,
    CodebookOption,
    CsvOption,
    LanguageOption,
    OptionalFolder,
    OutOption,
)
from qualcode.cli.speech import say
from qualcode.messages import mark

if TYPE_CHECKING:
    from qualcode.model import Matrix
    from qualcode.standards.contract import Records
    from qualcode.workflow.opening import OpenStudy


HELP = mark("What the study's files answer of a checklist, each line with its file, and what is left to the authors.")


def command(
    context: typer.Context,
    folder: OptionalFolder = None,
    name: Annotated[
        str | None, typer.Argument(help=mark("coreq, srqr or quality; none counts what is answered of each."))
    ] = None,
    all_names: Annotated[bool, typer.Option("--list", help=mark("List the standards and what each is for."))] = False,
    write: Annotated[
        bool, typer.Option("--write", help=mark("Write drafts to complete (Word, Markdown) into the folder standards."))
    ] = False,
    answer: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--answer", metavar="ITEM TEXT", help=mark("Keep what you say to an item; an empty text takes it back.")
        ),
    ] = None,
    coder: AnswererOption = "",
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    csv: CsvOption = False,
) -> None:
    from qualcode.workflow.drafting import answer_item, count_drafts, draft, gather_records

    if all_names:
        shared.print_purposes("standards")
        return
    opened = shared.open_folder(
        shared.require_folder(folder, context), codebook=codebook, cases=cases, out=out, language=lang
    )
    if answer:
        if name is None:
            raise typer.BadParameter(mark("name the standard that you answer, such as coreq"), context)
        who, stamp = shared.find_coder(opened, coder), shared.make_stamp()
        remarks = answer_item(opened, name, *answer, who, stamp.when)
        shared.log_acts(opened, who, {"answer": 1}, stamp, remarks)
        say(mark("kept for {name} {answer}", name=name, answer=answer[0]))
        return
    study = shared.load_study(opened)
    records = gather_records(opened, study)
    if write:
        _write(opened, records, name)
        return
    matrix = draft(records, name) if name else count_drafts(records)
    if name and not csv:
        shared.print_notices(study, opened.language)
        _print(opened, matrix, records)
    else:
        shared.print_matrices(opened, study, (matrix,), csv=csv)


def _print(opened: "OpenStudy", matrix: "Matrix", records: "Records") -> None:
    """An item under the other: what it asks, what is on file, what is left."""
    from textwrap import fill

    from qualcode.workflow.commands import name_study
    from qualcode.workflow.drafting import shorten
    from qualcode.writers.terminal import print_line

    console = shared.make_console()

    def say(line: str, first: str = "", then: str = "  ") -> None:
        print_line(fill(line, console.width, initial_indent=first, subsequent_indent=then), console)

    say(matrix.title)
    for row, (asked, told, left) in zip(matrix.rows, shorten(matrix, records.t, name_study(opened)).cells, strict=True):
        say("")
        say(f"{row.label}: {' '.join(asked.lines)}")
        for sign, cell in (("  - ", told), ("  > ", left)):
            for line in cell.lines:
                say(line, sign, "    ")
    say("")
    for rule in matrix.entry_rules:
        say(f"{rule.label}: {rule.value}")


def _write(opened: "OpenStudy", records: "Records", name: str | None) -> None:
    from qualcode.registry import find_parts
    from qualcode.workflow.drafting import write_drafts

    done = write_drafts(opened, records, [name] if name else find_parts("standards"))
    shared.record_once(opened, records.study, done)
