"""`qualcode import`: what people coded in another program, or a whole project of another program."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import Language, LanguageOption
from qualcode.cli.speech import find_language, find_translator, say, speak
from qualcode.errors import QualcodeError
from qualcode.messages import join, mark

if TYPE_CHECKING:
    from qualcode.workflow.exchange.importing import Plan
    from qualcode.workflow.opening import OpenStudy

HELP = mark(
    "FILE.qdpx with a study: what people coded elsewhere becomes decisions of theirs, after a summary; reading it "
    "again records nothing twice. With a new folder: a study is made of the project. FILE.qdc with a new file: a "
    "codebook is begun from its codes."
)


def command(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help=mark("A project (.qdpx) or a codebook (.qdc) by the REFI-QDA standard."),
            show_default=False,
        ),
    ],
    to: Annotated[
        Path,
        typer.Argument(
            metavar="TARGET",
            help=mark("A study, a folder to be made, or for .qdc a YAML file to be made."),
            show_default=False,
        ),
    ],
    coder: Annotated[
        str, typer.Option("--coder", metavar="NAME", help=mark("Whose codings are those that name nobody."))
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help=mark("Record without asking."))] = False,
    lang: LanguageOption = None,
) -> None:
    from qualcode.store.place import SETTINGS_FILE

    ending = file.suffix.lower()
    if ending not in (".qdpx", ".qdc"):
        raise QualcodeError(
            mark("{name} is neither a .qdpx nor a .qdc file", name=file.name),
            mark("In the other program, export the project or the codebook by the REFI-QDA standard"),
        )
    if ending == ".qdc":
        from qualcode.workflow.exchange.founding import found_codebook

        say(mark("{count} codes in {target}", count=found_codebook(file, to, find_language()), target=to))
    elif (to / SETTINGS_FILE).is_file():
        _take_in(file, to, coder, yes=yes, lang=lang)
    else:
        _found(file, to, coder)


def _take_in(file: Path, folder: Path, coder: str, *, yes: bool, lang: Language | None) -> None:
    from qualcode.workflow.exchange.importing import open_project, plan_import

    opened, project = shared.open_folder(folder, language=lang), open_project(file)
    plan = plan_import(opened, project, coder)
    _print(plan)
    if not (plan.parts or plan.memos):
        say(mark("There is nothing to record."))
        return
    if not yes and not shared.ask(mark("Record this?")):
        raise QualcodeError(mark("Nothing was recorded"), mark("Look at the summary above, and add --yes to record it"))
    now = plan if yes else plan_import(opened, project, coder)
    if [part.choices for part in now.parts] != [part.choices for part in plan.parts]:
        what = mark("Nothing was recorded: while the question waited, somebody decided")
        raise QualcodeError(what, mark("Read the file in again, and look at the new summary"))
    _record(opened, now)


def _found(file: Path, folder: Path, coder: str) -> None:
    from qualcode.workflow.exchange.founding import found_study
    from qualcode.workflow.exchange.importing import open_project, plan_import, require_coders
    from qualcode.writers.shell import quote_for_shell

    project = open_project(file)
    require_coders(project, coder)
    with shared.show_progress() as progress:
        opened, meanings = found_study(folder, project, find_language(), progress)
    speak(opened.language)
    say(mark("made {value}", value=folder))
    plan = plan_import(opened, project, coder, meanings)
    _print(plan)
    _record(opened, plan)
    typer.echo(f"  qualcode check {quote_for_shell(str(folder))}")


def _record(opened: "OpenStudy", plan: "Plan") -> None:
    from qualcode.workflow.exchange.importing import record_import

    count = record_import(opened, plan, shared.read_clock())
    for part in plan.parts:
        shared.log_acts(opened, part.desk.coder, part.counts, shared.make_stamp(), tuple(part.desk.remarks))
    say(mark("{count} decisions are on the disk, in {decisions}", count=count, decisions=opened.place.decisions))


def _print(plan: "Plan") -> None:
    from qualcode.evidence.act_words import name_act

    t = find_translator()
    for part in plan.parts:
        counts = join(", ", [join(" ", (name_act(act, t), str(count))) for act, count in part.counts.items()])
        say(join("", (f"  {part.desk.coder}: ", counts)))
    if plan.memos:
        say(mark("  memos: {count}", count=len(plan.memos)))
    say(mark("  here already: {count}", count=plan.known))
    if plan.machine:
        say(mark("  suggestions of the machine that went along, nobody's decision: {count}", count=plan.machine))
    if plan.remarks:
        say(mark("Not as it stands in the file:"), err=True)
    for remark in plan.remarks:
        say(join("", ("  ", remark)), err=True)
