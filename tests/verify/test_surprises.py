"""Surprises: only against what was filed, with its date, beforehand."""

from dataclasses import replace

import pytest

from qualcode.model.claim import Expectation
from qualcode.verify.surprises import PART
from tests.factories import CASES, code_words, make_transcript
from tests.verify.gathered import gather_claim, read_cells

HEAD = make_transcript("a.txt", "N: Kami percaya.", case="INF-01")
CHAIR = make_transcript("c.txt", "N: Kami curiga.", case="INF-03")
TRUST = code_words(HEAD, "Kami percaya.", "CG.TRU")
DOUBT = code_words(CHAIR, "Kami curiga.", "CG.TRU", "contrary")
DATED = tuple(replace(case, attributes=case.attributes | {"date": "2024-06-12"}) for case in CASES)


def compare(*codings, lean: str = "for", date: str = "2024-05-01", **scope: str):
    expected = Expectation(lean, "Rina", date, "earlier talks", scope)
    return PART.test(gather_claim([HEAD, CHAIR], codings, DATED, expectations=(expected,)))


@pytest.mark.parametrize(
    ("lean", "codings", "brief"),
    [
        ("for", [TRUST], "as expected"),
        ("for", [TRUST, DOUBT], "otherwise than expected"),
        ("for", [], "otherwise than expected"),
        ("against", [TRUST], "otherwise than expected"),
        ("both", [TRUST, DOUBT], "as expected"),
        ("both", [TRUST], "otherwise than expected"),
        ("silent", [], "as expected"),
        ("silent", [DOUBT], "otherwise than expected"),
    ],
)
def test_what_was_found_is_laid_beside_what_was_expected(lean, codings, brief: str) -> None:
    assert compare(*codings, lean=lean).brief.lines == (brief,)


def test_the_passages_that_were_not_expected_are_shown() -> None:
    assert read_cells(compare(TRUST, DOUBT))["1", "unexpected"].coding_ids == (DOUBT.id,)
    assert read_cells(compare(TRUST, DOUBT, lean="silent"))["1", "unexpected"].coding_ids == (TRUST.id, DOUBT.id)


def test_an_expectation_may_be_of_some_informants_alone() -> None:
    assert compare(TRUST, DOUBT, sector="public").brief.lines == ("as expected",)
    verdict = compare(TRUST, DOUBT, sector="association")
    assert verdict.brief.lines == ("otherwise than expected",)
    assert verdict.computed.rows[0].detail == "only of sector: association; earlier talks"


def test_an_expectation_no_older_than_the_interviews_is_marked() -> None:
    before = read_cells(compare(TRUST))["1", "filed"].lines
    assert before == ("2024-05-01, by Rina", "before the first interview (2024-06-12)")
    after = read_cells(compare(TRUST, date="2024-06-12"))["1", "filed"].lines
    assert after[1].startswith("not before the first interview")


def test_without_an_expectation_nothing_can_surprise() -> None:
    verdict = PART.test(gather_claim([HEAD], [TRUST]))
    assert (verdict.brief.lines, verdict.brief.kind) == (("nothing filed",), "missing")
    assert "before anybody codes" in verdict.to_decide[0]


def test_silence_is_shown_as_such_and_a_lean_as_no_sides_colour() -> None:
    assert read_cells(compare())["1", "found"].kind == "silent"
    assert read_cells(compare(TRUST))["1", "found"].kind == "value"
