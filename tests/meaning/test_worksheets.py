"""Worksheets: what is laid out, what people wrote into it, and what is left to them."""

from dataclasses import replace

import pytest

from qualcode.meaning.clustering import PART as CLUSTERING
from qualcode.meaning.contract import Aid
from qualcode.meaning.worksheets import build_overview, find_fillable, list_questions, put_to_aid
from qualcode.model import Decision
from qualcode.registry import find_parts
from tests.meaning.studies import FOUR, code, gather_material, talk

TALKS = [talk(case, "N: Kami percaya. Rapat rutin.") for case in FOUR]
CODINGS = [coding for each in TALKS for coding in code(each, ("Kami percaya.", "CG.TRU"))]
AIDS = [entry.load() for entry in find_parts("meaning").values()]


def put(*decisions: Decision):
    material = gather_material(TALKS, CODINGS)
    return put_to_aid(CLUSTERING, replace(material, study=replace(material.study, decisions=decisions)))


def say(act: str, on: str, text: str, basis: str = "", who: str = "siti") -> Decision:
    return Decision(act, who, "2026-01-31", "command", "suggestions", on=on, comment=text, basis=basis)


def test_the_thirteen_tactics_of_the_chapter_are_there() -> None:
    assert sorted(aid.number for aid in AIDS) == list(range(1, 14))


@pytest.mark.parametrize("aid", AIDS, ids=lambda aid: aid.name)
def test_every_aid_has_questions_columns_to_fill_in_and_never_finds_a_theme(aid: Aid) -> None:
    worksheet = put_to_aid(aid, gather_material(TALKS, CODINGS))
    assert len(worksheet.questions) >= 2
    assert all(question.id == f"{aid.name}:{place}" for place, question in enumerate(worksheet.questions, start=1))
    assert all(question.text.endswith("?") for question in worksheet.questions)
    for table in worksheet.laid_out.tables:
        assert table.entry_rules
        assert table.name.partition("@")[0] == aid.name
    told = repr(worksheet).casefold()
    assert not any(word in told for word in ("theme found", "verified", "significant", "%"))


@pytest.mark.parametrize("aid", AIDS, ids=lambda aid: aid.name)
def test_every_aid_has_something_to_say_of_an_empty_study(aid: Aid) -> None:
    worksheet = put_to_aid(aid, gather_material((), ()))
    assert worksheet.laid_out.brief.lines
    assert worksheet.laid_out.tables


@pytest.mark.parametrize("aid", AIDS, ids=lambda aid: aid.name)
def test_every_cell_opens_onto_codings_that_there_are(aid: Aid) -> None:
    known = {coding.id for coding in CODINGS}
    for table in put_to_aid(aid, gather_material(TALKS, CODINGS)).laid_out.tables:
        assert {id_ for row in table.cells for cell in row for id_ in cell.coding_ids} <= known


def test_answers_stand_under_their_questions_each_with_its_author() -> None:
    worksheet = put(say("answer", "clustering:2", "Panjangnya saja."), say("answer", "clustering:2", "Ya.", who="budi"))
    lines = list_questions(worksheet, str)
    place = next(n for n, line in enumerate(lines) if line.startswith("- clustering:2"))
    assert lines[place + 1 : place + 3] == ("  budi, 2026-01-31: Ya.", "  siti, 2026-01-31: Panjangnya saja.")
    assert "Nobody has answered yet." in lines[2]


def test_an_answer_given_on_other_codings_says_so() -> None:
    now = put().basis
    assert "[changed since: the codings]" in " ".join(
        list_questions(put(say("answer", "clustering:1", "A", "then")), str)
    )
    assert "changed since" not in " ".join(list_questions(put(say("answer", "clustering:1", "A", now)), str))


def test_what_people_write_into_a_cell_stands_there() -> None:
    fillable = find_fillable(CLUSTERING, gather_material(TALKS, CODINGS))
    basis = next(cell.basis for cell in fillable if cell.id == "clustering:INF-04+INF-01:name")
    worksheet = put(
        say("fill", "clustering:INF-04+INF-01:name", "Kubu dinas", basis),
        say("fill", "clustering:INF-04+INF-01:members", "Bukan"),
    )
    joins = worksheet.laid_out.tables[-1]
    assert joins.cells[0][-1].lines == ("Kubu dinas", "(siti 2026-01-31)")
    assert (joins.cells[0][-1].kind, joins.cells[1][-1].kind) == ("written", "open")
    assert joins.cells[0][0].lines == ("INF-04 | INF-01",)


def test_the_overview_counts_open_questions_and_keeps_the_order_of_the_chapter() -> None:
    material = gather_material(TALKS, CODINGS)
    worksheets = [put(say("answer", "clustering:1", "A")), put_to_aid(AIDS[0], material)]
    overview = build_overview(material, worksheets, [(AIDS[0].name, "first"), ("clustering", "third")])
    assert [row.key for row in overview.rows] == [AIDS[0].name, "clustering"]
    assert overview.cells[1][1].lines == ("2 of 3",)
