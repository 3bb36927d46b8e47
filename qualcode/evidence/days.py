"""When interviews were held, as cases.csv has it."""

from datetime import date

from qualcode.model import Case

COLUMNS = ("date", "interview_date", "tanggal", "tanggal_wawancara")


def find_day(case: Case) -> str:
    """The day of an informant's interview as ISO 8601, "" where none is given in that form: of `03/04/2026` nobody can
    tell the order, and of `3 April` not the year."""
    for name, value in case.attributes.items():
        if name.casefold() in COLUMNS:
            try:
                return date.fromisoformat(value.strip()).isoformat()
            except ValueError:
                continue
    return ""
