"""What a machine coder takes and gives."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from qualcode.model import Codebook, Coding, Guide, Transcript


class CodedTranscript(NamedTuple):
    """What a coder makes of one transcript. `asked` are the ids of the codes that its interviewers were understood to
    ask for, `questions` those of the guide's questions that they put; both sorted."""

    codings: tuple[Coding, ...]
    asked: tuple[str, ...]
    questions: tuple[str, ...]


CodeTranscript = Callable[[Transcript], CodedTranscript]


@dataclass(frozen=True, slots=True)
class Coder:
    """A machine coder. `prepare(codebook, unit, guide)` does once what they ask for and returns the function that codes
    one transcript: its codings are suggestions, sorted by start, end, code and polarity, on respondents' turns only,
    and each span is exactly one unit (`"sentence"`, `"turn"` or `"paragraph"`)."""

    name: str
    prepare: Callable[[Codebook, str, Guide], CodeTranscript]
