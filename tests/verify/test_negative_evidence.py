"""Negative evidence: equal rows, obstacles beside the good news, and "searched, none found"."""

from qualcode.verify.negative_evidence import PART, find_obstacles
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim, read_cells

HEAD = make_transcript(
    "a.txt", "N: Kami percaya. Koordinasi lemah.", "P: Lalu?", "N: Dinas jalan sendiri.", case="INF-01"
)
CHAIR = make_transcript("c.txt", "N: Kami curiga.", case="INF-03")

TRUST = code_words(HEAD, "Kami percaya.", "CG.TRU")
BESIDE = code_words(HEAD, "Koordinasi lemah.", "OB.COO")
ELSEWHERE = code_words(HEAD, "Dinas jalan sendiri.", "OB.COO")
DOUBT = code_words(CHAIR, "Kami curiga.", "CG.TRU", "contrary")


def test_both_sides_have_a_row_and_keep_their_codings() -> None:
    verdict = PART.test(gather_claim([HEAD, CHAIR], [TRUST, DOUBT]))
    cells = read_cells(verdict)
    assert (cells["for", "passages"].coding_ids, cells["against", "passages"].coding_ids) == ((TRUST.id,), (DOUBT.id,))
    assert (verdict.brief.lines, verdict.brief.kind) == (("1 against",), "contrary")


def test_that_nothing_was_found_is_said_with_the_search() -> None:
    verdict = PART.test(gather_claim([HEAD, CHAIR], [TRUST]))
    assert read_cells(verdict)["against", "quotes"].lines == ("searched, none found",)
    assert verdict.brief.lines == ("none found",)
    assert any("searched CG.TRU" in rule.value for rule in verdict.computed.entry_rules)


def test_an_obstacle_meets_the_claim_where_it_is_told_in_the_same_turn() -> None:
    material = gather_claim([HEAD, CHAIR], [TRUST, BESIDE, ELSEWHERE, DOUBT])
    assert find_obstacles(material) == (BESIDE,)


def test_an_obstacle_beside_a_complaint_is_no_evidence_against_it() -> None:
    complaint = gather_claim([HEAD, CHAIR], [TRUST, BESIDE], codes=(("CG.TRU", "contrary"),))
    about_it = gather_claim([HEAD, CHAIR], [TRUST, BESIDE], codes=(("OB.COO", "supporting"),))
    assert find_obstacles(complaint) == find_obstacles(about_it) == ()
