"""Planted claims: each tactic catches the claim that is built to fool a simpler count, and leaves the sound one alone.

Five informants, a code a claim, one sentence a passage. What a simpler count would say stands beside each claim.
"""

import re
from dataclasses import replace

import pytest

from qualcode.model import Case, Code, Coding
from qualcode.registry import find_parts
from qualcode.verify.answering import put_to_tactic
from qualcode.verify.material import Material, gather
from qualcode.verify.replication import find_carriers
from tests.factories import code_words, make_claim, make_code, make_codebook, make_study, make_transcript

CASES = (
    Case("P1", ("p1.txt",), "", "Head", "Agency", "public", {"jurisdiction": "kabupaten"}),
    Case("P2", ("p2.txt",), "", "Staff", "Agency", "public", {"jurisdiction": "kota"}),
    Case("A1", ("a1.txt",), "", "Chair", "Guild", "association", {"jurisdiction": "kabupaten"}),
    Case("O1", ("o1.txt",), "", "Owner", "Shop", "private", {"jurisdiction": "kota"}),
    Case("O2", ("o2.txt",), "", "Owner", "Stall", "private", {"jurisdiction": "kabupaten"}),
)
TALKS = {
    case.id: make_transcript(
        case.transcripts[0],
        "P: How is it?",
        "N: " + " ".join(f"{case.id} says no {n}." for n in range(1, 9)),
        case=case.id,
    )
    for case in CASES
}


def say(case: str, n: int, claim: str, polarity: str = "supporting", **changes) -> Coding:
    return code_words(TALKS[case], f"{case} says no {n}.", f"X.{claim.upper()}", polarity, **changes)


PROMPTED = {"elicited": "prompted"}
HEARSAY = {"directness": "second-hand"}
SAID: dict[str, list[Coding]] = {
    # three informants of three sectors, first-hand and volunteered
    "sound": [say(case, 1, "sound") for case in ("P1", "A1", "O1")],
    # the same count, and nobody said it unasked
    "prompted": [say(case, 2, "prompted", **PROMPTED) for case in ("P1", "A1", "O1")],
    # three for it and one against: but only the one was there
    "hearsay": [*(say(c, 3, "hearsay", **HEARSAY) for c in ("P1", "A1", "O1")), say("O2", 3, "hearsay", "contrary")],
    # six passages, twice as many as the sound claim has, five of them from one mouth
    "talkative": [*(say("O1", n, "talkative") for n in range(3, 8)), say("A1", 4, "talkative")],
    # three coders on the same words of one informant: one passage, and even voices
    "overlaid": [
        say("P1", 5, "overlaid"),
        *(replace(say("P1", 5, "overlaid"), id=coder, coder=coder) for coder in ("ayu", "budi")),
        say("A1", 5, "overlaid"),
    ],
    # two informants meet, of one office
    "office": [say("P1", 6, "office"), say("P2", 6, "office")],
    # two for it, two against: a split, and nobody is the exception though one says less
    "split": [
        say("P1", 7, "split"),
        say("P2", 7, "split"),
        say("O1", 8, "split", "contrary"),
        *(say("O2", n, "split", "contrary") for n in (7, 8)),
    ],
    # a majority for it, and the one against is the exception
    "denied": [say("P1", 8, "denied"), say("A1", 8, "denied"), say("O1", 2, "denied", "contrary")],
    "alone": [say("O2", 1, "alone")],
    "silent": [],
}
ALL = tuple(coding for said in SAID.values() for coding in said)
CODES: tuple[Code, ...] = tuple(make_code(f"X.{claim.upper()}", claim) for claim in SAID)


def gather_all(codings=ALL) -> dict[str, Material]:
    claims = tuple(make_claim(claim, codes=((f"X.{claim.upper()}", "supporting"),)) for claim in SAID)
    study = make_study(TALKS.values(), codings, CASES, claims)
    study = replace(study, codebook=make_codebook(codes=CODES))
    return {material.claim.id: material for material in gather(study, str, "en")}


MATERIALS = gather_all()


def find_caught(tactic: str, words: str) -> set[str]:
    """The claims of which the tactic says what the pattern finds, in its overview, questions or entry rules."""
    part = find_parts("verify")[tactic].load()
    caught = set()
    for claim, material in MATERIALS.items():
        verdict = put_to_tactic(part, material)
        rules = [f"{rule.label}: {rule.value}" for rule in verdict.computed.entry_rules]
        if any(re.search(words, line) for line in (*verdict.brief.lines, *verdict.to_decide, *rules)):
            caught.add(claim)
    return caught


@pytest.mark.parametrize(
    ("tactic", "words", "planted"),
    [
        ("representativeness", "does the claim rest on one voice", {"talkative"}),
        ("representativeness", "speaks to it.", {"alone"}),
        ("researcher-effects", "Everything for it was prompted", {"prompted"}),
        ("triangulation", "Sector: one source only", {"office", "alone"}),
        ("triangulation", "Informant: one source only", {"alone"}),
        ("triangulation", "Informant: diverge", {"hearsay", "split", "denied"}),
        ("weighting", "leans otherwise", {"prompted", "hearsay"}),
        ("weighting", "Everything for it is prompted or second-hand", {"prompted", "hearsay"}),
        ("outliers", "alone leans otherwise", {"hearsay", "denied"}),
        ("extreme-cases", "sets the two ends apart", {"hearsay", "split", "denied"}),
        ("negative-evidence", "^[0-9] against$", {"hearsay", "split", "denied"}),
        (
            "negative-evidence",
            "none found",
            {"sound", "prompted", "talkative", "overlaid", "office", "alone", "silent"},
        ),
        ("replication", "otherwise without", {"hearsay", "denied", "alone"}),
        ("feedback", "nobody to ask", {"silent"}),
    ],
)
def test_exactly_the_planted_claims_are_caught(tactic: str, words: str, planted: set[str]) -> None:
    assert find_caught(tactic, words) == planted


@pytest.mark.parametrize("case", [case.id for case in CASES])
def test_taking_an_informant_out_of_the_study_makes_exactly_those_claims_fall(case: str) -> None:
    without = gather_all([coding for coding in ALL if coding.case != case])
    fallen = {claim for claim, material in MATERIALS.items() if without[claim].side != material.side}
    named = {claim for claim, material in MATERIALS.items() if case in [each.id for each in find_carriers(material)]}
    assert fallen == named
    assert fallen == {"O1": {"denied"}, "O2": {"hearsay", "alone"}}.get(case, set())
