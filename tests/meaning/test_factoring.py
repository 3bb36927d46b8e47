"""Factors: sets of codes with the same informants, and no factor analysis."""

from qualcode.meaning.factoring import PART
from tests.meaning.studies import FOUR, code, put, read_cells, talk

WORDS = "N: Kami percaya. Rapat rutin. Koordinasi lemah. Uang naik. Uang turun."
TALKS = {case: talk(case, WORDS) for case in FOUR}
PLACES = {"CG.TRU": "Kami percaya.", "CG.DLG": "Rapat rutin.", "OB.COO": "Koordinasi lemah.", "IM.ECO": "Uang naik."}


def say(case: str, *codes: str):
    return code(TALKS[case], *((PLACES[own.lstrip("-")], own) for own in codes))


def lay(*codings, talks=TALKS):
    return put(PART, talks.values(), [coding for own in codings for coding in own])


def test_codes_of_the_same_two_informants_are_laid_side_by_side() -> None:
    sets, _ = lay(
        say("INF-01", "CG.TRU", "CG.DLG"), say("INF-02", "CG.TRU", "CG.DLG", "OB.COO"), say("INF-03", "OB.COO")
    ).tables
    assert [row.label for row in sets.rows] == ["CG.DLG, CG.TRU"]
    cells = read_cells(sets)
    assert cells["CG.DLG+CG.TRU", "informants"].lines == ("INF-01, INF-02", "2 of 4 informants (public)")
    assert len(cells["CG.DLG+CG.TRU", "informants"].coding_ids) == 4


def test_what_everybody_speaks_to_is_no_factor() -> None:
    """A correlation of columns would call these two one."""
    every = [say(case, "CG.TRU", "IM.ECO") for case in FOUR]
    assert lay(*every).tables[0].rows == ()


def test_what_one_informant_alone_says_is_no_factor() -> None:
    assert lay(say("INF-01", "CG.TRU", "CG.DLG")).tables[0].rows == ()


def test_two_sides_of_a_code_are_not_one_thing() -> None:
    sets = lay(say("INF-01", "CG.TRU", "CG.DLG"), say("INF-02", "-CG.TRU", "CG.DLG"), say("INF-03", "-CG.TRU")).tables[
        0
    ]
    assert sets.rows == ()


def test_a_factor_analysis_of_four_is_refused_with_its_reason() -> None:
    sets = lay(say("INF-01", "CG.TRU")).tables[0]
    assert "No factor analysis: 1 codes ask for at least 100 informants" in sets.notes[1]
    assert "and there are 4, chosen on purpose" in sets.notes[1]
    assert "4 informants can be parted in 10 ways" in sets.notes[2]


def test_of_two_informants_no_set_can_be_told() -> None:
    two = {case: TALKS[case] for case in FOUR[:2]}
    assert "Of fewer than three informants" in lay(say("INF-01", "CG.TRU"), talks=two).tables[0].notes[2]


def test_a_rare_code_inside_a_frequent_one_is_seen() -> None:
    frequent = [say(case, "CG.TRU", "CG.DLG", "OB.COO") for case in FOUR]
    rare = [code(TALKS[case], ("Kami percaya.", "IM.ECO")) for case in FOUR[:2]]
    pairs = lay(*frequent, *rare).tables[1]
    assert read_cells(pairs)["IM.ECO+CG.TRU", "overlap"].lines == ("2 of the 2 units of IM.ECO",)
    once = lay(*frequent, rare[0]).tables[1]
    assert once.rows == ()
