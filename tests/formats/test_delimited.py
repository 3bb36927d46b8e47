"""Delimiters, told from what is written with them."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import UnreadableSource
from qualcode.formats.delimited import choose_delimiter, parse_rows, split_rows


def written(rows: list[list[str]], delimiter: str) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=30)


@given(st.lists(st.tuples(words, words), min_size=1, max_size=5), st.sampled_from(",;\t"))
def test_what_a_program_writes_is_split_again(rows: list[tuple[str, str]], delimiter: str) -> None:
    table = [["speaker", "text"], *map(list, rows)]
    assert split_rows(written(table, delimiter)) == table


def test_a_quotation_mark_that_is_not_closed() -> None:
    with pytest.raises(UnreadableSource, match="line 2"):
        parse_rows('a,b\n"open,1\n', ",")
    assert parse_rows('a,b\n"open,1\n', ",", strict=False) == [["a", "b"], ["open,1\n"]]


@pytest.mark.parametrize("before", ["", "\n", "\r\n \r\n"])
def test_excels_own_hint_names_the_delimiter_and_is_no_row(before: str) -> None:
    text = before + "SEP=;\r\na,b;c,d\r\nsep=;\r\n"
    assert choose_delimiter(text) == ";"
    assert [row for row in split_rows(text) if any(map(str.strip, row))] == [["a,b", "c,d"], ["sep=", ""]]


@pytest.mark.parametrize(
    ("text", "delimiter"), [('sep="\na,b\n', ","), ("a;b;c\n1;2;3\n", ";"), ("sep=x;y\n", ";"), ("\n\na\tb\n", "\t")]
)
def test_the_first_line_that_holds_words_tells_the_delimiter(text: str, delimiter: str) -> None:
    assert choose_delimiter(text) == delimiter
