"""`qualcode claim new`: take up a claim."""

from typing import Annotated

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, Checkable, CodebookOption, Folder, LanguageOption
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark("Write a new claim behind the others in claims.yaml, dated today. `claim edit` changes it later.")


def command(
    folder: Folder,
    name: Annotated[str, typer.Argument(metavar="ID", help=mark("A short id, such as K7."), show_default=False)],
    indonesian: Annotated[str, typer.Option("--id", help=mark("The claim in Indonesian."))] = "",
    english: Annotated[str, typer.Option("--en", help=mark("The claim in English."))] = "",
    code: Annotated[
        list[str] | None,
        typer.Option("--code", metavar="CODE", help=mark("CG.TRU, or CG.TRU contrary; may be given again.")),
    ] = None,
    rival: Annotated[
        list[str] | None, typer.Option("--rival", help=mark("Another explanation; may be given again."))
    ] = None,
    checkable: Annotated[
        Checkable, typer.Option("--checkable", help=mark("Whether interviews can tell if it holds."))
    ] = Checkable.yes,
    needs: Annotated[
        str, typer.Option("--needs", help=mark("The source that could answer what interviews cannot."))
    ] = "",
    source: Annotated[str, typer.Option("--source", help=mark("Who makes the claim, and where."))] = "",
    author: Annotated[
        str,
        typer.Option("--author", "--coder", metavar="NAME", help=mark("Who takes it up; your user name if left out.")),
    ] = "",
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.verify.claims.editing import NewClaim
    from qualcode.workflow.claiming import take_up

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, language=lang)
    stamp = shared.make_stamp()
    said = {language: text for language, text in (("id", indonesian), ("en", english)) if text}
    first = next(iter(said), "en")
    new = NewClaim(
        id=name,
        text=said,
        codes=tuple(code or ()),
        checkable=checkable.value,
        needs={first: needs},
        rivals=tuple({first: text} for text in rival or ()),
        source=source,
        author=author or stamp.who,
        date=shared.find_today(),
    )
    claim = take_up(opened, new)
    shared.log_acts(opened, new.author, {}, stamp)
    say(
        mark(
            "{id} stands in {file}, line {line}.",
            id=claim.id,
            file=opened.place.root / "claims.yaml",
            line=claim.line,
        )
    )
