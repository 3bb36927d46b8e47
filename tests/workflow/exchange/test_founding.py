"""A study out of another program's project: round trips keep every coding, and it is a study like others."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import QualcodeError
from qualcode.exchange.contract import ORIGIN, CaseEntry, CodeNode, CodeSet, Link, Mark, Project, Source, User, Variable
from qualcode.exchange.guids import make_guid
from qualcode.exchange.project_in import read_project
from qualcode.exchange.project_out import write_project
from qualcode.store.cases import read_cases
from qualcode.store.patterns import read_patterns
from qualcode.workflow.checking import check_study
from qualcode.workflow.coding import load_study
from qualcode.workflow.exchange.exporting import export_project
from qualcode.workflow.exchange.founding import found_codebook, found_study
from qualcode.workflow.exchange.importing import plan_import, record_import
from qualcode.workflow.opening import OpenStudy
from tests.conftest import Done

WHEN = "2026-01-01T00:00:00+00:00"
WORDS = ("rain", "hujan", "😀", "👩‍🌾", "café", "cafe\u0301", "مطر", "\u200fمطر", "=SUM(A1)", "<b>", "ꦲꦸꦗꦤ꧀")
turns = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), min_size=1, max_size=6)
USERS = (User(make_guid("user", "siti"), "siti"), User(make_guid("user", "بدي"), "بدي"))
CODES = (
    CodeNode(make_guid("g"), "Weather", is_codable=False, children=(CodeNode(make_guid("c", 0), "Rain"),)),
    CodeNode(make_guid("c", 1), "مطر", children=(CodeNode(make_guid("c", 2), "😀"),)),
)


def found(folder: Path, project: Project) -> OpenStudy:
    opened, meanings = found_study(folder, project, "en")
    record_import(opened, plan_import(opened, project, meanings=meanings), WHEN)
    return opened


def list_all(opened: OpenStudy) -> set[tuple[str, ...]]:
    """Every coding: its place, words, code's label and coder."""
    codebook = load_study(opened).codebook
    labels = {code.id: code.label.en for code in codebook.codes}
    labels |= {sub.id: sub.label.en for code in codebook.codes for sub in code.subcodes}
    return {
        (each.transcript, str(each.span.start), each.quote, labels[each.code], who)
        for each in load_study(opened).codings
        for who in each.decided_by
    }


@settings(max_examples=12)
@given(said=turns, data=st.data())
def test_codings_of_any_text_come_through_and_back(said: list[list[str]], data: st.DataObject) -> None:
    """Out of another program's file, into a study, out again and into a second study: the same each time."""
    lines = [f"{'Ana' if number % 2 else 'Interviewer'}: {' '.join(each)}." for number, each in enumerate(said)]
    text, marks = "", []
    for line, parts in zip(lines, said, strict=True):
        start = len(text) + line.index(": ") + 2
        first = data.draw(st.integers(0, len(parts) - 1))
        place = start + len("".join(f"{part} " for part in parts[:first]))
        code, user = data.draw(st.integers(0, 2)), data.draw(st.sampled_from(USERS)).guid
        guid = make_guid("m", len(marks))
        marks.append(Mark(guid, place, place + len(parts[first]), make_guid("c", code), parts[first], user))
        text += f"{line}\r\n\r\n"
    project = Project("P", "X", users=USERS, codes=CODES, sources=(Source("s", "Talk", text, tuple(marks)),))
    with TemporaryDirectory() as folder:
        first_study = found(Path(folder, "one"), read_project(write_project(project)))
        codings = list_all(first_study)
        assert len(codings) == len(marks)
        target, _ = export_project(first_study, load_study(first_study))
        back = read_project(target.read_bytes())
        assert plan_import(first_study, back).parts == ()
        assert list_all(found(Path(folder, "two"), back)) == codings


def make_project(**changes: object) -> Project:
    user = USERS[0]
    mark = Mark(make_guid("m"), 5, 9, make_guid("c", 0), "", user.guid)
    source = Source(make_guid("s"), "Ana 1.docx", "Ana: rain came.\n", (mark,))
    values: dict[str, object] = {"users": USERS, "codes": CODES, "sources": (source,)}
    return Project("My project", "X", **(values | changes))  # type: ignore[arg-type]


def test_the_study_that_comes_out_has_no_errors(tmp_path: Path) -> None:
    opened = found(tmp_path / "new", make_project())
    assert opened.settings.title == "My project"
    assert [problem for problem in check_study(opened).problems if problem.severity == "error"] == []
    (coding,) = load_study(opened).codings
    assert (coding.quote, coding.code, coding.status, coding.decided_by) == (
        "rain",
        "WEATHER.RAIN",
        "manual",
        ("siti",),
    )


