"""Whether sources of different kinds say the same."""

from dataclasses import replace

import pytest

from qualcode.messages import translator
from qualcode.verify.triangulation import PART
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim, read_cells

HEAD = make_transcript("a.txt", "N: Kami percaya. Kadang curiga.", case="INF-01")
STAFF = make_transcript("b.txt", "N: Kami percaya.", case="INF-02")
CHAIR = make_transcript("c.txt", "N: Kami curiga. Ya, percaya.", case="INF-03")
TALKS = [HEAD, STAFF, CHAIR]

HEAD_YES = code_words(HEAD, "Kami percaya.", "CG.TRU")
HEAD_NO = code_words(HEAD, "Kadang curiga.", "CG.TRU", "contrary")
STAFF_YES = code_words(STAFF, "Kami percaya.", "CG.TRU")
CHAIR_NO = code_words(CHAIR, "Kami curiga.", "CG.TRU", "contrary")
CHAIR_YES = code_words(CHAIR, "Ya, percaya.", "CG.TRU", coder="ayu", status="manual")


def rules(*codings) -> dict[str, str]:
    return {rule.label: rule.value for rule in PART.test(gather_claim(TALKS, codings)).computed.entry_rules}


@pytest.mark.parametrize(
    ("codings", "brief"),
    [
        ((HEAD_YES, STAFF_YES), "converge"),
        ((HEAD_YES, CHAIR_NO), "diverge"),
        ((HEAD_YES, HEAD_NO, STAFF_YES), "diverge"),
        ((HEAD_YES,), "one source only"),
        ((), "silent"),
    ],
)
def test_sources_converge_diverge_or_stand_alone(codings, brief: str) -> None:
    assert PART.test(gather_claim(TALKS, codings)).brief.lines == (brief,)


def test_two_informants_of_one_sector_are_one_source_there() -> None:
    said = rules(HEAD_YES, STAFF_YES)
    assert (said["Informant"], said["Sector"], said["Jurisdiction"]) == ("converge", "one source only", "converge")


def test_the_split_between_sectors_is_seen_where_it_is() -> None:
    said = rules(HEAD_YES, STAFF_YES, CHAIR_NO)
    assert (said["Sector"], said["Jurisdiction"], said["Coder"]) == ("diverge", "converge", "one source only")
    cells = read_cells(PART.test(gather_claim(TALKS, [HEAD_YES, STAFF_YES, CHAIR_NO])))
    assert cells["sector=public", "for"].coding_ids == (HEAD_YES.id, STAFF_YES.id)
    assert cells["sector=association", "lean"].lines == ("against",)


def test_a_role_that_was_heard_and_says_nothing_is_silent_not_absent() -> None:
    cells = read_cells(PART.test(gather_claim(TALKS, [HEAD_YES])))
    assert cells["sector=association", "lean"].kind == cells["INF-03", "lean"].kind == "silent"
    assert ("sector=private", "lean") not in cells


def test_coders_are_sources_too() -> None:
    assert rules(CHAIR_NO, CHAIR_YES)["Coder"] == "diverge"


def test_rows_are_known_by_what_the_files_say_in_every_language() -> None:
    nameless = [code_words(make_transcript(name, "N: Kami percaya."), "Kami percaya.", "CG.TRU") for name in "de"]
    english, indonesian = (
        [row.key for row in PART.test(replace(gather_claim(TALKS, [HEAD_YES, *nameless]), t=t)).computed.rows]
        for t in (str, translator("id"))
    )
    assert english == indonesian
    assert len(set(english)) == len(english)  # two speakers of one name are two
    assert "sector=public" in english
