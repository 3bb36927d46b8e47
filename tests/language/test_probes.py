"""Turns of an interviewer that keep the talk where it is, and those that take it away."""

import pytest

from qualcode.language.probes import keeps_asking, takes_leave


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Contohnya?", "id"),
        ("Lha terus piye, Pak?", "id"),
        ("[tertawa] Oh begitu.", "id"),
        ("Why's that?", "en"),
        ("", "id"),
    ],
)
def test_a_probe(said: str, language: str) -> None:
    assert keeps_asking(said, language)


@pytest.mark.parametrize(
    ("said", "language"), [("Kenapa harganya turun?", "id"), ("Anaknya berapa?", "id"), ("And the boats?", "en")]
)
def test_no_probe(said: str, language: str) -> None:
    assert not keeps_asking(said, language)


@pytest.mark.parametrize(
    ("said", "language"), [("Matur nuwun, Pak.", "id"), ("Harapan ke depan?", "id"), ("What are your plans?", "en")]
)
def test_a_farewell_takes_the_topic_away(said: str, language: str) -> None:
    assert takes_leave(said, language)


def test_a_question_on_the_matter_does_not() -> None:
    assert not takes_leave("Siapa yang hadir?", "id")
