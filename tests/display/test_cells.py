"""What a cell says, and which codings it rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.display.cells import Style, fill_cell
from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError
from qualcode.evidence.applying import Memo
from qualcode.evidence.excerpts import choose_excerpts, find_excerpts
from tests.factories import code_span, make_codebook, make_transcript, split_sentences

BOOK = make_codebook()
TALK = make_transcript("a.txt", "N: Satu. Dua. Tiga. Empat. Lima. Enam.", "N: Tujuh.", case="INF-01")
UNITS = [unit.span for unit in split_sentences(TALK)]


def coding(unit: int, polarity: str = "supporting", **changes):
    return code_span(TALK, UNITS[unit - 1], "CG.DLG", polarity=polarity, **changes)


def lines(codings, marked: bool = False, **options) -> tuple[str, ...]:
    return fill_cell(codings, (), Style(BOOK, DisplayOptions(**options), marked, str)).lines


def test_presence_is_a_sign() -> None:
    assert lines([coding(1)], content="presence") == ("+",)
    assert lines([coding(1, "contrary")], content="presence") == ("−",)
    assert lines([coding(1), coding(3, "contrary")], content="presence") == ("±",)


def test_not_asked_is_told_from_silent() -> None:
    style = Style(BOOK, DisplayOptions(), False, str)
    unasked, silent = fill_cell([], (), style, unasked=True), fill_cell([], (), style)
    assert (unasked.lines, unasked.kind) == (("not asked",), "unasked")
    assert (silent.lines, silent.kind) == (("silent",), "silent")
    wished = fill_cell([], [coding(1), coding(3)], style, unasked=True)  # spoken of, if only as a wish
    assert (wished.kind, wished.coding_ids) == ("silent", (coding(1).id, coding(3).id))
    assert wished.counted_ids == ()
    assert fill_cell([coding(1)], (), style, unasked=True).kind == "evidence"


def test_presence_keeps_layers_apart_where_they_meet() -> None:
    cell = lines([coding(1), coding(3, "contrary", status="accepted")], marked=True, content="presence")
    assert cell == ("− accepted", "+ suggested")


def test_counts_say_who_decided_and_how_many_are_contrary() -> None:
    assert lines([coding(1), coding(3)], content="counts") == ("2 suggested",)
    assert lines([coding(1), coding(3, "contrary")], content="counts") == ("2 suggested (1 contrary)",)
    accepted = [coding(1, status="accepted"), coding(2, "contrary", status="manual")]
    assert lines(accepted[:1], content="counts") == ("1 accepted",)
    assert lines([*accepted[:1], coding(3), coding(4)], content="counts") == ("1 accepted (+2 suggested)",)
    both = lines([*accepted, coding(3), coding(4, "contrary")], content="counts")
    assert both == ("2 accepted, 1 contrary (+2 suggested, 1 contrary)",)


def test_a_unit_that_two_coders_coded_counts_once_but_keeps_both_ids() -> None:
    twice = [coding(1), coding(1, coder="questions")]
    cell = fill_cell(twice, (), Style(BOOK, DisplayOptions(content="counts"), False, str))
    assert cell.lines == ("1 suggested",)
    assert len(set(cell.coding_ids)) == 2


def test_quotes_are_verbatim_with_sign_speaker_and_turn() -> None:
    assert lines([coding(1), coding(7, "contrary")]) == ("+ “Satu.” (N, turn 1)", "− “Tujuh.” (N, turn 2)")
    marked = lines([coding(1, status="accepted"), coding(7)], marked=True)
    assert marked == ("+ “Satu.” (N, turn 1; accepted)", "+ “Tujuh.” (N, turn 2; suggested)")
    assert lines([coding(1, modality="wish")]) == ("+ “Satu.” (N, turn 1; wish)",)


def test_what_is_not_quoted_is_counted_and_still_opened() -> None:
    codings = [coding(1), coding(3), coding(5)]
    cell = fill_cell(codings, 0, Style(BOOK, DisplayOptions(quotes=1), False, str))
    assert cell.lines == ("+ “Satu.” (N, turn 1)", "and 2 more")
    assert cell.coding_ids == tuple(c.id for c in codings)


def test_the_other_side_is_always_shown_from_two_quotes_on() -> None:
    codings = [coding(1), coding(3), coding(7, "contrary")]
    assert lines(codings, quotes=2) == ("+ “Satu.” (N, turn 1)", "− “Tujuh.” (N, turn 2)", "and 1 more")


def test_a_persons_quotes_come_first() -> None:
    assert lines([coding(1), coding(5, status="accepted")], quotes=1)[0].startswith("+ “Lima.”")


def test_a_silent_cell_says_what_was_set_aside() -> None:
    style = Style(BOOK, DisplayOptions(), False, str)
    assert fill_cell((), (), style).lines == ("silent",)
    wished = fill_cell((), (coding(1), coding(3)), style)
    assert wished.lines == ("silent (wishes or hypotheticals set aside: 2)",)
    assert wished.kind == "silent"


def test_no_quotes_at_all_is_refused() -> None:
    with pytest.raises(QualcodeError, match="0 quotes"):
        DisplayOptions(quotes=0)


found = st.lists(
    st.builds(
        coding,
        st.integers(1, 7),
        st.sampled_from(["supporting", "contrary"]),
        coder=st.sampled_from(["rules", "ana"]),
        status=st.sampled_from(["suggested", "accepted"]),
    ),
    min_size=1,
    unique_by=lambda c: c.id,
)


@given(found, st.integers(1, 4))
def test_quotes_shown_and_counted_are_all_there_are(codings: list, most: int) -> None:
    cell = fill_cell(codings, 0, Style(BOOK, DisplayOptions(quotes=most), False, str))
    more = int(cell.lines[-1].split()[1]) if cell.lines[-1].startswith("and ") else 0
    excerpts = find_excerpts(codings, BOOK)
    assert len(cell.lines) - bool(more) + more == len(excerpts)
    assert sorted(cell.coding_ids) == sorted(c.id for c in codings)
    shown = {excerpt.codings[0].polarity for excerpt in choose_excerpts(excerpts, most)}
    assert len(shown) == 2 or most == 1 or len({c.polarity for c in codings}) == 1


def test_a_jotting_stands_under_its_quote_once_and_in_no_other_content() -> None:
    one, other = coding(1), coding(2)
    noted = {one.id: (Memo("siti", "2026-01-31", "why?"),), other.id: (Memo("siti", "2026-01-31", "why?"),)}
    style = Style(BOOK, DisplayOptions(content="quotes"), False, str, noted)
    quote, jotting = fill_cell([one, other], 0, style).lines
    assert quote.startswith("+ “Satu. Dua.”")
    assert jotting == "Jotting, siti 2026-01-31: “why?”"
    counted = Style(BOOK, DisplayOptions(content="counts"), False, str, noted)
    assert fill_cell([one, other], 0, counted).lines == ("2 suggested",)
