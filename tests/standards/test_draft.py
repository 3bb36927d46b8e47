"""Drafts: what records tell, what is left, and what authors answered."""

import pytest

from qualcode.standards.contract import Item
from qualcode.standards.coreq import PART as COREQ
from qualcode.standards.draft import build_draft, build_standings, find_standing, split_domains
from qualcode.standards.quality import PART as QUALITY
from qualcode.standards.srqr import PART as SRQR
from tests.standards.records import MEMO, PATTERN, decide, find_facts, list_numbers, make_records

STANDARDS = (COREQ, SRQR, QUALITY)


def read_row(records, number: str) -> tuple[tuple[str, ...], ...]:
    matrix = build_draft(COREQ, records)
    place = [row.key for row in matrix.rows].index(number)
    return tuple(cell.lines for cell in matrix.cells[place])


def test_an_item_without_a_record_says_so_and_asks() -> None:
    assert read_row(make_records(), "2") == (
        ("Which degrees did they hold?",),
        ("nothing on file",),
        ("To be answered:",),
    )


def test_a_part_of_an_answer_is_no_answer() -> None:
    assert read_row(make_records(), "9")[2] == ("Check it, and say the rest:",)
    assert read_row(make_records(), "12")[2] == ("Check it; nothing else is asked.",)


def test_answers_of_authors_stand_with_their_names_and_their_last_word_counts() -> None:
    on = "coreq:2:authors"
    answers = (
        decide("fill", "ana", on, transcript="", comment="S2", hash="1"),
        decide("fill", "ana", on, transcript="", comment="S3 Sosiologi", hash="2"),
        decide("fill", "budi", "coreq:3:authors", transcript="", comment="dosen", hash="3"),
        decide("fill", "budi", "coreq:3:authors", transcript="", comment="", hash="4"),
    )
    records = make_records(decisions=answers)
    assert read_row(records, "2")[2] == ("S3 Sosiologi (ana, 2026-02-03)",)
    assert read_row(records, "3")[2] == ("To be answered:",)
    [row] = build_standings([COREQ], records).cells
    assert [cell.lines[0] for cell in row] == ["32", "1", "2", "10", "19"]


def test_the_four_standings_add_up() -> None:
    for row in build_standings(STANDARDS, make_records()).cells:
        items, *counts = (int(cell.lines[0]) for cell in row)
        assert items == sum(counts)


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.name)
def test_every_fact_has_a_source_and_its_codings_are_there(standard) -> None:
    records = make_records(memos=(MEMO,), patterns=(PATTERN,))
    known = {coding.id for coding in records.study.codings}
    facts = [fact for number in list_numbers(standard) for fact in find_facts(standard, number, records)]
    assert facts
    assert all(fact.source and fact.text for fact in facts)
    assert all(set(fact.coding_ids) <= known for fact in facts)


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.name)
def test_an_empty_study_can_be_drafted_and_claims_nothing_of_its_findings(standard) -> None:
    from tests.factories import make_study

    matrix = build_draft(standard, make_records(study=make_study([])))
    assert len(matrix.rows) == len(list_numbers(standard))
    assert not any(cell.coding_ids for row in matrix.cells for cell in row)


def test_domains_take_every_item_once_and_cells_keep_their_ids() -> None:
    draft = build_draft(COREQ, make_records())
    parts = [matrix for _, matrix in split_domains(draft, COREQ)]
    assert [row.key for matrix in parts for row in matrix.rows] == [row.key for row in draft.rows]
    assert parts[1].cell_id(0, 1) == "coreq:9:records"
    assert parts[-1].entry_rules == draft.entry_rules
    assert all(draft.entry_rules[: len(part.entry_rules)] == part.entry_rules for part in parts[:-1])
    assert all(len(part.entry_rules) < len(draft.entry_rules) for part in parts[:-1])


def test_synthetic_interviews_are_told_above_every_draft() -> None:
    from qualcode.model import Settings

    records = make_records(settings=Settings(synthetic=True))
    assert any("synthetic" in note for note in build_draft(COREQ, records).notes)
    assert not any("synthetic" in note for note in build_draft(COREQ, make_records()).notes)


def test_an_answer_of_the_authors_comes_before_what_records_tell() -> None:
    item = Item("1", "x", "?", whole=True)
    answer = build_answer()
    assert find_standing(item, (), ()) == "open"
    assert find_standing(item, (), (answer,)) == "answered"


def build_answer():
    from qualcode.model import Answer

    return Answer("coreq:1:authors", "ana", "2026", "ya")
