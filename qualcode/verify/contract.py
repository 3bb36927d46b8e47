"""What a tactic takes and gives."""

from collections.abc import Callable
from dataclasses import dataclass

from qualcode.messages import Translate
from qualcode.model import Claim, Study, Verdict


@dataclass(frozen=True, slots=True)
class Tactic:
    """A tactic for testing or confirming findings (Miles, Huberman and Saldana 2014, ch. 11)."""

    name: str
    purpose: str
    test: Callable[[Claim, Study, Translate], Verdict]
