"""Wishes, suppositions and hearsay."""

import pytest

from qualcode.language.normal_forms import find_normal_form
from qualcode.language.spelling import list_forms
from qualcode.language.stance import MARKERS, find_stance, opens_with_contrast
from qualcode.language.tokens import TOKEN


def read(text: str, cue: str) -> tuple[list[str], int, int]:
    forms = [find_normal_form(word, "id") for word in TOKEN.findall(text)]
    return forms, forms.index(cue), forms.index(cue) + 1


@pytest.mark.parametrize(
    ("modality", "text", "cue"),
    [
        ("actual", "Kami rapat tiap bulan.", "rapat"),
        ("actual", "Kalau rapat ya di kantor dinas.", "rapat"),
        ("wish", "Semoga pendapatan naik.", "naik"),
        ("wish", "Harusnya ada rapat.", "rapat"),
        ("wish", "Kalau bisa rapatnya rutin, ada rapat.", "rapat"),
        ("wish", "We hope for dialogue.", "dialogue"),
        ("wish", "We would like a forum here.", "forum"),
        ("actual", "Semoga lancar, tapi rapat ada.", "rapat"),
        ("hypothetical", "Seandainya ada rapat, enak.", "rapat"),
        ("hypothetical", "Kalau ada rapat pasti kami datang.", "rapat"),
        ("hypothetical", "If they met us it would help.", "met"),
        ("actual", "If they met us we came.", "met"),
    ],
)
def test_modality(modality: str, text: str, cue: str) -> None:
    assert find_stance(*read(text, cue))[0] == modality


@pytest.mark.parametrize(
    ("directness", "text", "cue"),
    [
        ("second-hand", "Katanya ada rapat.", "rapat"),
        ("second-hand", "Jare ana rapat kok.", "rapat"),
        ("second-hand", "They say the forum works.", "forum"),
        ("second-hand", "I heard the forum works.", "forum"),
        ("unknown", "Kami rapat.", "rapat"),
        ("unknown", "Katanya lancar, tapi rapat ndak ada.", "rapat"),
    ],
)
def test_directness(directness: str, text: str, cue: str) -> None:
    assert find_stance(*read(text, cue))[1] == directness


def test_the_cue_is_no_marker_of_itself() -> None:
    forms, _, _ = read("Harapan kami rapat.", "rapat")
    assert find_stance(forms, 0, 1)[0] == "actual"


def test_a_sentence_without_markers_is_plain() -> None:
    forms, start, end = read("Kami rapat tiap bulan di dinas.", "rapat")
    assert MARKERS.isdisjoint(forms)
    assert find_stance(forms, start, end) == ("actual", "unknown")


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("Tapi mereka datang.", True),
        ("Ya, tapi mereka datang.", True),
        ("Cuma jujur, saya jarang datang.", True),
        ("Saya cuma datang sekali.", False),
        ("Mereka datang, tapi telat.", False),
        ("But they came.", True),
        ("Only, nobody came.", True),
        ("We only came once.", False),
        ("?", False),
    ],
)
def test_a_sentence_opens_with_contrast(text: str, turns: bool) -> None:
    assert opens_with_contrast(list_forms(text, "en" if text[0] in "BOW" else "id")) is turns
