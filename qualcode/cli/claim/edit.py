"""`qualcode claim edit`: change a claim."""

from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, Checkable, CodebookOption, Folder, LanguageOption
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark(
    "Change a claim in claims.yaml; what you do not name stays as it is, comments too. What was changed and why is "
    "added to its history."
)


def command(
    folder: Folder,
    name: Annotated[str, typer.Argument(metavar="ID", help=mark("The claim's id."), show_default=False)],
    why: Annotated[str, typer.Option("--why", help=mark("The reason, for the claim's history."), show_default=False)],
    indonesian: Annotated[str, typer.Option("--id", help=mark("The claim in Indonesian."))] = "",
    english: Annotated[str, typer.Option("--en", help=mark("The claim in English."))] = "",
    code: Annotated[
        list[str] | None,
        typer.Option(
            "--code",
            metavar="CODE",
            help=mark("In place of all its codes: CG.TRU, or CG.TRU contrary; may be given again."),
        ),
    ] = None,
    rival: Annotated[
        list[str] | None, typer.Option("--rival", help=mark("Another explanation more; may be given again."))
    ] = None,
    checkable: Annotated[
        Checkable | None, typer.Option("--checkable", help=mark("Whether interviews can tell if it holds."))
    ] = None,
    needs: Annotated[
        str, typer.Option("--needs", help=mark("The source that could answer what interviews cannot."))
    ] = "",
    source: Annotated[str, typer.Option("--source", help=mark("Who makes the claim, and where."))] = "",
    author: Annotated[str, typer.Option("--author", metavar="NAME", help=mark("Who takes it up."))] = "",
    by: Annotated[
        str, typer.Option("--coder", "--by", metavar="NAME", help=mark("Who changes it; your user name if left out."))
    ] = "",
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.model import Change
    from qualcode.verify.claims.editing import ClaimEdit
    from qualcode.workflow.claiming import change_claim

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, language=lang)
    stamp = shared.make_stamp()
    said = {language: text for language, text in (("id", indonesian), ("en", english)) if text}
    values = {"checkable": checkable.value if checkable else "", "source": source, "author": author}
    edit = ClaimEdit(
        language=next(iter(said), opened.language),
        text=said,
        codes=tuple(code or ()),
        needs=needs,
        rivals=tuple(rival or ()),
        values={key: value for key, value in values.items() if value},
    )
    claim = change_claim(opened, name, edit, Change(shared.find_today(), by or stamp.who, why))
    shared.log_acts(opened, by or stamp.who, {}, stamp)
    say(mark("{id} is changed in {file}, line {line}.", id=claim.id, file=opened.place.claims, line=claim.line))
