"""How strong the evidence is: a claim that rests on hearsay or prompting is caught."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Case
from qualcode.verify.weighting import PART
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim, read_cells

HEAD = make_transcript("a.txt", "N: Kami percaya. Katanya jujur. Kami curiga. Konon baik.", case="INF-01")


def code(words: str, polarity: str = "supporting", directness: str = "first-hand", elicited: str = "volunteered"):
    return code_words(HEAD, words, "CG.TRU", polarity, directness=directness, elicited=elicited)


STRONG = code("Kami percaya.")
HEARSAY = code("Katanya jujur.", directness="second-hand")
DOUBT = code("Kami curiga.", "contrary")
PROMPTED = code("Konon baik.", elicited="prompted")
UNKNOWN = code("Konon baik.", directness="unknown", elicited="unknown")


@pytest.mark.parametrize(
    ("codings", "brief", "row"),
    [
        ((HEARSAY, DOUBT), "leans otherwise", "without-second-hand"),
        ((PROMPTED, DOUBT), "leans otherwise", "without-prompted"),
        ((UNKNOWN,), "same lean", "only-first-hand"),
        ((STRONG, HEARSAY, PROMPTED), "same lean", None),
        ((STRONG, DOUBT, HEARSAY), "same lean", None),
    ],
)
def test_what_falls_with_the_weak_evidence_is_caught(codings, brief: str, row: str | None) -> None:
    verdict = PART.test(gather_claim([HEAD], codings))
    assert verdict.brief.lines == (brief,)
    told = {heading.key for heading in verdict.computed.rows if heading.detail}
    assert (row in told) if row else not told


def test_what_is_unknown_stays_when_the_known_weak_is_dropped() -> None:
    cells = read_cells(PART.test(gather_claim([HEAD], [UNKNOWN, HEARSAY])))
    assert cells["without-both", "for"].coding_ids == (UNKNOWN.id,)
    assert cells["only-volunteered", "for"].coding_ids == (HEARSAY.id,)


def test_wishes_are_shown_and_counted_nowhere() -> None:
    wish = code_words(HEAD, "Kami percaya.", "CG.TRU", modality="wish")
    cells = read_cells(PART.test(gather_claim([HEAD], [wish])))
    assert cells["set-aside", "for"].coding_ids == (wish.id,)
    assert cells["volunteered", "for"].lines == ("0",)


def test_without_evidence_it_is_silent() -> None:
    assert PART.test(gather_claim([HEAD], [])).brief.kind == "silent"


@given(st.sets(st.sampled_from([STRONG, HEARSAY, DOUBT, PROMPTED]), min_size=1))
def test_every_coding_has_one_place_by_directness_and_one_by_how_it_was_elicited(codings) -> None:
    cells = read_cells(PART.test(gather_claim([HEAD], codings)))
    for rows in (("first-hand", "second-hand", "direct-unknown"), ("volunteered", "prompted", "elicited-unknown")):
        ids = [id_ for row in rows for id_ in cells[row, "lean"].coding_ids]
        assert sorted(ids) == sorted(coding.id for coding in codings)


def test_what_was_said_before_others_is_told_apart_where_cases_say_who_was_there() -> None:
    plain = PART.test(gather_claim([HEAD], [STRONG]))
    assert "before-others" not in {heading.key for heading in plain.computed.rows}
    cases = (Case("INF-01", ("a.txt",), attributes={"others_present": "istri"}), Case("INF-02", ("b.txt",)))
    cells = read_cells(PART.test(gather_claim([HEAD], [STRONG, DOUBT], cases)))
    assert cells["before-others", "for"].coding_ids == (STRONG.id,)
    assert cells["without-others", "for"].coding_ids == ()
    alone = (Case("INF-01", ("a.txt",), attributes={"others_present": "Tidak"}),)
    cells = read_cells(PART.test(gather_claim([HEAD], [STRONG], alone)))
    assert cells["alone", "for"].coding_ids == cells["without-others", "for"].coding_ids == (STRONG.id,)
