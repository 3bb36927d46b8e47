"""Comparisons: groups by their informants and sides, not by how much is said."""

from dataclasses import replace

import pytest

from qualcode.errors import QualcodeError
from qualcode.meaning.making_comparisons import PART
from tests.meaning.studies import FOUR, code, gather_material, put, read_cells, talk

WORDS = "N: Rapat rutin. Rapat lagi. Rapat terus. Kami percaya. Koordinasi lemah."
TALKS = {case: talk(case, WORDS) for case in FOUR}


def say(case: str, *pairs: tuple[str, str]):
    return code(TALKS[case], *pairs)


def lay(*codings, **handed):
    return put(PART, TALKS.values(), [coding for own in codings for coding in own], handed=handed)


MEET = ("Rapat rutin.", "CG.DLG")


def test_groups_on_unlike_sides_part_and_both_are_quoted() -> None:
    sectors = lay(say("INF-01", MEET), say("INF-02", MEET), say("INF-04", ("Rapat rutin.", "-CG.DLG"))).tables[0]
    cells = read_cells(sectors)
    assert cells["CG.DLG", "public"].lines[0] == "2 of 2 informants; 2 suggested"
    assert cells["CG.DLG", "private"].kind == "contrary"
    assert "− “Rapat rutin.”" in cells["CG.DLG", "private"].lines[1]
    assert cells["CG.DLG", "parts"].lines == ("private: against", "public: for", "association: silent")


def test_three_times_as_much_talk_is_no_difference() -> None:
    much = say("INF-01", MEET, ("Rapat lagi.", "CG.DLG"), ("Rapat terus.", "CG.DLG"))
    cells = read_cells(lay(much, say("INF-03", MEET), say("INF-04", MEET)).tables[0])
    assert cells["CG.DLG", "parts"].lines == ("nowhere",)


def test_a_group_that_nobody_asked_is_not_silent() -> None:
    from qualcode.model import Cue

    material = gather_material(TALKS.values(), say("INF-01", MEET))
    study = material.study
    cue = Cue("CG.DLG/id/asked/rapat", "rapat", "id", "asked", "supporting", 1)
    codes = tuple(replace(each, cues=(cue,)) if each.id == "CG.DLG" else each for each in study.codebook.codes)
    accounts = tuple(replace(each, asked=("CG.DLG",) if each.cases == ("INF-01",) else ()) for each in study.accounts)
    asked = replace(material, study=replace(study, codebook=replace(study.codebook, codes=codes), accounts=accounts))
    cells = read_cells(PART.lay_out(asked).tables[0])
    assert cells["CG.DLG", "private"].lines == ("not asked",)
    assert cells["CG.DLG", "parts"].lines == ("nowhere",)


def test_a_group_of_one_is_called_a_person() -> None:
    table = lay(say("INF-01", MEET)).tables[0]
    assert "Groups of one informant, which are a person and no group: private, association." in table.notes


def test_any_field_may_part_them_and_one_that_parts_nobody_is_refused() -> None:
    [table] = lay(say("INF-01", MEET), by="role").tables
    assert table.name == "making-comparisons@role"
    with pytest.raises(QualcodeError, match="no field colour"):
        lay(by="colour")


def test_who_has_no_value_is_in_no_group() -> None:
    jurisdictions = lay(say("INF-01", MEET)).tables[1]
    assert [column.key for column in jurisdictions.columns[:-2]] == ["kabupaten", "kota"]
