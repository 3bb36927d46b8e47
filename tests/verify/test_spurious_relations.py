"""A link that hangs on one group, or on the questions, is caught."""

from dataclasses import replace

from qualcode.model import Case, Coding
from qualcode.verify.spurious_relations import PART
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim, read_cells

TALKS = [
    make_transcript(f"{name}.txt", "N: Kami percaya. Rutin rapat.", case=case)
    for case, name in (("INF-01", "a"), ("INF-02", "b"), ("INF-03", "c"), ("INF-04", "d"))
]
TRUST = [code_words(talk, "Kami percaya.", "CG.TRU") for talk in TALKS]
MEET = [code_words(talk, "Rutin rapat.", "CG.DLG") for talk in TALKS]


def relate(*codings):
    return PART.test(gather_claim(TALKS, codings, relation=("CG.DLG", "CG.TRU")))


def test_a_link_in_several_groups_raises_no_doubt() -> None:
    verdict = relate(*TRUST, *MEET)
    assert verdict.brief.lines == ("in several groups",)
    assert len(verdict.to_decide) == 1


def test_a_link_that_only_one_sector_shows_is_caught() -> None:
    verdict = relate(*TRUST[:2], *MEET)
    assert verdict.brief.lines == ("hangs on a group or on the questions",)
    assert any("seen in Sector: public alone" in line for line in verdict.to_decide)
    assert not any("Jurisdiction: kabupaten alone" in line for line in verdict.to_decide)


def test_a_group_that_could_not_show_the_link_does_not_count_against_it() -> None:
    verdict = relate(*TRUST[:2], TRUST[2], *MEET[:2])
    assert verdict.brief.lines == ("in several groups",)


def test_a_group_that_may_bring_both_about_is_caught() -> None:
    verdict = relate(*TRUST[:2], *MEET[:2])  # whoever is public meets and trusts, and nobody else does either
    assert verdict.brief.lines == ("hangs on a group or on the questions",)
    doubts = [line for line in verdict.to_decide if "both are met in Sector: public alone" in line]
    assert len(doubts) == 2  # within informants and within turns
    elsewhere = relate(*TRUST[:2], *MEET[:2], TRUST[3])  # a private owner trusts without meeting
    assert not any("both are met" in line for line in elsewhere.to_decide)


def test_a_link_made_by_the_questions_is_caught() -> None:
    prompted = [replace(coding, elicited="prompted") for coding in TRUST]
    verdict = relate(*prompted, *MEET)
    assert any("without prompted passages the link is gone" in line for line in verdict.to_decide)


def test_each_group_has_its_own_two_by_two_with_the_codings_behind_it() -> None:
    cells = read_cells(relate(*TRUST[:2], *MEET))
    assert cells["1-all", "both"].lines == ("INF-01, INF-02",)
    assert cells["1-sector=association", "counter"].lines == ("INF-03",)
    assert cells["1-sector=public", "both"].coding_ids == (MEET[0].id, TRUST[0].id, MEET[1].id, TRUST[1].id)


def test_a_link_that_turns_round_inside_each_group_is_caught() -> None:
    # of ten informants those who meet trust less; inside either sector those who meet trust more
    kinds = [("public", kind) for kind in "MMM+-"] + [("association", kind) for kind in "TTT+-"]
    cases = tuple(Case(f"I{n}", (f"{n}.txt",), sector=sector) for n, (sector, _) in enumerate(kinds))
    talks = [make_transcript(f"{n}.txt", "N: Kami percaya. Rutin rapat.", case=f"I{n}") for n in range(len(kinds))]
    meet = [
        code_words(talk, "Rutin rapat.", "CG.DLG") for talk, (_, kind) in zip(talks, kinds, strict=True) if kind in "M+"
    ]
    trust = [
        code_words(talk, "Kami percaya.", "CG.TRU")
        for talk, (_, kind) in zip(talks, kinds, strict=True)
        if kind in "T+"
    ]

    def find_turned(*codings: Coding) -> list[str]:
        verdict = PART.test(gather_claim(talks, codings, cases, relation=("CG.DLG", "CG.TRU")))
        return [line for line in verdict.to_decide if "inside each sector the link turns round" in line]

    assert find_turned(*meet, *trust)
    assert not find_turned(*meet, *trust[-1:])  # one sector alone shows anything


def test_a_claim_without_a_relation_is_asked_whether_it_is_one() -> None:
    verdict = PART.test(gather_claim(TALKS, TRUST))
    assert (verdict.brief.lines, verdict.brief.kind) == (("no relation claimed",), "missing")


def test_a_link_that_nobody_shows() -> None:
    assert relate(*MEET).brief.lines == ("link not seen",)
