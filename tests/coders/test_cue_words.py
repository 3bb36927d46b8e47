"""Whether a cue can stand in a text, told by its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.coders.cue_words import CueWords, list_words
from qualcode.language.tokens import TOKEN, is_word
from qualcode.model import Span


@pytest.mark.parametrize(
    ("pattern", "said", "can"),
    [
        ("saling percaya", "kami saling mempercayai", True),
        ("saling percaya", "percaya itu saling", True),  # the order of words is not told
        ("saling percaya", "kami percaya", False),
        ("form:rapat", "rapatnya", False),
        ("kumpul*", "kumpulan", True),
        ("(bareng|bersama) dinas", "dinas sareng kulo", True),
        ("near: dana, telat", "dananya telat", True),
        ("near: dana, telat", "dananya ada", False),
        ("cue: dana; unless: telat", "dana telat", True),
        ("all: dana, telat; within: answer", "dana", False),
        ('token: [{"LIKE_NUM": true}]', "apa saja", True),
        ("duduk * meja", "duduk satu meja", True),
        ("face to face", "face-to-face", True),
    ],
)
def test_each_place_of_a_phrase_wants_a_word(pattern: str, said: str, can: bool) -> None:
    assert CueWords([(pattern, "id")], {}).can_stand(list_words(said), "id") == can


def test_no_cue_stands_nowhere() -> None:
    assert not CueWords([], {}).can_stand(["apa"], "id")


def test_words_are_listed_once_without_marks() -> None:
    assert list_words("Ya, ya: Jum’at (ya)!") == ["jum'at", "ya"]


@pytest.mark.parametrize(
    ("pattern", "places"),
    [
        ("dana", {0, 2}),
        ("dana telat", {2}),
        ("rapat", set()),
        ("jum'at", {3}),
        ("duduk * meja", {1}),
        ("(kami|dana|telat|dinas|jalan|duduk|satu) telat", {2}),
        ('token: [{"LIKE_NUM": true}]', {0, 1, 2, 3}),
    ],
)
def test_the_stretches_are_told_in_which_a_cue_can_stand(pattern: str, places: set[int]) -> None:
    said = ("Danane ada, pemandanan.", "Duduk di satu meja.", "Dana-nya telat!", "Jum’at.")
    text = "R: " + "\n\nR: ".join(said) + "\n"
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in said]
    assert CueWords([(pattern, "id")], {}).find_stretches(text, spans, list_words(text), "id") == places
    german = text + "ß"  # which is longer in lower case
    assert CueWords([(pattern, "id")], {}).find_stretches(german, spans, list_words(text), "id") == places


@given(st.text(max_size=60))
def test_the_words_listed_are_those_that_a_text_is_taken_apart_into(text: str) -> None:
    tokens = filter(is_word, TOKEN.findall(text))
    assert list_words(text) == sorted({t.casefold().replace("’", "'").replace("‑", "-") for t in tokens})


PIECES = (
    "dana",
    "Dananya",
    "pendanaan",
    "dana-dana",
    "dana2",
    "Rp5",
    "telat,",
    "telat",
    "Jum’at",
    "jum'at.",
    "ß",
    "duduk",
)
CUES = ("dana", "dana telat", "form:dananya", "jum'at", "near: telat, duduk", "*dana*", "duduk * telat")


@given(
    st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5), min_size=1, max_size=4),
    st.sets(st.sampled_from(CUES), min_size=1),
)
def test_no_stretch_is_missed_by_what_its_words_tell(said: list[list[str]], cues: set[str]) -> None:
    text, spans = "", []
    for words in said:
        start = len(text) + 3
        text += f"R: {' '.join(words)}\n"
        spans.append(Span(start, len(text) - 1))
    changed = CueWords([(cue, "id") for cue in cues], {})
    listed = list_words(text)
    for words in (listed, changed.pick(listed, "id")):
        found = changed.find_stretches(text, spans, words, "id")
        held = {place for place, span in enumerate(spans) if changed.can_stand(list_words(span.of(text)), "id")}
        assert held <= found
