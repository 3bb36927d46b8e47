"""The claim table: each claim with what the interviews say for and against it, in columns of equal right."""

from collections.abc import Sequence

from qualcode.evidence.asking import Asking, find_asking
from qualcode.evidence.provenance import describe_basis, describe_boundaries, warn
from qualcode.evidence.selection import is_human, list_ids
from qualcode.evidence.wording import name_informant, name_scope
from qualcode.messages import Translate
from qualcode.model import Case, Cell, CellKind, Claim, EntryRule, Heading, Matrix, Side, Study
from qualcode.verify.drawing import describe_passages, describe_search, draw_passages
from qualcode.verify.judging import describe_judging, find_judging
from qualcode.verify.material import Material, find_for_rival, group_by_speaker
from qualcode.verify.to_decide import list_decisions
from qualcode.verify.words import name_codes, name_lean

# A lean is no finding: its cell takes no side's colour.
KINDS: dict[Side, CellKind] = {"silent": "silent", "not checkable": "missing"}


def build_claim_table(study: Study, materials: Sequence[Material], t: Translate, language: str = "en") -> Matrix:
    """A row a claim of the study, in the given order.

    Columns: what people judged it to be, what the interviews lean to, for, against, silent informants, what was set
    aside, rivals, and, where the materials are not to be told in brief, what is left for a person to decide. `language`
    is the one in which claims are written out. The program judges nothing.
    """
    brief = any(material.brief for material in materials)
    left = () if brief else (Heading("to-decide", t("Left for a person to decide")),)
    left_out = t("What is left for a person to decide on each claim is asked in report.html and by `qualcode verify`.")
    shown = [coding for material in materials for coding in material.bearing]
    people_coded = any(map(is_human, study.codings))
    return Matrix(
        name="claims",
        title=t("Claims: for and against, side by side"),
        rows=tuple(_head_claim(material.claim, t, language) for material in materials),
        columns=(
            Heading("status", t("Status"), t("as people judged it")),
            Heading("interviews", t("The interviews")),
            Heading("for", t("For the claim")),
            Heading("against", t("Against the claim")),
            Heading("silent", t("Silent informants")),
            Heading("set-aside", t("Set aside"), t("wishes and hypotheticals")),
            Heading("rivals", t("Rivals to consider")),
            *left,
        ),
        cells=tuple(_fill_row(material, people_coded=people_coded) for material in materials),
        entry_rules=(
            *describe_basis(study, shown, t),
            *_describe_cells(t, brief=brief),
            *describe_boundaries(study, t),
        ),
        notes=(*warn(study, shown, t), *([left_out] if brief else ())),
    )


def _head_claim(claim: Claim, t: Translate, language: str) -> Heading:
    scope = name_scope(claim.scope, t)
    figures = ", ".join(claim.figures)
    details = (
        claim.id,
        name_codes(claim, t),
        t("only of {scope}").format(scope=scope) if scope else "",
        t("figures not from interviews: {figures}").format(figures=figures) if figures else "",
        t("source: {source}").format(source=claim.source) if claim.source else "",
    )
    return Heading(claim.id, claim.text.in_language(language), "; ".join(filter(None, details)))


def _fill_row(material: Material, *, people_coded: bool) -> tuple[Cell, ...]:
    return (
        Cell(describe_judging(find_judging(material), material.t)),
        _fill_lean(material, people_coded=people_coded),
        draw_passages(material.supporting, "evidence", material),
        draw_passages(material.contrary, "contrary", material),
        _fill_silent(material),
        _fill_set_aside(material),
        _fill_rivals(material),
        *(() if material.brief else (Cell(list_decisions(material)),)),
    )


def _fill_lean(material: Material, *, people_coded: bool) -> Cell:
    judged = bool(material.judgements)
    lean = name_lean(material.side, material.bearing, material.t, people_coded=people_coded, judged=judged)
    lines = (lean,) if material.brief else (lean, describe_search(material))
    return Cell(lines, list_ids(material.bearing), KINDS.get(material.side, "value"))


def _fill_silent(material: Material) -> Cell:
    t = material.t
    if material.side == "not checkable":
        return Cell((t("not searched"),), kind="missing")
    speaking = {coding.case for coding in material.bearing}
    asking = find_asking(material.study)
    lines = [
        name_informant(case, t, t("not asked") if _is_unasked(material.claim, case, asking) else "")
        for case in material.asked
        if case.id not in speaking
    ]
    lines += [name_informant(case, t, t("no interview")) for case in material.missing]
    return Cell(tuple(lines), kind="silent") if lines else Cell((t("none"),))


def _is_unasked(claim: Claim, case: Case, asking: Asking) -> bool:
    """Whether no question to this informant asked for any of the claim's codes."""
    return bool(claim.codes) and all(asking.is_unasked(case.id, code) for code, _ in claim.codes)


def _fill_set_aside(material: Material) -> Cell:
    grouped = group_by_speaker(material.set_aside, material.study, material.t)
    lines = [f"{speaker}: {len(found)}" for speaker, found in grouped.items()]
    return Cell(tuple(lines) or (material.t("none"),), list_ids(material.set_aside))


def _fill_rivals(material: Material) -> Cell:
    t = material.t
    lines, ids = [], []
    for rival in material.claim.rivals:
        line = rival.text.in_language(material.language)
        if rival.codes:
            found = find_for_rival(rival, material)
            who = ", ".join(group_by_speaker(found, material.study, t)) or t("searched, none found")
            line += " " + t("({codes}: {who})").format(codes=", ".join(rival.codes), who=who)
            ids += [coding.id for coding in found]
        lines.append(line)
    return Cell(tuple(lines) or (t("none named"),), tuple(dict.fromkeys(ids)))


def _describe_cells(t: Translate, *, brief: bool) -> tuple[EntryRule, ...]:
    return (
        EntryRule(
            t("Status"),
            t(
                "a person's judgement with its reasons, never computed; tests run are tactics whose questions somebody "
                "answered; unread are contrary passages on which nobody has decided"
            ),
        ),
        EntryRule(
            t("For and against"),
            t(
                "codings of the claim's codes, sub-codes included: for it those with the polarity the claim expects, "
                "against it the others; both are looked for in the same way and shown at the same length"
            ),
        ),
        EntryRule(
            t("Statuses counted"),
            t(
                "suggested, and accepted, edited or made by a person (“accepted”), marked apart; rejected never; a "
                "suggestion on words to which a person gave the same code gives way to it"
            ),
        ),
        EntryRule(t("Wishes and hypotheticals"), t("on neither side; they stand in a column of their own")),
        describe_passages(brief=brief, t=t),
        EntryRule(
            t("Silent informants"),
            t(
                "interviewed and in the claim's scope, with nothing on either side: neither yes nor no; not asked, "
                "beside a name: no question was understood to ask for any of the claim's codes"
            ),
        ),
        EntryRule(
            t("Rivals to consider"),
            t("other explanations, with the informants who speak for the rival's codes; none wins by number"),
        ),
    )
