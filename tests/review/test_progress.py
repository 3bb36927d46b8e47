"""How far a coder has come, and what waits."""

import pytest

from qualcode.model import Span
from qualcode.review.progress import Progress, count_by_code, count_by_transcript
from qualcode.review.queue import Queue
from qualcode.review.waiting import list_unread, list_waiting, name_unit, waits
from qualcode.workflow.choosing import Choice
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import list_codings, open_desk

WHEN = "2026-01-01T08:00:00+00:00"


@pytest.fixture
def codings(opened):
    return list_codings(open_desk(opened, "ani"), "ana.txt")


def test_one_counts_what_one_has_decided_and_not_what_one_has_made(opened, codings):
    desk = open_desk(opened, "ani")
    total = len(codings)
    decide(desk, [Choice("accept", codings[0].id), Choice("reject", codings[1].id)], WHEN, "review")
    decide(desk, [Choice("code", transcript="ana.txt", span=Span(76, 90), code="H.HELP")], WHEN, "review")
    assert count_by_transcript(desk)["ana.txt"] == Progress(2, total, 2)
    assert count_by_code(desk)["H.HELP"].done == 0
    assert sum(each.total for each in count_by_code(desk).values()) == len(list_codings(desk)) - 1


def test_what_a_colleague_decided_still_waits_for_oneself(opened, codings):
    decide(open_desk(opened, "budi"), [Choice("accept", codings[0].id)], WHEN, "review")
    desk = open_desk(opened, "ani")
    (same,) = (each for each in list_codings(desk) if each.id == codings[0].id)
    assert waits(desk, same)
    assert not waits(open_desk(opened, "budi"), same)
    assert not waits(desk, same, "disputed")
    decide(desk, [Choice("reject", same.id)], WHEN, "review")
    (same,) = (each for each in list_codings(desk) if each.id == codings[0].id)
    assert waits(desk, same, "disputed")


def test_blind_one_counts_units(opened):
    desk = open_desk(opened, "ani", "blind")
    units = list_unread(desk, Queue(transcript="ana.txt"))
    assert count_by_transcript(desk)["ana.txt"] == Progress(0, len(units), 0)
    decide(desk, [Choice("nothing", transcript="ana.txt", span=units[0][1].span)], WHEN, "review")
    decide(desk, [Choice("code", transcript="ana.txt", span=units[1][1].span, code="H.RAIN")], WHEN, "review")
    assert count_by_transcript(desk)["ana.txt"] == Progress(2, len(units), 1)
    assert list_unread(desk, Queue(transcript="ana.txt")) == units[2:]
    assert list_unread(desk, Queue(transcript="ana.txt"), after=name_unit(*units[3])) == units[4:]


def test_a_queue_goes_on_behind_a_coding_though_that_is_decided_meanwhile(opened):
    desk = open_desk(opened, "ani")
    queue = Queue(order="random", seed=3)
    whole = list_waiting(desk, queue)
    decide(desk, [Choice("accept", each.id) for each in whole[:2]], WHEN, "review")
    assert [each.id for each in list_waiting(desk, queue, after=whole[1].id)] == [each.id for each in whole[2:]]
    assert [each.id for each in list_waiting(desk, queue, after=whole[0].id)] == [each.id for each in whole[2:]]
