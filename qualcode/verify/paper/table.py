"""The paper's claims beside the interviews: what it says, what they say, and whether they could say it at all."""

from collections.abc import Mapping, Sequence

from qualcode.evidence.provenance import describe_basis, describe_boundaries, warn
from qualcode.evidence.selection import is_human, list_ids
from qualcode.messages import Translate
from qualcode.model import Cell, CellKind, Coding, EntryRule, Heading, Matrix, Study
from qualcode.verify.drawing import count_passages, describe_passages, draw_passages
from qualcode.verify.material import Material
from qualcode.verify.paper.publication import Finding, Publication
from qualcode.verify.paper.words import name_basis, name_checkable, name_place
from qualcode.verify.words import name_codes, name_lean

SIDES = ("for", "against", "both", "silent", "not checkable")


def head_interviews(study: Study, t: Translate) -> str:
    """The head of what the interviews say; tables that leave the report alone keep saying that they are made up."""
    return t("These synthetic interviews") if study.synthetic else t("These interviews")


def build_paper_table(
    publication: Publication,
    study: Study,
    materials: Sequence[Material],
    t: Translate,
    language: str,
    judged: Mapping[str, Sequence[str]] | None = None,
) -> Matrix:
    """A row a claim of the paper, in its order; `materials` are those of the claims.

    A row's head says where the claim stands in the paper, on what the paper rests it, and by which codes it is looked
    for. Columns: what the interviews lean to, the passages on both sides, what else bears the codes, and whether
    interviews could say it at all. The program judges nothing; `judged` are people's judgements on the study's own
    claims, by the ids of these: they stand with the paper's claim of the same id.
    """
    own_claims = judged or {}
    people_coded = any(map(is_human, study.codings))
    by_claim = {material.claim.id: material for material in materials}
    found = [(finding, by_claim[finding.claim.id]) for finding in publication.findings]
    shown = [coding for _, material in found for coding in material.bearing]
    return Matrix(
        name="paper",
        title=t("What the paper says, what these interviews say"),
        rows=tuple(_head(finding, t, language) for finding, _ in found),
        columns=(
            Heading("interviews", head_interviews(study, t)),
            Heading("for", t("For the claim")),
            Heading("against", t("Against the claim")),
            Heading("wider", t("The code at large")),
            Heading("could", t("Could interviews say it at all?")),
        ),
        cells=tuple(
            (
                _draw_lean(material, own_claims.get(finding.claim.id, ()), people_coded=people_coded),
                draw_passages(material.supporting, "evidence", material),
                draw_passages(material.contrary, "contrary", material),
                _draw_wider(material),
                Cell(name_checkable(finding.claim, t, language)),
            )
            for finding, material in found
        ),
        entry_rules=(*_describe(materials, t), *describe_basis(study, shown, t), *describe_boundaries(study, t)),
        notes=warn(study, shown, t),
    )


def build_summary(study: Study, materials: Sequence[Material], t: Translate) -> Matrix:
    """How many of the paper's claims the interviews lean to or against, by whether interviews could say them."""
    rows = (("yes", t("yes")), ("partly", t("partly, accounts only")), ("no", t("no")))
    heads = (t("lean for"), t("lean against"), t("lean both ways"), t("silent"), t("not searched"))
    ours = head_interviews(study, t)
    cells = []
    for checkable, _ in rows:
        own = [material for material in materials if material.claim.checkable == checkable]
        sides = [[material for material in own if material.side == side] for side in SIDES]
        cells.append((Cell((str(len(own)),)), *map(_count_claims, sides)))
    shown = [coding for material in materials for coding in material.bearing]
    return Matrix(
        name="summary",
        title=t("The paper's claims, counted by what the interviews lean to"),
        rows=tuple(
            Heading(key, t("{whose}: could they say it? {answer}").format(whose=ours, answer=answer))
            for key, answer in rows
        ),
        columns=(
            Heading("claims", t("Claims")),
            *(Heading(side.replace(" ", "-"), head) for side, head in zip(SIDES, heads, strict=True)),
        ),
        cells=tuple(cells),
        entry_rules=(
            EntryRule(
                t("Cells"),
                t("claims, not informants; one passage is enough for a lean, and no lean is a judgement"),
            ),
            *describe_basis(study, shown, t),
        ),
        notes=warn(study, shown, t),
    )


def find_wider(material: Material) -> tuple[Coding, ...]:
    """The codings that bear the codes of a claim's sub-codes, and not these themselves."""
    codebook, counted = material.study.codebook, material.counted
    own = [code for code, _ in material.claim.codes]
    whole = {code.id for each in own if (code := codebook.find(each))}
    searched = {code for code in counted.by_code if any(codebook.holds(each, code) for each in own)}
    return tuple(coding for coding in counted.find(whole, codebook) if coding.code not in searched)


def _head(finding: Finding, t: Translate, language: str) -> Heading:
    claim = finding.claim
    detail = "; ".join(filter(None, (name_place(finding, t), name_basis(finding.basis, t), name_codes(claim, t))))
    return Heading(claim.id, f"{claim.id}. {claim.text.in_language(language)}", detail)


def _draw_lean(material: Material, judged: Sequence[str], *, people_coded: bool) -> Cell:
    t, side = material.t, material.side
    lean = name_lean(side, material.bearing, t, people_coded=people_coded, judged=bool(judged))
    head = t("this study's own claim {id}, as judged:").format(id=material.claim.id)
    lines = (lean, *(f"{head} {line}" for line in judged))
    if side == "not checkable":
        return Cell(lines, kind="missing")
    kind: CellKind = "silent" if side == "silent" else "value"
    return Cell(lines, list_ids(material.bearing), kind)


def _draw_wider(material: Material) -> Cell:
    """What else is said under the codes of a claim: it may speak to the claim, and no sub-code says so."""
    t = material.t
    if material.side == "not checkable":
        return Cell((t("not searched"),), kind="missing")
    found = find_wider(material)
    if not found:
        return Cell((t("nothing else"),))
    return Cell(
        (t("passages on other points, or on none named: {n}").format(n=count_passages(found)),), list_ids(found)
    )


def _count_claims(materials: Sequence[Material]) -> Cell:
    return Cell((str(len(materials)),), list_ids(coding for material in materials for coding in material.bearing))


def _describe(materials: Sequence[Material], t: Translate) -> tuple[EntryRule, ...]:
    return (
        EntryRule(
            t("The paper"),
            t("its claims in our own words, with the lines of the paper; on what it rests each is our reading"),
        ),
        EntryRule(
            t("For and against"),
            t(
                "codings of the claim's codes, sub-codes included: for it those with the polarity the claim expects, "
                "against it the others; both are looked for in the same way and shown at the same length"
            ),
        ),
        EntryRule(
            t("The code at large"),
            t(
                "a claim is searched by its sub-codes where the codebook has fitting ones; what bears only the wider "
                "code may speak to the claim all the same: read it before you call a claim silent"
            ),
        ),
        describe_passages(brief=any(material.brief for material in materials), t=t),
    )
