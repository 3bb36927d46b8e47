"""The overview of step 3: claims by tactics, one word or count a cell."""

from collections.abc import Iterable, Mapping, Sequence

from qualcode.evidence.provenance import describe_basis, warn
from qualcode.messages import Translate
from qualcode.model import Cell, EntryRule, Heading, Matrix, Study, Verdict


def build_overview(
    study: Study,
    verdicts: Iterable[Verdict],
    tactics: Sequence[tuple[str, str]],
    t: Translate,
    language: str,
    pages: Mapping[str, str] | None = None,
) -> Matrix:
    """A row a claim of the study, a column a tactic (name and purpose) in the given order; each cell is the tactic's
    brief word on the claim. There must be a verdict for each pair.

    Without `pages` a cell keeps the codings behind it. With them, the pages of the claims by their ids, it opens onto
    the tactic's answer there instead, which has them all.
    """
    found = {(verdict.claim, verdict.tactic): verdict for verdict in verdicts}
    by_id = {coding.id: coding for coding in study.codings}
    used = dict.fromkeys(id_ for verdict in found.values() for id_ in verdict.brief.coding_ids)
    codings = [by_id[id_] for id_ in used]
    return Matrix(
        name="tactics",
        title=t("Claims put to the tactics"),
        rows=tuple(Heading(claim.id, claim.id, claim.text.in_language(language)) for claim in study.claims),
        columns=tuple(_head(name, purpose, t) for name, purpose in tactics),
        cells=tuple(tuple(_draw(found[claim.id, name], pages, t) for name, _ in tactics) for claim in study.claims),
        entry_rules=(
            EntryRule(
                t("Cells"),
                t(
                    "one word or count of what a tactic computed; none is a judgement, and a tactic that was run has "
                    "settled nothing by that"
                ),
            ),
            EntryRule(t("The whole answer"), t("qualcode verify FOLDER CLAIM --tactic NAME")),
            *describe_basis(study, codings, t),
        ),
        notes=warn(study, codings, t),
    )


def _head(name: str, purpose: str, t: Translate) -> Heading:
    """A tactic by what it is called, and by the name that commands take where that is another."""
    titles = {
        "representativeness": t("representativeness"),
        "researcher-effects": t("researcher effects"),
        "triangulation": t("triangulation"),
        "weighting": t("weighting the evidence"),
        "outliers": t("outliers"),
        "extreme-cases": t("extreme cases"),
        "surprises": t("surprises"),
        "negative-evidence": t("negative evidence"),
        "if-then": t("if-then tests"),
        "spurious-relations": t("spurious relations"),
        "replication": t("replication"),
        "rivals": t("rival explanations"),
        "feedback": t("feedback from informants"),
    }
    title = titles.get(name, name)
    return Heading(name, title, purpose if title == name else f"{purpose} ({name})")


def _draw(verdict: Verdict, pages: Mapping[str, str] | None, t: Translate) -> Cell:
    brief = verdict.brief
    lines = (*brief.lines, *_name_answered(verdict, t))
    if pages is None:
        return Cell(lines, brief.coding_ids, brief.kind)
    page = pages.get(verdict.claim, "")
    kind = brief.kind if brief.kind in ("silent", "missing") else "value"
    return Cell(lines, kind=kind, opens=f"{page}#section-{verdict.computed.name}" if page else "")


def _name_answered(verdict: Verdict, t: Translate) -> tuple[str, ...]:
    """Whether anybody answered, and whether all of that was before something changed."""
    if not verdict.answers:
        return ()
    stale = all(answer.changed for answer in verdict.answers)
    return (t("answered, changed since") if stale else t("answered"),)
