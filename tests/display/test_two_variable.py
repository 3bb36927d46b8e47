"""Two-variable case-ordered matrix."""

from dataclasses import replace

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.display.drawing import draw
from qualcode.display.two_variable import PART
from qualcode.errors import QualcodeError
from tests.display.studies import block_of, cell_of, four_informants


def build(study=None, **options):
    return draw(PART, study or four_informants(), DisplayOptions(**options), str)


def test_impacts_and_elements_are_laid_side_by_side_unless_others_are_named() -> None:
    assert [column.key for column in build().columns] == ["place", "IM.ECO", "CG.DLG", "CG.TRU"]
    assert block_of(build())["Variables"] == "IM; beside it CG"


def test_a_code_is_laid_out_by_its_sub_codes() -> None:
    matrix = build(sort="CG.DLG", columns=("place", "CG.DLG", "OB"))
    assert [column.key for column in matrix.columns] == ["place", "CG.DLG.forum", "CG.DLG.access", "OB.COO"]
    assert [row.key for row in matrix.rows] == ["INF-01", "INF-02", "INF-03", "INF-04"]
    assert cell_of(matrix, "INF-01", "CG.DLG.forum").kind == "evidence"


def test_a_sub_code_is_its_own_aspect() -> None:
    assert [column.key for column in build(columns=("CG.DLG.forum",)).columns] == ["CG.DLG.forum"]


def test_an_attribute_may_order_and_has_no_aspects() -> None:
    for word in ("jurisdiction", "wilayah"):  # as the table of cases may be headed, too
        assert [column.key for column in build(sort=word).columns] == ["place", "CG.DLG", "CG.TRU"]


def test_without_a_second_variable_it_is_refused() -> None:
    study = four_informants()
    book = replace(study.codebook, families=tuple(f for f in study.codebook.families if f.kind != "element"))
    with pytest.raises(QualcodeError, match="second variable"):
        build(replace(study, codebook=book))
    with pytest.raises(QualcodeError, match="NONE"):
        build(columns=("NONE",))
