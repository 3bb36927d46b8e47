"""`qualcode link list`: the links that people drew."""

from qualcode.cli import shared
from qualcode.cli.options import CasesOption, CodebookOption, Folder, LanguageOption, OutOption
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark("List who drew which link, and what stands in the way of those that count nowhere.")


def command(
    folder: Folder,
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.workflow.linking import list_links
    from qualcode.writers.terminal import print_line

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    console = shared.make_console()
    links = tuple(list_links(shared.load_study(opened), opened.language))
    for link in links:
        for line in link:
            print_line(line, console)
    say(mark("Links drawn: {count}", count=len(links)))
