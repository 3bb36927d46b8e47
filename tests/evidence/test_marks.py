"""Signs and counts of codings."""

import re

from hypothesis import given
from hypothesis import strategies as st

from qualcode.evidence.marks import count_units, find_kind
from qualcode.evidence.selection import group_by_unit, is_human
from tests.factories import code_span, make_transcript, split_sentences

TALK = make_transcript("a.txt", "N: Satu. Dua. Tiga. Empat. Lima. Enam.", "N: Tujuh.", case="INF-01")
UNITS = [unit.span for unit in split_sentences(TALK)]


def coding(unit: int, polarity: str = "supporting", **changes):
    return code_span(TALK, UNITS[unit - 1], "CG.DLG", polarity=polarity, **changes)


def test_codings_of_both_polarities_are_mixed() -> None:
    for_it, against = coding(1), coding(2, "contrary")
    assert [find_kind(found) for found in ([for_it], [against], [for_it, against])] == ["evidence", "contrary", "mixed"]


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


@given(found)
def test_numbers_are_the_units_behind_them(codings: list) -> None:
    human = [c for c in codings if is_human(c)]
    machine = [c for c in codings if not is_human(c)]
    said = [int(n) for n in re.findall(r"(\d+) (?:accepted|suggested)", count_units(codings, str))]
    assert said == [len(group_by_unit(layer)) for layer in (human, machine) if layer]
