"""Clusters: by what is shared, never by what is lacking."""

from qualcode.meaning.clustering import PART
from tests.meaning.studies import FOUR, code, put, read_cells, talk

WORDS = "N: Kami percaya. Rapat rutin. Koordinasi lemah. Uang naik."
TALKS = {case: talk(case, WORDS) for case in FOUR}
PLACES = {"CG.TRU": "Kami percaya.", "CG.DLG": "Rapat rutin.", "OB.COO": "Koordinasi lemah.", "IM.ECO": "Uang naik."}


def say(case: str, *codes: str):
    return code(TALKS[case], *((PLACES[own.lstrip("-")], own) for own in codes))


def lay(*codings):
    return put(PART, TALKS.values(), [coding for own in codings for coding in own])


def test_two_pairs_that_speak_of_the_same_are_joined_first() -> None:
    distances, joins = lay(
        say("INF-01", "CG.TRU", "CG.DLG"),
        say("INF-03", "CG.TRU", "CG.DLG"),
        say("INF-02", "OB.COO", "IM.ECO"),
        say("INF-04", "OB.COO", "IM.ECO", "CG.TRU"),
    ).tables
    joined = read_cells(joins)
    first, second, _ = (row.key for row in joins.rows)
    assert (first, second) == ("INF-01+INF-03", "INF-04+INF-02")
    assert joined[first, "members"].lines == ("INF-01 | INF-03",)
    assert joined[first, "share"].lines == ("CG.DLG, CG.TRU",)
    assert joined[first, "own"].lines == ("CG.DLG",)
    assert len(joined[first, "share"].coding_ids) == 4
    assert read_cells(distances)["INF-01", "INF-03"].lines == ("0.00", "2 of 2")
    assert read_cells(distances)["INF-01", "INF-02"].lines == ("1.00", "0 of 4")


def test_two_who_lack_the_same_are_not_alike_for_that() -> None:
    """Simple matching would join INF-01 and INF-02: both lack nearly everything that INF-03 and INF-04 say."""
    _, joins = lay(
        say("INF-01", "CG.TRU"),
        say("INF-02", "-CG.TRU"),
        say("INF-03", "CG.DLG", "OB.COO", "IM.ECO", "CG.TRU"),
        say("INF-04", "CG.DLG", "OB.COO", "IM.ECO", "-CG.TRU"),
    ).tables
    assert joins.rows[0].key == "INF-04+INF-03"


def test_who_affirms_and_who_denies_the_same_thing_share_nothing() -> None:
    distances, _ = lay(say("INF-01", "CG.TRU"), say("INF-02", "-CG.TRU"), say("INF-03", "CG.TRU")).tables
    assert read_cells(distances)["INF-01", "INF-02"].lines[0] == "1.00"


def test_who_says_nothing_is_left_out_and_named() -> None:
    joins = lay(say("INF-01", "CG.TRU"), say("INF-02", "CG.TRU"), say("INF-03", "CG.TRU", "CG.DLG")).tables[-1]
    assert any("INF-04" in note and "Left out" in note for note in joins.notes)
    assert all("INF-04" not in cell.lines[0] for (_, key), cell in read_cells(joins).items() if key == "members")


def test_two_informants_are_never_clustered() -> None:
    laid_out = lay(say("INF-01", "CG.TRU"), say("INF-02", "CG.TRU"))
    assert laid_out.tables[-1].rows == ()
    assert "of fewer than three informants two are always one pair" in laid_out.tables[-1].notes[-1]


def test_ties_are_told() -> None:
    joins = lay(say("INF-01", "CG.TRU"), say("INF-02", "CG.TRU"), say("INF-03", "CG.TRU")).tables[-1]
    assert "equally near" in joins.notes[-1]
    assert joins.cells[0][1].lines == ("0.00", "tied")
