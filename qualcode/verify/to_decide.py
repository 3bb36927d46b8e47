"""What a tactic leaves to a person: the questions that no count answers."""

from qualcode.evidence.selection import is_human
from qualcode.model import Coding
from qualcode.verify.material import Material


def list_decisions(material: Material) -> tuple[str, ...]:
    """What is left to do and to decide before anybody concludes on the claim, a line each."""
    claim, t = material.claim, material.t
    if claim.checkable == "no":
        return (t("Look elsewhere: {needs}").format(needs=claim.needs.in_language(material.language)),)
    supporting, contrary = material.supporting, material.contrary
    lines = []
    open_ones = sum(not is_human(coding) for coding in (*supporting, *contrary))
    if open_ones:
        lines.append(t("Suggestions to read in context, and to accept or reject: {n}.").format(n=open_ones))
    if supporting or contrary:
        lines.append(t("Codes are wider than a claim: does each passage speak to this very claim?"))
    lines.append(
        {
            "for": t("Nothing speaks against it: who would say the opposite, and was that person asked?"),
            "against": t("Nothing speaks for it: who would say so, and was that person asked?"),
            "both": t("Both sides are there: whose word carries, and why do they differ?"),
            "silent": t("Silence is no denial: was it asked at all?"),
        }[material.side]
    )
    lines += list_weaknesses(material)
    if claim.checkable == "partly":
        needs = claim.needs.in_language(material.language) or t("another source")
        lines.append(t("Interviews give accounts only; to check it against: {needs}").format(needs=needs))
    if not claim.rivals:
        lines.append(t("No rival explanation is named: add at least one."))
    return tuple(lines)


def list_weaknesses(material: Material) -> list[str]:
    """A line for each side on which everything is weak."""
    t = material.t
    lines = []
    if material.supporting and all(map(is_weak, material.supporting)):
        lines.append(t("Everything for it is prompted or second-hand: how far does it carry?"))
    if material.contrary and all(map(is_weak, material.contrary)):
        lines.append(t("Everything against it is prompted or second-hand: how far does it carry?"))
    return lines


def is_weak(coding: Coding) -> bool:
    """Whether a coding is known to be second-hand or prompted."""
    return coding.elicited == "prompted" or coding.directness == "second-hand"