def test_cases_and_what_describes_texts_become_cases(tmp_path: Path) -> None:
    variables = tuple(Variable(make_guid("v", name), name) for name in ("Role", "Age", "case", "speaker"))
    described = tuple((each.guid, f"{each.name}\nhere") for each in variables)
    source = make_project().sources[0]
    other = replace(source, guid=make_guid("t"), name="b;c#1", values=described, marks=())
    case = CaseEntry(make_guid("case"), "Ana", described, (source.guid,))
    project = make_project(variables=variables, cases=(case,), sources=(source, other))
    opened, _ = found_study(tmp_path / "new", project, "en")
    cases, problems = read_cases(tmp_path / "new" / "cases.csv")
    assert problems == ()
    assert [(each.id, each.transcripts, each.role, each.speaker) for each in cases] == [
        ("Ana", ("ana 1.txt",), "Role here", ""),
        ("b_c_1", ("b_c_1.txt",), "Role here", ""),
    ]
    assert set(cases[0].attributes.values()) == {"Age here", "case here", "speaker here"}
    assert load_study(opened).cases[0].transcripts == ("ana 1.txt",)


def test_sets_of_codes_become_pattern_codes(tmp_path: Path) -> None:
    group = CodeSet(make_guid("set"), "Skies:\nwet", "", (make_guid("c", 0), make_guid("g"), "gone"))
    opened = found(tmp_path / "new", make_project(sets=(group, replace(group, codes=()))))
    patterns, problems = read_patterns(opened.place.patterns)
    assert problems == ()
    assert [(each.name, [member.id for member in each.members]) for each in patterns] == [
        ("Skies: wet", ["WEATHER.RAIN", "WEATHER"])
    ]
    assert [problem for problem in check_study(opened).problems if "patterns" in problem.where] == []


def test_texts_of_one_name_keep_apart(tmp_path: Path) -> None:
    source = make_project().sources[0]
    twins = tuple(replace(source, guid="", text=f"Ana: rain {n // 2}.\n", name=name)
                  for n, name in enumerate(("Talk.docx", "talk.pdf", "CON", "../../x", "")))  # fmt: skip
    opened = found(tmp_path / "new", make_project(sources=twins))
    assert len(load_study(opened).accounts) == len(twins)
    assert len({each.transcript for each in load_study(opened).codings}) == len(twins)
    assert {path.parent for path in (tmp_path / "new").rglob("*.txt")} == {tmp_path / "new" / "transcripts"}
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_a_text_that_is_no_interview_keeps_its_codings(tmp_path: Path) -> None:
    """Comments from the web, say: two lines that look like labels would make all else nobody's words."""
    lines = [f"@user{number}\nI say that 😀 the rain number {number} came late" for number in range(9)]
    lines[4:5] = ["Dr. Rain: it came\nDr. Rain: and went", "Minister: no rain\nDr. Rain: there was"]
    text = "\r\n".join(line.replace("\n", "\r\n") for line in lines)
    words = [f"rain number {number} came" for number in (0, 1, 7, 8)]
    marks = tuple(
        Mark(
            make_guid("m", each), text.index(each), text.index(each) + len(each), make_guid("c", 0), each, USERS[0].guid
        )
        for each in words
    )
    project = make_project(sources=(Source(make_guid("s"), "web", text, marks),))
    opened = found(tmp_path / "new", read_project(write_project(project)))
    assert [path.name for path in opened.place.transcripts.iterdir()] == ["web.csv"]
    assert sorted(each.quote for each in load_study(opened).codings) == words
    assert plan_import(opened, read_project(write_project(project))).parts == ()


def test_codes_of_one_name_in_two_places_are_known_again(tmp_path: Path) -> None:
    twins = tuple(
        CodeNode(make_guid("c", 10 + n), name, children=(CodeNode(make_guid("c", n), "Media"),))
        for n, name in enumerate(("Trust", "Distrust"))
    )
    marks = tuple(Mark(make_guid("m", n), 5, 9, make_guid("c", n), "", USERS[0].guid) for n in range(2))
    source = replace(make_project().sources[0], marks=marks)
    project = make_project(codes=twins, sources=(source,))
    opened = found(tmp_path / "new", project)
    assert {each.code for each in load_study(opened).codings} == {"TRUST.MEDIA", "DISTRUST.MEDIA"}
    plan = plan_import(opened, project)
    assert (plan.parts, plan.known) == ((), 2)


