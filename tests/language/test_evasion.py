"""Answers that give none, and a yes without more."""

import pytest

from qualcode.language.evasion import is_bare_assent, is_denial, is_evasive
from qualcode.language.spelling import list_forms


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Wah, itu saya kurang tahu.", "id"),
        ("Aku ora ngerti, Mas.", "id"),
        ("Mbuh.", "id"),
        ("Ya jangan tanya saya, tanya saja ke kantor.", "id"),
        ("I couldn't say, to be honest.", "en"),
        ("You’d have to ask them.", "en"),
    ],
)
def test_who_cannot_or_will_not_answer(said: str, language: str) -> None:
    assert is_evasive(list_forms(said, language))


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Kami tahu semua jadwalnya.", "id"),
        ("Sebelum tahu itu saya diam.", "id"),
        ("We know them all.", "en"),
        ("", "id"),
    ],
)
def test_who_answers(said: str, language: str) -> None:
    assert not is_evasive(list_forms(said, language))


@pytest.mark.parametrize("said", ["Ya.", "Nggih, Pak.", "Iya, betul, Mas.", "Memang begitu."])
def test_a_bare_yes(said: str) -> None:
    assert is_bare_assent(list_forms(said, "id"))


@pytest.mark.parametrize("said", ["Ya, kemarin.", "Pak.", "Tidak.", "", "Ya ya ya ya ya ya."])
def test_no_bare_yes(said: str) -> None:
    assert not is_bare_assent(list_forms(said, "id"))


@pytest.mark.parametrize(
    ("language", "said"),
    [("id", "Ndak, Mas."), ("id", "Wah, jarang."), ("id", "Belum begitu."), ("en", "Well, not really."), ("en", "No.")],
)
def test_a_no(language: str, said: str) -> None:
    assert is_denial(list_forms(said, language))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("id", "Ya, akrab."),
        ("id", "Tidak hanya dinas."),
        ("en", "No doubt about that."),
        ("en", "Nobbut a few."),
        ("en", ""),
    ],
)
def test_what_only_looks_like_a_no(language: str, said: str) -> None:
    assert not is_denial(list_forms(said, language))
