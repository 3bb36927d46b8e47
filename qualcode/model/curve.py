"""A figure: one line over places on an axis, with a band around it. It knows no format; a writer draws it."""

from dataclasses import dataclass

from qualcode.model.matrix import EntryRule


@dataclass(frozen=True, slots=True)
class Curve:
    """Values at `places`, in order, and the lowest and highest that they might have been (`low` and `high`).

    All four have one length, of at least one; values are 0 or more. `line` and `band` say what line and band are,
    `across` and `up` what the axes count. Notes and entry rules are those of the table that holds the same values.
    """

    name: str
    title: str
    across: str
    up: str
    places: tuple[str, ...]
    line: str
    values: tuple[int, ...]
    band: str
    low: tuple[int, ...]
    high: tuple[int, ...]
    entry_rules: tuple[EntryRule, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.places or len({len(self.places), len(self.values), len(self.low), len(self.high)}) > 1:
            raise ValueError(f"curve {self.name}: a value is needed for each place")
