"""`qualcode claim list`: the claims of a study."""

import typer

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, Folder, LanguageOption
from qualcode.cli.speech import say
from qualcode.messages import mark, translator

HELP = mark("List the claims with their codes, their lines in claims.yaml and how each stands; and every problem.")


def command(
    folder: Folder, codebook: CodebookOption = None, cases: CasesOption = None, lang: LanguageOption = None
) -> None:
    from qualcode.workflow.verifying import tell_if_coded

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, language=lang)
    judging, t = tell_if_coded(opened), translator(opened.language)
    sides = {"supporting": t("supporting"), "contrary": t("contrary")}
    for claim in opened.claims:
        codes = ", ".join(f"{code} {sides[polarity]}" for code, polarity in claim.codes)
        say(
            mark(
                "{id} (line {line}): {text} [{codes}]",
                id=claim.id,
                line=claim.line,
                text=claim.text.in_language(opened.language),
                codes=codes or (t("not checkable from interviews") if claim.checkable == "no" else "-"),
            )
        )
        for line in judging.get(claim.id, ()):
            typer.echo(f"    {line}")
    say(mark("{count} claims.", count=len(opened.claims)))
    shared.print_problems(opened.problems)
