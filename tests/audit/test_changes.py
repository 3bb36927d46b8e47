"""Two states of a study: what came, what went, what was decided otherwise, and which claims must be read again."""

from dataclasses import replace
from typing import Any

import pytest

from qualcode.audit.changes import Lean, compare_claims, compare_codings, compare_sources
from qualcode.model import Coding, Matrix, Span, Study, Words
from tests.factories import code_words, make_claim, make_codebook, make_study, make_transcript
from tests.store.decided import decide

TALK = make_transcript("a.txt", "N: Kami rutin bertemu. Saya percaya. Saya percaya.", case="INF-01")
MEETING = code_words(TALK, "Kami rutin bertemu.", "CG.DLG")
TRUST = code_words(TALK, "Saya percaya.", "CG.TRU")
BEFORE = make_study([TALK], [MEETING, TRUST])


def make(*codings: Coding) -> Study:
    return make_study([TALK], codings)


def read(matrix: Matrix) -> dict[str, list[str]]:
    return {
        row.key: [" ".join(cell.lines) for cell in cells] for row, cells in zip(matrix.rows, matrix.cells, strict=True)
    }


def test_nothing_changed_leaves_the_row_for_all() -> None:
    assert read(compare_codings(BEFORE, BEFORE, str)) == {"all": ["2", "2", "0", "0", "0"]}
    assert compare_sources(BEFORE, BEFORE, str).rows == ()


def test_a_recoded_coding_went_and_came() -> None:
    after = make(MEETING, code_words(TALK, "Saya percaya.", "OB.COO", coder="ana", status="edited"))
    assert read(compare_codings(BEFORE, after, str)) == {
        "CG.TRU": ["1", "0", "0", "1", "0"],
        "OB.COO": ["0", "1", "1", "0", "0"],
        "all": ["2", "2", "1", "1", "0"],
    }


def test_what_was_rejected_went_and_what_was_accepted_is_decided_otherwise() -> None:
    after = make(replace(MEETING, status="rejected"), replace(TRUST, status="accepted", decided_by=("ana",)))
    found = compare_codings(BEFORE, after, str)
    assert read(found) == {
        "CG.DLG": ["1", "0", "0", "1", "0"],
        "CG.TRU": ["1", "1", "0", "0", "1"],
        "all": ["2", "1", "0", "1", "1"],
    }
    assert found.cells[0][3].coding_ids == (MEETING.id,)
    assert found.cells[1][4].coding_ids == (TRUST.id,)


def move(coding: Coding, by: int) -> Coding:
    return replace(coding, id=f"moved{by}", span=Span(coding.span.start + by, coding.span.end + by))


def test_a_coding_that_an_edited_text_moved_is_the_same() -> None:
    assert read(compare_codings(BEFORE, make(move(MEETING, 5), TRUST), str))["all"] == ["2", "2", "0", "0", "0"]


def test_the_same_words_twice_are_two_codings() -> None:
    after = make(MEETING, TRUST, move(TRUST, 14))
    assert read(compare_codings(BEFORE, after, str))["CG.TRU"] == ["1", "2", "1", "0", "0"]


def test_sources_name_what_differs_and_nothing_else() -> None:
    edited = make_transcript("a.txt", "N: Kami rutin bertemu lagi.")
    after = replace(
        make_study([edited], claims=(make_claim("C1"),)),
        codebook=make_codebook(version="2.0"),
        decisions=(decide(1), decide(2), decide(3, who="budi")),
    )
    rows = read(compare_sources(BEFORE, after, str))
    assert set(rows) == {"codebook small", "a.txt", "claim C1", "decisions of siti", "decisions of budi"}
    assert rows["codebook small"] == ["1.0, 0123456789ab", "2.0, 0123456789ab"]
    assert rows["decisions of siti"][0] == "none"
    assert rows["decisions of siti"][1].startswith("2, ")


@pytest.mark.parametrize(
    "change",
    [
        {"text": Words("Orang saling percaya.", "They do trust.")},
        {"codes": (("CG.TRU", "contrary"),)},
        {"scope": {"sector": "public"}},
    ],
)
def test_a_claim_is_named_whatever_of_it_is_otherwise(change: dict[str, Any]) -> None:
    then, now = (make_study([TALK], claims=(claim,)) for claim in (make_claim("C1"), make_claim("C1", **change)))
    assert set(read(compare_sources(then, now, str))) == {"claim C1"}
    elsewhere = make_study([TALK], claims=(make_claim("C1", line=9),))
    assert compare_sources(then, elsewhere, str).rows == ()


def test_informants_and_settings_that_are_told_otherwise_are_named() -> None:
    first, *others = BEFORE.cases
    after = replace(
        BEFORE, cases=(replace(first, sector="other"), *others), settings=replace(BEFORE.settings, interviewers=("P",))
    )
    assert read(compare_sources(BEFORE, after, str))["interviewers"] == ["none", "P"]
    assert set(read(compare_sources(BEFORE, after, str))) == {f"informant {first.id}", "interviewers"}


def test_other_decisions_are_told_from_as_many_before() -> None:
    one, other = (replace(BEFORE, decisions=(replace(decide(1), hash=hash_),)) for hash_ in ("aa", "bb"))
    assert set(read(compare_sources(one, other, str))) == {"decisions of siti"}


def test_claims_are_named_where_their_evidence_differs_also_where_they_lean_the_same() -> None:
    before = {
        "C1": Lean("for", (TRUST,)),
        "C2": Lean("for", (TRUST,)),
        "C3": Lean("for", (TRUST,)),
        "C4": Lean("silent"),
    }
    after = {"C1": Lean("for", (TRUST,)), "C2": Lean("for", (MEETING,)), "C3": Lean("both ways", (TRUST,), (MEETING,))}
    found = compare_claims(before, after, str)
    assert read(found) == {
        "C2": ["for", "for", "1 → 1", "0 → 0"],
        "C3": ["for", "both ways", "1 → 1", "0 → 1"],
        "C4": ["silent", "no such claim", "0 → 0", "0 → 0"],
    }
    assert found.cells[0][2].coding_ids == (MEETING.id,)


def test_a_claim_whose_codings_only_moved_is_left_out() -> None:
    assert compare_claims({"C1": Lean("for", (TRUST,))}, {"C1": Lean("for", (move(TRUST, 3),))}, str).rows == ()
