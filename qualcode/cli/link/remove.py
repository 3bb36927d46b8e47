"""`qualcode link remove`: take a link away."""

from qualcode.cli import shared
from qualcode.cli.link.arguments import Cause, CoderOption, Effect
from qualcode.cli.options import CasesOption, CodebookOption, Folder, LanguageOption, OutOption
from qualcode.cli.speech import say
from qualcode.messages import mark

HELP = mark("Take away a link of your own; that it was drawn and taken away stays on record.")


def command(
    folder: Folder,
    cause: Cause,
    effect: Effect,
    coder: CoderOption = "",
    codebook: CodebookOption = None,
    cases: CasesOption = None,
    out: OutOption = None,
    lang: LanguageOption = None,
) -> None:
    from qualcode.workflow.linking import take_link_away

    opened = shared.open_folder(folder, codebook=codebook, cases=cases, out=out, language=lang)
    who = shared.find_coder(opened, coder)
    for remark in take_link_away(opened, who, cause, effect, shared.make_stamp().when):
        shared.print_remark(remark)
    say(mark("taken away by {who}", who=who))
