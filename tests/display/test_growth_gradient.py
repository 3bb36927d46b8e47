"""Growth gradient: one variable year by year."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.growth_gradient import PART
from tests.display.dated_talk import dated_study
from tests.display.linked_talk import linked_study


def build(study):
    return PART.build(study, DisplayOptions(content="presence"), str)


def test_years_come_in_order_and_what_names_none_last() -> None:
    matrix = build(dated_study())
    for code in {row.key.split("/")[0] for row in matrix.rows}:
        years = [row.key.split("/")[1] for row in matrix.rows if row.key.startswith(f"{code}/")]
        assert years == sorted(years)  # digits come before "undated"
    assert any(row.key.split("/")[1].isdigit() for row in matrix.rows)
    assert not any("No year" in note for note in matrix.notes)


def test_without_years_it_says_so() -> None:
    assert any("No year is named" in note for note in build(linked_study()).notes)
