"""The mark of a cell: on which side its codings stand, and how many units there are."""

from collections.abc import Sequence

from qualcode.evidence.selection import group_by_unit, is_human
from qualcode.messages import Translate
from qualcode.model import Cell, CellKind, Coding, Polarity

POLARITY_WORDS: dict[str, Polarity] = {  # as people write them in files and on the command line
    "": "supporting",
    "+": "supporting",
    "supporting": "supporting",
    "mendukung": "supporting",
    "-": "contrary",
    "−": "contrary",
    "contrary": "contrary",
    "menyangkal": "contrary",
}
SIGNS: dict[CellKind, str] = {"evidence": "+", "contrary": "−", "mixed": "±"}


def say_none(t: Translate) -> Cell:
    """The cell that says "none": looked for, and not there."""
    return Cell((t("none"),), kind="silent")


def find_kind(codings: Sequence[Coding]) -> CellKind:
    """Whether codings (at least one) speak for a code, against it, or both."""
    polarities = {coding.polarity for coding in codings}
    if len(polarities) > 1:
        return "mixed"
    return "evidence" if "supporting" in polarities else "contrary"


def count_units(codings: Sequence[Coding], t: Translate) -> str:
    """`2 accepted, 1 contrary (+3 suggested)`: units of one code, each once; a unit coded both ways is contrary."""
    accepted, suggested = part_layers(codings)
    if not accepted:
        return _count_layer(suggested, t("{n} suggested"), t("{n} suggested ({contrary} contrary)"))
    words = _count_layer(accepted, t("{n} accepted"), t("{n} accepted, {contrary} contrary"))
    if suggested:
        words += " " + _count_layer(suggested, t("(+{n} suggested)"), t("(+{n} suggested, {contrary} contrary)"))
    return words


def count_side(codings: Sequence[Coding], t: Translate) -> str:
    """`2 accepted (+3 suggested)`: units of codings that are all of one side."""
    accepted, suggested = (len(group_by_unit(layer)) for layer in part_layers(codings))
    if not accepted:
        return t("{n} suggested").format(n=suggested)
    more = " " + t("(+{n} suggested)").format(n=suggested) if suggested else ""
    return t("{n} accepted").format(n=accepted) + more


def _count_layer(codings: Sequence[Coding], plain: str, with_contrary: str) -> str:
    units = group_by_unit(codings)
    contrary = sum(any(coding.polarity == "contrary" for coding in unit) for unit in units)
    return (with_contrary if contrary else plain).format(n=len(units), contrary=contrary)


def part_layers(codings: Sequence[Coding]) -> tuple[list[Coding], list[Coding]]:
    """People's codings, and suggestions."""
    return [c for c in codings if is_human(c)], [c for c in codings if not is_human(c)]
