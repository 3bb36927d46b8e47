"""`qualcode sheet`: codings out to Word or Excel, and what people decided there back in."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import (
    CasesOption,
    CodebookOption,
    ColumnsOption,
    Content,
    Folder,
    JsonOption,
    LanguageOption,
    OutOption,
    RowsOption,
    SortOption,
)
from qualcode.cli.speech import find_translator, say, tell_all
from qualcode.errors import QualcodeError
from qualcode.messages import join, mark

if TYPE_CHECKING:
    from qualcode.workflow.opening import OpenStudy
    from qualcode.workflow.sheets.reading import Plan

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)

_MOST_NAMED = 20  # deletions shown one by one


@app.callback()
def group() -> None:
    """Decide in Word or Excel."""


@app.command(
    "out",
    help=mark(
        "Write the codings as they stand into a workbook or a document, for people to decide in; with --display "
        "the cells of a display, with the evidence laid ready, for people to write in; with --claims what "
        "tactics ask about claims.\n\nA file that is there already is never replaced: it may hold somebody's "
        "work."
    ),
)
def send(
    folder: Folder,
    to: Annotated[
        Path,
        typer.Option(
            "--to",
            metavar="FILE",
            show_default=False,
            help=mark("NAME.xlsx, NAME.docx, or a folder: a document a transcript."),
        ),
    ],
    coder: Annotated[str, typer.Option("--coder", metavar="NAME", help=mark("Who will work in it."))] = "",
    transcript: Annotated[
        list[str] | None, typer.Option("--transcript", metavar="NAME", help=mark("This one only; may be given again."))
    ] = None,
    grid: Annotated[bool, typer.Option("--grid", help=mark("Excel: an empty grid of units and codes."))] = False,
    blind: Annotated[
        bool, typer.Option("--blind", help=mark("Show nothing that the machine or others coded; in Excel, the grid."))
    ] = False,
    display: Annotated[
        str, typer.Option("--display", metavar="NAME", help=mark("Excel: the cells of this display, to be written in."))
    ] = "",
    rows: RowsOption = None,
    columns: ColumnsOption = None,
    sort: SortOption = "",
    claims: Annotated[
        bool,
        typer.Option("--claims", help=mark("Excel: the questions that tactics leave open about claims, to answer.")),
    ] = False,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.workflow.sheets.sending import send_out

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    if claims:
        if display or blind or grid or transcript:
            raise QualcodeError(mark("--claims goes with --to and --coder alone"), mark("Write two sheets"))
        from qualcode.workflow.sheets.claims import send_claims

        send_claims(opened, to, shared.read_clock(), coder)
        say(mark("wrote {to}", to=to))
        return
    if display:
        _send_display(opened, to, display, coder, (rows, columns, sort), refused=blind or grid or bool(transcript))
        return
    if rows or columns or sort:
        raise QualcodeError(
            mark("--rows, --columns and --sort are for the cells of a display"), mark("Name one with --display")
        )
    written = send_out(
        opened, to, shared.read_clock(), coder=coder, blind=blind, grid=grid, transcripts=tuple(transcript or ())
    )
    for path in written:
        say(mark("wrote {path}", path=path))


@app.command(
    "in",
    help=mark(
        "Read decisions back: first the summary, then, when you agree, they are recorded. Reading a sheet again "
        "records nothing twice."
    ),
)
def take(
    folder: Folder,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help=mark("Sheets that came back, or folders of them."), show_default=False),
    ],
    coder: Annotated[
        str, typer.Option("--coder", metavar="NAME", help=mark("Whose decisions they are, whatever the sheet says."))
    ] = "",
    yes: Annotated[
        bool, typer.Option("--yes", help=mark("Record without asking, deleted comments as rejections too."))
    ] = False,
    partly: Annotated[
        bool, typer.Option("--partly", help=mark("Record what is right although something is wrong."))
    ] = False,
    as_json: JsonOption = False,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.workflow.sheets.reading import Plan, list_sheets, plan_sheet, record_plan, refuse_sheets

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    plans = [plan_sheet(opened, path, shared.read_clock(), coder) for path in list_sheets(files)]
    if as_json:
        import json

        typer.echo(json.dumps(tell_all([_describe(plan) for plan in plans]), ensure_ascii=False, indent=1))
    else:
        for plan in plans:
            _print_plan(plan)
    errors = tuple(error for plan in plans for error in plan.errors)
    if errors and not partly:
        raise refuse_sheets(errors)
    for error in errors:
        say(mark("left out: {error}", error=str(error)), err=True)
    if not any(part.counts for plan in plans for part in plan.parts):
        say(mark("There is nothing to record."), err=as_json)
        return
    if not yes and not shared.ask(mark("Record this?")):
        raise QualcodeError(mark("Nothing was recorded"), mark("Look at the summary above, and add --yes to record it"))
    if not yes:
        shown, plans = plans, [plan_sheet(opened, plan.path, shared.read_clock(), coder) for plan in plans]
        if not all(map(Plan.is_like, shown, plans)):
            what = mark("Nothing was recorded: while the question waited, a sheet was changed or somebody decided")
            raise QualcodeError(what, mark("Read the sheets in again, and look at the new summary"))
    count = 0
    for number, plan in enumerate(plans):
        fresh = plan_sheet(opened, plan.path, shared.read_clock(), coder) if number else plan
        count += record_plan(fresh, shared.read_clock())
        _log(opened, fresh)
    say(
        mark("{count} decisions are on the disk, in {decisions}", count=count, decisions=opened.place.decisions),
        err=as_json,
    )


def _send_display(
    opened: "OpenStudy", to: Path, name: str, coder: str, asked: tuple[str | None, str | None, str], *, refused: bool
) -> None:
    from qualcode.workflow.sheets.cells import send_cells

    if refused:
        raise QualcodeError(
            mark("--blind, --grid and --transcript are for codings, not for a display"), mark("Choose rows with --rows")
        )
    rows, columns, sort = asked
    options = replace(
        shared.make_options(opened, Content.summary),
        rows=shared.split_keys(rows),
        columns=shared.split_keys(columns),
        sort=sort,
    )
    send_cells(opened, to, shared.read_clock(), name, options, coder)
    say(mark("wrote {to}", to=to))


def _log(opened: "OpenStudy", plan: "Plan") -> None:
    from qualcode.workflow.records.recording import record_sitting

    for part in plan.parts:
        if part.counts:
            shared.print_remark(record_sitting(opened, shared.make_stamp(), part.desk.coder, 0, dict(part.counts)))
            for remark in part.desk.remarks:
                shared.print_remark(remark)


def _print_plan(plan: "Plan") -> None:
    from qualcode.evidence.act_words import name_act

    t = find_translator()
    say(mark("{name}, which left on {left}:", name=plan.path.name, left=plan.imprint.left[:10]))
    for part in plan.parts:
        counts = join(", ", [join(" ", (name_act(act, t), str(count))) for act, count in part.counts.items()])
        say(join("", (f"  {part.desk.coder}: ", counts or mark("nothing new"))))
    say(mark("  unchanged {unchanged}, recorded before {known}", unchanged=plan.unchanged, known=plan.known))
    if plan.deletions:
        say(mark("  Deleted comments, to be rejected: {count}", count=len(plan.deletions)))
        for deletion in plan.deletions[:_MOST_NAMED]:
            typer.echo(f"    {deletion.code} “{deletion.quote}”")
        if len(plan.deletions) > _MOST_NAMED:
            say(mark("    and {value} more", value=len(plan.deletions) - _MOST_NAMED))
    for problem in plan.problems:
        if problem.severity != "error":
            shared.print_problem(problem, err=True)


def _describe(plan: "Plan") -> dict[str, object]:
    return {
        "sheet": plan.path.name,
        "left": plan.imprint.left,
        "coders": {part.desk.coder: dict(part.counts) for part in plan.parts},
        "unchanged": plan.unchanged,
        "known": plan.known,
        "deleted": [{"code": each.code, "quote": each.quote} for each in plan.deletions],
        "problems": [
            {"severity": each.severity, "where": each.where, "what": each.what, "how": each.how}
            for each in plan.problems
        ],
    }
