"""Deciding at a desk, and what becomes of decisions when texts, files, cases and codebooks change."""

import time
from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.model import Coding, Decision, Seen, Span, Study
from qualcode.workflow.checking import check_study
from qualcode.workflow.choosing import Choice, ChoicesRefused
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.deciding import decide, join_copies, make_decisions, record_rename
from qualcode.workflow.desk import (
    Desk,
    find_coding,
    list_codings,
    list_memos,
    list_proposals,
    list_read,
    open_desk,
    refresh,
)
from qualcode.workflow.opening import Wishes, open_study
from tests.conftest import CODEBOOK, FIRST

CLOCK = count()


def sit(folder: Path, coder: str = "siti", seen: Seen = "suggestions") -> Desk:
    return open_desk(open_study(folder, Wishes(), folder), coder, seen)


def do(desk: Desk, *choices: Choice) -> tuple[Decision, ...]:
    return decide(desk, choices, f"2026-01-01T00:00:00.{next(CLOCK):06}+00:00", "review")


def load(folder: Path) -> Study:
    return load_study(open_study(folder, Wishes(), folder))


def code(folder: Path) -> None:
    code_study(open_study(folder, Wishes(), folder))


def by_status(study: Study) -> Counter[str]:
    return Counter(coding.status for coding in study.codings)


def span_of(folder: Path, words: str, name: str = "ana.txt") -> Span:
    start = (folder / "transcripts" / name).read_text(encoding="utf-8").index(words)
    return Span(start, start + len(words))


@pytest.fixture
def folder(study_folder: Path) -> Path:
    code(study_folder)
    return study_folder


@pytest.fixture
def first(folder: Path) -> Coding:
    return next(coding for coding in load(folder).codings if "May" in coding.quote)


def test_decisions_are_on_the_disk_and_in_the_study(folder: Path) -> None:
    desk = sit(folder)
    one, two, three = list_codings(desk)[:3]
    do(
        desk,
        Choice("accept", one.id, comment="so it is"),
        Choice("reject", two.id),
        Choice("recode", three.id, code="H.HELP"),
    )
    do(desk, Choice("code", transcript="ana.txt", span=span_of(folder, "My sister laughed at me."), code="H.HELP"))
    study = load(folder)
    assert by_status(study)["accepted"] == by_status(study)["manual"] == by_status(study)["edited"] == 1
    assert by_status(study)["rejected"] == 2
    assert study.codings == list_codings(desk) == list_codings(sit(folder))
    assert [memo.text for memo in list_memos(desk, one.id)] == ["so it is"]
    by_hand = next(coding for coding in study.codings if coding.status == "manual")
    assert (by_hand.case, by_hand.speaker, by_hand.turn, by_hand.coder) == ("C1", "Ana", 2, "siti")
    assert all(decision.codebook == "harvest@1.0" for decision in study.decisions)


def test_coverage_counts_what_stands_now(folder: Path) -> None:
    desk = sit(folder)
    before = load(folder).accounts
    do(desk, *(Choice("reject", coding.id) for coding in list_codings(desk)))
    assert [(sheet.coded_units, sheet.coded_words) for sheet in load(folder).accounts] == [(0, 0), (0, 0)]
    span = span_of(folder, "sister laughed")
    do(desk, Choice("code", transcript="ana.txt", span=span, code="H.HELP"))
    assert [(sheet.coded_units, sheet.coded_words) for sheet in load(folder).accounts] == [(1, 5), (0, 0)]
    for _ in range(len(list_codings(desk))):
        do(desk, Choice("undo"))
    assert load(folder).accounts == before


def test_undo_goes_back_one_by_one_through_all_interviews(folder: Path) -> None:
    desk = sit(folder)
    before = list_codings(desk)
    for coding in before:
        do(desk, Choice("accept", coding.id))
    desk = sit(folder)
    do(desk, Choice("undo"))
    assert [coding.status for coding in list_codings(desk)].count("accepted") == len(before) - 1
    assert list_codings(desk)[-1].status == "suggested"
    for _ in before[1:]:
        do(desk, Choice("undo"))
    assert list_codings(desk) == before
    with pytest.raises(ChoicesRefused) as refused:
        do(desk, Choice("undo"))
    assert "nothing to take back" in refused.value.problems[0].what


