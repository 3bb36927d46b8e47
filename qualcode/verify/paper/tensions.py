"""Where a paper pulls against itself: both sides, and which of them the interviews lean to."""

from collections.abc import Mapping

from qualcode.evidence.provenance import describe_basis, describe_boundaries, warn
from qualcode.evidence.selection import is_human, list_ids
from qualcode.messages import Translate
from qualcode.model import Cell, CellKind, Claim, EntryRule, Heading, Matrix, Study
from qualcode.verify.drawing import count_passages, draw_passages
from qualcode.verify.material import Material, find_side
from qualcode.verify.paper.publication import Publication, list_claims
from qualcode.verify.paper.table import head_interviews
from qualcode.verify.paper.words import list_places
from qualcode.verify.words import name_codes, name_layers


def build_tension_table(
    publication: Publication, study: Study, sides: Mapping[str, Material], t: Translate, language: str
) -> Matrix:
    """A row a tension; `sides` are the materials of its sides by their ids.

    Columns: both sides in the paper, the one to which the interviews lean, and what is said for either.
    """
    people_coded = any(map(is_human, study.codings))
    shown = [coding for material in sides.values() for coding in material.supporting]
    rows = [(tension, sides[tension.first.id], sides[tension.second.id]) for tension in publication.tensions]
    return Matrix(
        name="tensions",
        title=t("Where the paper pulls against itself, and which side the interviews lean to"),
        rows=tuple(Heading(tension.id, tension.id) for tension, _, _ in rows),
        columns=(
            Heading("one", t("The one side")),
            Heading("other", t("The other side")),
            Heading("interviews", head_interviews(study, t)),
            Heading("for-one", t("For the one side")),
            Heading("for-other", t("For the other side")),
        ),
        cells=tuple(
            (
                _draw_side(tension.first, publication, t, language),
                _draw_side(tension.second, publication, t, language),
                _draw_lean(first, second, people_coded=people_coded),
                draw_passages(first.supporting, "value", first),
                draw_passages(second.supporting, "value", second),
            )
            for tension, first, second in rows
        ),
        entry_rules=(
            EntryRule(
                t("Sides"),
                t(
                    "each is looked for by codes of its own, and only what speaks for a side counts; how many passages "
                    "there are does not decide between the two"
                ),
            ),
            *describe_basis(study, shown, t),
            *describe_boundaries(study, t),
        ),
        notes=warn(study, shown, t),
    )


def _draw_side(side: Claim, publication: Publication, t: Translate, language: str) -> Cell:
    codes = name_codes(side, t)
    lines = (side.text.in_language(language), list_places(list_claims(side), publication))
    return Cell((*lines, t("looked for: {codes}").format(codes=codes)) if codes else lines)


def _draw_lean(first: Material, second: Material, *, people_coded: bool) -> Cell:
    t = first.t
    if "not checkable" in (first.side, second.side):
        needs = first.claim.needs.in_language(first.language)
        return Cell((t("not checkable from interviews"), t("what could: {needs}").format(needs=needs)), kind="missing")
    side = find_side(first.supporting, second.supporting)
    if side == "silent":
        line = t("silent: searched, none found") if people_coded else t("suggestions are silent: not yet judged")
        return Cell((line,), kind="silent")
    lean = {
        "for": t("lean to the one side"),
        "against": t("lean to the other side"),
        "both": t("lean both ways"),
    }[side]
    both = (*first.supporting, *second.supporting)
    counts = t("passages: {n} for the one, {m} for the other").format(
        n=count_passages(first.supporting), m=count_passages(second.supporting)
    )
    kind: CellKind = "mixed" if side == "both" else "value"
    return Cell((name_layers(lean, both, t), counts), list_ids(both), kind)
