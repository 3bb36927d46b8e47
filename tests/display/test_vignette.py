"""Vignette: the material of an episode."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.drawing import draw
from qualcode.display.vignette import PART
from qualcode.evidence.narrowing import read_conditions
from tests.display.linked_talk import FIRST, OFFICE, linked_study
from tests.display.studies import cell_of
from tests.factories import code_words


def build(where: tuple[str, ...] = ()):
    return draw(PART, linked_study(), DisplayOptions(where=read_conditions(where)), str)


def test_turns_stand_in_the_order_of_the_telling() -> None:
    assert [row.key for row in build().rows] == ["INF-01/a.txt/1", "INF-01/a.txt/2", "INF-01/a.txt/3", "INF-02/b.txt/1"]
    assert {row.key.partition("/")[0] for row in build(("case=INF-02",)).rows} == {"INF-02"}


def test_each_unit_is_quoted_once_with_all_its_codes() -> None:
    matrix = build()
    assert cell_of(matrix, "INF-01/a.txt/1", "said").lines == (
        f"“{FIRST}” (N, turn 1)",
        "“Makanya pasar sepi.” (N, turn 1)",
    )
    assert cell_of(matrix, "INF-01/a.txt/1", "codes").lines == ("− CG.DLG", "+ OB.COO", "− IM.ECO")
    assert cell_of(matrix, "INF-01/a.txt/1", "episode").lines == ("to be written by a person",)


def test_a_unit_of_codings_that_overlap_in_part_is_quoted_whole_with_whose_it_is() -> None:
    longer = code_words(OFFICE, "dinas jalan sendiri. Makanya pasar sepi", "CG.TRU", status="manual", coder="siti")
    matrix = PART.build(linked_study(longer), DisplayOptions(), str)
    assert cell_of(matrix, "INF-01/a.txt/1", "said").lines == (
        "“Rapat jarang karena dinas jalan sendiri. Makanya pasar sepi.” (N, turn 1; accepted and suggested)",
    )
