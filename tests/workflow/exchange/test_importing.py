"""Projects in: what people coded elsewhere becomes decisions of theirs, each once, and nothing is lost unsaid."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qualcode.errors import QualcodeError
from qualcode.exchange.contract import CodeNode, Mark, Note, Project, Source, User, Variable
from qualcode.exchange.guids import make_guid
from qualcode.exchange.project_in import read_project
from qualcode.model import Coding
from qualcode.store.memos import read_memos
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.deciding import decide, record_rename
from qualcode.workflow.desk import list_codings, list_memos, open_desk, open_transcript
from qualcode.workflow.exchange.exporting import export_project
from qualcode.workflow.exchange.importing import Plan, plan_import, record_import
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from tests.conftest import FIRST
from tests.exchange.hands import HELP, RAIN, select, write_project

BEFORE, LATER, LATEST = "2026-01-01T00:00:00+00:00", "2026-03-01T00:00:00+00:00", "2026-04-01T00:00:00+00:00"


@pytest.fixture
def opened(study_folder: Path) -> OpenStudy:
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    return opened


def choose(opened: OpenStudy, who: str, *choices: Choice, when: str = BEFORE) -> None:
    decide(open_desk(opened, who), choices, when, "review")


def export(opened: OpenStudy) -> Project:
    target, _ = export_project(opened, load_study(opened))
    return read_project(target.read_bytes())


def take_in(opened: OpenStudy, project: Project, when: str = LATER, coder: str = "") -> Plan:
    plan = plan_import(opened, project, coder)
    record_import(opened, plan, when)
    return plan


def counts(plan: Plan) -> dict[str, dict[str, int]]:
    return {part.desk.coder: part.counts for part in plan.parts}


def stand(opened: OpenStudy) -> list[tuple[Any, ...]]:
    return sorted(
        (c.transcript, c.span, c.code, c.polarity, c.status, c.decided_by) for c in load_study(opened).codings
    )


def read(text: str, *marks: tuple[str, str], source: str = "ana.txt", user: str = "rani", **more: Any) -> Project:
    """A project of one text in which words are coded by one person with the code of a guid."""
    guid = make_guid("user", user)
    made = tuple(
        Mark(make_guid("m", words, code), (place := text.index(words)), place + len(words), code, words, guid, **more)
        for words, code in marks
    )
    return Project("P", "Elsewhere", users=(User(guid, user),), sources=(Source("s", source, text, made),))


def suggest(opened: OpenStudy) -> tuple[Coding, ...]:
    return list_codings(open_desk(opened, "nobody"))


def with_codes(project: Project, *names: str) -> Project:
    return replace(project, codes=tuple(CodeNode(make_guid("c", name), name) for name in names))


def test_what_comes_back_untouched_changes_nothing(opened: OpenStudy) -> None:
    first, second, third, *_ = suggest(opened)
    turn = open_transcript(open_desk(opened, "siti"), "budi.txt").turns[1]
    choose(
        opened,
        "siti",
        Choice("accept", first.id, comment="why\nso?"),
        Choice("reject", second.id),
        Choice("polarity", third.id, polarity="contrary"),
        Choice("propose", "", "budi.txt", turn.span, label="Dry year"),
    )
    choose(opened, "budi", Choice("recode", first.id, code="H.HELP"))
    before, project = stand(opened), export(opened)
    plan = take_in(opened, project)
    assert (plan.parts, plan.memos, plan.remarks) == ((), (), ())
    marks = [each for source in project.sources for each in source.marks]
    assert (plan.known, plan.machine) == (4, len(marks) - 4)
    assert stand(opened) == before


def test_what_somebody_coded_there_is_theirs_here_once(opened: OpenStudy) -> None:
    project = with_codes(read(FIRST, ("We had no rain in May", make_guid("c", "Rain"))), "Rain")
    assert counts(take_in(opened, project)) == {"rani": {"code": 1}}
    (coding,) = (each for each in load_study(opened).codings if each.status == "manual")
    assert (coding.quote, coding.code, coding.coder) == ("We had no rain in May", "H.RAIN", "rani")
    assert take_in(opened, project).parts == ()


@pytest.mark.parametrize("name", ["H.RAIN Rain", "H.RAIN whatever", "rain", "H.RAIN"])
def test_codes_are_known_by_name_where_their_guids_are_others(opened: OpenStudy, name: str) -> None:
    take_in(opened, with_codes(read(FIRST, ("came late", make_guid("c", name))), name))
    assert "H.RAIN" in [each.code for each in load_study(opened).codings if each.coder == "rani"]


def test_the_code_for_contrary_passages_means_contrary(opened: OpenStudy) -> None:
    take_in(opened, with_codes(read(FIRST, ("came late", make_guid("c", "Rain: contrary"))), "Rain: contrary"))
    assert [each.polarity for each in load_study(opened).codings if each.coder == "rani"] == ["contrary"]


def test_what_is_gone_from_the_file_stays_and_is_told(opened: OpenStudy) -> None:
    first, second, *_ = suggest(opened)
    choose(opened, "rani", Choice("accept", first.id), Choice("accept", second.id))
    plan = take_in(opened, with_codes(read(FIRST, (first.quote, make_guid("c", "Rain"))), "Rain"))
    assert (plan.parts, plan.known) == ((), 1)
    assert "rani has codings here that are not in the file; they stay: 1" in plan.remarks
    assert [each.status for each in load_study(opened).codings if each.id == second.id] == ["accepted"]


def test_a_code_that_the_codebook_lacks_is_proposed(opened: OpenStudy) -> None:
    project = with_codes(read(FIRST, ("came late", make_guid("c", "Lateness"))), "Lateness")
    assert counts(take_in(opened, project)) == {"rani": {"propose": 1}}
    assert take_in(opened, project).parts == ()


def test_a_code_that_was_renamed_since_is_known_by_its_former_id(opened: OpenStudy) -> None:
    first = suggest(opened)[0]
    choose(opened, "siti", Choice("accept", first.id))
    project = export(opened)
    for path in (opened.codebook_path, opened.place.root / "claims.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("H.RAIN", "H.WET"), encoding="utf-8")
    record_rename(opened, "siti", "H.RAIN", "H.WET", LATER)
    renamed = open_study(opened.place.root, Wishes(), opened.place.root)
    code_study(renamed)
    plan = plan_import(renamed, project)
    assert (plan.parts, plan.known) == ((), 1)


def test_a_passage_over_several_turns_becomes_one_coding_a_turn(opened: OpenStudy) -> None:
    words = FIRST[FIRST.index("My sister") : FIRST.index(" with everything")]
    plan = take_in(opened, with_codes(read(FIRST, (words, make_guid("c", "Rain"))), "Rain"))
    assert counts(plan) == {"rani": {"code": 3}}
    assert "several turns" in plan.remarks[0]
    quotes = [each.quote for each in load_study(opened).codings if each.coder == "rani"]
    assert quotes == ["My sister laughed at me.", "And who helped?", "The neighbours helped us"]


def test_words_nobody_says_are_told(opened: OpenStudy) -> None:
    plan = take_in(opened, with_codes(read(FIRST, ("Interviewer:", make_guid("c", "Rain"))), "Rain"))
    assert plan.parts == ()
    assert "that nobody says" in plan.remarks[0]


def test_an_edited_text_keeps_what_is_still_there(opened: OpenStudy) -> None:
    there = f"A new first line.\r\n\r\n{FIRST}".replace("My sister laughed at me", "My sister was silent then")
    marks = [(words, make_guid("c", "Rain")) for words in ("no rain in May", "sister was silent then")]
    plan = take_in(opened, with_codes(read(there, *marks), "Rain"))
    assert counts(plan) == {"rani": {"code": 1}}
    assert "not in the transcript" in plan.remarks[0]


@pytest.mark.parametrize("name", ["ana.txt", "Ana.docx", "ana"])
def test_an_edited_text_is_known_by_its_name_without_the_ending(opened: OpenStudy, name: str) -> None:
    there = FIRST.replace("My sister laughed at me", "My sister was silent then")
    project = with_codes(read(there, ("no rain in May", make_guid("c", "Rain")), source=name), "Rain")
    assert counts(plan_import(opened, project)) == {"rani": {"code": 1}}


def test_a_transcript_that_changed_since_it_was_coded_is_told_by_name(opened: OpenStudy) -> None:
    project = with_codes(read(FIRST, ("no rain in May", make_guid("c", "Rain"))), "Rain")
    other = replace(project.sources[0], guid="b", name="budi.txt", text="Budi: Another text altogether.", marks=())
    path = opened.place.transcripts / "ana.txt"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nAna: And more.\n", encoding="utf-8")
    plan = plan_import(opened, replace(project, sources=(*project.sources, other)))
    assert plan.parts == ()
    assert any(each.startswith("ana.txt: gone or changed since it was coded: nothing") for each in plan.remarks)
    with pytest.raises(QualcodeError, match="gone or changed"):
        plan_import(opened, project)
    code_study(opened)
    assert counts(plan_import(opened, project)) == {"rani": {"code": 1}}


def test_what_was_turned_down_here_stays_so_unless_it_was_coded_there_later(opened: OpenStudy) -> None:
    first = suggest(opened)[0]
    choose(opened, "rani", Choice("reject", first.id), when=LATER)
    project = with_codes(read(FIRST, (first.quote, make_guid("c", "Rain")), when="2026-02-01T00:00:00Z"), "Rain")
    assert plan_import(opened, project).parts == ()
    project = with_codes(read(FIRST, (first.quote, make_guid("c", "Rain")), when="2026-03-02T00:00:00Z"), "Rain")
    assert counts(plan_import(opened, project)) == {"rani": {"code": 1}}


def test_words_added_to_a_note_become_a_memo_once(opened: OpenStudy) -> None:
    first = suggest(opened)[0]
    choose(opened, "siti", Choice("accept", first.id, comment="why?"))
    project = export(opened)
    sources = tuple(
        replace(s, marks=tuple(replace(m, description=f"{m.description}\nBecause.") for m in s.marks))
        for s in project.sources
    )
    changed = replace(project, sources=sources)
    assert counts(take_in(opened, changed)) == {"siti": {"memo": 1}}
    assert [memo.text for memo in list_memos(open_desk(opened, "siti"), first.id)] == ["why?", "Because."]
    assert take_in(opened, changed).parts == ()


def test_the_same_words_on_two_codings_are_two_jottings(opened: OpenStudy) -> None:
    first, second, *_ = suggest(opened)
    choose(opened, "siti", Choice("accept", first.id), Choice("accept", second.id))
    project = export(opened)
    sources = tuple(
        replace(s, marks=tuple(replace(m, description=f"{m.description} check") for m in s.marks))
        for s in project.sources
    )
    changed = replace(project, sources=sources)
    assert counts(take_in(opened, changed)) == {"siti": {"memo": 2}}
    assert take_in(opened, changed).parts == ()
    choose(opened, "siti", Choice("recode", first.id, code="H.HELP"), when=LATEST)
    assert take_in(opened, changed).parts == ()


def test_memos_come_along_once_and_hang_on_their_codes(opened: OpenStudy) -> None:
    note = f'<Notes><Note guid="{HELP}" name="On rain"><PlainTextContent>So little.</PlainTextContent></Note></Notes>'
    codes = f'<Code guid="{RAIN}" name="Rain" isCodable="true"><NoteRef targetGUID="{HELP.upper()}"/></Code>'
    project = read_project(write_project(FIRST, select(0, 2), rest=note, codes=codes))
    assert len(take_in(opened, project).memos) == 1
    (memo,) = opened.place.memos.iterdir()
    assert memo.read_text() == "---\ntitle: On rain\ncodes:\n- H.RAIN\n---\n\nSo little.\n"
    assert take_in(opened, project).memos == ()


def test_a_memo_that_was_written_on_elsewhere_comes_beside_the_one_here(opened: OpenStudy) -> None:
    opened.place.memos.mkdir()
    (opened.place.memos / "m.md").write_text("---\ntitle: Dry\n---\nSo dry.\n\nAnd hot.\n")
    project = export(opened)
    crlf = replace(project, notes=tuple(replace(each, text=each.text.replace("\n", "\r\n")) for each in project.notes))
    assert plan_import(opened, crlf).memos == ()
    longer = replace(project, notes=tuple(replace(each, text=f"{each.text} Not wet.") for each in project.notes))
    assert len(take_in(opened, longer).memos) == 1
    assert take_in(opened, longer).memos == ()
    assert len(list(opened.place.memos.iterdir())) == 2


def test_jottings_of_somebody_elses_study_come_along_under_their_writers_names(opened: OpenStudy) -> None:
    """They went out with codings of a study that has the same text; here they are not."""
    noted = "[qualcode: manual]\n[siti 2026-01-31] why?"
    project = with_codes(read(FIRST, ("came late", make_guid("c", "Rain")), description=noted), "Rain")
    (part,) = take_in(opened, project).parts
    assert [choice.comment for choice in part.choices] == ["[siti 2026-01-31] why?"]
    assert take_in(opened, project).parts == ()
    assert plan_import(opened, export(opened)).parts == ()


def test_what_was_changed_under_the_machines_name_or_of_a_case_is_told(opened: OpenStudy) -> None:
    project = export(opened)
    first, *rest = project.sources[0].marks
    marks = (replace(first, code=make_guid("code", "H.HELP")), *rest)
    variable = Variable(make_guid("v"), "age")
    cases = (replace(project.cases[0], values=(*project.cases[0].values, (variable.guid, "44"))), *project.cases[1:])
    changed = replace(project, sources=(replace(project.sources[0], marks=marks), *project.sources[1:]), cases=cases)
    plan = plan_import(opened, replace(changed, variables=(*project.variables, variable)))
    assert [each.rpartition(": ")[2] for each in plan.remarks] == ["1", "1"]
    assert plan_import(opened, project).remarks == ()


def test_words_added_to_a_suggestion_are_told(opened: OpenStudy) -> None:
    project = export(opened)
    first, *rest = project.sources[0].marks
    marks = (replace(first, description=f"{first.description} I doubt it"), *rest)
    plan = plan_import(opened, replace(project, sources=(replace(project.sources[0], marks=marks),)))
    assert "notes on suggestions of the machine, which nobody signs: 1" in plan.remarks


@pytest.mark.parametrize(("when", "day"), [("20260131T100000Z", "2026-01-31"), ("2026-01-31", "2026-01-31"), ("9", "")])
def test_a_memos_day_is_a_day_however_it_is_written(opened: OpenStudy, when: str, day: str) -> None:
    take_in(opened, replace(read(FIRST), notes=(Note("n", "Dry", "So dry.", when=when),)))
    memos, problems = read_memos(opened.place.memos)
    assert [each.date for each in memos] == [day]
    assert problems == ()


def test_a_project_of_other_texts_is_refused(opened: OpenStudy) -> None:
    with pytest.raises(QualcodeError, match="None of the project's texts"):
        plan_import(opened, with_codes(read("Other words", ("words", make_guid("c", "Rain")), source="x"), "Rain"))


def test_codings_of_nobody_need_a_name(opened: OpenStudy) -> None:
    project = with_codes(read(FIRST, ("came late", make_guid("c", "Rain"))), "Rain")
    project = replace(project, users=())
    with pytest.raises(QualcodeError, match="Nobody is named"):
        plan_import(opened, project)
    assert counts(plan_import(opened, project, "rani")) == {"rani": {"code": 1}}


def test_a_person_called_as_a_machine_is_no_machine(opened: OpenStudy) -> None:
    project = with_codes(read(FIRST, ("came late", make_guid("c", "Rain")), user="rules"), "Rain")
    assert list(counts(plan_import(opened, project))) == ["rules (imported)"]
    assert list(counts(plan_import(opened, replace(project, users=()), "rules"))) == ["rules (imported)"]


def test_nothing_is_written_before_it_is_recorded(opened: OpenStudy) -> None:
    plan_import(opened, with_codes(read(FIRST, ("came late", make_guid("c", "Rain"))), "Rain"))
    assert not opened.place.decisions.exists()


def test_where_decisions_were_made_is_said(opened: OpenStudy) -> None:
    take_in(opened, with_codes(read(FIRST, ("came late", make_guid("c", "Rain"))), "Rain"))
    (line,) = (path.read_text() for path in opened.place.decisions.rglob("*.jsonl"))
    assert '"tool":"exchange"' in line
