"""Pre-structured case."""

from dataclasses import replace

from qualcode.display.contract import DisplayOptions
from qualcode.display.prestructured_case import PART
from tests.display.studies import cell_of, four_informants


def test_the_outline_lays_the_evidence_ready_and_leaves_the_writing_to_a_person() -> None:
    matrix = PART.build(four_informants(), DisplayOptions(content="presence"), str)
    assert [row.key for row in matrix.rows] == ["IM.ECO", "CG.DLG", "CG.TRU", "OB.COO"]
    assert cell_of(matrix, "CG.DLG", "for").kind == "evidence"
    assert cell_of(matrix, "CG.DLG", "against").kind == "contrary"
    assert cell_of(matrix, "CG.DLG", "who").lines[0].startswith("3 of 3 informants")
    for key in ("expected", "found"):
        assert cell_of(matrix, "CG.DLG", key).lines == ("to be written by a person",)
        assert cell_of(matrix, "CG.DLG", key).coding_ids == ()


def test_codes_without_a_family_stand_last_in_the_outline() -> None:
    study = four_informants()
    codes = tuple(replace(code, family="") if code.id == "CG.DLG" else code for code in study.codebook.codes)
    matrix = PART.build(replace(study, codebook=replace(study.codebook, codes=codes)), DisplayOptions(), str)
    assert [row.key for row in matrix.rows] == ["IM.ECO", "CG.TRU", "OB.COO", "CG.DLG"]
    assert matrix.rows[-1].detail == ""
