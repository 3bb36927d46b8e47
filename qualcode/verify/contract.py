"""What a tactic takes and gives."""

from collections.abc import Callable
from dataclasses import dataclass

from qualcode.model import Verdict
from qualcode.verify.material import Material


@dataclass(frozen=True, slots=True)
class Tactic:
    """A tactic for testing or confirming findings (Miles, Huberman and Saldana 2014, ch. 11).

    `number` is its place in the chapter, 1 to 13; `purpose` says what it is for, in one line. `test` is never handed a
    claim that interviews cannot answer. A tactic with `reads_uncoded` is handed the sentences without codings where it
    is asked for by itself; reading them takes as long as coding.
    """

    name: str
    number: int
    purpose: str
    test: Callable[[Material], Verdict]
    reads_uncoded: bool = False
