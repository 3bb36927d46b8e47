"""The words for claims: the codes they are looked for by, and what codings lean to, which is never a judgement."""

from collections.abc import Sequence

from qualcode.evidence.selection import is_human
from qualcode.messages import Translate
from qualcode.model import Claim, Coding, Side


def name_lean(side: Side, codings: Sequence[Coding], t: Translate, *, people_coded: bool, judged: bool = False) -> str:
    """What `codings`, those that bear on a claim, lean to, and whether a person has looked at them.

    `people_coded` says whether a person accepted or made any coding of the study: until then silence, too, is only
    a machine's. `judged` says that a person has judged the claim, whatever was read for it.
    """
    if side == "not checkable":
        return t("not checkable from interviews")
    if side == "silent":
        looked_at = people_coded or judged
        return t("silent: searched, none found") if looked_at else t("suggestions are silent: not yet judged")
    lean = {"for": t("lean for"), "against": t("lean against"), "both": t("lean both ways")}[side]
    if judged and not all(map(is_human, codings)):
        return t("codings, not all of them read, {lean}").format(lean=lean)
    return name_layers(lean, codings, t)


def name_layers(lean: str, codings: Sequence[Coding], t: Translate) -> str:
    """Who says that `codings` do what `lean` tells ("lean for"): a machine, people, or both."""
    layers = {is_human(coding) for coding in codings}
    if layers == {True}:
        return t("accepted codings {lean}").format(lean=lean)
    if layers == {False}:
        return t("suggestions {lean}: not yet judged").format(lean=lean)
    return t("accepted codings and suggestions {lean}: not all judged yet").format(lean=lean)


def name_side(side: Side, t: Translate) -> str:
    """What some of the codings lean to, in a word."""
    return {
        "for": t("for"),
        "against": t("against"),
        "both": t("both ways"),
        "silent": t("silent"),
        "not checkable": t("not checkable from interviews"),
    }[side]


def name_codes(claim: Claim, t: Translate) -> str:
    """The codes by which a claim is looked for; "" for none."""
    return ", ".join(
        t("{code} contrary").format(code=code) if polarity == "contrary" else code for code, polarity in claim.codes
    )
