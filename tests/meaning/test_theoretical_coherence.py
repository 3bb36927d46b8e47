"""Coherence: present, contrary, silent, and what the framework lacks."""

from dataclasses import replace

from qualcode.meaning.theoretical_coherence import PART
from qualcode.model import Cue
from tests.meaning.studies import code, gather_material, put, read_cells, read_lines, talk

ONE = talk("INF-01", "N: Forum rutin. Akses sulit. Kami percaya. Uang naik. Ego sektoral.")


def states(*codings) -> dict[str, str]:
    table = put(PART, (ONE,), [coding for own in codings for coding in own]).tables[0]
    return {key: lines[0] for key, lines in read_lines(table, "state").items()}


def test_present_contrary_and_silent_parts_stand_side_by_side() -> None:
    found = states(code(ONE, ("Forum rutin.", "CG.DLG.forum"), ("Akses sulit.", "-CG.DLG.access")))
    assert found["CG.DLG"] == "present and contrary"
    assert found["CG.DLG.forum"] == "present"
    assert found["CG.DLG.access"] == "contrary alone"
    assert found["CG.TRU"] == "SILENT"


def test_a_coding_with_the_code_alone_fills_no_sub_code_and_silences_none() -> None:
    """Neither may be said: that the forum is there, or that nobody spoke of it."""
    found = states(code(ONE, ("Forum rutin.", "CG.DLG")))
    assert (found["CG.DLG"], found["CG.DLG.forum"]) == ("present", "none by name")


def test_what_is_only_wished_for_is_not_there() -> None:
    assert states(code(ONE, ("Kami percaya.", "CG.TRU"), modality="wish"))["CG.TRU"] == "only wished or supposed"


def test_what_nobody_asked_for_is_not_called_silent() -> None:
    material = gather_material((ONE,))
    study = material.study
    cue = Cue("CG.TRU/id/asked/percaya", "percaya", "id", "asked", "supporting", 1)
    codes = tuple(replace(each, cues=(cue,)) if each.id == "CG.TRU" else each for each in study.codebook.codes)
    accounts = tuple(replace(each, asked=()) for each in study.accounts)
    asked = replace(material, study=replace(study, codebook=replace(study.codebook, codes=codes), accounts=accounts))
    cells = read_cells(PART.lay_out(asked).tables[0])
    assert (cells["CG.TRU", "state"].lines, cells["CG.TRU", "state"].kind) == (("not asked",), "unasked")
    assert cells["OB.COO", "state"].lines == ("SILENT",)


def test_what_lies_outside_the_framework_has_its_row() -> None:
    found = states(code(ONE, ("Ego sektoral.", "ego-sektoral"), coder="ana", status="manual"))
    assert found["ego-sektoral"] == "outside the framework"


def test_the_words_without_a_code_are_counted() -> None:
    table = put(PART, (ONE,), code(ONE, ("Forum rutin.", "CG.DLG.forum"))).tables[0]
    assert any("Words of respondents that bear no code: 8 of 10." in note for note in table.notes)
