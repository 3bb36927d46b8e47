"""Sheets out and back in, on a study: what people decide lands on the disk, once, under their names."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from qualcode.errors import QualcodeError
from qualcode.model import Coding
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import list_codings, list_memos, open_desk
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.sheets.reading import Plan, plan_sheet, record_plan
from qualcode.workflow.sheets.sending import send_out
from tests.conftest import CODEBOOK, snapshot
from tests.sheets.hands import Document, edit_book, fill

LEFT, BACK, LATER = "2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00", "2026-01-03T00:00:00+00:00"


@pytest.fixture
def opened(study_folder: Path) -> OpenStudy:
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    return opened


@pytest.fixture
def book(opened: OpenStudy, tmp_path: Path) -> Path:
    return send_out(opened, tmp_path / "codings.xlsx", LEFT)[0]


@pytest.fixture
def document(opened: OpenStudy, tmp_path: Path) -> Path:
    return send_out(opened, tmp_path / "codings.docx", LEFT)[0]


def take_in(opened: OpenStudy, sheet: Path, coder: str = "siti", when: str = BACK) -> Plan:
    plan = plan_sheet(opened, sheet, when, coder)
    assert plan.errors == ()
    record_plan(plan, when)
    return plan


def stand(opened: OpenStudy) -> list[tuple[str, str, str, str]]:
    """Every coding with status, code and who decided, by its first words."""
    return [(c.quote[:12], c.status, c.code, "+".join(c.decided_by)) for c in load_study(opened).codings]


def list_suggested(opened: OpenStudy) -> tuple[Coding, ...]:
    return list_codings(open_desk(opened, "nobody"))


def test_rows_become_decisions(opened: OpenStudy, book: Path) -> None:
    first, second, *_ = list_suggested(opened)
    fill(book, {1: {"decision": "accept", "memo": "clear"}, 2: {"new_code": "H.HELP", "new_polarity": "−"}})
    plan = take_in(opened, book)
    assert plan.parts[0].counts == {"accept": 1, "recode": 1, "memo": 1}
    codings = {coding.status: coding for coding in load_study(opened).codings}
    assert codings["accepted"].id == first.id
    edited = codings["edited"]
    assert (edited.span, edited.code, edited.polarity, edited.coder) == (second.span, "H.HELP", "contrary", "siti")
    assert [memo.text for memo in list_memos(open_desk(opened, "siti"), first.id)] == ["clear"]


def test_a_sheet_read_twice_records_nothing_twice(opened: OpenStudy, book: Path) -> None:
    fill(book, {1: {"decision": "accept", "memo": "clear"}, 2: {"decision": "reject"}, 3: {"memo": "hm"}})
    fill(book, {1: {"transcript": "ana.txt", "words": "We had no rain in May", "new_code": "H.HELP"}}, table=1)
    take_in(opened, book)
    before = snapshot(opened.place.decisions)
    again = take_in(opened, book, when=LATER)
    assert (again.known, again.parts[0].choices) == (4, ())
    assert snapshot(opened.place.decisions) == before


def test_what_is_new_in_a_sheet_read_again_is_recorded(opened: OpenStudy, book: Path) -> None:
    fill(book, {1: {"decision": "accept"}, 2: {"decision": "reject"}})
    take_in(opened, book)
    fill(book, {1: {"decision": "reject"}, 2: {"decision": "reject", "memo": "since"}})
    plan = take_in(opened, book, when=LATER)
    assert plan.parts[0].counts == {"reject": 1, "memo": 1}
    fill(book, {1: {"decision": "accept"}})
    assert take_in(opened, book, when=LATER).parts[0].counts == {"accept": 1}


def test_what_was_decided_elsewhere_since_is_not_overruled_by_a_sheet_read_again(opened: OpenStudy, book: Path) -> None:
    first = list_suggested(opened)[0]
    fill(book, {1: {"decision": "accept"}})
    take_in(opened, book)
    decide(open_desk(opened, "siti"), [Choice("reject", first.id)], LATER, "review")
    plan = plan_sheet(opened, book, LATER, "siti")
    assert (plan.known, plan.parts[0].choices) == (1, ())


def test_a_document_that_holds_a_proposed_code_comes_back_as_it_left(opened: OpenStudy, tmp_path: Path) -> None:
    desk = open_desk(opened, "siti")
    place = list_codings(desk)[0]
    decide(desk, [Choice("propose", transcript=place.transcript, span=place.span, label="Late rain")], LEFT, "review")
    [document] = send_out(opened, tmp_path / "codings.docx", LEFT)
    assert b"NEW.late_rain + Late rain" in ZipFile(document).read("word/comments.xml")
    plan = plan_sheet(opened, document, BACK, "budi")
    assert (plan.problems, plan.unchanged) == ((), len(list_codings(desk)))


def test_copies_of_two_people_come_in_under_their_names(opened: OpenStudy, book: Path, tmp_path: Path) -> None:
    other = tmp_path / "copy.xlsx"
    other.write_bytes(book.read_bytes())
    fill(book, {1: {"decision": "accept"}})
    fill(other, {1: {"decision": "reject"}})
    take_in(opened, book, "siti")
    take_in(opened, other, "budi")
    coding = next(coding for coding in load_study(opened).codings if coding.decided_by)
    assert (coding.status, coding.decided_by, coding.disputed_by) == ("accepted", ("siti",), ("budi",))


def test_whose_decisions_they_are_must_be_known(opened: OpenStudy, book: Path, tmp_path: Path) -> None:
    fill(book, {1: {"decision": "accept"}})
    assert "--coder" in plan_sheet(opened, book, BACK).errors[0].how
    own = send_out(opened, tmp_path / "own.xlsx", LEFT, coder="siti")[0]
    assert [part.desk.coder for part in plan_sheet(opened, fill(own, {1: {"decision": "accept"}}), BACK).parts] == [
        "siti"
    ]


def test_comments_come_in_under_their_authors_and_the_rest_under_the_sheet_s(opened: OpenStudy, tmp_path: Path) -> None:
    sheet = send_out(opened, tmp_path / "codings.docx", LEFT, coder="siti")[0]
    with Document(sheet) as document:
        document.change(1, "H.RAIN accept")
        document.answer(2, "Budi", "reject")
        document.add("My sister laughed", "Cici", "H.HELP")
    plan = plan_sheet(opened, sheet, BACK)
    assert {part.desk.coder: part.counts for part in plan.parts} == {
        "siti": {"accept": 1},
        "Budi": {"reject": 1},
        "Cici": {"code": 1},
    }
    assert [part.desk.coder for part in plan_sheet(opened, sheet, BACK, "rina").parts] == ["rina"]


def test_an_author_spelt_in_other_letters_is_the_sheet_s_coder(opened: OpenStudy, tmp_path: Path) -> None:
    sheet = send_out(opened, tmp_path / "codings.docx", LEFT, coder="siti")[0]
    with Document(sheet) as document:
        document.change(1, "accept")
        document.answer(2, "Siti", "reject")
    assert [part.desk.coder for part in plan_sheet(opened, sheet, BACK).parts] == ["siti"]


def test_a_comment_that_says_one_thing_twice_decides_once_and_two_things_is_named(
    opened: OpenStudy, tmp_path: Path
) -> None:
    sheet = send_out(opened, tmp_path / "codings.docx", LEFT, coder="siti")[0]
    with Document(sheet) as document:
        document.change(1, "accept")
        document.answer(1, "siti", "accept", "sure")
        document.change(2, "accept")
        document.answer(2, "siti", "reject")
    plan = plan_sheet(opened, sheet, BACK)
    assert plan.parts[0].counts == {"accept": 1, "memo": 1}
    assert [problem.where for problem in plan.errors] == [
        "codings.docx: comment 5002 of siti on “We had no rain in May, I remember that well.”"
    ]


def test_what_the_disk_refused_comes_in_when_the_sheet_is_read_again(opened: OpenStudy, book: Path) -> None:
    fill(book, {1: {"decision": "accept"}, 5: {"decision": "reject"}})
    blocked = opened.place.decisions / "siti" / "budi.txt.jsonl"
    blocked.mkdir(parents=True)
    with pytest.raises(QualcodeError):
        record_plan(plan_sheet(opened, book, BACK, "siti"), BACK)
    blocked.rmdir()
    plan = take_in(opened, book, when=LATER)
    assert (plan.known, plan.parts[0].counts) == (1, {"reject": 1})


def test_what_was_taken_back_is_not_recorded_again_by_the_same_sheet(opened: OpenStudy, book: Path) -> None:
    fill(book, {1: {"decision": "accept"}})
    take_in(opened, book)
    decide(open_desk(opened, "siti"), [Choice("undo")], LATER, "review")
    assert plan_sheet(opened, book, LATER, "siti").known == 1


def test_what_a_person_coded_leaves_with_author_and_date(opened: OpenStudy, tmp_path: Path) -> None:
    import docx

    first = list_suggested(opened)[0]
    desk = open_desk(opened, "Siti Aminah")
    decide(desk, [Choice("accept", first.id, comment="clear")], BACK, "review")
    sheet = send_out(opened, tmp_path / "codings.docx", LATER)[0]
    comments = list(docx.Document(str(sheet)).comments)
    assert [(each.author, str(each.timestamp)[:10]) for each in comments[:2]] == [("Siti Aminah", "2026-01-02")] * 2
    assert plan_sheet(opened, sheet, LATER, "budi").parts == ()


def test_deleted_comments_are_listed_apart(opened: OpenStudy, document: Path) -> None:
    with Document(document) as hands:
        hands.delete(1)
        hands.change(2, "reject")
    plan = take_in(opened, document)
    assert [(each.code, each.quote) for each in plan.deletions] == [("H.RAIN", "The rain came late.")]
    assert [row[:2] for row in stand(opened)][:2] == [("The rain cam", "rejected"), ("We had no ra", "rejected")]
    assert plan_sheet(opened, document, LATER, "siti").deletions == ()


def test_new_comments_become_codings_and_proposals(opened: OpenStudy, document: Path) -> None:
    with Document(document) as hands:
        hands.add("My sister laughed", "siti", "H.HELP −", "a memo")
        hands.add("one way or another", "siti", "new code: Muddling through")
    take_in(opened, document, "")
    own = [coding for coding in load_study(opened).codings if coding.status == "manual"]
    assert [(coding.quote, coding.code, coding.polarity, coding.coder) for coding in own] == [
        ("My sister laughed", "H.HELP", "contrary", "siti"),
        ("one way or another", "NEW.muddling_through", "supporting", "siti"),
    ]


def test_the_same_new_coding_twice_in_a_sheet_is_one(opened: OpenStudy, book: Path) -> None:
    row = {"transcript": "ana.txt", "words": "My sister laughed", "new_code": "H.HELP"}
    plan = take_in(opened, fill(book, {1: row, 2: row}, table=1))
    assert (plan.parts[0].counts, plan.known) == ({"code": 1}, 1)


def test_a_grid_records_codes_and_units_read_blind(opened: OpenStudy, tmp_path: Path) -> None:
    grid = send_out(opened, tmp_path / "grid.xlsx", LEFT, grid=True)[0]
    fill(grid, {1: {"code:H.RAIN": "+"}, 2: {"none": "x"}})
    plan = take_in(opened, grid)
    assert plan.parts[0].counts == {"code": 1, "nothing": 1}
    decisions = load_study(opened).decisions
    assert {(decision.act, decision.seen, decision.tool) for decision in decisions} == {
        ("code", "blind", "sheet"),
        ("nothing", "blind", "sheet"),
    }
    assert take_in(opened, grid, when=LATER).known == 2


def test_a_blind_document_shows_no_suggestion_and_one_s_own_codings_alone(opened: OpenStudy, tmp_path: Path) -> None:
    first = list_suggested(opened)[0]
    decide(open_desk(opened, "siti"), [Choice("accept", first.id)], BACK, "review")
    for coder, comments in (("budi", 0), ("siti", 1)):
        sheet = send_out(opened, tmp_path / f"{coder}.docx", LATER, coder=coder, blind=True)[0]
        with Document(sheet) as hands:
            assert str(hands.parts["word/comments.xml"]).count("<w:comment ") == comments
            hands.add("My sister laughed", coder, "H.HELP")
        assert plan_sheet(opened, sheet, LATER).parts[0].desk.seen == "blind"


def test_a_folder_takes_a_document_a_transcript(opened: OpenStudy, tmp_path: Path) -> None:
    written = send_out(opened, tmp_path / "sheets", LEFT)
    assert [path.name for path in written] == ["ana.txt.docx", "budi.txt.docx"]


@pytest.mark.parametrize(
    ("name", "wishes", "words"),
    [
        ("a.pdf", {}, "neither"),
        ("a.docx", {"grid": True}, "for Excel"),
        ("a.xlsx", {"transcripts": ("anna.txt",)}, "no transcript"),
    ],
)
def test_wrong_wishes_are_refused(
    opened: OpenStudy, tmp_path: Path, name: str, wishes: dict[str, Any], words: str
) -> None:
    with pytest.raises(QualcodeError, match=words):
        send_out(opened, tmp_path / name, LEFT, **wishes)


def test_a_sheet_that_is_there_is_never_replaced(opened: OpenStudy, book: Path) -> None:
    before = book.read_bytes()
    with pytest.raises(QualcodeError, match="there already"):
        send_out(opened, book, LATER)
    assert book.read_bytes() == before


def test_a_sheet_of_another_study_is_refused(opened: OpenStudy, book: Path) -> None:
    for path in opened.place.transcripts.iterdir():
        path.rename(path.with_name(f"other_{path.name}"))
        other = path.with_name(f"other_{path.name}")
        other.write_text(other.read_text(encoding="utf-8") + "Ana: More.\n", encoding="utf-8")
    code_study(opened)
    with pytest.raises(QualcodeError, match="another study"):
        plan_sheet(opened, book, BACK, "siti")


def test_a_transcript_changed_since_is_refused_with_what_to_do_and_the_others_come_in(
    opened: OpenStudy, book: Path
) -> None:
    fill(book, {1: {"decision": "accept"}, 5: {"decision": "reject"}})
    path = opened.place.transcripts / "ana.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"Date: today\n\n{text}", encoding="utf-8", newline="\n")
    code_study(opened)
    plan = plan_sheet(opened, book, BACK, "siti")
    assert [problem.where for problem in plan.errors] == ["codings.xlsx: ana.txt"]
    assert "qualcode code" in plan.errors[0].how
    assert plan.parts[0].counts == {"reject": 1}
    path.write_text(text, encoding="utf-8", newline="\n")  # the remedy works: decisions move along afterwards
    code_study(opened)
    take_in(opened, book)
    path.write_text(f"Date: today\n\n{text}", encoding="utf-8", newline="\n")
    code_study(opened)
    assert ("The rain cam", "accepted", "H.RAIN", "siti") in stand(opened)


@pytest.mark.parametrize("kind", ["document", "book"])
def test_a_sheet_that_was_out_while_a_code_was_renamed_says_no_more_than_was_decided(
    opened: OpenStudy, kind: str, request: pytest.FixtureRequest, qualcode: Any
) -> None:
    sheet: Path = request.getfixturevalue(kind)
    folder = opened.place.root
    assert qualcode("codebook", "rename", folder, "H.RAIN", "H.WATER", "--why", "wider").status == 0
    renamed = open_study(folder, Wishes(), folder)
    untouched = plan_sheet(renamed, sheet, BACK, "siti")
    assert (untouched.errors, [part.choices for part in untouched.parts if part.choices]) == ((), [])
    if kind == "book":
        fill(sheet, {1: {"decision": "accept"}})
    else:
        with Document(sheet) as document:
            document.change(1, "H.RAIN + Rain accept")
    plan = take_in(renamed, sheet)
    assert [choice.act for part in plan.parts for choice in part.choices] == ["accept"]
    assert ("The rain cam", "accepted", "H.WATER", "siti") in stand(renamed)


def test_a_renamed_transcript_is_known_by_its_text(opened: OpenStudy, book: Path) -> None:
    fill(book, {1: {"decision": "accept"}})
    (opened.place.transcripts / "ana.txt").rename(opened.place.transcripts / "anna.txt")
    code_study(opened)
    take_in(opened, book)
    assert ("The rain cam", "accepted", "H.RAIN", "siti") in stand(opened)


def test_what_a_person_accepts_stands_though_the_machine_no_longer_suggests_it(opened: OpenStudy, book: Path) -> None:
    fill(book, {1: {"decision": "accept"}, 2: {"decision": "reject"}, 3: {"new_code": "H.RAIN"}})
    text = (
        CODEBOOK.replace("strong: [rain]", "strong: [snow]")
        .replace("neighbour*", "nobody")
        .replace("version: 1.0", "version: 1.1")
    )
    (opened.place.root / "codebook.yaml").write_text(text, encoding="utf-8")
    again = open_study(opened.place.root, Wishes(), opened.place.root)
    code_study(again)
    plan = take_in(again, book)
    assert any("nothing to turn down" in problem.what for problem in plan.problems)
    own = [coding for coding in load_study(again).codings if coding.status == "manual"]
    assert [(coding.quote, coding.code) for coding in own] == [
        ("The rain came late.", "H.RAIN"),
        ("The neighbours helped us with everything.", "H.RAIN"),
    ]
    assert plan_sheet(again, book, LATER, "siti").parts[0].choices == ()


def test_nothing_is_written_by_looking(opened: OpenStudy, book: Path) -> None:
    fill(book, {1: {"decision": "accept"}, 2: {"new_code": "H.RIAN"}})
    before = snapshot(opened.place.root)
    plan = plan_sheet(opened, book, BACK, "siti")
    assert "H.RAIN" in plan.errors[0].how
    assert plan.errors[0].where == "codings.xlsx: Codings!F6"
    assert snapshot(opened.place.root) == before


def test_a_row_sorted_away_and_saved_by_another_hand_is_the_same_row(opened: OpenStudy, book: Path) -> None:
    def turn(workbook: Any) -> None:
        table = workbook.worksheets[0]
        rows = [[cell.value for cell in row] for row in table.iter_rows(min_row=5)]
        for number, values in enumerate(rows[::-1], start=5):
            for column, value in enumerate(values, start=1):
                table.cell(number, column, value)

    fill(book, {1: {"decision": "accept"}})
    take_in(opened, edit_book(book, turn))
    assert ("The rain cam", "accepted", "H.RAIN", "siti") in stand(opened)
