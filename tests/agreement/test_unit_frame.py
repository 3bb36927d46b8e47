from hypothesis import given
from hypothesis import strategies as st

from qualcode.agreement.unit_frame import FramedUnit, find_compared, lay_over, rate
from qualcode.model import Span
from tests.factories import code_span, code_words, make_codebook, make_transcript, split_sentences

TALK = make_transcript(
    "a.txt", "P: Bagaimana?", "N: Kami sering bertemu. Mereka tidak datang. Dana habis.", case="INF-01"
)
UNITS = [FramedUnit("a.txt", unit.span, "INF-01") for unit in split_sentences(TALK)]
EVERYBODY = {"rules": frozenset({"a.txt"}), "ana": frozenset({"a.txt"})}


def frame_of(*codings, read=EVERYBODY, units=UNITS):
    return lay_over(units, codings, read, make_codebook())


def test_a_coding_of_a_whole_sentence_marks_that_sentence():
    frame = frame_of(code_words(TALK, "Kami sering bertemu.", "CG.DLG"))
    assert [frame.mark("rules", "CG.DLG", unit) is not None for unit in range(3)] == [True, False, False]
    assert frame.mark("ana", "CG.DLG", 0) is None


def test_half_of_a_sentence_is_enough_and_less_is_not():
    frame = frame_of(
        code_words(TALK, "sering bertemu", "CG.DLG", coder="ana"), code_words(TALK, "Mereka", "CG.TRU", coder="ana")
    )
    assert frame.mark("ana", "CG.DLG", 0)
    assert frame.mark("ana", "CG.TRU", 1) is None
    assert [coding.code for coding in frame.unplaced] == ["CG.TRU"]


def test_a_long_stretch_marks_every_sentence_it_covers():
    frame = frame_of(code_words(TALK, "Kami sering bertemu. Mereka tidak datang.", "CG.TRU", coder="ana"))
    assert list(frame.marks["ana", "CG.TRU"]) == [0, 1]


def test_two_pieces_add_up_and_an_overlap_counts_once():
    pieces = [code_words(TALK, words, "CG.DLG", coder="ana") for words in ("Kami", "bertemu")]
    assert frame_of(*pieces).mark("ana", "CG.DLG", 0)
    twice = [code_words(TALK, words, "CG.DLG", coder="ana") for words in ("bertemu", "bertemu.")]
    assert frame_of(*twice).mark("ana", "CG.DLG", 0) is None


def test_a_subcode_counts_as_its_code():
    frame = frame_of(code_words(TALK, "Kami sering bertemu.", "CG.DLG.forum"))
    assert frame.mark("rules", "CG.DLG", 0)


def test_the_polarity_is_that_of_most_of_the_text():
    frame = frame_of(
        code_words(TALK, "Kami", "CG.DLG", "contrary", coder="ana"),
        code_words(TALK, "sering bertemu", "CG.DLG", coder="ana"),
    )
    assert frame.mark("ana", "CG.DLG", 0).polarity == "supporting"
    assert len(frame.mark("ana", "CG.DLG", 0).coding_ids) == 2


def test_what_was_not_read_is_no_zero():
    frame = frame_of(code_words(TALK, "Dana habis.", "OB.COO"), read=EVERYBODY | {"budi": frozenset()})
    assert rate(frame, "OB.COO", ("rules", "ana", "budi"), range(3)) == {(0, 0, None): 2, (1, 0, None): 1}
    assert find_compared(frame, "rules", ("budi",)) == ()
    assert find_compared(frame, "rules", ("budi", "ana")) == (0, 1, 2)


@given(st.lists(st.tuples(st.integers(0, 49), st.integers(1, 30)), max_size=6))
def test_a_unit_is_marked_when_at_least_half_of_its_characters_are_covered(stretches):
    talk = make_transcript("a.txt", "N: " + "x" * 20 + "." + "y" * 29)
    turn = talk.turns[0].span
    units = [
        FramedUnit("a.txt", Span(turn.start, turn.start + 21), ""),
        FramedUnit("a.txt", Span(turn.start + 21, turn.end), ""),
    ]
    spans = [Span(turn.start + first, min(turn.end, turn.start + first + length)) for first, length in stretches]
    frame = frame_of(*(code_span(talk, span, "CG.TRU") for span in spans), units=units)
    for number, unit in enumerate(units):
        covered = {place for span in spans for place in range(span.start, span.end)} & set(
            range(unit.span.start, unit.span.end)
        )
        assert (frame.mark("rules", "CG.TRU", number) is not None) == (
            bool(covered) and 2 * len(covered) >= len(unit.span)
        )


def test_who_read_a_few_passages_says_nothing_about_the_others():
    first = UNITS[0].span
    coding = code_words(TALK, "Kami sering bertemu.", "CG.DLG", coder="ana")
    frame = lay_over(
        UNITS, [coding], EVERYBODY, make_codebook(), {("ana", "a.txt"): (Span(first.start, first.start + 4),)}
    )
    assert [frame.has_read("ana", unit) for unit in range(3)] == [True, False, False]
    assert find_compared(frame, "rules", ["ana"]) == (0,)
    assert rate(frame, "CG.DLG", ["rules", "ana"], range(3)) == {(0, 1): 1, (0, None): 2}
