"""Which codings count: one answer for every display and every tactic."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from qualcode.model import Codebook, Coding, Span, Study

_BY_PLACE = attrgetter("transcript", "span.start", "span.end")

Layer = Literal["all", "suggested", "accepted", "human"]


@dataclass(frozen=True, slots=True)
class Selection:
    """The codings that count, and those left out, by reason. Rejected codings are in none of them.

    `set_aside` are wishes and hypotheticals. `superseded` are suggestions on words to which a person gave the same
    code: the person's coding stands for them. `unknown` have a code that the codebook no longer has.
    """

    counted: tuple[Coding, ...]
    set_aside: tuple[Coding, ...] = ()
    superseded: tuple[Coding, ...] = ()
    unknown: tuple[Coding, ...] = ()

    @property
    def layers_meet(self) -> bool:
        """Whether suggestions and people's codings both count, so that each must be marked."""
        return len({is_human(coding) for coding in self.counted}) > 1


def is_human(coding: Coding) -> bool:
    """Whether a person accepted, edited or made the coding."""
    return coding.status in ("accepted", "edited", "manual")


def select(study: Study, layer: Layer = "all", wishes: bool = False) -> Selection:
    """Sort the study's codings into those that count and those that do not, keeping their order.

    `layer` keeps suggestions that nobody decided on, suggestions that a person accepted or edited, people's codings
    (these and those made by hand), or all. `wishes` lets wishes and hypotheticals count.
    """
    return study.find_once(("selection", layer, wishes), lambda: _select(study, layer, wishes))


def _select(study: Study, layer: Layer, wishes: bool) -> Selection:
    decided = _find_decided(study)
    sorted_out: dict[str, list[Coding]] = defaultdict(list)
    for coding in study.codings:
        if coding.status != "rejected":
            code = study.codebook.find(coding.code)
            heap = _sort_out(coding, layer, wishes)
            if code is None:
                heap = "unknown" if heap == "counted" else heap
            elif not is_human(coding) and _overlaps(coding.span, decided[coding.transcript, code.id]):
                heap = "superseded"
            sorted_out[heap].append(coding)
    return Selection(*(tuple(sorted_out[heap]) for heap in ("counted", "set aside", "superseded", "unknown")))


def _sort_out(coding: Coding, layer: Layer, wishes: bool) -> str:
    if not _is_of_layer(coding, layer):
        return "other layer"
    return "counted" if wishes or coding.modality == "actual" else "set aside"


def _is_of_layer(coding: Coding, layer: Layer) -> bool:
    if layer == "accepted":
        return coding.status in ("accepted", "edited")
    return layer == "all" or is_human(coding) == (layer == "human")


def _find_decided(study: Study) -> dict[tuple[str, str], list[Span]]:
    """Where a person's codings stand, by transcript and whole code."""
    spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for coding in study.codings:
        code = study.codebook.find(coding.code) if is_human(coding) else None
        if code:
            spans[coding.transcript, code.id].append(coding.span)
    return spans


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def group_by_cell(codings: Iterable[Coding], codebook: Codebook) -> dict[tuple[str, str], tuple[Coding, ...]]:
    """The codings by informant and code; a sub-code's codings stand under its code. Unknown codes are left out."""
    cells: dict[tuple[str, str], list[Coding]] = defaultdict(list)
    for coding in codings:
        code = codebook.find(coding.code)
        if code:
            cells[coding.case, code.id].append(coding)
    return {place: tuple(found) for place, found in cells.items()}


def group_by_code(codings: Iterable[Coding], codebook: Codebook) -> dict[str, tuple[Coding, ...]]:
    """The codings of each whole code, in the order of the codebook, silent codes too; unknown codes are left out."""
    codes: dict[str, list[Coding]] = {code.id: [] for code in codebook.codes}
    for coding in codings:
        if code := codebook.find(coding.code):
            codes[code.id].append(coding)
    return {code: tuple(found) for code, found in codes.items()}


def group_by_case(codings: Iterable[Coding]) -> dict[str, tuple[Coding, ...]]:
    """The codings of each informant, by the case's id."""
    cases: dict[str, list[Coding]] = defaultdict(list)
    for coding in codings:
        cases[coding.case].append(coding)
    return {case: tuple(found) for case, found in cases.items()}


def list_ids(codings: Iterable[Coding]) -> tuple[str, ...]:
    """The codings' ids, each once, in their order."""
    return tuple(dict.fromkeys([coding.id for coding in codings]))


def group_by_unit(codings: Iterable[Coding]) -> tuple[tuple[Coding, ...], ...]:
    """Codings of one code as the units they lie on: those that overlap are one unit, so that it counts once.

    Two coders on the same sentence give one unit; a person's longer stretch takes in the sentences it covers.
    """
    units: list[list[Coding]] = []
    end = 0
    for coding in sorted(codings, key=_BY_PLACE):
        if units and units[-1][0].transcript == coding.transcript and coding.span.start < end:
            units[-1].append(coding)
            end = max(end, coding.span.end)
        else:
            units.append([coding])
            end = coding.span.end
    return tuple(tuple(unit) for unit in units)
