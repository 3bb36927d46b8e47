"""Verdicts of auditors, found again beside the codings as they are now."""

from dataclasses import replace

from qualcode.evidence.audited import list_judgements, name_place
from qualcode.model import Decision
from tests.factories import code_words, make_study, make_transcript

TALK = make_transcript("a.txt", "N: Kami rutin bertemu. Saya percaya.", case="INF-01")
MEETING = code_words(TALK, "Kami rutin bertemu.", "CG.DLG")


def judge(who: str, label: str, when: str = "2026-02-01", **more: str) -> Decision:
    on = more.pop("on", name_place(MEETING.id, MEETING.code))
    return Decision("fill", who, when, "sheet", "suggestions", on=on, label=label, hash=f"{who}{when}{on}", **more)


def test_each_auditor_has_a_last_word_and_other_filled_cells_are_none() -> None:
    decisions = (
        judge("dewi", "supported"),
        judge("dewi", "not supported", "2026-02-02", comment="bukan forum"),
        judge("budi", "unclear"),
        judge("ana", "", on="coreq:2:authors", comment="S2"),
    )
    found = list_judgements(replace(make_study([TALK], [MEETING]), decisions=decisions))
    assert [(each.answer.who, each.verdict, each.answer.text) for each in found] == [
        ("budi", "unclear", ""),
        ("dewi", "not supported", "bukan forum"),
    ]
    assert all(each.coding == MEETING for each in found)


def test_a_remark_alone_is_no_verdict() -> None:
    [found] = list_judgements(
        replace(make_study([TALK], [MEETING]), decisions=(judge("dewi", "", comment="lihat lagi"),))
    )
    assert found.verdict == ""


def test_a_coding_that_is_gone_keeps_its_verdict_and_a_renamed_code_its_new_name() -> None:
    renamed = Decision(
        "rename", "ana", "2026-03-01", "codebook", "suggestions", code="CG.DLG", to_code="CG.TALK", hash="r"
    )
    [found] = list_judgements(replace(make_study([TALK]), decisions=(judge("dewi", "supported"), renamed)))
    assert (found.coding, found.code) == (None, "CG.TALK")
