"""The rule language: what is read and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.codebook.patterns import Atom, Element, PatternError, parse_pattern, spell_variants


def place(*atoms: tuple[str, str]) -> Element:
    return Element(tuple(Atom(kind, text) for kind, text in atoms))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("tatap muka", (place(("lemma", "tatap")), place(("lemma", "muka")))),
        ("  Tatap\tMUKA ", (place(("lemma", "tatap")), place(("lemma", "muka")))),
        ("form:Rapat", (place(("form", "rapat")),)),
        ("kumpul*", (place(("wildcard", "kumpul*")),)),
        ("ber*an", (place(("wildcard", "ber*an")),)),
        ("form:*annya", (place(("wildcard", "*annya")),)),
        ("duduk * (bareng|form:sama)", (
            place(("lemma", "duduk")), place(("any", "*")), place(("lemma", "bareng"), ("form", "sama"))
        )),
        ("( bareng | bersama )", (place(("lemma", "bareng"), ("lemma", "bersama")),)),
        ("don’t trust", (place(("lemma", "don't")), place(("lemma", "trust")))),
        ("Rp 2.500.000", (place(("lemma", "rp")), place(("lemma", "2.500.000")))),
        ("Ph.D. dr.", (place(("lemma", "ph.d.")), place(("lemma", "dr.")))),
        ("Covid-1* *-nya", (place(("wildcard", "covid-1*")), place(("wildcard", "*-nya")))),
        ("yang lain", (place(("lemma", "yang")), place(("lemma", "lain")))),
    ],
)  # fmt: skip
def test_a_cue_is_read(text: str, places: tuple[Element, ...]) -> None:
    assert parse_pattern(text).elements == places


def test_a_token_pattern_is_read_as_json() -> None:
    pattern = parse_pattern('token: [{"LOWER": "naik"}, {"LIKE_NUM": true}]')
    assert pattern.token == ({"LOWER": "naik"}, {"LIKE_NUM": True})
    assert pattern.elements == ()
    assert hash(pattern) == hash(parse_pattern(pattern.text))
    assert parse_pattern('token: [{"lower": "naik"}]').token == ({"LOWER": "naik"},)


def test_what_can_match_nothing_is_shown_as_it_would_be_read() -> None:
    with pytest.raises(PatternError) as refused:
        parse_pattern("rapat/kumpul bersama")
    assert "(rapat kumpul)" in refused.value.how


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("*", "lone *"),
        ("* rapat", "lone *"),
        ("rapat *", "lone *"),
        ("(bareng|bersama", "parenthesis"),
        ("bareng)", "parenthesis"),
        ("((a|b))", "parenthesis"),
        ("()", "parenthesis"),
        ("(bareng||bersama)", "empty alternative"),
        ("(duduk bareng|rapat)", "several words"),
        ("(rapat|*)", "any word"),
        ("(bareng|bersama)an", "joins parentheses"),
        ("form:(rapat|temu)", "joins parentheses"),
        ("bareng|bersama", "outside parentheses"),
        ("ab*", "nearly every word"),
        ("*a*b*", "nearly every word"),
        ("form:", "no word"),
        ("rapat, lalu", "not one word"),
        ('"rapat"', "not one word"),
        ("-", "not one word"),
        ("a b c d e f g h i", "9 words"),
        ("rapat/kumpul", "can match nothing"),
        ("form:50%", "can match nothing"),
        ("Rp5000", "can match nothing"),
        ("2019-2020", "can match nothing"),
        ("don'", "can match nothing"),
        ("kumpul/*", "can match nothing"),
        ("kumpul*-", "can match nothing"),
        ("yang", "nearly every sentence"),
        ("(rapat|form:The)", "nearly every sentence"),
        ("token:", "not JSON"),
        ("token: [{'LOWER': 'a'}]", "not JSON"),
        ('token: {"LOWER": "a"}', "not a list"),
        ("token: []", "not a list"),
        ("token: [{}]", "every word"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_way_to_mend_it(text: str, word: str) -> None:
    with pytest.raises(PatternError) as refused:
        parse_pattern(text)
    assert word in refused.value.what
    assert refused.value.how.endswith(".")
    assert "\n" not in refused.value.what + refused.value.how


def test_hyphens_and_blanks_find_each_other() -> None:
    three = tuple(place(("lemma", word)) for word in ("face", "to", "face"))
    whole = (place(("form", "face-to-face")),)
    assert three in spell_variants(parse_pattern("face to face"))
    assert three in spell_variants(parse_pattern("face-to-face"))
    assert whole in spell_variants(parse_pattern("face to face"))
    assert whole in spell_variants(parse_pattern("face-to-face"))


def test_alternatives_and_wildcards_are_not_joined_by_hyphens() -> None:
    pattern = parse_pattern("(duduk|kumpul) bersam*")
    assert spell_variants(pattern) == (pattern.elements,)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_but_never_breaks(text: str) -> None:
    try:
        pattern = parse_pattern(text)
    except PatternError:
        return
    assert bool(pattern.elements) != bool(pattern.token)
    assert pattern.text == text