def test_undo_passes_over_a_rename(folder: Path, first: Coding) -> None:
    do(sit(folder), Choice("accept", first.id))
    record_rename(open_study(folder, Wishes(), folder), "siti", "H.HELP", "H.AID", "2026-06-01")
    desk = sit(folder)
    (renamed,) = [decision for decision in desk.own if decision.act == "rename"]
    with pytest.raises(ChoicesRefused) as refused:
        do(desk, Choice("undo", renamed.hash))
    assert "another id" in refused.value.problems[0].what
    (undo,) = do(desk, Choice("undo"))
    assert undo.transcript == first.transcript
    assert [coding.status for coding in list_codings(sit(folder))].count("accepted") == 0


def test_a_clock_set_back_does_not_undo_the_same_again(folder: Path) -> None:
    desk = sit(folder)
    one, two = [coding for coding in list_codings(desk) if coding.transcript == "ana.txt"][:2]
    decide(desk, [Choice("accept", one.id)], "2026-01-01T09:00:00+00:00", "review")
    decide(desk, [Choice("accept", two.id)], "2026-01-01T10:00:00+00:00", "review")
    decide(desk, [Choice("undo")], "2026-01-01T08:00:00+00:00", "review")
    desk = sit(folder)
    decide(desk, [Choice("undo")], "2026-01-01T08:01:00+00:00", "review")
    assert {coding.status for coding in list_codings(desk)} == {"suggested"}


def test_all_problems_are_told_and_nothing_is_decided(folder: Path, first: Coding) -> None:
    desk = sit(folder)
    inside = span_of(folder, "Interviewer: And who helped?")
    choices = [
        Choice("accept", first.id),
        Choice("accept", "0" * 16, where="row 2"),
        Choice("recode", first.id, code="H.RAINS"),
        Choice("move", first.id, span=Span(inside.start - 20, inside.end)),
        Choice("comment", first.id),
        Choice("code", transcript="gone.txt", span=Span(0, 3), code="H.RAIN"),
        Choice("propose", transcript="ana.txt", span=first.span),
        Choice("polarity", first.id),
    ]
    with pytest.raises(ChoicesRefused) as refused:
        do(desk, *choices)
    told = [problem.what for problem in refused.value.problems]
    assert len(told) == 7
    assert refused.value.problems[0].where == "row 2"
    assert "H.RAIN" in refused.value.problems[1].how
    assert not (folder / "decisions").exists()
    assert make_decisions(desk, choices[:1], "now", "sheet")[0].on == first.id
    assert not (folder / "decisions").exists()


@pytest.mark.parametrize("name", ["", "  ", "rules"])
def test_a_coder_needs_a_name_of_a_person(folder: Path, name: str) -> None:
    with pytest.raises(QualcodeError, match="name"):
        sit(folder, name)


def test_blind_nobody_else_is_seen(folder: Path, first: Coding) -> None:
    do(sit(folder, "budi"), Choice("accept", first.id))
    desk = sit(folder, seen="blind")
    assert list_codings(desk) == ()
    done = do(
        desk,
        Choice("code", transcript="ana.txt", span=first.span, code="H.RAIN"),
        Choice("nothing", transcript="ana.txt", span=span_of(folder, "My sister laughed at me.")),
    )
    assert [decision.seen for decision in done] == ["blind", "blind"]
    assert [coding.coder for coding in list_codings(desk)] == ["siti"]
    assert list_read(desk, "ana.txt") == (span_of(folder, "My sister laughed at me."),)
    both = [coding for coding in load(folder).codings if coding.span == first.span and coding.code == "H.RAIN"]
    assert {(coding.coder, coding.status) for coding in both} == {("rules", "accepted"), ("siti", "manual")}


def test_two_windows_see_each_others_work(folder: Path) -> None:
    left, right = sit(folder), sit(folder)
    one, two = list_codings(left)[:2]
    do(left, Choice("accept", one.id))
    do(right, Choice("reject", two.id))
    refresh(left)
    refresh(right)
    assert list_codings(left) == list_codings(right) == load(folder).codings
    assert len(load(folder).problems) == 0


