"""The entry rules of displays that rest on links."""

from qualcode.display.linked import Linked
from qualcode.evidence.answers import find_drawn
from qualcode.messages import Translate
from qualcode.model import EntryRule


def describe_links(linked: Linked) -> tuple[EntryRule, ...]:
    """What the words for links mean, what is shown of a link, how those entered that people drew, and empty cells."""
    t = linked.filling.t
    return (
        *describe_links_beside_marks(linked),
        EntryRule(t("Least evidence for a mark"), t("two codings that count and are linked")),
        EntryRule(
            t("Empty cells"), t("none: no link was found, which says neither that there is none nor that it is denied")
        ),
    )


def describe_links_beside_marks(linked: Linked) -> tuple[EntryRule, ...]:
    """The same for a display whose marks have rules of their own."""
    t = linked.filling.t
    return tell_shown(linked), tell_kinds(t), tell_meaning(t), tell_drawn(linked)


def tell_shown(linked: Linked) -> EntryRule:
    """What cells show of a link."""
    options, t = linked.filling.options, linked.filling.t
    shown = {
        "presence": t("who tells the link"),
        "counts": t("how many links, and who tells them; how often says nothing about how important"),
        "quotes": t(
            "who tells it, and of each kind the first {n} with their quotes, verbatim; the rest is counted"
        ).format(n=options.quotes),
        "summary": t("what people wrote of the linked codings, in their own words, with their names"),
    }
    return EntryRule(t("Shown of a link"), shown[options.content])


def tell_kinds(t: Translate) -> EntryRule:
    """When a link is stated, denied or nearby."""
    return EntryRule(
        t("Links"),
        t(
            "stated: a link word (such as karena, sehingga, gara-gara, makanya, because, so that) stands between "
            "the two in one sentence, or opens the second of two neighbouring ones; denied: the speaker says that "
            "it is not so (bukan karena); nearby: in one unit or in neighbouring units of one turn, without a link "
            "word between them"
        ),
    )


def tell_meaning(t: Translate) -> EntryRule:
    """What may be taken from a link, and what not."""
    return EntryRule(
        t("What a link says"),
        t(
            "stated is what the speaker says, not that it is so; nearby is no relation at all; arrows lead from "
            "cause to effect or aim; what is stated or nearby is looked for inside one turn"
        ),
    )


def tell_drawn(linked: Linked) -> EntryRule:
    """How links entered that people drew."""
    return EntryRule(linked.filling.t("Drawn links"), _describe_drawn(linked))


def _describe_drawn(linked: Linked) -> str:
    t = linked.filling.t
    if linked.filling.options.layer == "suggested":
        return t("left out: only suggestions are shown, and a link that is drawn is a person's")
    drawn = find_drawn(linked.filling.study)
    if not drawn:
        return t("none: nobody has drawn one")
    return t(
        "drawn by people ({who}) between two codings, also of two informants: their own judgement, which no speaker "
        "need have stated; they stand apart under the name of whoever drew them; shown: {n} of {all}, one of whose "
        "codings does not count here is left out"
    ).format(
        who=", ".join(sorted({link.who for link in drawn})),
        n=sum(link.kind == "drawn" for link in linked.links),
        all=len(drawn),
    )
