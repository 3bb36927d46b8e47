"""Whom a claim is about."""

from qualcode.model import Case
from qualcode.verify.claims.scope import find_in_scope, list_attributes, read_attribute
from tests.factories import CASES


def ids(**scope: str) -> list[str]:
    return [case.id for case in find_in_scope(CASES, scope)]


def test_an_empty_scope_takes_every_case() -> None:
    assert ids() == ["INF-04", "INF-01", "INF-03", "INF-02"]


def test_every_value_of_a_scope_must_fit() -> None:
    assert ids(sector="public") == ["INF-01", "INF-02"]
    assert ids(sector="public", jurisdiction="kota") == ["INF-02"]
    assert ids(sector="private", jurisdiction="kota") == []


def test_attributes_come_with_their_values_and_without_blanks() -> None:
    assert list_attributes(CASES)["jurisdiction"] == ("kabupaten", "kota")
    assert list_attributes(CASES)["sector"] == ("private", "public", "association")
    assert list_attributes((Case("x"),))["organisation"] == ()


def test_attributes_may_be_named_as_the_table_of_cases_takes_them() -> None:
    known = list_attributes(CASES)
    assert read_attribute("sektor", "Pemerintah", known) == ("sector", "public")
    assert read_attribute("sector", "swasta", known) == ("sector", "private")
    assert read_attribute("jurisdiction", "pemerintah", known) == ("jurisdiction", "pemerintah")
    assert read_attribute("peran", "Lurah", {"peran": ()}) == ("peran", "Lurah")  # a column of the study's own
    assert read_attribute("Jurisdiction", "KOTA", known) == ("jurisdiction", "kota")
    assert read_attribute("umur", "tua", {"umur": ("Tua", "TUA")}) == ("umur", "tua")  # which of them, nobody knows
