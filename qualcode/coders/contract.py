"""What a machine coder takes and gives."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from qualcode.model import Codebook, Coding, Guide, Inquiry, Transcript


class CodedTranscript(NamedTuple):
    """What a coder makes of one transcript: codings, and what each question was understood to ask, in order. `kept` are
    the turns whose codings were not made because they are as before."""

    codings: tuple[Coding, ...]
    inquiries: tuple[Inquiry, ...]
    kept: frozenset[int] = frozenset()

    @property
    def asked(self) -> tuple[str, ...]:
        """The ids of the codes that the interviewers were understood to ask for, sorted."""
        return tuple(sorted({code for inquiry in self.inquiries for code in inquiry.named}))

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of the guide's questions that they put, sorted."""
        return tuple(sorted({question for inquiry in self.inquiries for question in inquiry.questions}))


class CodeTranscript(Protocol):
    """Codes one transcript. Where `before` is what another edition of the codebook understood its questions to ask,
    with other cues in the turns `touched` at most, only what these bear on is coded."""

    def __call__(
        self, transcript: Transcript, before: Sequence[Inquiry] = (), touched: frozenset[int] = frozenset()
    ) -> CodedTranscript:
        """Code it."""


@dataclass(frozen=True, slots=True)
class Coder:
    """A machine coder. `prepare(codebook, unit, guide)` does once what they ask for and returns the function that codes
    one transcript: its codings are suggestions, sorted by start, end, code and polarity, on respondents' turns only,
    and each span is exactly one unit (`"sentence"`, `"turn"` or `"paragraph"`)."""

    name: str
    prepare: Callable[[Codebook, str, Guide], CodeTranscript]
