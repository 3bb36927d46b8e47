"""What the script is told of a coding: why it was suggested, from what, and in which state it is."""

import pytest

from qualcode.model import GUIDE_RULE, Evidence, Span
from qualcode.review.rows import hash_state, write_rows
from qualcode.workflow.desk import Desk, list_codings, open_desk, open_transcript


@pytest.fixture
def desk(opened) -> Desk:
    return open_desk(opened, "ani")


def find_span(desk: Desk, words: str) -> Span:
    start = open_transcript(desk, "ana.txt").text.index(words)
    return Span(start, start + len(words))


def with_evidence(desk: Desk, *evidence: Evidence):
    from dataclasses import replace

    return replace(list_codings(desk, "ana.txt")[0], evidence=evidence)


def test_a_cue_in_the_words_is_told_with_its_place(desk):
    span = find_span(desk, "rain came late")
    (row,) = write_rows(desk, [with_evidence(desk, Evidence("H.RAIN/en/strong/rain", "rain", span))])
    (reason,) = row["reasons"]
    assert reason["why"] == "keyword “rain”"
    assert (reason["start"], reason["end"], reason["said"]) == (span.start, span.end, "")


def test_a_question_is_told_with_its_turn_and_its_own_sentence_alone(desk):
    span = find_span(desk, "rain come in time")
    (row,) = write_rows(desk, [with_evidence(desk, Evidence("H.RAIN/en/asked/x", "rain come", span))])
    (reason,) = row["reasons"]
    assert reason["why"] == "keyword of a question “rain come”, in the question, turn 1"
    assert reason["said"] == "Interviewer: Did the rain come in time?"


def test_a_question_of_the_guide_is_called_by_its_name(desk):
    span = find_span(desk, "what did you do?")
    (row,) = write_rows(desk, [with_evidence(desk, Evidence(f"{GUIDE_RULE}Q2", "what did you do", span))])
    assert row["reasons"][0]["why"] == "asked by guide question Q2: “what did you do”, in the question, turn 1"


def test_the_state_changes_with_what_people_decide_and_with_nothing_else(desk):
    from dataclasses import replace

    coding = list_codings(desk, "ana.txt")[0]
    same = replace(coding, evidence=(), codebook="other@2", code_hash="else")
    assert hash_state(same) == hash_state(coding)
    changes = {
        "status": "accepted",
        "code": "H.HELP",
        "polarity": "contrary",
        "decided_by": ("ani",),
        "disputed_by": ("budi",),
    }
    states = {hash_state(replace(coding, **{name: value})) for name, value in changes.items()}
    assert len(states | {hash_state(coding)}) == len(changes) + 1


def test_the_machine_is_named_as_what_it_is_and_a_person_by_name(desk):
    from dataclasses import replace

    suggested = list_codings(desk, "ana.txt")[0]
    rows = write_rows(desk, [suggested, replace(suggested, coder="budi")])
    assert [row["by"] for row in rows] == ["the machine (rules)", "budi"]
