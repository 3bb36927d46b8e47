"""Patterns: what comes back with several people, and not what one says often or all were asked."""

from qualcode.meaning.noting_patterns import PART
from tests.meaning.studies import code, put, read_cells, read_lines, talk

ONE = talk("INF-01", "N: Kami saling percaya. Rapat molor. Rapat batal. Rapat mundur. Rapat sepi.", "N: Uang naik.")
TWO = talk("INF-02", "N: Ya percaya, saling percaya. Uang naik.")
THREE = talk("INF-03", "N: Percaya saja. Uang naik.")
TALKS = (ONE, TWO, THREE)
TRUST = [
    *code(ONE, ("Kami saling percaya.", "CG.TRU")),
    *code(TWO, ("Ya percaya, saling percaya.", "CG.TRU")),
    *code(THREE, ("Percaya saja.", "-CG.TRU")),
]
LOUD = code(ONE, *((words, "CG.DLG") for words in ("Rapat molor.", "Rapat batal.", "Rapat mundur.", "Rapat sepi.")))
ASKED = [coding for each in TALKS for coding in code(each, ("Uang naik.", "IM.ECO"), elicited="prompted")]


def test_what_comes_back_is_told_with_its_informants_words_and_contrary_passages() -> None:
    table = put(PART, TALKS, [*TRUST, *LOUD, *ASKED]).tables[0]
    cells = read_cells(table)
    assert cells["CG.TRU", "informants"].lines == ("3 of 3 informants (public, association)",)
    assert cells["CG.TRU", "against"].coding_ids == (TRUST[2].id,)
    assert cells["CG.TRU", "words"].lines == ("percaya",)
    assert len(cells["CG.TRU", "each"].coding_ids) == 3


def test_four_times_from_one_mouth_do_not_come_back() -> None:
    table = put(PART, TALKS, [*TRUST, *LOUD]).tables[0]
    assert [row.key for row in table.rows] == ["CG.TRU"]
    assert "One informant alone speaks to these, however often, so that nothing comes back: CG.DLG." in table.notes


def test_what_everybody_said_because_it_was_asked_says_so() -> None:
    elicited = read_lines(put(PART, TALKS, [*TRUST, *ASKED]).tables[0], "elicited")
    assert elicited["IM.ECO"] == ("prompted: 3 suggested",)
    assert elicited["CG.TRU"] == ("volunteered: 3 suggested (1 contrary)",)


def test_two_coders_on_one_sentence_make_no_second_voice() -> None:
    twice = [
        *code(ONE, ("Rapat molor.", "CG.DLG")),
        *code(ONE, ("Rapat molor.", "CG.DLG"), coder="ana", status="manual"),
    ]
    assert put(PART, TALKS, twice).tables[0].rows == ()


def test_no_word_of_it_claims_a_theme() -> None:
    laid_out = put(PART, TALKS, [*TRUST, *LOUD, *ASKED])
    assert "theme found" not in repr(laid_out).casefold()
    assert "%" not in repr(laid_out)
