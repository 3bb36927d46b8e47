"""Content-analytic summary table."""

import re
from dataclasses import replace

from hypothesis import given

from qualcode.display.content_analytic import PART
from qualcode.display.contract import DisplayOptions
from qualcode.evidence.selection import group_by_unit, select
from qualcode.model import Study, Words
from tests.display.studies import CHAIR, asked_by_guide, block_of, cell_of, cells_opening, four_informants, studies
from tests.factories import code_words, in_mode


def build(study: Study, **options):
    return PART.build(study, DisplayOptions(**options), str)


def test_informants_stand_on_the_side_they_speak_for() -> None:
    matrix = build(four_informants())
    assert cell_of(matrix, "CG.DLG", "for").lines == ("1 of 3 informants (public)", "INF-01")
    assert cell_of(matrix, "CG.DLG", "against").lines == ("1 of 3 informants (association)", "INF-03")
    assert cell_of(matrix, "CG.DLG", "both").lines == ("1 of 3 informants (public)", "INF-02")
    assert cell_of(matrix, "CG.DLG", "silent").lines == ("none",)
    assert cell_of(matrix, "CG.TRU", "silent").lines[0] == "2 of 3 informants (association, public)"
    assert cell_of(matrix, "CG.DLG", "no-interview").lines == ("INF-04 (private)",)


def test_a_name_says_where_nobody_asked() -> None:
    study = asked_by_guide(four_informants(), "CG.TRU", {"b.txt": (), "c.txt": ("CG.TRU",)})
    assert cell_of(build(study), "CG.TRU", "silent").lines[1:] == ("INF-03, INF-02 (not asked)",)


def test_units_are_counted_with_the_names_they_come_from() -> None:
    cell = cell_of(build(four_informants()), "CG.DLG", "units")
    assert cell.lines == (
        "5 suggested (2 contrary)",
        "INF-01: 2 suggested",
        "INF-03: 1 suggested (1 contrary)",
        "INF-02: 2 suggested (1 contrary)",
    )


def test_sub_codes_stand_under_their_code_where_codings_have_them() -> None:
    rows = [row.key for row in build(four_informants()).rows]
    assert rows == ["IM.ECO", "CG.DLG", "CG.DLG.forum", "CG.TRU", "OB.COO"]
    assert cell_of(build(four_informants()), "CG.DLG.forum", "for").lines[1:] == ("INF-01",)


def test_without_a_missing_interview_there_is_no_such_column() -> None:
    study = four_informants()
    heard = [case for case in study.cases if case.id != "INF-04"]
    matrix = build(Study(study.settings, study.codebook, tuple(heard), study.accounts, study.codings))
    assert "no-interview" not in [column.key for column in matrix.columns]


def test_where_no_sector_is_known_nobody_is_named_twice() -> None:
    study = four_informants()
    study = replace(study, cases=tuple(replace(case, sector="") for case in study.cases))
    assert cell_of(build(study), "CG.DLG", "for").lines == ("1 of 3 informants (INF-01)",)


def test_a_code_without_a_short_line_is_named_by_its_id_alone() -> None:
    study = four_informants()
    bare = tuple(replace(code, short=Words()) for code in study.codebook.codes)
    matrix = build(replace(study, codebook=replace(study.codebook, codes=bare)))
    assert {row.detail for row in matrix.rows if row.key == "CG.TRU"} == {"CG.TRU"}


def test_where_layers_meet_each_name_says_whose_codings_it_rests_on() -> None:
    matrix = build(four_informants(code_words(CHAIR, "Kami", "OB.COO", status="accepted")))
    names = cell_of(matrix, "OB.COO", "for").lines[1:]
    assert names == ("INF-01 (suggested), INF-03 (accepted)",)
    assert cell_of(matrix, "OB.COO", "units").lines[0] == "1 accepted (+1 suggested)"


def test_the_block_follows_layer_and_wishes_and_speaks_of_names_not_quotes() -> None:
    blocks = [build(four_informants(), **options).entry_rules for options in ({}, {"layer": "human"}, {"wishes": True})]
    assert len(set(blocks)) == 3
    assert "Choice of quotes" not in block_of(build(four_informants()))


@given(studies)
def test_a_law_of_drill_downs(study: Study) -> None:
    """A coding that counts is opened by one side and by the units of its code, and of its sub-code where it has
    one; the number of units is what the cell's codings lie on."""
    matrix = build(study)
    counted = select(study).counted
    for coding in study.codings:
        rows = {study.codebook.find(coding.code).id, coding.code} if coding in counted else set()
        opening = cells_opening(matrix, coding)
        assert {row for row, _ in opening} == rows
        for row in rows:
            columns = {column for of, column in opening if of == row}
            assert "units" in columns
            assert len(columns & {"for", "against", "both"}) == 1
            assert len(columns) == 2
    by_id = {coding.id: coding for coding in study.codings}
    for row in matrix.rows:
        cell = cell_of(matrix, row.key, "units")
        total = sum(int(n) for n in re.findall(r"(\d+) (?:accepted|suggested)", cell.lines[0]))
        assert total == len(group_by_unit(by_id[id_] for id_ in cell.coding_ids))


@given(studies)
def test_every_informant_stands_in_one_column_of_each_row(study: Study) -> None:
    matrix = build(study)
    for row in matrix.rows:
        named = [
            name
            for column in ("for", "against", "both", "silent", "no-interview")
            for line in cell_of(matrix, row.key, column).lines
            if " of " not in line
            for name in re.findall(r"INF-\d+", line)
        ]
        assert sorted(named) == ["INF-01", "INF-02", "INF-03", "INF-04"]


def test_a_moved_sub_code_stands_under_the_code_it_counts_as() -> None:
    matrix = PART.build(in_mode(four_informants(), CG__DLG__forum="CG.TRU"), DisplayOptions(), str)
    rows = [row.key for row in matrix.rows]
    assert rows[rows.index("CG.DLG.forum") - 1] == "CG.TRU"
    assert matrix.rows[rows.index("CG.DLG.forum")].detail == "CG.DLG.forum: Trust"
    forum = cell_of(matrix, "CG.DLG.forum", "for").coding_ids
    assert len(forum) == 1
    assert set(forum) <= set(cell_of(matrix, "CG.TRU", "for").coding_ids)
    assert not set(forum) & {id_ for cell in matrix.cells[rows.index("CG.DLG")] for id_ in cell.coding_ids}
    assert block_of(matrix)["Mode of the codebook"] == "moved: CG.DLG.forum counts as CG.TRU"
