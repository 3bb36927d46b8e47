"""Informants and their attributes."""

from dataclasses import dataclass, field

SECTORS = ("public", "association", "private", "academic", "other")
SECTOR_WORDS = {  # as Indonesian results name them, and what people write for them
    "pemerintah": "public",
    "asosiasi": "association",
    "usaha": "private",
    "swasta": "private",
    "akademisi": "academic",
    "lainnya": "other",
}


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


def read_sector(written: str) -> str:
    """The sector that a person means, as it is kept: in English where it is a known one, else as it is written."""
    word = written.casefold()
    return word if word in SECTORS else SECTOR_WORDS.get(word, written)
