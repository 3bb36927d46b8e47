"""What becomes of a coding when its code is renamed, split or merged."""

from dataclasses import replace

import pytest

from qualcode.codebook.migrating import Migration, Queued, Step, migrate, migrate_all
from qualcode.codebook.migration_report import build_migration_report, count_migration, list_moved, list_queued
from qualcode.model import Change, Evidence, Matrix, Span, make_coding_id
from tests.factories import CODES, code_words, make_codebook, make_transcript

TALK = make_transcript("a.txt", "P: How was it?", "N: We met them. They listened. We trust them.")
OLD = make_codebook()
WHY = (Evidence("CG.DLG/en/strong/met", "met", Span(23, 26)),)
MET = code_words(TALK, "We met them.", "CG.DLG.forum", evidence=WHY)
TRUST = code_words(TALK, "We trust them.", "CG.TRU")


def with_code(old: str, new: str, hash_: str = "new") -> object:
    return make_codebook(codes=tuple(replace(c, id=new, hash=hash_) if c.id == old else c for c in CODES))


class TestRename:
    """A name changes, no meaning does."""

    STEP = Step("rename", "CG.DLG", ("CG.TALK",))
    NEW = with_code("CG.DLG", "CG.TALK")

    def test_a_coding_moves_with_its_sub_code_rules_and_hash(self) -> None:
        now = migrate(MET, self.STEP, OLD, self.NEW)
        assert now == replace(
            MET,
            id=make_coding_id("a.txt", MET.span, "CG.TALK.forum", "supporting", "actual", "rules"),
            code="CG.TALK.forum",
            evidence=(Evidence("CG.TALK/en/strong/met", "met", Span(23, 26)),),
            code_hash="new",
        )

    def test_an_id_that_was_made_of_the_code_alone_is_so_again(self) -> None:
        plain, moved = (code_words(TALK, "We met them.", code).id for code in ("CG.DLG", "CG.TALK"))
        now = migrate(replace(MET, id=plain), self.STEP, OLD, self.NEW)
        assert not isinstance(now, Queued)
        assert (now.id, now.code) == (moved, "CG.TALK.forum")

    def test_one_that_was_out_of_date_stays_so(self) -> None:
        stale = replace(MET, code_hash="older")
        now = migrate(stale, self.STEP, OLD, self.NEW)
        assert not isinstance(now, Queued)
        assert (now.code, now.code_hash) == ("CG.TALK.forum", "older")

    def test_another_code_whose_entry_names_it_counts_as_made_by_the_new_entry(self) -> None:
        new = make_codebook(codes=tuple(replace(code, hash="new") for code in CODES))
        assert migrate(TRUST, self.STEP, OLD, new) == replace(TRUST, code_hash="new")

    def test_an_id_that_only_begins_alike_is_another_code(self) -> None:
        other = replace(TRUST, code="CG.DLG2")
        assert migrate(other, self.STEP, OLD, self.NEW) == other


class TestSplit:
    """No rule can tell which part a passage belongs to."""

    STEP = Step("split", "CG.DLG", ("CG.MEET", "CG.TALK"))

    def test_every_coding_is_queued_with_all_it_may_bear(self) -> None:
        plain = code_words(TALK, "They listened.", "CG.DLG")
        migration = migrate_all([MET, plain, TRUST], self.STEP, OLD, OLD)
        assert migration.codings == (MET, plain, TRUST)
        assert migration.moved == ()
        assert migration.queued == (
            Queued(MET, ("CG.MEET.forum", "CG.TALK.forum"), "split"),
            Queued(plain, ("CG.MEET", "CG.TALK"), "split"),
        )


