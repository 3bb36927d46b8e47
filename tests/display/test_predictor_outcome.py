"""Predictor-outcome matrix."""

from dataclasses import replace

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.display.predictor_outcome import FEW, PART
from qualcode.errors import QualcodeError
from qualcode.model import Case
from tests.display.studies import block_of, four_informants
from tests.factories import make_study, make_transcript


def build(study=None, **options):
    return PART.build(study or four_informants(), DisplayOptions(**options), str)


def test_predictors_stand_before_outcomes() -> None:
    matrix = build()
    assert [column.key for column in matrix.columns] == ["place", "CG.DLG", "CG.TRU", "OB.COO", "IM.ECO"]
    assert matrix.columns[-1].detail == "outcome IM.ECO"
    assert block_of(matrix)["Order of rows"].startswith("by CG Process")


def test_few_informants_predict_nothing_and_the_display_says_so() -> None:
    assert any(note.startswith("3 informants are too few") for note in build().notes)
    talks = [make_transcript(f"{n}.txt", "N: Ya.", case=f"P{n}") for n in range(FEW)]
    many = make_study(talks, cases=tuple(Case(f"P{n}", (f"{n}.txt",)) for n in range(FEW)))
    assert not any("too few" in note for note in build(many).notes)


def test_a_codebook_without_impacts_is_refused() -> None:
    study = four_informants()
    families = tuple(replace(family, kind="other") for family in study.codebook.families)
    with pytest.raises(QualcodeError, match="kind impact"):
        build(replace(study, codebook=replace(study.codebook, families=families)))
