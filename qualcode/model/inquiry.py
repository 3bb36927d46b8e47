"""What interviewers were understood to ask."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What one turn of an interviewer was understood to ask; `turn` is its number.

    `codes` are the ids of the codes that it asks for, `named` the same with those of sub-codes where these are asked
    for by themselves, `questions` the ids of the guide's questions that it puts. `is_faint` where it only goes on from
    a question before it.
    """

    turn: int
    codes: tuple[str, ...]
    named: tuple[str, ...]
    questions: tuple[str, ...]
    is_faint: bool
