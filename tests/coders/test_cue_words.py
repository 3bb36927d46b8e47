"""Whether a cue can stand in a text, told by its words."""

import pytest

from qualcode.coders.cue_words import CueWords, list_words


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
