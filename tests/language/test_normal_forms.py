"""Colloquial, Javanese and contracted words."""

import pytest

from qualcode.language.normal_forms import NORMAL_FORMS, find_normal_form


@pytest.mark.parametrize(
    ("standard", "said"),
    [
        ("tidak", "nggak gak ga gk ndak ora mboten teu henteu Nggak NDAK"),
        ("sudah", "udah wis sampun geus"),
        ("saja", "aja ae wae doang"),
        ("kalau", "kalo klo lek nek yen"),
        ("belum", "durung dereng blm"),
        ("anda", "sampeyan njenengan"),
        ("bagaimana", "piye gimana"),
        ("yang", "sing"),
        ("hanya", "mung cuma"),
        ("saya", "kulo aku"),
        ("sebelum", "sebelum"),
    ],
)
def test_indonesian(standard: str, said: str) -> None:
    assert {find_normal_form(word, "id") for word in said.split()} == {standard}


@pytest.mark.parametrize(("word", "form"), [("We’re", "we"), ("DON'T", "don't"), ("government's", "government")])
def test_english(word: str, form: str) -> None:
    assert find_normal_form(word, "en") == form


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_normal_form_is_normal(language: str) -> None:
    table = NORMAL_FORMS[language]
    assert [form for form in table.values() if form in table] == []


def test_the_negators_are_reached_and_stay() -> None:
    negators = {"tidak", "belum", "bukan", "jangan"}
    assert negators <= set(NORMAL_FORMS["id"].values())
    assert not negators & set(NORMAL_FORMS["id"])
