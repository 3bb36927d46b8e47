"""Step 1: condense a study by name, with what lies in its folder."""

from collections.abc import Iterator
from functools import cache, partial

from qualcode.condense.contract import Condensation, Material
from qualcode.messages import mark, translator
from qualcode.model import Curve, Matrix, Study
from qualcode.registry import require_part
from qualcode.store.codings import read_units
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.reading import require_interview
from qualcode.workflow.writings import read_writings

FIRST = ("data-accounting", "coverage")  # what `condense` shows where nothing is named
REPORTED = (*FIRST, "groundedness", "saturation", "left-out")  # in every report
WRITTEN = ("patterns", "jottings", "memos")  # in a report where people wrote any
MOST_REPORTED = 15  # lines of a list in the report


def gather(opened: OpenStudy, study: Study, language: str, most: int = 40) -> Material:
    """What condensations of a study work from; each transcript is read once, and only when one asks for it."""
    written = read_writings(opened, study)
    return Material(
        study,
        language,
        cache(partial(require_interview, opened)),
        lambda name: read_units(opened.place.codings, name),
        written.memos,
        written.patterns,
        written.problems,
        most,
    )


def condense_for_report(material: Material) -> Iterator[tuple[Matrix, Curve | None]]:
    """What every report shows of step 1, with figures, and what people wrote where they wrote anything."""
    for name in (*REPORTED, *WRITTEN):
        for matrix in build_condensation(material, name):
            if matrix.rows or name in REPORTED:
                yield matrix, draw_condensation(material, name)


def build_condensation(material: Material, name: str) -> tuple[Matrix, ...]:
    """One named condensation; an unknown name is refused with the nearest known ones."""
    return require_condensation(name).build(material, translator(material.language))


def draw_condensation(material: Material, name: str) -> Curve | None:
    """The figure of a named condensation, None where it has none or there is nothing to draw."""
    draw = require_condensation(name).draw
    return draw(material, translator(material.language)) if draw else None


def require_condensation(name: str) -> Condensation:
    """One condensation by its name; an unknown one is refused with the nearest known ones."""
    what = mark("There is no condensation {name}", name=name)
    condensation: Condensation = require_part("condense", name, what).load()
    return condensation
