"""Condensations by name, out of a study's folder."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.registry import find_parts, list_purposes
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.condensing import REPORTED, build_condensation, condense_for_report, gather
from qualcode.workflow.opening import Wishes, open_study
from qualcode.workflow.showing import find_shown
from tests.conftest import Done


@pytest.fixture
def coded(study_folder: Path):
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    return opened, load_study(opened)


def test_every_condensation_can_be_built_and_each_of_its_cells_opens(coded) -> None:
    for name in find_parts("condense"):
        for matrix in build_condensation(gather(*coded, "en", most=0), name):
            for r, c in ((r, c) for r in range(len(matrix.rows)) for c in range(len(matrix.columns))):
                shown = find_shown(*coded, matrix.cell_id(r, c))
                assert {quote.coding.id for quote in shown.quotes} == set(matrix.cells[r][c].coding_ids)


def test_what_counts_codings_says_which_statuses_it_counts(coded) -> None:
    for name in find_parts("condense").keys() - {"data-accounting", "jottings", "memos"}:
        for matrix in build_condensation(gather(*coded, "en"), name):
            told = {rule.label: rule.value for rule in matrix.entry_rules}
            assert "rejected never" in told["Statuses counted"], name


def test_a_misspelt_name_is_told_the_nearest(coded) -> None:
    with pytest.raises(QualcodeError) as refused:
        build_condensation(gather(*coded, "en"), "left out")
    assert refused.value.how == "Did you mean `left-out`?"


def test_what_each_is_for_is_told_in_both_languages() -> None:
    english, indonesian = dict(list_purposes("condense", "en")), dict(list_purposes("condense", "id"))
    assert english.keys() == indonesian.keys() == set(find_parts("condense"))
    assert all(english[name] and english[name] != indonesian[name] for name in english)


def test_a_turn_opens_with_the_turns_around_it_and_its_codings(coded) -> None:
    shown = find_shown(*coded, "ana.txt:2")
    assert [line.split(":")[0] for line in shown.lines] == ["1 Interviewer", "2 Ana", "3 Interviewer", "4 Ana"]
    assert {quote.coding.turn for quote in shown.quotes} == {2}
    for unknown in ("ana.txt:99", "ana.txt:0", "nobody.txt:1"):
        with pytest.raises(QualcodeError, match="Nothing here is called"):
            find_shown(*coded, unknown)


def test_the_command_shows_one_and_lists_all(study_folder: Path, qualcode: Callable[..., Done]) -> None:
    qualcode("code", study_folder)
    assert "Data accounting log" in qualcode("condense", study_folder).out
    shown = qualcode("condense", study_folder, "left-out", "--most", 1)
    assert "Passages shown: 1 of" in shown.out
    listed = qualcode("condense", study_folder, "--list").out
    assert qualcode("condense", "--list").out == qualcode("condense").out == listed
    assert all(f"{name}: " in listed for name in find_parts("condense"))


def test_a_report_shows_what_people_wrote_where_they_wrote_anything(coded, study_folder: Path) -> None:
    def names() -> list[str]:
        return [matrix.name for matrix, _ in condense_for_report(gather(*coded, "en"))]

    assert names() == list(REPORTED)
    (study_folder / "memos").mkdir()
    (study_folder / "memos" / "a.md").write_text("---\ntitle: A\n---\nText.\n", encoding="utf-8")
    assert names() == [*REPORTED, "memos"]