class TestMerge:
    """A code is taken into another."""

    STEP = Step("merge", "CG.DLG", ("CG.TRU",))

    def test_a_coding_moves_and_keeps_the_hash_of_what_it_was_made_by(self) -> None:
        migration = migrate_all([MET, TRUST], self.STEP, OLD, with_code("CG.TRU", "CG.TRU"))
        moved = migration.codings[0]
        assert (moved.code, moved.code_hash) == ("CG.TRU.forum", MET.code_hash)
        assert migration.moved == ((MET, moved),)
        assert migration.codings[1] == TRUST

    def test_two_on_the_same_words_become_one_with_all_reasons(self) -> None:
        one = code_words(TALK, "We met them.", "CG.DLG", evidence=WHY)
        other = code_words(TALK, "We met them.", "CG.TRU", evidence=(Evidence("x", "them", Span(27, 31)),))
        migration = migrate_all([one, other], self.STEP, OLD, OLD)
        (left,) = migration.codings
        assert left.id == other.id
        assert [item.rule for item in left.evidence] == ["CG.TRU/en/strong/met", "x"]
        assert migration.moved == ((one, left),)
        assert count_migration(migration, str).startswith("1 codings moved along, 1 of them onto another one")

    def test_two_that_were_decided_otherwise_wait_for_a_person(self) -> None:
        one = code_words(TALK, "We met them.", "CG.DLG", status="rejected", coder="RS")
        other = code_words(TALK, "We met them.", "CG.TRU", status="accepted", coder="RS")
        migration = migrate_all([one, other], self.STEP, OLD, OLD)
        assert set(migration.codings) == {one, other}
        assert migration.queued == (Queued(one, ("CG.TRU",), "clash"),)

    def test_other_sub_codes_clash_where_a_person_gave_them(self) -> None:
        for status, left in (("suggested", 1), ("accepted", 2)):
            other = code_words(TALK, "We met them.", "CG.TRU", status=status)
            one = replace(MET, id=code_words(TALK, "We met them.", "CG.DLG").id, status=status)
            migration = migrate_all([one, other], self.STEP, OLD, OLD)
            assert len(migration.codings) == left
            assert len(migration.queued) == left - 1

    def test_another_polarity_is_another_coding(self) -> None:
        one = code_words(TALK, "We met them.", "CG.DLG", "contrary")
        other = code_words(TALK, "We met them.", "CG.TRU")
        assert len(migrate_all([one, other], self.STEP, OLD, OLD).codings) == 2


@pytest.mark.parametrize("step", [Step("add", "X"), TestRename.STEP, TestSplit.STEP, TestMerge.STEP])
def test_no_coding_is_lost(step: Step) -> None:
    codings = [MET, TRUST, code_words(TALK, "They listened.", "CG.DLG"), code_words(TALK, "We met them.", "CG.TRU")]
    migration = migrate_all(codings, step, OLD, with_code("CG.DLG", "CG.TALK"))
    standing = {coding.id for coding in migration.codings}
    moved = {was.id: now.id for was, now in migration.moved}
    assert all(moved.get(coding.id, coding.id) in standing for coding in codings)
    assert {each.coding.id for each in migration.queued} <= standing


def test_the_report_leads_from_old_ids_to_new_ones_and_lists_what_waits() -> None:
    step = TestRename.STEP
    migration = migrate_all([MET], step, OLD, TestRename.NEW)
    waiting = Migration(migration.codings, migration.moved, (Queued(TRUST, ("A", "B"), "split"),))
    report = build_migration_report(step, Change("2025-03-01", "RS", "shorter"), waiting, ("Look.",), (), "en", str)
    assert [section.key for section in report.sections] == ["done", "moved", "queue", "look-at"]
    assert report.sections[0].body.paragraphs[0] == "CG.DLG was renamed CG.TALK (2025-03-01, RS: shorter)"
    moved, queue = list_moved(waiting, str), list_queued(waiting.queued, str)
    assert [body for section in report.sections if isinstance(body := section.body, Matrix)] == [moved, queue]
    assert (moved.rows[0].key, moved.cells[0][0].lines) == (MET.id, (migration.codings[0].id,))
    assert [cell.lines for cell in queue.cells[0]] == [
        ("A", "B"), ("a.txt, turn 2",), ("“We trust them.”",), ("its code was split",),
    ]  # fmt: skip
