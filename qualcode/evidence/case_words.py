"""What people call the fields of cases.csv and the sectors: in the file, in claims and asking for a part of a study."""

from unicodedata import normalize

CASE_WORDS = {
    "id": "case",
    "informant": "case",
    "informant_id": "case",
    "kasus": "case",
    "informan": "case",
    "transcripts": "transcript",
    "transkrip": "transcript",
    "file": "transcript",
    "penutur": "speaker",
    "peran": "role",
    "organization": "organisation",
    "organisasi": "organisation",
    "sektor": "sector",
    "yurisdiksi": "jurisdiction",
    "wilayah": "jurisdiction",
}
SECTORS = ("public", "association", "private", "academic", "other")
SECTOR_WORDS = {  # as Indonesian results name them, and what people write for them
    "pemerintah": "public",
    "asosiasi": "association",
    "usaha": "private",
    "swasta": "private",
    "akademisi": "academic",
    "lainnya": "other",
}


def fold(written: str) -> str:
    """A field or a value as it is compared: in small letters, composed (NFC), without blanks around it."""
    return normalize("NFC", normalize("NFC", written).casefold()).strip()


def read_sector(written: str) -> str:
    """The sector that a person means, as it is kept: in English where it is a known one, else as it is written."""
    word = fold(written)
    return word if word in SECTORS else SECTOR_WORDS.get(word, written)