def test_proposed_codes_come_with_their_passages(folder: Path) -> None:
    desk = sit(folder)
    span = span_of(folder, "My sister laughed at me.")
    do(desk, Choice("propose", transcript="ana.txt", span=span, label="Mockery, mild"))
    study = load(folder)
    ((code_id, passages),) = list_proposals(study.decisions, study).items()
    assert code_id == "NEW.mockery_mild"
    assert passages[0].passage
    assert passages[0].passage.quote == "My sister laughed at me."
    opened = open_study(folder, Wishes(), folder)
    assert any("NEW.mockery_mild" in problem.what for problem in check_study(opened).problems)


class TestEditedTranscripts:
    """The text changes after people decided on it."""

    def edit(self, folder: Path, old: str, new: str) -> None:
        path = folder / "transcripts" / "ana.txt"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
        code(folder)

    def decide(self, folder: Path, first: Coding) -> tuple[Decision, ...]:
        return do(
            sit(folder),
            Choice("accept", first.id),
            Choice("code", transcript="ana.txt", span=span_of(folder, "My sister laughed at me."), code="H.HELP"),
        )

    def test_decisions_move_along_and_keep_their_ids(self, folder: Path, first: Coding) -> None:
        done = self.decide(folder, first)
        self.edit(folder, "Ana: The rain came late.", "Ana: Well, how shall I say. The rain came late.")
        study = load(folder)
        accepted = next(coding for coding in study.codings if coding.status == "accepted")
        assert accepted.quote == first.quote
        assert accepted.span.start > first.span.start
        assert study.former_ids[first.id] == accepted.id
        by_hand = next(coding for coding in study.codings if coding.status == "manual")
        assert by_hand.id == done[1].on
        assert by_hand.quote == "My sister laughed at me."
        assert by_hand.text_sha256 == accepted.text_sha256 == study.accounts[0].text_sha256
        assert [problem.severity for problem in study.problems] == ["note"]
        assert "found again in it: 2" in study.problems[0].what
        desk = sit(folder)
        assert find_coding(desk, first.id) == accepted
        do(desk, Choice("reject", first.id))
        assert by_status(load(folder))["accepted"] == 0

    def test_changed_words_are_told_one_by_one(self, folder: Path, first: Coding) -> None:
        self.decide(folder, first)
        self.edit(folder, "My sister laughed at me.", "My sister laughed out loud at me.")
        study = load(folder)
        by_hand = next(coding for coding in study.codings if coding.status == "manual")
        assert by_hand.quote == "My sister laughed out loud at me."
        (problem,) = [problem for problem in study.problems if problem.severity == "warning"]
        assert "now reads “My sister laughed out loud at me.”" in problem.what

    def test_words_that_are_gone_make_an_orphan_which_is_never_lost(self, folder: Path, first: Coding) -> None:
        done = self.decide(folder, first)
        self.edit(folder, " My sister laughed at me.", "")
        study = load(folder)
        assert by_status(study)["manual"] == 0
        assert [orphan.hash for orphan in study.orphans] == [done[1].hash]
        assert any("My sister laughed at me" in problem.what for problem in study.problems)
        opened = open_study(folder, Wishes(), folder)
        assert any("is not found in the text" in problem.what for problem in check_study(opened).problems)
        self.edit(folder, "I remember that well.", "I remember that well. My sister laughed at me.")
        assert by_status(load(folder))["manual"] == 1
        assert load(folder).orphans == ()

    def test_an_orphan_is_placed_by_hand(self, folder: Path, first: Coding) -> None:
        self.decide(folder, first)
        self.edit(folder, "My sister laughed at me.", "They all found it funny.")
        desk = sit(folder)
        (orphan,) = desk.orphans
        do(desk, Choice("place", orphan.on, span=span_of(folder, "They all found it funny.")))
        study = load(folder)
        by_hand = next(coding for coding in study.codings if coding.status == "manual")
        assert by_hand.quote == "They all found it funny."
        assert study.orphans == ()
        assert sit(folder).orphans == ()

    def test_what_was_placed_by_hand_and_taken_back_stays_taken_back(self, folder: Path, first: Coding) -> None:
        _, by_hand = self.decide(folder, first)
        self.edit(folder, "My sister laughed at me.", "They all found it funny.")
        desk = sit(folder)
        do(desk, Choice("place", by_hand.on, span=span_of(folder, "They all found it funny.")))
        do(desk, Choice("undo", by_hand.hash))
        for study in (load(folder), sit(folder).coded):
            assert by_status(study)["manual"] == 0
        assert [coding.status for coding in list_codings(sit(folder), "ana.txt")].count("manual") == 0
        assert sit(folder).orphans == ()

    def test_a_placing_by_hand_that_is_taken_back_leaves_the_orphan(self, folder: Path, first: Coding) -> None:
        _, by_hand = self.decide(folder, first)
        self.edit(folder, "My sister laughed at me.", "They all found it funny.")
        desk = sit(folder)
        do(desk, Choice("place", by_hand.on, span=span_of(folder, "They all found it funny.")))
        assert desk.orphans == ()
        do(desk, Choice("undo"))
        for now in (desk, sit(folder)):
            assert [orphan.on for orphan in now.orphans] == [by_hand.on]
            assert "manual" not in [coding.status for coding in list_codings(now)]

    def test_what_was_decided_after_it_was_placed_by_hand_stands(self, folder: Path, first: Coding) -> None:
        _, by_hand = self.decide(folder, first)
        self.edit(folder, "My sister laughed at me.", "They all found it funny.")
        do(sit(folder), Choice("place", by_hand.on, span=span_of(folder, "They all found it funny.")))
        do(sit(folder), Choice("recode", by_hand.on, code="H.RAIN"))
        for codings in (load(folder).codings, list_codings(sit(folder))):
            (now,) = [coding for coding in codings if coding.quote == "They all found it funny."]
            assert (now.code, now.status) == ("H.RAIN", "manual")

    def test_an_orphan_that_is_taken_back_or_let_go_waits_no_more(self, folder: Path, first: Coding) -> None:
        _, by_hand = self.decide(folder, first)
        self.edit(folder, "My sister laughed at me.", "They all found it funny.")
        desk = sit(folder)
        do(desk, Choice("undo", by_hand.hash))
        assert sit(folder).orphans == load(folder).orphans == ()

    def test_until_it_is_coded_again_an_edited_text_is_not_decided_on(self, folder: Path, first: Coding) -> None:
        desk = sit(folder)
        path = folder / "transcripts" / "ana.txt"
        path.write_text("Interviewer: Hm?\n\n" + FIRST, encoding="utf-8")
        with pytest.raises(ChoicesRefused) as refused:
            do(desk, Choice("accept", first.id))
        assert "changed since it was coded" in refused.value.problems[0].what

    def test_a_renamed_file_takes_its_decisions_along(self, folder: Path, first: Coding) -> None:
        self.decide(folder, first)
        (folder / "transcripts" / "ana.txt").rename(folder / "transcripts" / "anna.txt")
        cases = folder / "cases.csv"
        cases.write_text(cases.read_text(encoding="utf-8").replace("ana.txt", "anna.txt"), encoding="utf-8")
        code(folder)
        study = load(folder)
        assert by_status(study)["accepted"] == by_status(study)["manual"] == 1
        assert any("anna.txt" in problem.what for problem in study.problems)

    def test_what_was_taken_back_in_a_renamed_file_stays_taken_back(self, folder: Path, first: Coding) -> None:
        accepted, _ = self.decide(folder, first)
        do(sit(folder), Choice("undo", accepted.hash))
        (folder / "transcripts" / "ana.txt").rename(folder / "transcripts" / "anna.txt")
        cases = folder / "cases.csv"
        cases.write_text(cases.read_text(encoding="utf-8").replace("ana.txt", "anna.txt"), encoding="utf-8")
        code(folder)
        assert by_status(load(folder))["accepted"] == 0
        assert "accepted" not in [coding.status for coding in list_codings(sit(folder))]

    def test_a_case_that_has_another_name_now(self, folder: Path, first: Coding) -> None:
        self.decide(folder, first)
        cases = folder / "cases.csv"
        cases.write_text(cases.read_text(encoding="utf-8").replace("C1,", "FARM-1,"), encoding="utf-8")
        code(folder)
        assert {coding.case for coding in load(folder).codings if coding.transcript == "ana.txt"} == {"FARM-1"}


