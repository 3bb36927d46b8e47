"""Not asked is not silent."""

from dataclasses import replace

from qualcode.evidence.asking import find_asking
from qualcode.model import Cue, Guide, GuideQuestion, Study, Words
from tests.factories import in_mode, make_codebook, make_study, make_transcript

TALKS = (
    make_transcript("a.txt", "P: Saling percaya?", "N: Ya.", case="INF-01"),
    make_transcript("b.txt", "P: Rapatnya?", "N: Ya.", case="INF-02"),
    make_transcript("c.txt", "N: Begini ceritanya.", case="INF-03"),
)
GUIDE = Guide((GuideQuestion("Q1", Words("Saling percaya?"), ("CG.TRU",)),))


def make(asked: dict[str, tuple[str, ...] | None], guide: Guide = GUIDE) -> Study:
    study = make_study(TALKS)
    accounts = tuple(replace(sheet, asked=asked.get(sheet.transcript)) for sheet in study.accounts)
    return replace(study, accounts=accounts, guide=guide)


def test_who_was_asked_for_other_things_was_not_asked_for_this() -> None:
    asking = find_asking(make({"a.txt": ("CG.TRU",), "b.txt": ("OB.COO",)}))
    assert not asking.is_unasked("INF-01", "CG.TRU")
    assert asking.is_unasked("INF-02", "CG.TRU")


def test_where_nobody_asks_nothing_is_known() -> None:
    asking = find_asking(make({"a.txt": (), "c.txt": None}))
    assert not asking.is_unasked("INF-03", "CG.TRU")
    assert not asking.is_unasked("INF-04", "CG.TRU")


def test_a_code_that_no_question_can_be_known_for_stays_silent() -> None:
    study = make({"b.txt": ()})
    assert not find_asking(study).is_unasked("INF-02", "CG.DLG")
    asked = Cue("CG.DLG/id/asked/rapat", "rapat", "id", "asked", "supporting", 1)
    codes = tuple(replace(code, cues=(asked,)) if code.id == "CG.DLG" else code for code in study.codebook.codes)
    assert find_asking(replace(study, codebook=make_codebook(codes=codes))).is_unasked("INF-02", "CG.DLG")


def test_a_question_for_a_sub_code_asks_for_its_code_and_a_question_for_a_code_for_all_of_it() -> None:
    guide = Guide((GuideQuestion("Q1", Words("Forum?"), ("CG.DLG.forum",)),))
    asking = find_asking(make({"a.txt": ("CG.DLG.forum",), "b.txt": ("CG.DLG",)}, guide))
    assert not asking.is_unasked("INF-01", "CG.DLG")
    assert not asking.is_unasked("INF-02", "CG.DLG.forum")


def test_a_sub_code_that_the_mode_moves_asks_for_the_code_it_counts_under() -> None:
    study = in_mode(make({"a.txt": ("CG.DLG.access",), "b.txt": ()}), CG__DLG__access="CG.TRU")
    asking = find_asking(study)
    assert not asking.is_unasked("INF-01", "CG.TRU")
    assert asking.is_unasked("INF-02", "CG.TRU")


def test_one_interview_in_several_files_is_asked_in_any_of_them() -> None:
    study = make({"a.txt": ("CG.TRU",), "b.txt": ()})
    accounts = tuple(replace(sheet, cases=("INF-01",)) for sheet in study.accounts)
    assert not find_asking(replace(study, accounts=accounts)).is_unasked("INF-01", "CG.TRU")
