"""Informants and their attributes."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Case:
    """An informant (or a site) and what is known about it.

    `transcript` is a transcript's name or "" for all; `speaker` is the label that marks this informant's turns in
    it, or "" where the transcript has one respondent only. `attributes` are the other columns of cases.csv, in
    the order of the file (`jurisdiction`, `level`, `date`, ...), blank ones included.
    """

    id: str
    transcript: str = ""
    speaker: str = ""
    role: str = ""
    organisation: str = ""
    sector: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
