"""Informants and their attributes."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Case:
    """An informant (or a site) and what is known about it.

    `transcripts` are the names of the transcripts in which the informant speaks (several where one interview lies in
    several files); `speaker` is the label that marks the informant's turns there, or "" where every respondent's
    turn is this informant's. `attributes` are the other columns of cases.csv, in
    the order of the file (`jurisdiction`, `level`, `date`, ...), blank ones included.
    """

    id: str
    transcripts: tuple[str, ...] = ()
    speaker: str = ""
    role: str = ""
    organisation: str = ""
    sector: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
