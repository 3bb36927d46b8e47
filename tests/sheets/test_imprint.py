"""What a sheet carries with it comes back as it left, or is refused."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import QualcodeError
from qualcode.model import Span
from qualcode.sheets.contract import Left
from qualcode.sheets.imprint import pack, unpack
from tests.sheets.sheets import make_sheet

IMPRINT = make_sheet().imprint


@given(st.lists(st.tuples(st.integers(0, 9**9), st.text(max_size=20)), max_size=20), st.text(max_size=30))
def test_it_comes_back_as_it_left(rows: list[tuple[int, str]], title: str) -> None:
    left = tuple(Left("a.txt", Span(start, start + 1), f"{start:016x}", code) for start, code in rows)
    imprint = replace(IMPRINT, title=title, rows=left)
    assert unpack(pack(imprint)) == imprint


def test_it_is_found_among_other_words_and_over_line_ends() -> None:
    packed = pack(IMPRINT)
    assert unpack(f"Kode\n{packed[:40]}\n {packed[40:]} tamat") == IMPRINT


@pytest.mark.parametrize("text", ["", "qualcode-sheet", pack(IMPRINT)[:-30], pack(IMPRINT).replace("A", "B")])
def test_none_and_a_changed_one_is_refused(text: str) -> None:
    with pytest.raises(QualcodeError, match="sheet"):
        unpack(text)


def test_one_from_a_newer_qualcode_says_so() -> None:
    with pytest.raises(QualcodeError, match="newer"):
        unpack(pack(IMPRINT).replace("qualcode-sheet:1:", "qualcode-sheet:2:"))
