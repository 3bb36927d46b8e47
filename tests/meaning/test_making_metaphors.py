"""Metaphors: words that liken, in the speakers' own words."""

from qualcode.meaning.making_metaphors import PART
from tests.meaning.studies import code, put, read_cells, talk

ONE = talk(
    "INF-01", "P: Ibarat apa?", "N: Rapat itu seperti arisan ibu-ibu. Kegiatannya seperti pelatihan dan pameran."
)
TWO = talk("INF-02", "N: Ya kayak gitu. Kami ini ibarat anak tiri.")


def test_images_are_listed_coded_or_not_those_with_plain_words_first() -> None:
    [coding] = code(ONE, ("Rapat itu seperti arisan ibu-ibu.", "CG.DLG"))
    table = put(PART, (ONE, TWO), [coding]).tables[0]
    assert [row.label for row in table.rows] == ["INF-02, turn 1", "INF-01, turn 2"]
    cells = read_cells(table)
    first, second = (row.key for row in table.rows)
    assert cells[first, "passage"].lines == ("“Kami ini ibarat anak tiri.”",)
    assert cells[first, "codes"].kind == "silent"
    assert (cells[second, "codes"].lines, cells[second, "codes"].coding_ids) == (("CG.DLG",), (coding.id,))


def test_examples_fillers_and_the_interviewer_are_no_images() -> None:
    """A search for the words alone would find five passages."""
    table = put(PART, (ONE, TWO)).tables[0]
    assert table.notes[-1] == "Passages shown: 2 of 2."


def test_a_long_list_is_cut_and_says_so() -> None:
    table = put(PART, (ONE, TWO), handed={"most": 1}).tables[0]
    assert table.notes[-1] == "Passages shown: 1 of 2."
