"""Classes: general only where they draw something together."""

from qualcode.meaning.subsuming_particulars import PART
from tests.meaning.studies import code, put, read_cells, read_lines, talk

ONE = talk("INF-01", "N: Forum rutin. Akses sulit. Kami percaya.")
TWO = talk("INF-02", "N: Forum ada. Kami percaya.")


def lay(*codings):
    return put(PART, (ONE, TWO), codings).tables[0]


def test_a_class_names_the_parts_that_it_rests_on() -> None:
    table = lay(
        *code(ONE, ("Forum rutin.", "CG.DLG.forum"), ("Akses sulit.", "-CG.DLG.access"), ("Kami percaya.", "CG.TRU")),
        *code(TWO, ("Kami percaya.", "CG.TRU")),
    )
    rests = read_lines(table, "rests")
    assert rests["CG"] == ("CG.DLG, CG.TRU",)
    assert rests["CG.DLG"] == ("CG.DLG.forum, CG.DLG.access", "one informant alone")
    assert rests["OB"] == ("nothing that was found",)


def test_many_passages_on_one_part_make_no_general_class() -> None:
    """By units alone CG.DLG would look well filled."""
    table = lay(*code(ONE, ("Forum rutin.", "CG.DLG.forum")), *code(TWO, ("Forum ada.", "CG.DLG.forum")))
    assert read_lines(table, "rests")["CG.DLG"] == ("CG.DLG.forum", "one part alone")
    assert read_lines(table, "rests")["CG"] == ("CG.DLG", "one part alone")


def test_a_unit_with_two_parts_counts_once_in_the_class() -> None:
    table = lay(*code(ONE, ("Forum rutin.", "CG.DLG.forum"), ("Forum rutin.", "CG.DLG.access")))
    cells = read_cells(table)
    assert cells["CG.DLG", "units"].lines == ("1 suggested",)
    assert len(cells["CG.DLG", "units"].coding_ids) == 2


def test_what_people_proposed_stands_outside_every_class() -> None:
    table = lay(*code(ONE, ("Akses sulit.", "ego-sektoral"), coder="ana", status="manual"))
    assert "no class" in read_lines(table, "rests")["ego-sektoral"][0]
