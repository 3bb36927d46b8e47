"""Case analysis meeting: what lies ready for a team."""

from dataclasses import replace

from qualcode.display.case_analysis_meeting import PART
from qualcode.display.contract import DisplayOptions
from qualcode.model import Decision, Passage
from tests.display.studies import CODINGS, asked_by_guide, cell_of, four_informants
from tests.evidence.test_applying import TALK, Hand
from tests.evidence.test_jottings import decide


def build(study):
    return PART.build(study, DisplayOptions(content="counts"), str)


def test_the_agenda_lays_themes_contrary_words_and_silence_ready() -> None:
    matrix = build(asked_by_guide(four_informants(), "CG.TRU", {"b.txt": ()}))
    assert cell_of(matrix, "themes", "ready").lines[0] == "CG.DLG: 5 suggested (2 contrary)"
    assert [line.split(":")[0] for line in cell_of(matrix, "rivals", "ready").lines] == ["CG.DLG"]
    silent = cell_of(matrix, "next", "ready").lines
    assert "CG.TRU: silent INF-03, INF-02 (not asked)" in silent
    assert cell_of(matrix, "hunches", "ready").lines == ("none",)
    assert all(row[1].kind == "open" for row in matrix.cells)


def test_jottings_are_laid_out_with_who_wrote_them() -> None:
    study, coding = four_informants(), CODINGS[0]
    passage = Passage(coding.span, coding.quote, "", "", coding.turn, coding.speaker, coding.case, coding.text_sha256)
    noted = Decision(
        "comment", "siti", "2026-01-31", "review", "suggestions", on=coding.id, passage=passage, comment="Basa-basi?"
    )
    cell = cell_of(build(replace(study, decisions=(noted,))), "hunches", "ready")
    assert cell.lines == ("“Basa-basi?” (siti 2026-01-31)",)
    assert cell.coding_ids == (coding.id,)


def test_a_jotting_goes_along_with_a_coding_that_somebody_edited() -> None:
    siti = Hand("siti")
    study = decide(siti("recode", TALK, to_code="CG.TRU", comment="Basa-basi?"))
    edited = next(coding for coding in study.codings if coding.status == "edited")
    assert cell_of(build(study), "hunches", "ready").coding_ids == (edited.id,)
