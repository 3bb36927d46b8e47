"""Ids that people's files name."""

from dataclasses import replace

from qualcode.condense.mentions import find_codings, find_lost
from qualcode.model import Mention
from tests.factories import code_words, make_claim, make_study, make_transcript

TALK = make_transcript("a.txt", "N: Baik.", case="INF-01")
CODING = code_words(TALK, "Baik.", "CG.TRU")
STUDY = replace(make_study([TALK], [CODING], claims=(make_claim("C1"),)), former_ids={"old": CODING.id})


def test_families_codes_sub_codes_codings_and_claims_are_known() -> None:
    known = [Mention("code", id_, 1) for id_ in ("CG", "CG.DLG", "CG.DLG.forum")]
    known += [Mention("coding", CODING.id, 1), Mention("coding", "old", 1), Mention("claim", "C1", 1)]
    assert find_lost(STUDY, "memos/a.md", known) == ()


def test_what_leads_nowhere_is_named_with_its_line() -> None:
    lost = find_lost(STUDY, "memos/a.md", [Mention("code", "CG.DLX", 3), Mention("claim", "C9", 4)])
    assert [(problem.where, problem.what, problem.severity) for problem in lost] == [
        ("memos/a.md:3", "there is no code CG.DLX", "warning"),
        ("memos/a.md:4", "there is no claim C9", "warning"),
    ]
    assert lost[0].how == "Did you mean `CG.DLG`?"


def test_a_former_id_leads_to_the_present_coding() -> None:
    assert find_codings(STUDY, [Mention("coding", "old", 1), Mention("code", "CG", 1)]) == (CODING,)
