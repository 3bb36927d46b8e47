"""Causal-prediction model: paths that end in an outcome."""

import pytest

from qualcode.display.causal_prediction import PART, find_leading
from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError
from tests.display.linked_talk import linked_study
from tests.evidence.test_drawn import MARKET, TRUST, draw
from tests.factories import CODES, make_codebook


def test_only_pairs_on_a_way_to_an_outcome_have_a_row() -> None:
    study = linked_study()
    back = next(coding for coding in study.codings if coding.code == "OB.COO")
    matrix = PART.build(draw(draw(study, TRUST, MARKET), MARKET, back), DisplayOptions(), str)
    keys = {row.key for row in matrix.rows}
    assert {"CG.TRU/IM.ECO", "OB.COO/CG.DLG", "CG.DLG/IM.ECO"} <= keys


def test_ways_are_followed_back_and_round_ones_end() -> None:
    pairs = [("A", "B"), ("B", "OUT"), ("OUT", "A"), ("X", "Y")]
    assert find_leading(pairs, ["OUT"]) == {"OUT", "B", "A"}


def test_a_codebook_without_outcomes_is_refused() -> None:
    from dataclasses import replace

    codebook = make_codebook(codes=tuple(code for code in CODES if code.family != "IM"))
    with pytest.raises(QualcodeError, match="impact"):
        PART.build(replace(linked_study(), codebook=codebook), DisplayOptions(), str)
