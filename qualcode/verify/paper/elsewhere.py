"""What interviews cannot settle: the claims that need documents, figures or other people, and who was never heard."""

from collections.abc import Sequence

from qualcode.evidence.provenance import warn
from qualcode.evidence.selection import list_ids
from qualcode.evidence.wording import find_interviewed, name_informant
from qualcode.messages import Translate
from qualcode.model import Cell, EntryRule, Heading, Matrix, Study
from qualcode.verify.material import Material
from qualcode.verify.paper.publication import Publication
from qualcode.verify.paper.table import head_interviews
from qualcode.verify.paper.words import list_places, name_elsewhere, name_figures
from qualcode.verify.words import name_side

ORDER = ("figures", "document", "people", "observation", "nothing")


def build_elsewhere(
    publication: Publication, study: Study, materials: Sequence[Material], t: Translate, language: str
) -> Matrix:
    """A row a claim that interviews answer in part or not at all, by the kind of source that could."""
    by_claim = {material.claim.id: material for material in materials}
    found = sorted(
        (finding for finding in publication.findings if finding.elsewhere),
        key=lambda finding: ORDER.index(finding.elsewhere),
    )
    shown = [coding for finding in found for coding in by_claim[finding.claim.id].bearing]
    return Matrix(
        name="elsewhere",
        title=t("What needs documents, figures, or people who were not interviewed"),
        rows=tuple(Heading(f.claim.id, f"{f.claim.id}. {f.claim.text.in_language(language)}", f.lines) for f in found),
        columns=(
            Heading("kind", t("What could answer it")),
            Heading("source", t("Namely")),
            Heading("figures", t("Figures in the paper")),
            Heading("interviews", head_interviews(study, t)),
        ),
        cells=tuple(
            (
                Cell((name_elsewhere(finding.elsewhere, t),)),
                Cell((finding.claim.needs.in_language(language),)),
                Cell(name_figures(finding.claim, t)),
                _draw_accounts(by_claim[finding.claim.id]),
            )
            for finding in found
        ),
        entry_rules=(
            EntryRule(
                t("Accounts"),
                t("what informants tell of it, where interviews may tell something; not a measurement"),
            ),
        ),
        notes=warn(study, shown, t),
    )


def build_unheard(publication: Publication, study: Study, t: Translate, language: str) -> Matrix:
    """A row for people the paper speaks for without having interviewed them: where it does so."""
    interviewed = find_interviewed(study)
    heard = ", ".join(name_informant(case, t) for case in study.cases if case.id in interviewed)
    return Matrix(
        name="unheard",
        title=t("People for whom the paper speaks, and whom nobody interviewed"),
        rows=tuple(Heading(each.id, each.text.in_language(language)) for each in publication.unheard),
        columns=(Heading("lines", t("Lines of the paper")), Heading("claims", t("Claims that need them"))),
        cells=tuple(
            (Cell((each.lines,)), Cell((list_places(each.claims, publication),))) for each in publication.unheard
        ),
        entry_rules=(EntryRule(t("Interviewed here"), heard or t("none")),),
        notes=warn(study, (), t),
    )


def _draw_accounts(material: Material) -> Cell:
    t = material.t
    if material.side == "not checkable":
        return Cell((t("not searched"),), kind="missing")
    line = t("accounts lean: {side}").format(side=name_side(material.side, t))
    return Cell((line,), list_ids(material.bearing), "silent" if material.side == "silent" else "value")
