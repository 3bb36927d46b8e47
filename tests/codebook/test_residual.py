"""Frequent phrases of what stays uncoded."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.codebook.residual import FEWEST_TRANSCRIPTS, MOST, Frequent, Uncoded, find_frequent, take_in


def find(*said: tuple[str, str], language: str = "id") -> dict[str, Frequent]:
    units = [take_in(transcript, text, language) for transcript, text in said]
    return {" ".join(frequent.lemmas): frequent for frequent in find_frequent(units)}


def test_a_phrase_must_come_back_in_another_interview() -> None:
    found = find(("a", "Harga malam naik."), ("a", "Harga malam naik."), ("b", "Limbahnya bau."), ("c", "Bau sekali."))
    assert list(found) == ["bau"]


def test_forms_of_one_root_are_one_phrase() -> None:
    found = find(("a", "Kain dititipkan saja."), ("b", "Saya nitip kain itu."), ("c", "Kain titipan, kain titipan."))
    assert found["titip"].times == 4
    assert found["titip"].transcripts == ("a", "b", "c")
    assert found["kain titip"].times == 3
    assert found["kain titip"].said == "kain titipan"
    assert found["kain titip"].quote == "Kain dititipkan saja."


def test_words_that_say_little_and_marks_part_phrases() -> None:
    found = find(("a", "Pasar yang sepi. Pasar, sepi."), ("b", "Pasar itu sepi; pasar sepi"), ("c", "pasar sepi"))
    assert set(found) == {"pasar", "sepi", "pasar sepi"}
    assert found["pasar sepi"].times == 2


def test_what_stands_in_brackets_was_not_said() -> None:
    assert find(("a", "Begitu (tertawa)."), ("b", "Ya [tertawa].")) == {}


def test_a_part_gives_way_to_the_phrase_outside_which_it_never_stands() -> None:
    said = "The waiting room again."
    assert set(find(("a", said), ("b", said), language="en")) == {"wait room"}
    assert set(find(("a", said), ("b", said), ("b", "No room left."), language="en")) == {"wait room", "room"}


lemmas = st.lists(st.sampled_from(["", "a", "b", "c", "d"]), max_size=8).map(tuple)
units = st.lists(st.tuples(st.sampled_from("xyz"), lemmas), max_size=12)


@given(units)
def test_every_phrase_is_counted_as_a_plain_search_counts_it(said: list[tuple[str, tuple[str, ...]]]) -> None:
    found = find_frequent([Uncoded(transcript, " ".join(words), words, words) for transcript, words in said])
    assert len(found) <= 3 * MOST
    for phrase in found:
        places = [
            transcript
            for transcript, words in said
            for start in range(len(words))
            if words[start : start + len(phrase.lemmas)] == phrase.lemmas
        ]
        assert phrase.times == len(places)
        assert set(phrase.transcripts) == set(places)
        assert len(phrase.transcripts) >= FEWEST_TRANSCRIPTS
        assert all(phrase.lemmas)
