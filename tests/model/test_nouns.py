"""The nouns keep their promises."""

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Cell, Heading, Matrix, Span, Words, make_coding_id
from tests.conftest import CODEBOOK

MATRIX = Matrix("m", "M", (Heading("r", "R"),), (Heading("c", "C"),), ((Cell(("a", "b")),),), ())


@given(st.text(), st.integers(0, 9), st.integers(0, 9))
def test_a_span_is_half_open_code_points(text: str, start: int, length: int) -> None:
    assert Span(start, start + length).of(text) == text[start : start + length]


@given(st.integers(0, 9), st.integers(1, 9), st.integers(0, 9), st.integers(1, 9))
def test_spans_overlap_where_they_share_a_character(start: int, length: int, other: int, more: int) -> None:
    one, two = Span(start, start + length), Span(other, other + more)
    shared = set(range(one.start, one.end)) & set(range(two.start, two.end))
    assert one.overlaps(two) == two.overlaps(one) == bool(shared)


@given(st.text("ab \n\t"), st.integers(0, 9), st.integers(0, 9))
def test_a_trimmed_span_covers_the_same_words(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    trimmed = span.trim(text)
    assert trimmed.of(text) == span.of(text).strip()
    assert span.start <= trimmed.start <= trimmed.end <= span.end


def test_a_matrix_whose_cells_do_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        replace(MATRIX, columns=())


def test_a_matrix_names_its_cells_and_becomes_a_frame() -> None:
    assert MATRIX.cell_id(0, 0) == "m:r:c"
    frame = MATRIX.to_frame()
    assert frame.loc["r", "c"] == "a\nb"


def test_a_noun_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        MATRIX.name = "x"  # type: ignore[misc]


def test_the_other_language_stands_in() -> None:
    assert Words("a", "").in_language("en") == "a"
    assert Words("a", "b").in_language("en") == "b"


def test_an_id_tells_every_part_apart() -> None:
    parts = ("t", Span(1, 2), "C", "supporting", "actual", "rules")
    others = [
        ("u", *parts[1:]),
        ("t", Span(1, 3), *parts[2:]),
        (*parts[:2], "D", *parts[3:]),
        (*parts[:3], "contrary", *parts[4:]),
        (*parts[:4], "wish", parts[5]),
        (*parts[:5], "ana"),
    ]
    ids = {make_coding_id(*parts), *(make_coding_id(*other) for other in others)}
    assert len(ids) == 7


def test_a_codebook_finds_codes_and_their_subcodes(tmp_path) -> None:
    from qualcode.codebook.reading import read_codebook

    path = tmp_path / "c.yaml"
    path.write_text(CODEBOOK, encoding="utf-8")
    codebook, _ = read_codebook(path, "c.yaml")
    assert codebook is not None
    found = codebook.find("H.RAIN.late")
    assert found is not None
    assert found.id == "H.RAIN"
    assert codebook.find("H.RAINY") is None
