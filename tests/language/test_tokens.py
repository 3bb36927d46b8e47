"""One tokeniser: what people typed as one word stays one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.language.tokens import TOKEN, find_words, is_word, list_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("kira-kira antar-dinas, UMKM-nya", "kira-kira|antar-dinas|,|UMKM-nya"),
        ("di-cut nge-print Covid-19 ke-3 2000-an", "di-cut|nge-print|Covid-19|ke-3|2000-an"),
        ("Rp 2.500.000 Rp2.500.000,00.", "Rp|2.500.000|Rp|2.500.000,00|."),
        ("50%-70% 2019-2020 08.30-10.00", "50|%|-|70|%|2019|-|2020|08.30|-|10.00"),
        ("Kab. Blitar, Jl. Merdeka No.5, dll.", "Kab.|Blitar|,|Jl.|Merdeka|No.|5|,|dll."),
        ("No. Saya tidak ikut.", "No|.|Saya|tidak|ikut|."),
        ("Bapak Ahmad, S.E., M.Si.", "Bapak|Ahmad|,|S.E.|,|M.Si."),
        ("a.n. Ph.D. p.m.", "a.n.|Ph.D.|p.m."),
        ('aja". saya.Dia', 'aja|"|.|saya|.|Dia'),
        ("don't jum’at 'tidak'", "don't|jum’at|'|tidak|'"),
        ("Ya... terus… -- begitu", "Ya|...|terus|…|-|-|begitu"),
        ("👩‍👩‍👧‍👦 👍🏽 🇮🇩 ❤️!", "👩‍👩‍👧‍👦|👍🏽|🇮🇩|❤️|!"),
        ("שָׁלוֹם مَرْحَبًا ꦧꦠꦶꦏ꧀", "שָׁלוֹם|مَرْحَبًا|ꦧꦠꦶꦏ꧀"),
        ("(tertawa) [tertawa]", "(|tertawa|)|[|tertawa|]"),
        ("", ""),
    ],
)
def test_words_and_marks(text: str, tokens: str) -> None:
    assert "|".join(TOKEN.findall(text)) == tokens


@given(st.text())
def test_every_visible_character_is_in_one_token_and_no_white_space_is(text: str) -> None:
    tokens = TOKEN.findall(text)
    assert "".join(tokens) == "".join(text.split())
    assert all(token.split() == [token] for token in tokens)


@given(st.text(alphabet="ab.-'’ ,1Rp😀\u0301\u200d()S"))
def test_words_are_the_tokens_that_are_no_marks(text: str) -> None:
    assert find_words(text) == [token for token in TOKEN.findall(text) if is_word(token)]


@given(st.text(alphabet="ab.-'’ ,1Rp😀\u0301\u200d()SNo\n"))
def test_tokens_depend_on_nothing_beyond_white_space(text: str) -> None:
    assert TOKEN.findall(text) == [token for chunk in text.split() for token in TOKEN.findall(chunk)]


@given(
    st.lists(st.sampled_from([*"abyz.,?! ’'-(2", "dr.", "dkk.", "no.", "é.", "ſt.", " 😀"]), max_size=14).map("".join)
)
def test_plain_words_are_told_without_the_pattern_as_with_it(text: str) -> None:
    assert list_tokens(text) == TOKEN.findall(text)
