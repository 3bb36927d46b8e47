"""Whom a claim is about: cases by their attributes."""

from collections.abc import Collection, Mapping

from qualcode.evidence.case_words import fold, read_sector
from qualcode.evidence.narrowing import name_field
from qualcode.model import Case


def list_attributes(cases: tuple[Case, ...]) -> dict[str, tuple[str, ...]]:
    """The attributes that cases have, each with its values in the order in which they first come, blanks left out.

    The attributes that every case can have are always among them, without values where no case gives one.
    """
    values: dict[str, dict[str, None]] = {attribute: {} for attribute in _read_attributes(Case(""))}
    for case in cases:
        for attribute, value in _read_attributes(case).items():
            if value:
                values.setdefault(attribute, {})[value] = None
    return {attribute: tuple(found) for attribute, found in values.items()}


def read_attribute(name: str, value: str, known: Mapping[str, Collection[str]]) -> tuple[str, str]:
    """An attribute and its value as cases have them (`known`), in whatever letter case they are written: `sektor` with
    `pemerintah` is sector with public, as it is in cases.csv; what is not known stays as it is written."""
    named = name if name in known else name_field(name)
    word = read_sector(value) if named == "sector" else value
    values = known.get(named, ())
    alike = [own for own in values if fold(own) == fold(word)]
    return named, alike[0] if word not in values and len(alike) == 1 else word


def find_in_scope(cases: tuple[Case, ...], scope: dict[str, str]) -> tuple[Case, ...]:
    """The cases that have every value of the scope; all cases where it is empty."""
    return tuple(case for case in cases if scope.items() <= _read_attributes(case).items())


def _read_attributes(case: Case) -> dict[str, str]:
    own = {"case": case.id, "role": case.role, "organisation": case.organisation, "sector": case.sector}
    return case.attributes | own
