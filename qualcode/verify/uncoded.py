"""Sentences that no coding lies on, and the cues that stand in them all the same."""

from collections.abc import Iterable

from qualcode.model import Cell
from qualcode.verify.material import Material, Uncoded, expect


def choose_contrary(uncoded: Iterable[Uncoded], material: Material) -> tuple[tuple[Uncoded, tuple[str, ...]], ...]:
    """Those in the claim's scope that hold cues against the claim, with the words of these cues."""
    ids = {case.id for case in material.asked}
    chosen = []
    for unit in uncoded:
        if material.claim.scope and unit.case not in ids:
            continue
        expected = expect(material.claim, (code for code, _, _ in unit.cues), material.study.codebook)
        words = tuple(dict.fromkeys(cue for code, polarity, cue in unit.cues if expected[code] not in (None, polarity)))
        if words:
            chosen.append((unit, words))
    return tuple(chosen)


def draw_uncoded(found: Iterable[tuple[Uncoded, tuple[str, ...]]], material: Material) -> tuple[Cell, Cell]:
    """How many there are, and the first of each informant with its cues and the number of the others. There is no
    coding behind them, so that no cell opens: they are read here, or in the transcript at their turn."""
    t = material.t
    by_speaker: dict[str, list[tuple[Uncoded, tuple[str, ...]]]] = {}
    for unit, words in found:
        by_speaker.setdefault(unit.case or unit.speaker, []).append((unit, words))
    if not by_speaker:
        return Cell(("0",)), Cell((t("searched, none found"),), kind="silent")
    lines = []
    for speaker, own in by_speaker.items():
        unit, words = own[0]
        line = t("{speaker}: “{quote}” ({transcript}, turn {turn}; cues: {cues})").format(
            speaker=speaker, quote=unit.quote, transcript=unit.transcript, turn=unit.turn, cues=", ".join(words)
        )
        lines.append(line + (" " + t("and {n} more").format(n=len(own) - 1) if len(own) > 1 else ""))
    return Cell((str(sum(map(len, by_speaker.values()))),)), Cell(tuple(lines))
