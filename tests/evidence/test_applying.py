"""Codings after people decided on them: who holds what, who disagrees, and what an undo gives back."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.evidence.applying import Applying, apply_decisions
from qualcode.evidence.selection import group_by_unit, select
from qualcode.evidence.standing import drop_undone, find_renamed, rename
from qualcode.model import Act, Coding, Decision, Passage, Span, make_coding_id
from tests.factories import CASES, code_words, make_study, make_transcript

INTERVIEW = make_transcript(
    "a.txt", "P: Bagaimana?", "N: Kami duduk bareng. Kami saling percaya. Modal tidak ada.", case="INF-01"
)
TALK = code_words(INTERVIEW, "Kami duduk bareng.", "CG.DLG")
TRUST = code_words(INTERVIEW, "Kami saling percaya.", "CG.TRU")
MONEY = code_words(INTERVIEW, "Modal tidak ada.", "OB.COO")
MACHINE = (TALK, TRUST, MONEY)


def passage(words: str) -> Passage:
    start = INTERVIEW.text.index(words)
    span = Span(start, start + len(words))
    return Passage(span, words, "", "", 2, "N", "INF-01", INTERVIEW.text_sha256)


class Hand:
    """A coder who decides, one after another."""

    def __init__(self, who: str) -> None:
        self.who, self.made = who, 0

    def __call__(self, act: Act, coding: Coding | None = None, /, **more: Any) -> Decision:
        self.made += 1
        values: dict[str, Any] = {"on": "", "hash": f"{self.who}{self.made}"}
        if coding:
            values |= {
                "on": coding.id,
                "coder": coding.coder,
                "passage": passage(coding.quote),
                "code": coding.code,
                "polarity": coding.polarity,
            }
        decision = Decision(act, self.who, f"2026-01-01T00:00:{self.made:02}", "review", "suggestions", "a.txt")
        return replace(decision, **(values | more))

    def code(self, words: str, code: str) -> Decision:
        found = passage(words)
        on = make_coding_id("a.txt", found.span, code, "supporting", "actual", self.who)
        return self("code", None, on=on, coder=self.who, passage=found, code=code)


def apply(*decisions: Decision, codings: tuple[Coding, ...] = MACHINE) -> dict[str, Coding]:
    return {coding.id: coding for coding in apply_decisions(codings, decisions).codings}


def stand(*decisions: Decision) -> list[tuple[str, str, str, tuple[str, ...], tuple[str, ...]]]:
    rows = apply_decisions(MACHINE, decisions).codings
    return [(row.code, row.coder, row.status, row.decided_by, row.disputed_by) for row in rows]


def test_nobody_decided() -> None:
    assert apply_decisions(MACHINE, ()).codings == MACHINE


def test_accepting_and_rejecting() -> None:
    siti = Hand("siti")
    assert stand(siti("accept", TALK), siti("reject", TRUST)) == [
        ("CG.DLG", "rules", "accepted", ("siti",), ()),
        ("CG.TRU", "rules", "rejected", ("siti",), ()),
        ("OB.COO", "rules", "suggested", (), ()),
    ]


def test_of_one_coder_the_last_decision_counts() -> None:
    siti = Hand("siti")
    assert stand(siti("accept", TALK), siti("reject", TALK), siti("accept", TALK))[0][2] == "accepted"


def test_an_edit_is_the_persons_row_and_the_suggestion_stands_no_more() -> None:
    siti = Hand("siti")
    assert stand(siti("recode", TALK, to_code="CG.TRU"), siti("polarity", TRUST, to_polarity="contrary")) == [
        ("CG.DLG", "rules", "rejected", ("siti",), ()),
        ("CG.TRU", "siti", "edited", ("siti",), ()),
        ("CG.TRU", "rules", "rejected", ("siti",), ()),
        ("CG.TRU", "siti", "edited", ("siti",), ()),
        ("OB.COO", "rules", "suggested", (), ()),
    ]


def test_edits_of_an_edit_follow_each_other() -> None:
    siti = Hand("siti")
    first = siti("recode", TALK, to_code="CG.TRU")
    edited = next(row for row in apply(first).values() if row.status == "edited")
    moved = siti("move", edited, to_passage=passage("duduk bareng"))
    decided = apply_decisions(MACHINE, [first, moved])
    (row,) = [row for row in decided.codings if row.status == "edited"]
    assert (row.code, row.quote, row.coder) == ("CG.TRU", "duduk bareng", "siti")
    assert row.id == make_coding_id("a.txt", row.span, "CG.TRU", "supporting", "actual", "siti")
    taken = [*stand(first, moved, siti("reject", row))]
    assert [each[2] for each in taken] == ["rejected", "suggested", "suggested"]


def test_accepting_the_suggestion_after_all_takes_the_edit_back() -> None:
    siti = Hand("siti")
    assert [row[2] for row in stand(siti("recode", TALK, to_code="CG.TRU"), siti("accept", TALK))] == [
        "accepted",
        "suggested",
        "suggested",
    ]


def test_coders_who_disagree_are_both_named() -> None:
    siti, budi = Hand("siti"), Hand("budi")
    rows = stand(
        siti("accept", TALK), budi("reject", TALK), budi("accept", TRUST), siti("recode", TRUST, to_code="CG.DLG")
    )
    assert rows[0] == ("CG.DLG", "rules", "accepted", ("siti",), ("budi",))
    assert rows[1] == ("CG.DLG", "siti", "edited", ("siti",), ())
    assert rows[2] == ("CG.TRU", "rules", "accepted", ("budi",), ("siti",))


def test_codings_by_hand_and_what_others_think_of_them() -> None:
    siti, budi = Hand("siti"), Hand("budi")
    own = siti.code("percaya", "CG.DLG")
    (row,) = [row for row in apply(own).values() if row.coder == "siti"]
    assert (row.status, row.quote, row.case, row.speaker, row.id) == ("manual", "percaya", "INF-01", "N", own.on)
    assert ("CG.DLG", "siti", "manual", ("siti",), ("budi",)) in stand(own, budi("reject", row))
    assert ("CG.DLG", "siti", "manual", ("budi", "siti"), ()) in stand(own, budi("accept", row))
    assert ("CG.DLG", "siti", "rejected", ("siti",), ()) in stand(own, siti("reject", row))
    changed = stand(own, siti("recode", row, to_code="OB.COO"))
    assert ("OB.COO", "siti", "manual", ("siti",), ()) in changed
    assert len(changed) == 4


def test_an_id_that_a_coding_had_leads_to_it() -> None:
    siti = Hand("siti")
    own = siti.code("percaya", "CG.DLG")
    (row,) = [row for row in apply(own).values() if row.coder == "siti"]
    decided = apply_decisions(MACHINE, [own, siti("recode", row, to_code="OB.COO")])
    (now,) = [row for row in decided.codings if row.coder == "siti"]
    assert decided.names == {own.on: now.id}


def test_memos_are_kept_in_order_and_follow_their_coding() -> None:
    siti, budi = Hand("siti"), Hand("budi")
    later = budi("accept", TALK, comment="dua", when="2026-01-02")
    decided = apply_decisions(MACHINE, [later, siti("comment", TALK, comment="satu"), siti("reject", TRUST)])
    assert [(memo.who, memo.text) for memo in decided.memos[TALK.id]] == [("siti", "satu"), ("budi", "dua")]
    assert decided.codings[0].decided_by == ("budi",)


class TestLaterRuns:
    """The machine codes again, with another codebook or on an edited text."""

    def test_what_was_accepted_stands_though_nobody_suggests_it_now(self) -> None:
        siti = Hand("siti")
        (row,) = apply(siti("accept", TALK), siti("reject", TRUST), codings=()).values()
        assert (row.id, row.code, row.status, row.coder, row.quote) == (
            TALK.id,
            "CG.DLG",
            "accepted",
            "rules",
            TALK.quote,
        )

    def test_a_better_codebook_suggests_it_again_with_other_cues(self) -> None:
        siti = Hand("siti")
        again = replace(TALK, code_hash="other", codebook="small@2.0", elicited="prompted")
        row = apply(siti("accept", TALK), codings=(again,))[TALK.id]
        assert row == replace(again, status="accepted", decided_by=("siti",))

    def test_a_suggestion_at_another_place_of_the_edited_text_is_the_one_decided_on(self) -> None:
        siti = Hand("siti")
        edited = make_transcript("a.txt", "P: Bagaimana ya?", "N: Baik. Kami duduk bareng.", case="INF-01")
        again = code_words(edited, "Kami duduk bareng.", "CG.DLG")
        there = Passage(again.span, again.quote, "", "", 2, "N", "INF-01", edited.text_sha256)
        decided = apply_decisions([again], [siti("reject", TALK, passage=there)])
        assert [(row.id, row.status) for row in decided.codings] == [(again.id, "rejected")]
        assert decided.names == {TALK.id: again.id}

    def test_a_renamed_code_takes_its_decisions_along(self) -> None:
        siti = Hand("siti")
        step = Decision("rename", "siti", "2026-01-02", "codebook", "suggestions", code="CG.DLG", to_code="CG.TALK")
        decisions = [siti("accept", TALK), siti("recode", TRUST, to_code="CG.DLG.forum"), step]
        again = code_words(INTERVIEW, "Kami duduk bareng.", "CG.TALK")
        rows = apply_decisions([again, TRUST], decisions, find_renamed(decisions)).codings
        assert [(row.code, row.status) for row in rows] == [
            ("CG.TALK", "accepted"),
            ("CG.TALK.forum", "edited"),
            ("CG.TRU", "rejected"),
        ]


def test_names_of_codes_that_changed_twice_or_back() -> None:
    def step(n: int, old: str, new: str) -> Decision:
        return Decision("rename", "siti", f"2026-01-0{n}", "codebook", "suggestions", code=old, to_code=new)

    there = find_renamed([step(2, "B", "C"), step(1, "A", "B")])
    assert [rename(code, "2026-01-01", there) for code in ("A", "B", "A.x", "AB")] == ["C", "C", "C.x", "AB"]
    back = find_renamed([step(1, "A", "B"), step(2, "B", "A")])
    assert [rename(code, "2026-01-01", back) for code in ("A", "B")] == ["A", "A"]


def test_a_name_that_was_given_anew_is_not_the_old_one() -> None:
    steps = find_renamed([Decision("rename", "siti", "2026-01-05", "codebook", "blind", code="A", to_code="B")])
    assert rename("A", "2026-01-04", steps) == "B"
    assert rename("A", "2026-01-06", steps) == "A"


acts = st.lists(
    st.tuples(
        st.sampled_from(["siti", "budi"]),
        st.sampled_from(["accept", "reject", "recode", "polarity", "code", "comment", "undo"]),
        st.integers(0, 5),
    ),
    max_size=14,
)


def play(moves: list[tuple[str, str, int]]) -> list[Decision]:
    """Decisions that people might make, each on the codings as they stand then."""
    hands = {"siti": Hand("siti"), "budi": Hand("budi")}
    made: list[Decision] = []
    for n, (who, act, number) in enumerate(moves):
        hand = hands[who]
        rows = apply_decisions(MACHINE, made).codings
        row = rows[number % len(rows)]
        if act == "undo":
            own = [each for each in drop_undone(made) if each.who == who]
            if not own:
                continue
            decision = hand("undo", on=own[-1].hash)
        elif act == "code":
            decision = hand.code(("percaya", "duduk", "Modal")[number % 3], ("CG.DLG", "OB.COO")[number % 2])
        else:
            changes = {
                "recode": {"to_code": ("CG.TRU", "OB.COO")[number % 2]},
                "polarity": {"to_polarity": "contrary" if row.polarity == "supporting" else "supporting"},
                "comment": {"comment": "memo"},
            }
            decision = hand(act, row, **changes.get(act, {}))  # type: ignore[arg-type]
        made.append(replace(decision, when=f"2026-01-01T00:{n:02}"))
    return made


@given(acts)
def test_an_undo_gives_back_what_was_before(moves: list[tuple[str, str, int]]) -> None:
    made = play(moves)
    left = drop_undone(made)
    if left:
        hand = Hand(left[-1].who)
        last = max(n for n, each in enumerate(left) if each.who == left[-1].who)
        undo = hand("undo", on=left[last].hash, hash="the undo", when="2026-01-02")
        before = apply_decisions(MACHINE, [*left[:last], *left[last + 1 :]])
        assert apply_decisions(MACHINE, [*made, undo]) == before
        again = hand("undo", on="the undo", hash="again", when="2026-01-03")
        assert apply_decisions(MACHINE, [*made, undo, again]) == apply_decisions(MACHINE, made)


@given(acts)
def test_every_row_says_who_made_it_so(moves: list[tuple[str, str, int]]) -> None:
    rows = apply_decisions(MACHINE, play(moves)).codings
    assert {coding.id for coding in MACHINE} <= {row.id for row in rows}
    assert len({row.id for row in rows}) == len(rows)
    for row in rows:
        assert (row.status == "suggested") == (not row.decided_by)
        assert not set(row.decided_by) & set(row.disputed_by)
        assert row.quote == row.span.of(INTERVIEW.text)


@given(acts)
def test_coders_in_any_order_make_the_same(moves: list[tuple[str, str, int]]) -> None:
    made = play(moves)
    by_coder = [each for each in made if each.who == "siti"] + [each for each in made if each.who == "budi"]
    assert apply_decisions(MACHINE, by_coder) == apply_decisions(MACHINE, made)


@given(acts, st.lists(st.integers(0, 3), min_size=14, max_size=14))
def test_one_after_the_other_makes_the_same_as_all_at_once(moves: list[tuple[str, str, int]], days: list[int]) -> None:
    made = [replace(each, when=f"2026-01-0{day + 1}") for each, day in zip(play(moves), days, strict=False)]
    applying = Applying(MACHINE, ())
    for n, decision in enumerate(made, start=1):
        applying.add(decision)
        assert applying.finish() == apply_decisions(MACHINE, made[:n])


@given(acts)
def test_each_unit_counts_once_for_a_code(moves: list[tuple[str, str, int]]) -> None:
    rows = apply_decisions(MACHINE, play(moves)).codings
    study = replace(make_study([INTERVIEW], MACHINE, CASES), codings=rows)
    counted = select(study).counted
    assert not any(row.status == "rejected" for row in counted)
    for code in {row.code for row in counted}:
        units = group_by_unit(row for row in counted if row.code == code)
        assert len(units) <= 3
        for unit in units:
            assert len({row.status == "suggested" for row in unit}) == 1


@pytest.mark.parametrize("act", ["undo", "join"])
def test_nobody_takes_back_what_another_decided(act: Act) -> None:
    siti, budi = Hand("siti"), Hand("budi")
    accept = siti("accept", TALK)
    assert stand(accept, budi(act, on=accept.hash))[0][2] == "accepted"
