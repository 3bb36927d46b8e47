"""The table of verdicts: counts by code, and what became of the codings since."""

from dataclasses import replace

from qualcode.audit.judgements import build_judgements
from qualcode.evidence.audited import name_place
from qualcode.model import Coding, Decision, Study
from tests.factories import code_words, make_study, make_transcript

TALK = make_transcript("a.txt", "N: Kami rutin bertemu. Saya percaya. Dana kurang.", case="INF-01")
MEETING = code_words(TALK, "Kami rutin bertemu.", "CG.DLG")
TRUST = code_words(TALK, "Saya percaya.", "CG.TRU")
REJECTED = code_words(TALK, "Dana kurang.", "CG.TRU", status="rejected", decided_by=("ana",))


def judge(coding: Coding, label: str, who: str = "dewi", text: str = "") -> Decision:
    on = name_place(coding.id, coding.code)
    return Decision(
        "fill", who, "2026-02-01", "sheet", "suggestions", on=on, label=label, comment=text, hash=f"{who}{on}"
    )


def make(*decisions: Decision) -> Study:
    return replace(make_study([TALK], [MEETING, TRUST, REJECTED]), decisions=decisions)


def read_row(study: Study, key: str) -> list[tuple[str, ...]]:
    matrix = build_judgements(study, str)
    return [cell.lines for cell in matrix.cells[[row.key for row in matrix.rows].index(key)]]


def test_verdicts_are_counted_by_code_with_the_codings_behind_them() -> None:
    study = make(
        judge(MEETING, "supported"), judge(TRUST, "not supported", text="bukan"), judge(TRUST, "unclear", "budi")
    )
    assert read_row(study, "CG.DLG") == [("1",), ("1",), ("1",), ("0",), ("0",), ("0",), ()]
    assert read_row(study, "CG.TRU") == [("1",), ("2",), ("0",), ("1",), ("1",), ("0",), ("dewi: bukan",)]
    assert read_row(study, "all")[1] == ("3",)
    matrix = build_judgements(study, str)
    assert matrix.cells[2][3].coding_ids == (TRUST.id,)


def test_what_was_rejected_or_recoded_since_is_judged_and_not_counted_any_more() -> None:
    became = replace(TRUST, code="CG.DLG")
    study = make(judge(REJECTED, "not supported"), judge(TRUST, "not supported"))
    study = replace(study, codings=(MEETING, became, REJECTED))
    assert read_row(study, "CG.TRU") == [("0",), ("2",), ("0",), ("2",), ("0",), ("2",), ()]
    assert read_row(study, "CG.DLG")[1] == ("0",)


def test_without_verdicts_it_says_so() -> None:
    matrix = build_judgements(make(), str)
    assert matrix.notes[0].startswith("Nobody has judged")
    assert not build_judgements(make(judge(MEETING, "supported")), str).notes
