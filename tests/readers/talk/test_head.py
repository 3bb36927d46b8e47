"""Where an interview's head is, and where another's."""

import pytest

from qualcode.readers.talk.head import find_other_head, names_interview


@pytest.mark.parametrize(
    "title", ["INFORMAN 2", "Transkrip Wawancara Bu Tun", "Lampiran 3. Transkrip wawancara", "== Interview 2"]
)
def test_a_title_with_a_field_below_begins_another_interview(title: str) -> None:
    assert find_other_head(["N: Ya.", "", title, "", "Nama: Tun", "Tanggal: 4 Mei", "", "P: Apa?"]) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ["N: Ya.", "", "INFORMAN 2", "Kami juga begitu."],
        ["Wawancara itu lama.", "Tanggal: 4 Mei"],
        ["Interview? Begini:", "Tanggal: 4 Mei"],
        ["Informan 2", *["kami"] * 6, "Tanggal: 4 Mei"],
    ],
    ids=["a label alone", "a sentence", "a question", "far away"],
)
def test_other_lines_begin_none(lines: list[str]) -> None:
    assert find_other_head(lines) is None


def test_titles() -> None:
    assert names_interview("TRANSKRIP WAWANCARA INFORMAN 2")
    assert not names_interview("Wawancara " + "panjang " * 20)
    assert not names_interview("Pewawancara 2")
