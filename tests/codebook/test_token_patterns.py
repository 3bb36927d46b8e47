"""Token patterns: what is refused before anything is coded."""

import pytest

from qualcode.codebook.patterns import PatternError, parse_pattern
from qualcode.codebook.token_patterns import check_token_pattern


@pytest.mark.parametrize(
    ("tokens", "word"),
    [
        ('[{"LOWR": "naik"}]', "A word has no `LOWR`"),
        ('[{"POS": "NOUN"}]', "A word has no `POS`"),
        ('[{"_": {"x": 1}}]', "A word has no `_`"),
        ('[{"LOWER": 1}]', "does not understand"),
        ('[{"LOWER": {"BLA": "naik"}}]', "does not understand"),
        ('[{"LOWER": {"REGEX": "("}}]', "does not understand"),
        ('[{"LOWER": "naik", "OP": "x"}]', "does not understand"),
        ('[{"LOWER": "Naik"}]', 'No word has the LOWER "Naik"'),
        ('[{"LOWER": {"IN": ["naik", "naik turun"]}}]', 'No word has the LOWER "naik turun"'),
        ('[{"LEMMA": "kenaikan"}]', 'No word has the LEMMA "kenaikan"'),
        ('[{"ORTH": "50%"}]', 'No word has the ORTH "50%"'),
        ('[{"IS_ALPHA": true}]', "nearly every word"),
        ('[{"LOWER": {"REGEX": "."}}]', "nearly every word"),
        ('[{"LENGTH": {">=": 1}}]', "nearly every word"),
        ('[{"OP": "*"}, {"IS_DIGIT": true, "OP": "?"}]', "nearly every word"),
    ],
)
def test_what_spacy_or_no_word_knows_is_refused(tokens: str, word: str) -> None:
    with pytest.raises(PatternError) as refused:
        check_token_pattern(parse_pattern(f"token: {tokens}"), "id")
    assert word in refused.value.what


@pytest.mark.parametrize(
    "tokens",
    [
        '[{"LEMMA": "naik"}, {"LIKE_NUM": true}, {"LOWER": "persen"}]',
        '[{"lower": {"IN": ["naik", "turun"]}}, {"OP": "?"}, {"TEXT": "Rp"}]',
        '[{"LEMMA": {"NOT_IN": ["ada"]}}, {"NORM": "tidak"}, {"IS_PUNCT": true}]',
        '[{"LEMMA": "buat"}]',
    ],
)
def test_what_may_match_is_taken(tokens: str) -> None:
    check_token_pattern(parse_pattern(f"token: {tokens}"), "id")


def test_a_near_name_is_suggested() -> None:
    with pytest.raises(PatternError) as refused:
        check_token_pattern(parse_pattern('token: [{"LEMA": "naik"}]'), "id")
    assert refused.value.how == "Did you mean `LEMMA`?"
