"""The index of memos."""

from typing import get_args

from qualcode.condense.memos import PART, list_questions, name_memo_kind
from qualcode.model import AnalyticMemo, MemoKind, Mention, Problem
from tests.factories import code_words, make_material, make_study, make_transcript

TALK = make_transcript("a.txt", "N: Baik.", case="INF-01")
CODING = code_words(TALK, "Baik.", "CG.TRU")
MEMO = AnalyticMemo(
    "a.md",
    "On trust",
    "codes",
    "siti",
    "2026-01-31",
    (Mention("code", "CG.TRU", 5), Mention("coding", CODING.id, 6)),
    "> A question\n\nTrust is a word here.",
)


def build(*memos: AnalyticMemo, problems: tuple[Problem, ...] = ()):
    [matrix] = PART.build(make_material(make_study([TALK], [CODING]), memos=memos, problems=problems), str)
    return matrix


def test_a_memo_has_its_row_and_opens_onto_its_codings() -> None:
    matrix = build(MEMO)
    cells = dict(zip((column.key for column in matrix.columns), matrix.cells[0], strict=True))
    assert cells["codes"].lines == ("CG.TRU",)
    assert cells["claims"].lines == ("none",)
    assert cells["codings"].coding_ids == (CODING.id,)
    assert cells["opening"].lines == ("Trust is a word here.",)


def test_faults_of_memos_stand_above_the_index_and_others_do_not() -> None:
    faults = (Problem("memos/b.md:1", "no title", ""), Problem("patterns.yaml:1", "no name", ""))
    assert "memos/b.md:1: no title." in build(MEMO, problems=faults).notes
    assert not any("patterns" in note for note in build(MEMO, problems=faults).notes)


def test_no_memos_say_how_to_make_one() -> None:
    assert "memo new" in build().notes[-1]


def test_every_kind_has_a_name_and_questions() -> None:
    for kind in get_args(MemoKind):
        assert name_memo_kind(kind, str)
        assert all(question.endswith("?") for question in list_questions(kind, str))
