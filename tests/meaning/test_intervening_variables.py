"""What lies between two things, apart from what lies everywhere."""

from qualcode.meaning.intervening_variables import PART
from tests.meaning.studies import FOUR, code, put, read_cells, talk

WORDS = (
    "N: Rapat rutin. Koordinasi lemah. Uang naik. Hujan deras.",
    "P: Lalu?",
    "N: Rapat lagi. Uang turun. Koordinasi buruk.",
    "P: Lalu?",
    "N: Koordinasi mati.",
)
TALKS = {case: talk(case, *WORDS) for case in FOUR}
BETWEEN = (("Rapat rutin.", "CG.DLG"), ("Koordinasi lemah.", "OB.COO"), ("Uang naik.", "IM.ECO"))


def say(case: str, *pairs: tuple[str, str]):
    return code(TALKS[case], *pairs)


def lay(*codings, talks=TALKS):
    table = put(PART, talks.values(), [coding for own in codings for coding in own]).tables[0]
    return read_cells(table), table


def test_what_stands_between_two_with_two_informants_is_a_candidate() -> None:
    cells, table = lay(say("INF-01", *BETWEEN), say("INF-02", *BETWEEN))
    [row] = [row.key for row in table.rows]
    assert row == "IM.ECO/OB.COO/CG.DLG"
    assert cells[row, "with"].lines == ("2; 2 of 4 informants (public)",)
    assert len(cells[row, "with"].coding_ids) == 6
    assert cells[row, "without"].kind == "silent"


def test_that_the_two_meet_without_it_is_told() -> None:
    alone = (("Rapat lagi.", "CG.DLG"), ("Uang turun.", "IM.ECO"))
    cells, _ = lay(say("INF-01", *BETWEEN, *alone), say("INF-02", *BETWEEN))
    assert cells["IM.ECO/OB.COO/CG.DLG", "without"].lines == ("1",)


def test_what_only_stands_in_the_same_answer_is_not_between() -> None:
    """Co-occurrence in one turn would make it so."""
    beside = (("Rapat lagi.", "CG.DLG"), ("Uang turun.", "IM.ECO"), ("Koordinasi buruk.", "OB.COO"))
    _, table = lay(say("INF-01", *beside), say("INF-02", *beside))
    assert [row.key for row in table.rows] == ["CG.DLG/IM.ECO/OB.COO"]


def test_what_is_everywhere_says_so() -> None:
    everywhere = (("Koordinasi buruk.", "OB.COO"), ("Koordinasi mati.", "OB.COO"))
    cells, _ = lay(say("INF-01", *BETWEEN, *everywhere), say("INF-02", *BETWEEN, *everywhere))
    assert cells["IM.ECO/OB.COO/CG.DLG", "everywhere"].lines == ("6 of 6", "it is nearly everywhere")
    assert len(cells["IM.ECO/OB.COO/CG.DLG", "everywhere"].coding_ids) == 6


def test_one_informant_twice_is_not_enough() -> None:
    again = (("Rapat lagi.", "CG.DLG"), ("Uang turun.", "OB.COO"), ("Koordinasi buruk.", "IM.ECO"))
    _, table = lay(say("INF-01", *BETWEEN, *again))
    assert table.rows == ()
    assert "No code comes between two others" in table.notes[-1]


def test_both_links_from_one_mouth_are_enough_and_come_first() -> None:
    chain = talk("INF-01", "N: Rapat rutin sehingga kami percaya. Uang naik karena kami percaya betul.")
    codings = code(
        chain,
        ("Rapat rutin", "CG.DLG"),
        ("kami percaya.", "CG.TRU"),
        ("Uang naik", "IM.ECO"),
        ("kami percaya betul.", "CG.TRU"),
        ("Rapat rutin sehingga kami percaya.", "OB.COO"),
        ("Uang naik karena kami percaya betul.", "OB.COO"),
    )
    cells, table = lay(codings, talks={"INF-01": chain})
    assert table.rows[0].key == "CG.DLG/CG.TRU/IM.ECO"
    assert cells["CG.DLG/CG.TRU/IM.ECO", "told"].lines == ("INF-01",)
