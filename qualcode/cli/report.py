"""`qualcode report`: write every result again from the codings that are there."""

from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import (
    CasesOption,
    CodebookOption,
    Content,
    ContentOption,
    Folder,
    LanguageOption,
    Layer,
    LayerOption,
    OutOption,
)
from qualcode.messages import mark

HELP = mark("HTML, Word, Excel, CSV and Markdown, from the codings that are there.")


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
    content: ContentOption = None,
    layer: LayerOption = Layer.all,
    displays: Annotated[
        str,
        typer.Option(
            "--displays", metavar="NAME,NAME", help=mark("Which displays; `all` for all. None: the usual few.")
        ),
    ] = "",
    meaning: Annotated[
        str,
        typer.Option(
            "--meaning", metavar="NAME,NAME", help=mark("Which tactics for generating meaning; `all` for all.")
        ),
    ] = "",
    without_interviews: Annotated[
        bool,
        typer.Option("--without-interviews", help=mark("Leave the whole interviews out of report.html; quotes stay.")),
    ] = False,
) -> None:
    from qualcode.workflow.records.recording import Making, list_sources_of, record
    from qualcode.workflow.reporting import write_results

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    study = shared.load_study(opened)
    chosen, tactics = (tuple(filter(None, map(str.strip, names.split(",")))) for names in (displays, meaning))
    options, whole = shared.make_options(opened, content or Content.quotes, layer), not without_interviews
    names = write_results(opened, study, options, chosen, tactics, interviews=whole, short_on_paper=content is None)
    asked = content.value if content else ""
    making = Making(names, opened.language, asked, layer.value, chosen, tactics, interviews=whole)
    shared.print_remark(record(opened, list_sources_of(study), shared.make_stamp(), making, heads=study.heads))
    shared.print_problems(opened.problems)
    shared.print_written(opened, names, interviews=whole)
