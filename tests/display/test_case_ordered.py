"""Case-ordered meta-matrix."""

from dataclasses import replace

import pytest

from qualcode.display.case_ordered import PART
from qualcode.display.contract import DisplayOptions
from qualcode.display.drawing import draw
from qualcode.errors import QualcodeError
from qualcode.model import Study
from tests.display.studies import CHAIR, HEAD, STAFF, block_of, cell_of, four_informants
from tests.factories import code_words


def build(study: Study, **options):
    return draw(PART, study, DisplayOptions(**options), str)


def market() -> Study:
    return four_informants(
        code_words(CHAIR, "Kami jarang diundang.", "IM.ECO"),
        code_words(HEAD, "Tiap bulan ada.", "IM.ECO", "contrary"),
        code_words(STAFF, "Rapat ya ada.", "IM.ECO"),
        code_words(STAFF, "Undangan kurang.", "IM.ECO", "contrary"),
    )


def test_informants_stand_from_high_to_low_on_the_impacts() -> None:
    matrix = build(market())
    assert [row.key for row in matrix.rows] == ["INF-03", "INF-02", "INF-01", "INF-04"]
    assert cell_of(matrix, "INF-03", "place").lines == ("high +1 −0",)
    assert cell_of(matrix, "INF-02", "place").lines == ("middle +1 −1",)
    assert cell_of(matrix, "INF-01", "place").lines == ("low +0 −1",)
    assert cell_of(matrix, "INF-04", "place").kind == "missing"
    assert block_of(matrix)["Order of rows"].startswith("by IM Impact: high where")


def test_a_place_opens_onto_the_codings_that_made_it() -> None:
    study = market()
    opened = cell_of(build(study), "INF-02", "place").coding_ids
    assert {c.code for c in study.codings if c.id in opened} == {"IM.ECO"}


def test_another_variable_gives_another_order_and_says_so() -> None:
    matrix = build(market(), sort="CG.DLG")
    assert [row.key for row in matrix.rows] == ["INF-01", "INF-02", "INF-03", "INF-04"]
    assert block_of(matrix)["Order of rows"].startswith("by CG.DLG Dialogue")
    assert [rule.label for rule in matrix.entry_rules].count("Order of rows") == 1


def test_silent_informants_are_not_placed_low() -> None:
    assert cell_of(build(four_informants()), "INF-01", "place").lines == ("silent",)


def test_a_study_without_impacts_must_name_a_variable() -> None:
    study = four_informants()
    book = replace(study.codebook, families=tuple(f for f in study.codebook.families if f.kind != "impact"))
    with pytest.raises(QualcodeError, match="kind impact"):
        build(replace(study, codebook=book))
    with pytest.raises(QualcodeError, match="nonsense"):
        build(study, sort="nonsense")
