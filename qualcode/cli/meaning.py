"""`qualcode meaning`: tactics for generating meaning, what is laid out and what a person is asked."""

from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import (
    AnswererOption,
    CasesOption,
    CodebookOption,
    CsvOption,
    LanguageOption,
    MostOption,
    OptionalFolder,
    OutOption,
    TacticsListOption,
)
from qualcode.cli.speech import say
from qualcode.messages import mark

if TYPE_CHECKING:
    from qualcode.meaning.material import Material
    from qualcode.workflow.opening import OpenStudy


HELP = mark("What thirteen tactics lay out to find meaning in, and the questions that they leave to you.")


def command(
    context: typer.Context,
    folder: OptionalFolder = None,
    what: Annotated[
        str | None,
        typer.Argument(
            help=mark("One tactic; with --answer a question (clustering:1) or a cell to fill in."), show_default=False
        ),
    ] = None,
    list_: TacticsListOption = False,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where", metavar="FIELD=VALUE", help=mark("Only informants and codings that are so: sector=public.")
        ),
    ] = None,
    by: Annotated[
        str, typer.Option("--by", metavar="FIELD", help=mark("Compare groups by this column of cases.csv."))
    ] = "",
    most: MostOption = 40,
    said: Annotated[
        str | None, typer.Option("--answer", metavar="TEXT", help=mark('Your answer; "" takes it back.'))
    ] = None,
    coder: AnswererOption = "",
    write: Annotated[
        bool,
        typer.Option(
            "--write", help=mark("Write the worksheet to fill in (Word, Markdown) into the folder summaries.")
        ),
    ] = False,
    csv: CsvOption = False,
) -> None:
    from qualcode.evidence.narrowing import read_conditions
    from qualcode.workflow.generating import gather_for_meaning

    if list_:
        shared.print_purposes("meaning")
        return
    opened = shared.open_folder(
        shared.require_folder(folder, context), codebook=codebook, cases=cases, out=out, language=lang
    )
    if said is not None:
        _record_answer(opened, what or "", said, coder)
        return
    study = shared.load_study(opened)
    material = gather_for_meaning(opened, study, opened.language, read_conditions(where or ()), by, most)
    if write:
        _write(opened, material, what)
    elif what:
        _print_worksheet(opened, material, what, csv=csv)
    else:
        _print_overview(opened, material, csv=csv)


def _print_worksheet(opened: "OpenStudy", material: "Material", name: str, *, csv: bool) -> None:
    from qualcode.workflow.generating import lay_out, list_left_open

    [worksheet] = lay_out(material, (name,))
    shared.print_matrices(opened, material.study, worksheet.laid_out.tables, csv=csv)
    if not csv:
        for line in list_left_open(worksheet, material.language):
            typer.echo(line)


def _print_overview(opened: "OpenStudy", material: "Material", *, csv: bool) -> None:
    from qualcode.workflow.generating import build_meaning_overview

    shared.print_matrices(opened, material.study, (build_meaning_overview(material),), csv=csv)


def _record_answer(opened: "OpenStudy", on: str, said: str, coder: str) -> None:
    from qualcode.workflow.generating import answer_aid

    if ":" not in on:
        raise typer.BadParameter(mark("say what you answer, such as clustering:1"), param_hint="WHAT")
    who, stamp = shared.find_coder(opened, coder), shared.make_stamp()
    remarks = answer_aid(opened, shared.load_study(opened), on, said, who, stamp.when)
    shared.log_acts(opened, who, {"answer": 1}, stamp, remarks)
    kept = mark("{who}'s answer", who=who) if said.strip() else mark("that {who} takes the answer back", who=who)
    say(mark("{on}: {kept} is on the disk, in {decisions}", on=on, kept=kept, decisions=opened.place.decisions))


def _write(opened: "OpenStudy", material: "Material", what: str | None) -> None:
    from qualcode.workflow.notices import build_notices
    from qualcode.workflow.summarising import write_worksheets

    done = write_worksheets(opened, material, what or "all", build_notices(material.study, opened.language))
    shared.record_once(opened, material.study, done)
