"""Words for fields lead to fields, and to no further word."""

from qualcode.evidence.case_words import CASE_WORDS


def test_every_word_leads_to_a_field_at_once() -> None:
    assert not CASE_WORDS.keys() & set(CASE_WORDS.values())
    assert set(CASE_WORDS.values()) == {
        "case",
        "transcript",
        "speaker",
        "role",
        "organisation",
        "sector",
        "jurisdiction",
    }
