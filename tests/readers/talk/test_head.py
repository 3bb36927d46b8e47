"""Where an interview's head is, and where another's."""

import pytest

from qualcode.readers.talk.head import find_other_head, names_interview


@pytest.mark.parametrize(
    "title", ["INFORMAN 2", "Transkrip Wawancara Bu Tun", "Lampiran 3. Transkrip wawancara", "== Interview 2"]
)
def test_a_title_with_a_field_below_begins_another_interview(title: str) -> None:
    assert find_other_head(["N: Ya.", "", title, "", "Nama: Tun", "Tanggal: 4 Mei", "", "P: Apa?"], "pn") == 2


@pytest.mark.parametrize("title", ["Informan 2", "## Informan 2", "Informan 2: Bu Tun", "Wawancara kedua, 9 Mei"])
def test_so_does_a_title_right_above_a_label(title: str) -> None:
    assert find_other_head(["Ya.", "", title, "", "P: Apa?"], "pn") == 2


def test_so_do_two_fields() -> None:
    assert find_other_head(["Ya.", "", "Nama : Tun", "Umur : 51", "", "P: Apa?"], "pn") == 2
    assert find_other_head(["Ya.", "", "Nama : Tun", "begitu.", "", "P: Apa?"], "pn") is None


@pytest.mark.parametrize(
    "lines",
    [
        ["N: Ya.", "", "INFORMAN 2", "Kami juga begitu."],
        ["Wawancara itu lama.", "Tanggal: 4 Mei"],
        ["Interview? Begini:", "Tanggal: 4 Mei"],
        ["Informan 2", "kami", "Tanggal: 4 Mei"],
        ["wawancara sama orang dinas", "P: Lalu?"],
        ["Informan 3: Ya, begitu", "P: Lalu?"],
        ["Informan 3", "P: Lalu?"],
    ],
    ids=["a label alone", "a sentence", "a question", "far away", "written small", "who speaks", "alone"],
)
def test_other_lines_begin_none(lines: list[str]) -> None:
    assert find_other_head(lines, {"p", "n", "informan 3"}) is None


def test_titles() -> None:
    assert names_interview("TRANSKRIP WAWANCARA INFORMAN 2")
    assert not names_interview("Wawancara " + "panjang " * 20)
    assert not names_interview("Pewawancara 2")
