"""What a paper rests its claims on, and what interviews could say to them, in words."""

from qualcode.messages import Translate
from qualcode.model import Claim
from qualcode.verify.paper.publication import Basis, Elsewhere, Finding, Publication


def name_place(finding: Finding, t: Translate) -> str:
    """Where a claim stands in the paper."""
    section = t("abstract") if finding.section == "abstract" else t("section {n}").format(n=finding.section)
    return t("{section}, lines {lines}").format(section=section, lines=finding.lines)


def name_basis(basis: Basis, t: Translate) -> str:
    """On what the paper rests a claim."""
    return {
        "interviews": t("interviews, nobody named"),
        "field": t("“the field”, nobody named"),
        "analysis": t("“analysis”, no source named"),
        "named": t("a named interviewee"),
        "chart": t("a chart of an agency"),
        "theory": t("the literature"),
        "inference": t("the authors' inference"),
        "none": t("no source given"),
    }[basis]


def name_elsewhere(elsewhere: Elsewhere, t: Translate) -> str:
    """The kind of source that could answer what interviews cannot."""
    return {
        "": t("the interviews"),
        "document": t("documents"),
        "figures": t("figures"),
        "observation": t("observation"),
        "people": t("people who were not interviewed"),
        "nothing": t("no source: advice or theory"),
    }[elsewhere]


def name_checkable(claim: Claim, t: Translate, language: str) -> tuple[str, ...]:
    """Whether interviews could say it at all, what could instead, and which figures never come from interviews."""
    lines = [
        {
            "yes": t("yes"),
            "partly": t("partly: interviews give accounts only"),
            "no": t("no: outside what interviews can tell"),
        }[claim.checkable]
    ]
    if needs := claim.needs.in_language(language):
        lines.append(t("what could: {needs}").format(needs=needs))
    return (*lines, *name_figures(claim, t))


def name_figures(claim: Claim, t: Translate) -> tuple[str, ...]:
    """Each figure of a claim, marked as what it is: not from interviews."""
    return tuple(t("{figure}: not from interviews").format(figure=figure) for figure in claim.figures)


def list_places(claims: tuple[str, ...], publication: Publication) -> str:
    """`D07 (445-451), I07 (129-131)`: claims with the lines of the paper."""
    return ", ".join(f"{id_} ({publication.find(id_).lines})" for id_ in claims)
