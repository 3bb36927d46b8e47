"""Neighbours put together for reading."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from qualcode.evidence.excerpts import GAP, choose_excerpts, find_excerpts
from qualcode.model import Span
from tests.factories import code_span, code_words, in_mode, make_codebook, make_study, make_transcript

BOOK = make_codebook()
TALK = make_transcript(
    "a.txt", "N: Kami bertemu. Tiap bulan. Lalu pulang. Kami bertemu lagi.", "N: Bertemu terus.", case="INF-01"
)


def quotes(*codings) -> list[str]:
    return [excerpt.quote for excerpt in find_excerpts(codings, BOOK)]


def test_neighbouring_units_of_one_turn_are_one_excerpt() -> None:
    first = code_words(TALK, "Kami bertemu.", "CG.DLG")
    second = code_words(TALK, "Tiap bulan.", "CG.DLG")
    [excerpt] = find_excerpts([second, first], BOOK)
    assert excerpt.quote == "Kami bertemu. Tiap bulan."
    assert excerpt.coding_ids == (first.id, second.id)
    assert excerpt.span == Span(first.span.start, second.span.end)


def test_a_sub_code_joins_its_code() -> None:
    assert (
        len(quotes(code_words(TALK, "Kami bertemu.", "CG.DLG.forum"), code_words(TALK, "Tiap bulan.", "CG.DLG"))) == 1
    )


def test_what_lies_between_parts_them() -> None:
    apart = quotes(code_words(TALK, "Kami bertemu.", "CG.DLG"), code_words(TALK, "Kami bertemu lagi.", "CG.DLG"))
    assert apart == ["Kami bertemu.", "Kami bertemu lagi."]


def test_turns_codes_polarity_modality_and_layer_part_them() -> None:
    first = code_words(TALK, "Kami bertemu.", "CG.DLG")
    for other in (
        code_words(TALK, "Tiap bulan.", "CG.TRU"),
        code_words(TALK, "Tiap bulan.", "CG.DLG", "contrary"),
        code_words(TALK, "Tiap bulan.", "CG.DLG", modality="wish"),
        code_words(TALK, "Tiap bulan.", "CG.DLG", status="accepted"),
    ):
        assert len(quotes(first, other)) == 2
    last = code_words(TALK, "Kami bertemu lagi.", "CG.DLG")
    assert len(quotes(last, code_words(TALK, "Bertemu terus.", "CG.DLG"))) == 2


def test_overlapping_stretches_are_quoted_once() -> None:
    longer = code_words(TALK, "Kami bertemu. Tiap", "CG.DLG", status="manual", coder="ana")
    other = code_words(TALK, "bertemu. Tiap bulan.", "CG.DLG", status="manual", coder="budi")
    inner = code_words(TALK, "bertemu", "CG.DLG", status="manual", coder="budi")
    assert quotes(longer, other) == ["Kami bertemu. Tiap bulan."]
    assert quotes(longer, inner) == ["Kami bertemu. Tiap"]


WORDS = make_transcript("w.txt", "N: " + " ".join("kata kita" for _ in range(12)), case="INF-01")
stretches = st.tuples(st.integers(0, 90), st.integers(1, 25)).map(lambda pair: Span(pair[0] + 3, pair[0] + 3 + pair[1]))


@given(st.lists(stretches, max_size=10), st.randoms())
def test_a_law_of_excerpts(found: list[Span], random) -> None:
    """No coding is lost or doubled, order does not matter, and quotes are the text (a gap of one space included)."""
    inside = [Span(s.start, min(s.end, len(WORDS.text))) for s in found]
    codings = [code_span(WORDS, span, "CG.DLG") for span in dict.fromkeys(inside)]
    excerpts = find_excerpts(codings, BOOK)
    random.shuffle(codings)
    assert find_excerpts(codings, BOOK) == excerpts
    assert sorted(id_ for excerpt in excerpts for id_ in excerpt.coding_ids) == sorted(c.id for c in codings)
    for excerpt in excerpts:
        assert excerpt.quote.split() == _covered_words(excerpt)
    for before, after in itertools.pairwise(excerpts):
        assert after.span.start - before.span.end > GAP


def _covered_words(excerpt) -> list[str]:
    covered = [False] * len(WORDS.text)
    for coding in excerpt.codings:
        covered[coding.span.start : coding.span.end] = [True] * len(coding.span)
    text = "".join(
        character if covered[place] else " " for place, character in enumerate(WORDS.text[: excerpt.span.end])
    )
    return text[excerpt.span.start :].split()


def test_neighbours_of_two_sub_codes_are_one_excerpt_where_the_mode_makes_them_one_code() -> None:
    talk = make_transcript("a.txt", "N: Kami percaya. Kami diundang.", case="INF-01")
    study = make_study(
        [talk],
        [code_words(talk, "Kami percaya.", "CG.TRU"), code_words(talk, "Kami diundang.", "CG.DLG.access")],
    )
    assert len(find_excerpts(study.codings, study.codebook)) == 2
    moved = in_mode(study, CG__DLG__access="CG.TRU")
    [excerpt] = find_excerpts(moved.codings, moved.codebook)
    assert excerpt.quote == "Kami percaya. Kami diundang."


def choose(most: int, *kinds: tuple[str, str, str]) -> list[str]:
    codings = [code_words(TALK, words, "CG.DLG", polarity, status=status) for words, polarity, status in kinds]
    return [excerpt.quote for excerpt in choose_excerpts(find_excerpts(codings, BOOK), most)]


FOR, AGAINST = ("Tiap bulan.", "supporting", "suggested"), ("Kami bertemu lagi.", "contrary", "suggested")
BEFORE, PERSONS = ("Kami bertemu.", "supporting", "suggested"), ("Lalu pulang.", "supporting", "accepted")


def test_people_s_excerpts_come_first_and_then_those_said_first() -> None:
    assert choose(2, BEFORE, PERSONS) == ["Lalu pulang.", "Kami bertemu."]
    assert choose(1, BEFORE, PERSONS) == ["Lalu pulang."]


def test_the_first_of_the_other_side_takes_the_last_place_from_two_on() -> None:
    more = ("Bertemu terus.", "contrary", "suggested")
    assert choose(2, BEFORE, PERSONS, AGAINST, more) == ["Lalu pulang.", "Kami bertemu lagi."]
    assert choose(1, FOR, AGAINST) == ["Tiap bulan."]
    assert choose(2, FOR, AGAINST, more) == ["Tiap bulan.", "Kami bertemu lagi."]
