"""File names: safe on every system, for people to read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.store.names import keep_apart, list_plain_words, make_safe


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("wawancara_01.docx", "wawancara_01.docx"),
        ("Staf Dinas.TXT", "staf dinas.txt"),
        ("survey.csv#3", "survey.csv#3"),
        ("kota/Ibu Sri.docx", "kota/ibu sri.docx"),
        ("CON.txt", "%63on.txt"),
        ("lpt1", "%6Cpt1"),
        ("console.txt", "console.txt"),
        ("what?.txt", "what%3F.txt"),
        ("a:b|c.txt", "a%3Ab%7Cc.txt"),
        ("../etc", "%2E%2E/etc"),
        ("name.", "name%2E"),
        ("wawancara ", "wawancara%20"),
        ("100%", "100%25"),
    ],
)
def test_names(name: str, safe: str) -> None:
    assert make_safe(name).as_posix() == safe


@given(st.text(min_size=1, max_size=300))
def test_every_part_is_one_that_every_system_takes(name: str) -> None:
    for part in make_safe(name).parts:
        assert len(part.encode("utf-8", "surrogatepass")) <= 160
        assert part not in (".", "..")
        assert not re.search(r'[\x00-\x1f<>:"\\|?*]', part)
        assert part[-1] not in " ."
        assert part == part.casefold() or "%" in part
        assert not re.fullmatch(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", part)


def test_names_that_windows_or_macos_takes_for_one_do_not_share_a_file() -> None:
    names = ["A.txt", "a.txt", "b.txt", "cafe\u0301", "caf\u00e9", "STRASSE", "straße"]
    parts = keep_apart(names)
    assert parts.keys() == set(names)
    assert len({part.casefold() for part in parts.values()}) == len(names)
    assert (parts["a.txt"], parts["b.txt"]) == ("a.txt", "b.txt")
    assert keep_apart(["A.txt"]) == {"A.txt": "a.txt"}
    assert keep_apart(reversed(names)) == parts


def test_long_names_that_begin_alike_stay_apart() -> None:
    assert make_safe("a" * 300 + "1") != make_safe("a" * 300 + "2")


def test_plain_words_are_what_everybody_can_type() -> None:
    assert list_plain_words("Mockery, MILD – naïveté 2") == ["mockery", "mild", "naivete", "2"]
    assert list_plain_words("日本 …") == []
