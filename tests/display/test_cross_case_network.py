"""Links of several informants side by side."""

from dataclasses import replace

from qualcode.display.contract import DisplayOptions
from qualcode.display.cross_case_network import PART
from tests.display.linked_talk import linked_study
from tests.display.studies import cell_of
from tests.evidence.test_drawn import MARKET, TRUST, draw


def build(study):
    return PART.build(study, DisplayOptions(content="presence"), str)


def test_each_informant_has_the_links_of_its_own_words() -> None:
    matrix = build(draw(linked_study(), TRUST, MARKET))
    assert "stated link: INF-01" in cell_of(matrix, "CG.DLG/IM.ECO", "INF-01").lines
    assert cell_of(matrix, "CG.DLG/IM.ECO", "INF-02").lines == ("stated link: INF-02",)
    across = "drawn by siti: INF-01 ⇒ INF-02"
    assert cell_of(matrix, "CG.TRU/IM.ECO", "INF-01").lines == (across,)
    assert cell_of(matrix, "CG.TRU/IM.ECO", "INF-02").lines == (across,)
    assert cell_of(matrix, "CG.DLG/IM.ECO", "INF-04").kind == "missing"


def test_one_informant_alone_is_compared_with_nobody() -> None:
    study = linked_study()
    alone = replace(study, codings=tuple(coding for coding in study.codings if coding.case == "INF-02"))
    assert any("nothing to compare" in note for note in build(alone).notes)
    assert not any("nothing to compare" in note for note in build(study).notes)
