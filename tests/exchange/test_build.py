"""A study as a project: whose codings go, and what stands beside them."""

from collections import Counter
from pathlib import Path

import pytest

from qualcode.exchange.build import MACHINE
from qualcode.exchange.contract import CodeNode, Mark, Project
from qualcode.exchange.notes import read_modality, read_new, write_facts
from qualcode.exchange.tree import find_contrary, identify_code, name_contrary
from qualcode.messages import LANGUAGES, translator
from qualcode.model import Coding, Span
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import load_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import list_codings, open_desk, open_transcript
from qualcode.workflow.exchange.exporting import export_project
from qualcode.workflow.linking import record_link
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from tests.exchange.schemas import list_faults

WHEN = "2026-01-31T12:00:00+07:00"


@pytest.fixture
def opened(run_folder: Path) -> OpenStudy:
    return open_study(run_folder, Wishes(), run_folder)


def suggest(opened: OpenStudy) -> tuple[Coding, ...]:
    return list_codings(open_desk(opened, "nobody"))


def choose(opened: OpenStudy, who: str, *choices: Choice) -> None:
    decide(open_desk(opened, who), choices, WHEN, "review")


def build(opened: OpenStudy, tmp_path: Path, layer: str = "all", *, wishes: bool = True) -> Project:
    target, project = export_project(opened, load_study(opened), None, layer, wishes=wishes)  # type: ignore[arg-type]
    assert list_faults(target.read_bytes()) == []
    return project


def list_marks(project: Project) -> list[tuple[str, Mark]]:
    names = {user.guid: user.name for user in project.users}
    return [(names[each.user], each) for source in project.sources for each in source.marks]


def count(project: Project) -> Counter[str]:
    return Counter(who for who, _ in list_marks(project))


def test_suggestions_are_those_of_a_user_who_is_called_so(opened: OpenStudy, tmp_path: Path) -> None:
    assert count(build(opened, tmp_path)) == {f"{MACHINE}rules": len(suggest(opened))}


def test_what_people_decided_is_theirs_and_what_they_turned_down_stays(opened: OpenStudy, tmp_path: Path) -> None:
    first, second, third, *rest = suggest(opened)
    choose(opened, "siti", Choice("accept", first.id), Choice("reject", second.id))
    choose(opened, "budi", Choice("accept", first.id), Choice("polarity", third.id, polarity="contrary"))
    project = build(opened, tmp_path)
    assert count(project) == {"siti": 1, "budi": 2, f"{MACHINE}rules": len(rest)}
    assert {each.when for who, each in list_marks(project) if who != f"{MACHINE}rules"} == {"2026-01-31T05:00:00Z"}
    assert identify_code(third.code, "contrary") in {each.code for who, each in list_marks(project) if who == "budi"}


def test_layers_part_the_machine_from_people(opened: OpenStudy, tmp_path: Path) -> None:
    first, *rest = suggest(opened)
    turn = open_transcript(open_desk(opened, "siti"), "budi.txt").turns[1]
    own = Choice("code", "", "budi.txt", Span(turn.span.start, turn.span.start + 10), "H.HELP")
    choose(opened, "siti", Choice("accept", first.id), own)
    assert count(build(opened, tmp_path, "accepted")) == {"siti": 1}
    assert count(build(opened, tmp_path, "human")) == {"siti": 2}
    assert count(build(opened, tmp_path, "suggested")) == {f"{MACHINE}rules": len(rest)}


def test_places_are_code_points_of_the_text_that_goes(opened: OpenStudy, tmp_path: Path) -> None:
    texts = {source.name: source for source in build(opened, tmp_path).sources}
    for coding in suggest(opened):
        source = texts[coding.transcript]
        assert coding.quote in [source.text[each.start : each.end] for each in source.marks]


def test_proposed_codes_jottings_and_links_go(opened: OpenStudy, tmp_path: Path) -> None:
    first, second, *_ = suggest(opened)
    turn = open_transcript(open_desk(opened, "siti"), "budi.txt").turns[1]
    choose(
        opened,
        "siti",
        Choice("accept", first.id, comment="why\nso?"),
        Choice("accept", second.id),
        Choice("propose", "", "budi.txt", turn.span, label="Dry <year>"),
    )
    record_link(opened, "siti", first.id, second.id, WHEN, "it follows")
    project = build(opened, tmp_path, "human")
    marks = {each.guid: each for _, each in list_marks(project)}
    assert "NEW.dry_year Dry <year>" in [code.name for code in project.codes]
    assert "[siti 2026-01-31] why\n[siti 2026-01-31] so?" in marks[project.links[0].origin].description
    assert project.links[0].name == "siti: it follows"


def test_memos_hang_on_their_codes(opened: OpenStudy, tmp_path: Path) -> None:
    opened.place.memos.mkdir()
    (opened.place.memos / "m.md").write_text("---\ntitle: Dry\nauthor: siti\ncodes: [H.RAIN]\n---\nSo dry.\n")
    project = build(opened, tmp_path)
    (note,) = project.notes
    assert (note.name, note.text) == ("Dry", "So dry.")
    assert note.when  # QualCoder opens no note without a date
    (rain,) = (code for code in walk(project.codes) if code.guid == identify_code("H.RAIN"))
    assert rain.notes == (note.guid,)


def walk(codes: tuple[CodeNode, ...]) -> list[CodeNode]:
    return [each for code in codes for each in (code, *walk(code.children))]


def test_every_whole_code_has_a_place_for_what_speaks_against_it(opened: OpenStudy, tmp_path: Path) -> None:
    names = {code.name for code in walk(build(opened, tmp_path).codes)}
    assert {"H.RAIN Rain", "H.RAIN Rain: contrary", "H.HELP Neighbours' help: contrary"} <= names


def test_contrary_names_are_known_in_both_languages() -> None:
    for language in LANGUAGES:
        assert find_contrary(name_contrary("H.RAIN Rain", translator(language))) == "H.RAIN Rain"
    assert find_contrary("H.RAIN Rain") == ""


def test_what_is_new_in_a_note_is_told_from_what_went_out() -> None:
    note = "[qualcode: wish; suggested] but\n[siti 2026-01-31] why?\n[budi 2026-01-31] so?\nwho knows\n[really] so"
    known = {"[siti 2026-01-31] why?"}
    assert read_new(note, known) == "but\n[budi 2026-01-31] so?\nwho knows\n[really] so"
    assert read_modality(note) == "wish"
    assert read_modality("[qualcode: accepted; wish]") == "actual"


def test_facts_end_where_their_brackets_do_whatever_they_quote(opened: OpenStudy) -> None:
    (facts,) = write_facts(suggest(opened)[0], "keyword “[a]\nb”", "", translator("en"))
    assert "“(a) b”" in facts
    assert read_new(f"{facts} mine", ()) == "mine"
