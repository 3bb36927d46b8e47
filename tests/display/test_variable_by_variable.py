"""Variable-by-variable matrix: stated links apart from nearness."""

from dataclasses import replace

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.display.drawing import draw
from qualcode.display.variable_by_variable import PART
from qualcode.errors import QualcodeError
from tests.display.linked_talk import FIRST, linked_study
from tests.display.studies import block_of, cell_of, four_informants


def build(study=None, **options):
    return draw(PART, study or linked_study(), DisplayOptions(**options), str)


def test_a_stated_link_is_told_apart_from_what_is_nearby() -> None:
    matrix = build(content="presence")
    assert [row.key for row in matrix.rows] == ["OB.COO"]
    assert [column.key for column in matrix.columns] == ["CG.DLG", "CG.TRU"]
    assert cell_of(matrix, "OB.COO", "CG.DLG").lines == ("stated link: INF-01", "nearby: INF-01")
    assert cell_of(matrix, "OB.COO", "CG.TRU").lines == ("nearby: INF-01",)


def test_counts_name_the_informants() -> None:
    assert cell_of(build(content="counts"), "OB.COO", "CG.DLG").lines[0] == "stated link: 1, 1 of 2 informants (public)"


def test_a_quoted_link_shows_its_word_its_direction_and_both_sides() -> None:
    lines = cell_of(build(), "OB.COO", "CG.DLG").lines
    assert lines[:2] == ("stated link: INF-01", "nearby: INF-01")
    assert lines[2] == f"stated link “karena”: + OB.COO → − CG.DLG: “{FIRST}” (N, turn 1)"


def test_a_cell_opens_onto_both_ends_of_its_links() -> None:
    study = linked_study()
    ids = cell_of(build(study), "OB.COO", "CG.TRU").coding_ids
    assert {coding.code for coding in study.codings if coding.id in ids} == {"OB.COO", "CG.TRU"}


def test_other_variables_may_be_named_and_denied_links_are_denied() -> None:
    matrix = build(rows=("IM",), columns=("CG.DLG",), content="presence")
    assert cell_of(matrix, "IM.ECO", "CG.DLG").lines == (
        "stated link: INF-01, INF-02",
        "denied link: INF-01",
        "nearby: INF-02",
    )


def test_without_a_stated_link_the_display_says_so() -> None:
    matrix = build(four_informants())
    assert any(note.startswith("No link between these codes is stated") for note in matrix.notes)
    assert cell_of(matrix, "OB.COO", "CG.TRU").lines[1].startswith("nearby: + CG.TRU · + OB.COO")


def test_what_is_shown_of_a_link_is_an_entry_rule() -> None:
    rules = {
        content: block_of(build(content=content))["Shown of a link"] for content in ("presence", "counts", "quotes")
    }
    assert len(set(rules.values())) == 3


def test_a_codebook_without_obstacles_is_refused_and_the_way_out_named() -> None:
    study = linked_study()
    families = tuple(replace(family, kind="other") for family in study.codebook.families)
    plain = replace(study, codebook=replace(study.codebook, families=families))
    with pytest.raises(QualcodeError, match="no codes of kind obstacle"):
        build(plain)
    assert build(plain, rows=("OB",), columns=("CG",)).rows
