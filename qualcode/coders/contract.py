"""What a machine coder takes and gives."""

from collections.abc import Callable
from dataclasses import dataclass

from qualcode.model import Codebook, Coding, Transcript

CodeTranscript = Callable[[Transcript], tuple[Coding, ...]]


@dataclass(frozen=True, slots=True)
class Coder:
    """A machine coder. `prepare(codebook, unit)` does once what the codebook asks for and returns the function that
    codes one transcript: its codings are suggestions, sorted by start, end, code and polarity, on respondents' turns
    only, and each span is exactly one unit (`"sentence"`, `"turn"` or `"paragraph"`)."""

    name: str
    prepare: Callable[[Codebook, str], CodeTranscript]