class TestGrowingCodebooks:
    """The codebook changes after people decided."""

    def test_what_was_accepted_survives_a_codebook_that_no_longer_looks_for_it(
        self, folder: Path, first: Coding
    ) -> None:
        do(sit(folder), Choice("accept", first.id))
        book = CODEBOOK.replace("strong: [rain]", "strong: [hail]").replace("version: 1.0", "version: 2.0")
        (folder / "codebook.yaml").write_text(book, encoding="utf-8")
        code(folder)
        study = load(folder)
        (kept,) = [coding for coding in study.codings if coding.id == first.id]
        assert (kept.status, kept.code, kept.coder, kept.codebook) == ("accepted", "H.RAIN", "rules", "harvest@1.0")

    def test_a_renamed_code_takes_decisions_along(self, folder: Path, first: Coding) -> None:
        do(sit(folder), Choice("accept", first.id))
        record_rename(open_study(folder, Wishes(), folder), "root", "H.RAIN", "H.WATER", "2026-06-01")
        (folder / "codebook.yaml").write_text(CODEBOOK.replace("H.RAIN", "H.WATER"), encoding="utf-8")
        claims = folder / "claims.yaml"
        claims.write_text(claims.read_text(encoding="utf-8").replace("H.RAIN", "H.WATER"), encoding="utf-8")
        code(folder)
        (kept,) = [coding for coding in load(folder).codings if coding.status == "accepted"]
        assert (kept.code, kept.quote) == ("H.WATER", first.quote)