@pytest.mark.parametrize("changes", [{"sources": ()}, {"codes": ()}])
def test_what_makes_no_study_is_refused_before_anything_is_made(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(QualcodeError):
        found_study(tmp_path / "new", make_project(**changes), "en")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("is_there", [True, False])
def test_what_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool) -> None:
    if is_there:
        (tmp_path / "new").mkdir()

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("qualcode.workflow.exchange.founding.code_study", fail)
    with pytest.raises(KeyboardInterrupt):
        found_study(tmp_path / "new", make_project(), "en")
    assert [path.name for path in tmp_path.rglob("*")] == ["new"] * is_there


def test_what_a_killed_run_left_is_in_nobodys_way(tmp_path: Path) -> None:
    left = tmp_path / "new" / ".half-made" / "transcripts" / "old.txt"
    left.parent.mkdir(parents=True)
    left.write_text("Ana: half")
    opened = found(tmp_path / "new", make_project())
    assert not left.exists()
    assert [each.transcript for each in load_study(opened).accounts] == ["ana 1.txt"]


def test_odd_titles_and_codes_without_names_make_a_study(tmp_path: Path) -> None:
    codes = (CodeNode(make_guid("c", 0), ""), CodeNode(make_guid("c", 1), ""))
    project = read_project(write_project(replace(make_project(codes=codes), name="It's\n\x85 a: b\x9f #c")))
    opened = found(tmp_path / "new", project)
    assert opened.settings.title == "It's a: b\x9f #c"
    assert len(load_study(opened).codings) == 1
    assert plan_import(opened, project).parts == ()


def test_jottings_come_along_and_links_are_told(tmp_path: Path) -> None:
    """A project that left from here, and of which a study is made anew."""
    source = make_project().sources[0]
    marks = (replace(source.marks[0], description="[qualcode: accepted]\n[budi 2026-01-31] why?"),)
    link = Link(make_guid("l"), "", marks[0].guid, marks[0].guid)
    project = replace(make_project(sources=(replace(source, marks=marks),), links=(link,)), origin=ORIGIN)
    opened, meanings = found_study(tmp_path / "new", project, "en")
    plan = plan_import(opened, project, meanings=meanings)
    assert [choice.comment for part in plan.parts for choice in part.choices] == ["[budi 2026-01-31] why?"]
    assert "links: 1" in plan.remarks


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "work.txt").write_text("mine")
    with pytest.raises(QualcodeError):
        found_study(tmp_path, make_project(), "en")
    assert [path.name for path in tmp_path.iterdir()] == ["work.txt"]


def test_what_must_be_said_of_interviews_goes_with_them(tmp_path: Path) -> None:
    made = make_project(description="Synthetic: nobody speaks\nin them.")
    ours = replace(made, origin=ORIGIN)
    assert found(tmp_path / "ours", ours).settings.notice.in_language("en") == "Synthetic: nobody speaks in them."
    assert not found(tmp_path / "theirs", replace(made, origin="NVivo")).settings.notice.in_language("en")


def test_a_codebook_comes_through_a_qdc_file(tmp_path: Path, qualcode: Callable[..., Done]) -> None:
    assert qualcode("export", "qdc", "blitar", "--to", tmp_path / "b.qdc").status == 0
    count = found_codebook(tmp_path / "b.qdc", tmp_path / "b.yaml", "en")
    done = qualcode("codebook", "check", tmp_path / "b.yaml")
    assert done.status == 0
    assert f"b.yaml: {count} codes" in done.out  # sub-codes are counted in neither
    with pytest.raises(QualcodeError):
        found_codebook(tmp_path / "b.qdc", tmp_path / "b.yaml", "en")


def test_the_command_takes_in_asks_and_refuses(
    run_folder: Path, tmp_path: Path, qualcode: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "p.qdpx"
    file.write_bytes(write_project(make_project()))
    assert qualcode("import", file, tmp_path / "new").status == 0
    assert "siti: code 1" in qualcode("import", file, tmp_path / "other").out
    refused = qualcode("import", file, run_folder)
    assert (refused.status, len(refused.err.splitlines())) == (1, 2)
    assert "There is nothing to record" in qualcode("import", file, tmp_path / "new").out
    other = make_project()
    marks = (replace(other.sources[0].marks[0], end=14),)
    file.write_bytes(write_project(replace(other, sources=(replace(other.sources[0], marks=marks),))))
    assert qualcode("import", file, tmp_path / "new").status == 1  # nobody was there to ask
    monkeypatch.setattr("qualcode.cli.shared.ask", lambda _: True)
    assert "1 decisions are on the disk" in qualcode("import", file, tmp_path / "new").out
    assert qualcode("import", tmp_path / "p.docx", tmp_path / "new").status == 1
