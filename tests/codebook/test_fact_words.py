"""The words for what a coding may be said to be."""

from dataclasses import fields
from typing import get_args, get_type_hints

from qualcode.codebook.fact_words import name_facts
from qualcode.messages import LANGUAGES, translator
from qualcode.model import Coding


def test_whatever_a_coding_may_be_has_a_word_in_both_languages() -> None:
    hints = get_type_hints(Coding)
    closed = {word for each in fields(Coding) for word in get_args(hints[each.name]) if isinstance(word, str)}
    assert closed >= {"contrary", "wish", "second-hand", "prompted", "rejected"}
    for language in LANGUAGES:
        assert name_facts(translator(language)).keys() >= closed
