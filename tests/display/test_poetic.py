"""Poetic display: verbatim, unit by unit."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.poetic import PART
from tests.display.linked_talk import FIRST, OFFICE, linked_study
from tests.factories import code_words


def test_every_coded_unit_stands_once_word_for_word() -> None:
    study = linked_study()
    matrix = PART.build(study, DisplayOptions(), str)
    words = [row[0].lines[0] for row in matrix.cells]
    assert words.count(FIRST) == 1
    assert set(words) <= {coding.quote for coding in study.codings}
    assert {id_ for row in matrix.cells for id_ in row[0].coding_ids} == {coding.id for coding in study.codings}


def test_words_that_only_the_shorter_of_two_codings_covers_are_not_lost() -> None:
    longer = code_words(OFFICE, "dinas jalan sendiri. Makanya pasar sepi", "CG.TRU", status="manual", coder="siti")
    matrix = PART.build(linked_study(longer), DisplayOptions(), str)
    assert matrix.cells[0][0].lines[0] == "Rapat jarang karena dinas jalan sendiri. Makanya pasar sepi."
