"""Which codings count, and how often."""

import itertools
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qualcode.evidence.selection import (
    group_by_case,
    group_by_cell,
    group_by_code,
    group_by_unit,
    is_human,
    list_ids,
    select,
)
from qualcode.model import Span
from tests.factories import code_span, code_words, in_mode, make_study, make_transcript

TALK = make_transcript("a.txt", "P: Gimana?", "N: Kami rutin bertemu. Kami percaya. Kabarnya baik.", case="INF-01")


def test_rejected_codings_never_count() -> None:
    rejected = code_words(TALK, "Kami percaya.", "CG.TRU", status="rejected")
    kept = code_words(TALK, "Kami rutin bertemu.", "CG.DLG")
    selection = select(make_study([TALK], [rejected, kept]))
    assert selection.counted == (kept,)
    assert rejected not in (*selection.set_aside, *selection.superseded, *selection.unknown)


def test_wishes_are_set_aside_unless_asked_for() -> None:
    wish = code_words(TALK, "Kami percaya.", "CG.TRU", modality="wish")
    study = make_study([TALK], [wish])
    assert select(study).set_aside == (wish,)
    assert select(study, wishes=True).counted == (wish,)


def test_a_persons_coding_stands_for_the_suggestion_on_the_same_words() -> None:
    suggestion = code_words(TALK, "Kami percaya.", "CG.TRU")
    decided = code_words(TALK, "percaya", "CG.TRU", "contrary", status="manual", coder="ana")
    other_code = code_words(TALK, "Kami percaya.", "CG.DLG")
    selection = select(make_study([TALK], [suggestion, decided, other_code]))
    assert set(selection.counted) == {decided, other_code}
    assert selection.superseded == (suggestion,)


def test_a_persons_wish_takes_the_suggestion_with_it() -> None:
    suggestion = code_words(TALK, "Kami percaya.", "CG.TRU")
    decided = replace(suggestion, id="decided", modality="wish", status="edited", coder="ana")
    selection = select(make_study([TALK], [suggestion, decided]))
    assert selection.counted == ()
    assert selection.set_aside == (decided,)


def test_layers_part_suggestions_from_peoples_codings() -> None:
    suggestion = code_words(TALK, "Kami rutin bertemu.", "CG.DLG")
    accepted = code_words(TALK, "Kami percaya.", "CG.TRU", status="accepted")
    study = make_study([TALK], [suggestion, accepted])
    assert select(study, "suggested").counted == (suggestion,)
    assert select(study, "human").counted == (accepted,)
    assert select(study, "all").layers_meet
    assert not select(study, "human").layers_meet


def test_a_code_that_the_codebook_lacks_is_told_apart() -> None:
    stray = code_words(TALK, "Kami percaya.", "XX.OLD")
    selection = select(make_study([TALK], [stray]))
    assert (selection.counted, selection.unknown) == ((), (stray,))


spans = st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
LONG = make_transcript("l.txt", "N: " + "a" * 60, case="INF-01")
codings = st.lists(
    st.builds(
        lambda span, coder, status: code_span(
            LONG, Span(span.start + 3, span.end + 3), "CG.DLG", coder=coder, status=status
        ),
        spans,
        st.sampled_from(["rules", "ana", "budi"]),
        st.sampled_from(["suggested", "accepted", "manual", "edited", "rejected"]),
    ),
    max_size=12,
)


@given(codings)
def test_every_coding_goes_to_one_unit_and_units_do_not_overlap(found: list) -> None:
    units = group_by_unit(found)
    assert sorted(c.id for unit in units for c in unit) == sorted(c.id for c in found)
    reaches = [(min(c.span.start for c in unit), max(c.span.end for c in unit)) for unit in units]
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(reaches))


@given(codings)
def test_each_coding_is_sorted_out_once_and_no_suggestion_lies_on_a_persons_words(found: list) -> None:
    study = make_study([LONG], found)
    selection = select(study)
    heaps = (*selection.counted, *selection.set_aside, *selection.superseded, *selection.unknown)
    assert sorted(map(repr, heaps)) == sorted(repr(c) for c in found if c.status != "rejected")
    human = [c.span for c in selection.counted if is_human(c)]
    for coding in selection.counted:
        if not is_human(coding):
            assert all(coding.span.end <= span.start or span.end <= coding.span.start for span in human)


def test_a_sub_code_counts_as_the_code_to_which_the_mode_moves_it() -> None:
    suggestion = code_words(TALK, "Kami percaya.", "CG.DLG.access")
    trust = code_words(TALK, "Kami rutin bertemu.", "CG.TRU")
    study = in_mode(make_study([TALK], [suggestion, trust]), CG__DLG__access="CG.TRU")
    cells = group_by_cell(select(study).counted, study.codebook)
    assert cells == {("INF-01", "CG.TRU"): (trust, suggestion)}


def test_in_a_mode_a_person_who_gave_the_other_code_said_the_same() -> None:
    suggestion = code_words(TALK, "Kami percaya.", "CG.DLG.access")
    decided = code_words(TALK, "percaya", "CG.TRU", status="manual", coder="ana")
    study = make_study([TALK], [suggestion, decided])
    assert select(study).superseded == ()
    assert select(in_mode(study, CG__DLG__access="CG.TRU")).superseded == (suggestion,)


def test_a_wish_with_a_code_that_the_codebook_lacks_is_set_aside_as_any_other() -> None:
    wish = code_words(TALK, "Kami percaya.", "ego", modality="wish", status="manual", coder="ana")
    study = make_study([TALK], [wish])
    assert (select(study).unknown, select(study).set_aside) == ((), (wish,))
    assert select(study, wishes=True).unknown == (wish,)
    assert select(study, "suggested", wishes=True).unknown == ()


def test_codings_are_grouped_by_code_and_by_informant() -> None:
    forum, trust = code_words(TALK, "Kami rutin bertemu.", "CG.DLG.forum"), code_words(TALK, "Kami percaya.", "CG.TRU")
    unknown = code_words(TALK, "Kabarnya baik.", "ego")
    book = make_study([TALK]).codebook
    assert group_by_code([trust, unknown, forum], book) == {
        "IM.ECO": (),
        "CG.DLG": (forum,),
        "CG.TRU": (trust,),
        "OB.COO": (),
    }
    assert group_by_case([trust, forum]) == {"INF-01": (trust, forum)}
    assert list_ids([trust, forum, trust]) == (trust.id, forum.id)
