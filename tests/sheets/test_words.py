"""Codes, decisions and polarities as people write them."""

import pytest

from qualcode.errors import QualcodeError
from qualcode.messages import translator
from qualcode.sheets.words import (
    Line,
    list_code_words,
    looks_like_id,
    name_polarities,
    name_words,
    read_code,
    read_line,
    read_polarity,
    read_word,
)
from tests.factories import make_code, make_codebook
from tests.sheets.sheets import WORDS


@pytest.mark.parametrize(
    "text",
    [
        "CG.DLG",
        "cg.dlg",
        " CG.DLG. ",
        "Dialogue",
        "dialogue (id)",
        "DIALOGUE",
        "CG.DLG Dialogue",
        "CG.DLG  Dialogue (id)",
    ],
)
def test_a_code_is_known_by_id_label_or_both(text: str) -> None:
    assert read_code(WORDS, text) == "CG.DLG"


def test_a_sub_code_is_known_by_its_own_and_its_whole_name() -> None:
    for text in ("CG.DLG.forum", "forum", "Dialogue: forum", "CG.DLG.forum Dialogue (id): forum"):
        assert read_code(WORDS, text) == "CG.DLG.forum"


@pytest.mark.parametrize(
    ("typed", "near"), [("CG.DGL", "CG.DLG"), ("Dialoge", "Dialogue"), ("cg.tro", "CG.TRU"), ("Truts", "Trust")]
)
def test_a_typing_error_is_answered_with_the_nearest_code(typed: str, near: str) -> None:
    with pytest.raises(QualcodeError) as refused:
        read_code(WORDS, typed)
    assert typed in refused.value.what
    assert near in refused.value.how


def test_a_label_of_two_codes_is_refused_with_both() -> None:
    twins = make_codebook(codes=(make_code("CG.ONE", "Same"), make_code("CG.TWO", "Same")))
    with pytest.raises(QualcodeError, match=r"CG\.ONE / CG\.TWO"):
        read_code(list_code_words(twins), "same")


def test_a_former_id_is_still_known() -> None:
    assert read_code(list_code_words(make_codebook(), {"CG.OLD": "CG.DLG"}), "cg.old") == "CG.DLG"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("CG.DLG", Line("CG.DLG")),
        ("CG.DLG + Dialogue (id)", Line("CG.DLG", "supporting")),
        ("− CG.DLG", Line("CG.DLG", "contrary")),
        ("CG.DLG – setuju", Line("CG.DLG", "contrary", "accept")),
        ("CG.DLG + Dialogue tolak", Line("CG.DLG", "supporting", "reject")),
        ("tolak", Line("", None, "reject")),
        ("setuju, bagus sekali", Line("", None, "accept", "bagus sekali")),
        ("CG.TRU karena mereka saling bantu", Line("CG.TRU", None, None, "karena mereka saling bantu")),
        ("no idea", Line("", None, None, "no idea")),
        ("-", Line("", "contrary")),
        ("", Line()),
    ],
)
def test_a_line_is_read(text: str, line: Line) -> None:
    assert read_line(WORDS, text) == line


def test_a_line_with_two_codes_is_refused() -> None:
    with pytest.raises(QualcodeError, match="two codes"):
        read_line(WORDS, "CG.DLG + Trust")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_word_that_a_sheet_offers_is_understood(language: str) -> None:
    t = translator(language)
    assert {word: read_word(name) for word, name in name_words(t).items()} == {word: word for word in name_words(t)}
    for polarity, name in name_polarities(t).items():
        assert read_polarity(name) == polarity
        assert not name.startswith(("+", "-", "=", "−"))


def test_polarity_by_sign_or_word_and_nothing_else() -> None:
    assert [read_polarity(text) for text in ("+", " - ", "−", "– contrary", "contrary")] == [
        "supporting", "contrary", "contrary", "contrary", "contrary",
    ]  # fmt: skip
    assert [read_polarity(text) for text in ("", "maybe", "-5", "x")] == [None] * 4


def test_a_line_of_a_memo_does_not_look_like_an_id() -> None:
    assert looks_like_id(WORDS, "CG.XYZ")
    assert looks_like_id(WORDS, "cg.dgl")
    for memo in ("percaya betul", "lihat hal. 3", "OK", "dialog", ""):
        assert not looks_like_id(WORDS, memo)
