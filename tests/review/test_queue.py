from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import QualcodeError
from qualcode.model import Coding, Cue, Evidence, Span
from qualcode.review.queue import Queue, line_up, make_queue
from tests.factories import CASES, code_words, make_codebook, make_transcript

TALK = make_transcript("a.txt", "P: Bagaimana?", "N: Ada forum. Kami percaya. Uangnya naik.", case="INF-01")
OTHER = make_transcript("d.txt", "P: Bagaimana?", "N: Tidak ada forum di sini.", case="INF-04")
FORUM = code_words(TALK, "Ada forum.", "CG.DLG.forum")
TRUST = code_words(TALK, "Kami percaya.", "CG.TRU")
MONEY = code_words(TALK, "Uangnya naik.", "IM.ECO")
NONE = code_words(OTHER, "Tidak ada forum di sini.", "CG.DLG", "contrary")
ALL = (FORUM, TRUST, MONEY, NONE)
BOOK = make_codebook()


def lined(codings=ALL, book=BOOK, **chosen) -> list[Coding]:
    return list(line_up(codings, Queue(**chosen), book, CASES))


def test_as_the_interviews_go():
    assert lined(codings=reversed(ALL)) == [FORUM, TRUST, MONEY, NONE]


def test_by_code_in_the_order_of_the_codebook():
    assert lined(order="code") == [MONEY, NONE, FORUM, TRUST]


def test_by_informant_in_the_order_of_the_cases():
    assert lined(order="case") == [NONE, FORUM, TRUST, MONEY]


def test_the_weakest_first():
    cues = tuple(Cue(f"CG.TRU/id/{weight}/x", "x", "id", weight, "supporting", 1) for weight in ("strong", "weak"))
    book = make_codebook(
        codes=(*(code for code in BOOK.codes if code.id != "CG.TRU"), replace(BOOK.codes[2], cues=cues))
    )

    def with_reasons(coding: Coding, *rules: str) -> Coding:
        return replace(coding, evidence=tuple(Evidence(rule, "x", Span(0, 1)) for rule in rules))

    strong = with_reasons(TRUST, "CG.TRU/id/strong/x")
    weak = with_reasons(FORUM, "CG.TRU/id/weak/x", "CG.TRU/id/weak/x")
    both = with_reasons(MONEY, "CG.TRU/id/weak/x", "CG.TRU/id/strong/x")
    assert lined([both, strong, weak, NONE], book, order="weakest") == [NONE, weak, strong, both]


def test_low_scores_are_weak():
    scored = [replace(coding, score=score) for coding, score in zip(ALL, (0.9, 0.2, 0.5, 0.7), strict=True)]
    assert [coding.score for coding in lined(scored, order="weakest")] == [0.2, 0.5, 0.7, 0.9]


@given(st.integers(min_value=0), st.permutations(ALL), st.integers(0, 3))
def test_a_random_order_hangs_on_the_seed_alone_and_stays_when_others_are_decided(seed, given_order, gone):
    whole = lined(order="random", seed=seed)
    assert lined(given_order, order="random", seed=seed) == whole
    without = [coding for coding in given_order if coding != ALL[gone]]
    assert lined(without, order="random", seed=seed) == [coding for coding in whole if coding != ALL[gone]]


def test_seeds_shuffle_differently():
    assert len({tuple(lined(order="random", seed=seed)) for seed in range(30)}) > 10


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"code": "CG"}, [FORUM, TRUST, NONE]),
        ({"code": "CG.DLG"}, [FORUM, NONE]),
        ({"code": "CG.DLG.forum"}, [FORUM]),
        ({"case": "INF-04"}, [NONE]),
        ({"transcript": "a.txt", "code": "IM.ECO"}, [MONEY]),
    ],
)
def test_a_queue_of_one_code_case_or_transcript(chosen, found):
    assert lined(**chosen) == found


@pytest.mark.parametrize(
    ("chosen", "what"),
    [
        ({"order": "size"}, "There is no order `size`"),
        ({"which": "some"}, "There is no queue `some`"),
        ({"code": "CG.XXX"}, "The codebook has no code CG.XXX"),
        ({"case": "INF-99"}, "There is no informant INF-99"),
    ],
)
def test_what_there_is_not_is_refused(chosen, what):
    with pytest.raises(QualcodeError, match=f"^{what}"):
        make_queue(BOOK, CASES, **chosen)
