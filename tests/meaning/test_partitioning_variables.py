"""Wide codes: two things in one, apart from two opinions on one."""

from qualcode.meaning.partitioning_variables import PART
from tests.meaning.studies import FOUR, code, put, read_cells, talk

WORDS = "N: " + " ".join(
    f"Rapat di balai {n}. Percaya pada {n}." for n in ("satu", "dua", "tiga", "empat", "lima", "enam")
)
TALKS = {case: talk(case, WORDS) for case in FOUR}
NUMBERS = ("satu", "dua", "tiga", "empat", "lima", "enam")


def trust(case: str, *signs: str):
    return code(
        TALKS[case], *((f"Percaya pada {n}.", f"{sign}CG.TRU") for n, sign in zip(NUMBERS, signs, strict=False))
    )


def lay(*codings):
    return put(PART, TALKS.values(), [coding for own in codings for coding in own])


def test_one_informant_on_both_sides_may_speak_of_two_things() -> None:
    table, piles = lay(trust("INF-01", "", "", "", "-", "-")).tables
    cells = read_cells(table)
    assert cells["CG.TRU", "why"].lines == ("both sides, from one informant: INF-01",)
    assert cells["CG.TRU", "split"].lines == ()
    piled = read_cells(piles)
    assert sum(len(piled[row.key, "who"].coding_ids) for row in piles.rows) == 5


def test_two_informants_who_disagree_are_two_opinions_on_one_thing() -> None:
    """Mixed polarity alone would split the code."""
    laid_out = lay(trust("INF-01", "", "", ""), trust("INF-02", "-", "-", "-"))
    assert laid_out.tables[0].rows == ()
    assert any("a disagreement rather than two things: CG.TRU" in note for note in laid_out.tables[0].notes)


def test_a_code_of_twice_an_even_share_is_told() -> None:
    others = code(TALKS["INF-02"], ("Rapat di balai satu.", "CG.DLG"), ("Rapat di balai dua.", "OB.COO"))
    table = lay(trust("INF-01", *[""] * 6), trust("INF-02", *[""] * 3), others).tables[0]
    assert read_cells(table)["CG.TRU", "why"].lines == ("more than 2 times an even share",)
    assert read_cells(table)["CG.TRU", "units"].lines[0] == "9 of 11"


def test_three_passages_are_read_and_not_partitioned() -> None:
    assert lay(trust("INF-01", "", "-", "-", "")).tables[0].rows == ()


def test_piles_follow_sub_codes_and_each_passage_is_in_one() -> None:
    meetings = code(
        TALKS["INF-01"],
        ("Rapat di balai satu.", "CG.DLG.forum"),
        ("Rapat di balai dua.", "CG.DLG.forum"),
        ("Rapat di balai tiga.", "CG.DLG"),
        ("Rapat di balai empat.", "-CG.DLG.access"),
        ("Rapat di balai lima.", "-CG.DLG"),
    )
    piles = lay(meetings).tables[1]
    ids = [id_ for row in piles.rows for id_ in read_cells(piles)[row.key, "who"].coding_ids]
    assert sorted(ids) == sorted(coding.id for coding in meetings)
    assert [row.key for row in piles.rows][:2] == ["CG.DLG/CG.DLG.forum", "CG.DLG/CG.DLG.access"]
