"""Effects matrix."""

from dataclasses import replace

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.display.effects import PART
from qualcode.errors import QualcodeError
from tests.display.linked_talk import OFFICE, linked_study
from tests.display.studies import cell_of
from tests.factories import code_words


def build(study=None, **options):
    return PART.build(study or linked_study(), DisplayOptions(**options), str)


def test_what_is_told_and_what_is_denied_stand_side_by_side() -> None:
    matrix = build(content="presence")
    assert [row.key for row in matrix.rows] == ["IM.ECO"]
    assert cell_of(matrix, "IM.ECO", "told").lines == ("+",)
    assert cell_of(matrix, "IM.ECO", "denied").lines == ("−",)
    assert cell_of(matrix, "IM.ECO", "who").lines == ("2 of 2 informants (public)", "INF-01, INF-02")


def test_what_speakers_put_it_down_to_is_quoted_with_its_link_word() -> None:
    lines = cell_of(build(quotes=9), "IM.ECO", "because").lines
    assert any(line.startswith("stated link “sehingga”: + CG.DLG.forum → + IM.ECO") for line in lines)
    assert any(line.startswith("denied link “bukan karena”: + CG.DLG ↛ + IM.ECO") for line in lines)
    assert "“Sepi soale hujan.” (N, turn 1; reason in the sentence: “soale”)" in lines


def test_a_column_of_one_side_does_not_name_that_side_again_in_its_counts() -> None:
    denied = cell_of(build(content="counts"), "IM.ECO", "denied")
    assert denied.kind == "contrary"
    assert denied.lines == ("2 suggested",)


def test_a_hope_is_shown_apart_and_is_no_evidence() -> None:
    hope = code_words(OFFICE, "Kami saling percaya.", "IM.ECO", modality="wish")
    hoped = cell_of(build(linked_study(hope)), "IM.ECO", "hoped")
    assert (hoped.kind, hoped.coding_ids) == ("value", (hope.id,))
    assert "hoped" not in {column.key for column in build(linked_study(hope), wishes=True).columns}


def test_the_kind_of_effect_is_left_to_a_person() -> None:
    assert cell_of(build(), "IM.ECO", "judged").lines == ("to be written by a person",)


def test_a_codebook_without_impacts_is_refused() -> None:
    study = linked_study()
    families = tuple(replace(family, kind="other") for family in study.codebook.families)
    with pytest.raises(QualcodeError, match="no codes of kind impact"):
        build(replace(study, codebook=replace(study.codebook, families=families)))
