"""Pairs of codes that keep company."""

from qualcode.condense.pattern_candidates import PART
from qualcode.model import Mention, PatternCode
from tests.factories import code_words, make_material, make_study, make_transcript

WORDS = "N: Kami bertemu rutin. Saling percaya. Uang kurang karena pesanan sepi."
FIRST = make_transcript("a.txt", WORDS, case="INF-01")
SECOND = make_transcript("b.txt", WORDS, case="INF-02")
PATTERN = PatternCode(
    "Meeting builds trust", "cause", (Mention("code", "CG.DLG.forum", 1), Mention("code", "CG.TRU", 1)), "", "", "", 1
)


def code(talk, *pairs):
    return [code_words(talk, words, code, coder="ana", status="manual") for words, code in pairs]


def build(*codings, **changes):
    [matrix] = PART.build(make_material(make_study([FIRST, SECOND], codings), **changes), str)
    return {row.key: cells for row, cells in zip(matrix.rows, matrix.cells, strict=True)}, matrix.notes


def sequence(talk):
    return code(talk, ("Kami bertemu rutin.", "CG.DLG"), ("Saling percaya.", "CG.TRU"))


def test_one_after_the_other_with_two_informants_is_a_candidate() -> None:
    found, _ = build(*sequence(FIRST), *sequence(SECOND))
    together, after, stated, informants, taken = found["CG.DLG+CG.TRU"]
    assert after.lines == ("CG.DLG · CG.TRU: 2",)
    assert len(after.coding_ids) == 4
    assert (together.lines, stated.lines) == (("none",), ("none",))
    assert informants.lines == ("2 of 2 informants (public)",)
    assert taken.lines == ("not yet",)


def test_one_informant_alone_makes_no_candidate() -> None:
    found, notes = build(*sequence(FIRST), *code(FIRST, ("Saling percaya.", "CG.DLG")))
    assert found == {}
    assert notes[-1] == "No pair of codes comes back with two informants."
    again = make_transcript(
        "a.txt", "N: Kami bertemu rutin. Saling percaya.", "N: Bertemu lagi. Percaya lagi.", case="INF-01"
    )
    twice = code(again, ("Bertemu lagi.", "CG.DLG"), ("Percaya lagi.", "CG.TRU"))
    [matrix] = PART.build(make_material(make_study([again], [*sequence(again), *twice])), str)
    assert matrix.rows == ()


def test_opposite_orders_do_not_add_up() -> None:
    turned = code(SECOND, ("Kami bertemu rutin.", "CG.TRU"), ("Saling percaya.", "CG.DLG"))
    assert build(*sequence(FIRST), *turned)[0] == {}


def test_the_same_units_and_stated_links_are_told_apart() -> None:
    pairs = (("Uang kurang", "OB.COO"), ("pesanan sepi", "IM.ECO"))
    whole = (("Uang kurang karena pesanan sepi.", "CG.TRU"), ("Uang kurang karena pesanan sepi.", "CG.DLG"))
    found, _ = build(*code(FIRST, *pairs, *whole), *code(SECOND, *pairs, *whole))
    assert found["IM.ECO+OB.COO"][2].lines == ("IM.ECO → OB.COO: 2",)
    assert found["CG.DLG+CG.TRU"][0].lines == ("2 of 2 and of 2; c = 1.00",)


def test_what_a_person_made_of_it_is_named() -> None:
    found, _ = build(*sequence(FIRST), *sequence(SECOND), patterns=(PATTERN,))
    assert found["CG.DLG+CG.TRU"][4].lines == ("Meeting builds trust",)


def test_nothing_is_called_a_theme_found() -> None:
    [matrix] = PART.build(make_material(make_study([FIRST, SECOND], [*sequence(FIRST), *sequence(SECOND)])), str)
    assert "found" not in repr(matrix).casefold()
