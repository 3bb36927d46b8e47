"""Where informants stand on a variable."""

from dataclasses import replace

from qualcode.display.contract import DisplayOptions
from qualcode.display.ordering import choose_variable, find_places
from tests.display.studies import four_informants


def places(word: str, study=None):
    return find_places(study or four_informants(), word, DisplayOptions(), str)


def rated(**values: str):
    study = four_informants()
    cases = tuple(
        replace(case, attributes=case.attributes | {"success": values.get(case.id.replace("INF-0", "i"), "")})
        for case in study.cases
    )
    return replace(study, cases=cases)


def test_a_code_orders_by_what_is_said_to_it_and_silence_is_no_low_place() -> None:
    dialogue = places("CG.DLG")
    assert dialogue.level == {"INF-01": "high", "INF-02": "middle", "INF-03": "low", "INF-04": "none"}
    assert sorted(dialogue.rank, key=dialogue.rank.get) == ["INF-01", "INF-02", "INF-03", "INF-04"]
    assert dialogue.value["INF-02"] == "+1 −1"


def test_a_sub_code_counts_alone_and_a_family_takes_all_its_codes() -> None:
    assert places("CG.DLG.forum").level["INF-02"] == "none"
    assert len(places("CG").codings["INF-01"]) == 3


def test_numbers_and_ratings_of_the_table_of_cases_order_too() -> None:
    numbers = places("success", rated(i1="10", i2="9,5", i3="2"))
    assert sorted(numbers.rank, key=numbers.rank.get) == ["INF-01", "INF-02", "INF-03", "INF-04"]
    assert numbers.level == {"INF-01": "high", "INF-02": "middle", "INF-03": "low", "INF-04": "none"}
    words = places("success", rated(i1="rendah", i2="Tinggi", i3="sedang"))
    assert sorted(words.rank, key=words.rank.get) == ["INF-02", "INF-03", "INF-01", "INF-04"]


def test_thousands_written_with_points_are_no_decimals_and_the_rule_says_so() -> None:
    incomes = places("success", rated(i1="1.500", i2="900", i3="12.000"))
    assert sorted(incomes.rank, key=incomes.rank.get) == ["INF-03", "INF-01", "INF-02", "INF-04"]
    assert "1.500 is read as 1500" in incomes.rule
    assert "is read as" not in places("success", rated(i1="1.5", i2="2.25")).rule


def test_words_without_an_order_have_no_levels() -> None:
    assert set(places("role").level.values()) == {"none"}


def test_what_means_nothing_is_no_variable() -> None:
    assert places("nosuch") is None
    assert choose_variable(four_informants(), "impact") == "IM"
    assert choose_variable(four_informants(), "other") is None


def test_one_number_for_all_is_neither_high_nor_low() -> None:
    assert set(places("success", rated(i1="3", i2="3", i3="3", i4="3")).level.values()) == {"middle"}
