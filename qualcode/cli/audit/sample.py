"""`qualcode audit sample`: a sheet of codings for an auditor, drawn by lot."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CodebookOption, Folder, LanguageOption, OutOption
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark("Draw codings by code, each code its part, into an Excel sheet with room for a verdict on each.")


def command(
    folder: Folder,
    to: Annotated[
        Path, typer.Option("--to", metavar="FILE.xlsx", help=mark("The sheet to write."), show_default=False)
    ],
    size: Annotated[int, typer.Option("--size", min=1, help=mark("How many codings, or units of a blind sheet."))] = 40,
    seed: Annotated[int, typer.Option("--seed", help=mark("The same seed draws the same."))] = 1,
    auditor: Annotated[str, typer.Option("--auditor", metavar="NAME", help=mark("Who will judge."))] = "",
    blind: Annotated[
        bool, typer.Option("--blind", help=mark("Show no codings: units to be coded anew, read back by `sheet in`."))
    ] = False,
    codebook: CodebookOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.workflow.audit.sampling import send_sample
    from qualcode.workflow.records.recording import record_sitting

    opened = shared.open_folder(folder, codebook=codebook, out=out, language=lang)
    study = shared.load_study(opened)
    stamp = shared.make_stamp()
    sample = send_sample(opened, study, to, stamp.when, size=size, seed=seed, auditor=auditor, blind=blind)
    shared.print_remark(record_sitting(opened, stamp, "", seed, {}))
    if not blind:
        for code, (drawn, there) in sample.shares.items():
            say(mark("{code}: {drawn} of {there}", code=code, drawn=drawn, there=there))
    drawn = sum(count for count, _ in sample.shares.values())
    say(mark("wrote {path}: {drawn} drawn with seed {seed}", path=sample.path, drawn=drawn, seed=seed))