def test_a_file_cut_short_at_a_line_is_missed_by_check(folder: Path, first: Coding) -> None:
    from qualcode.workflow.records.recording import Stamp, record_sitting

    desk = sit(folder)
    do(desk, Choice("accept", first.id))
    do(desk, Choice("reject", first.id))
    opened = open_study(folder, Wishes(), folder)
    record_sitting(opened, Stamp("2026-01-02", "root", ("review",)), "siti", 0, {})
    assert not any("log.jsonl" in problem.what for problem in check_study(opened).problems)
    (file,) = (folder / "decisions" / "siti").glob("*.jsonl")
    file.write_bytes(file.read_bytes().split(b"\n")[0] + b"\n")
    assert any("log.jsonl tells of" in problem.what for problem in check_study(opened).problems)
    file.unlink()
    file.parent.rmdir()
    file.parent.parent.rmdir()
    assert any("log.jsonl tells of" in problem.what for problem in check_study(opened).problems)


def test_a_conflicted_copy_is_joined_at_the_desk(folder: Path) -> None:
    desk = sit(folder)
    one, two = [coding for coding in list_codings(desk) if coding.transcript == "ana.txt"][:2]
    do(desk, Choice("accept", one.id))
    (file,) = (folder / "decisions" / "siti").glob("*.jsonl")
    kept = file.read_bytes()
    do(desk, Choice("accept", two.id))
    file.replace(file.with_name("ana.txt (conflicted copy).jsonl"))
    file.write_bytes(kept)
    desk = sit(folder)
    assert [coding.status for coding in (find_coding(desk, one.id), find_coding(desk, two.id)) if coding] == [
        "accepted"
    ] * 2
    (remark,) = join_copies(desk, "2026-02-01")
    assert "conflicted copy" in remark
    assert not [problem for problem in desk.problems if problem.severity != "note"]
    assert by_status(load(folder))["accepted"] == 2


def test_ten_thousand_decisions_are_few_appends(folder: Path, first: Coding) -> None:
    desk = sit(folder)
    start = time.perf_counter()
    do(desk, Choice("accept", first.id))
    single = time.perf_counter() - start
    start = time.perf_counter()
    done = do(desk, *(Choice("accept" if n % 2 else "reject", first.id) for n in range(10_000)))
    many = time.perf_counter() - start
    assert len(done) == 10_000
    assert many < 2000 * single
    assert len(load(folder).decisions) == 10_001
