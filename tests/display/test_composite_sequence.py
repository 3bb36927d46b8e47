"""Composite sequence: in which order informants come to the codes."""

from qualcode.display.composite_sequence import PART
from qualcode.display.contract import DisplayOptions
from tests.display.studies import HEAD, cell_of, four_informants
from tests.factories import code_words


def test_places_are_those_of_the_first_mention() -> None:
    matrix = PART.build(four_informants(), DisplayOptions(content="presence"), str)
    assert cell_of(matrix, "CG.DLG", "INF-01").lines == ("1. (turn 2)",)
    assert cell_of(matrix, "CG.TRU", "INF-01").lines == ("2. (turn 2)",)
    assert cell_of(matrix, "IM.ECO", "INF-01").kind == "silent"
    assert cell_of(matrix, "CG.DLG", "INF-04").kind == "missing"


def test_codes_first_spoken_to_in_the_same_words_have_one_place() -> None:
    together = code_words(HEAD, "Kami rutin bertemu.", "OB.COO")
    matrix = PART.build(four_informants(together), DisplayOptions(content="presence"), str)
    places = {code: cell_of(matrix, code, "INF-01").lines[0][0] for code in ("CG.DLG", "OB.COO", "CG.TRU")}
    assert places == {"CG.DLG": "1", "OB.COO": "1", "CG.TRU": "3"}
