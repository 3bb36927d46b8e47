"""Saturation: what each interview adds, and whether it can be assessed."""

from dataclasses import replace

from qualcode.condense.saturation import PART
from qualcode.model import Case
from tests.factories import code_words, make_material, make_study, make_transcript

FORUM, ACCESS = "CG.DLG.forum", "CG.DLG.access"


def make(*codes: tuple[str, ...], dates: tuple[str, ...] = ()):
    """A study with an interview for each tuple of codes."""
    talks = [make_transcript(f"{n}.txt", "N: Satu. Dua.", case=f"C{n}") for n in range(len(codes))]
    codings = [code_words(talk, "Satu.", code) for talk, own in zip(talks, codes, strict=True) for code in own]
    attributes = [{"date": date} for date in dates] or [{}] * len(talks)
    cases = tuple(
        Case(f"C{n}", (talk.name,), attributes=own) for n, (talk, own) in enumerate(zip(talks, attributes, strict=True))
    )
    return make_material(make_study(talks, codings, cases))


def build(material):
    [matrix] = PART.build(material, str)
    return matrix


def test_sub_codes_and_proposed_codes_are_counted_and_divided_codes_alone_are_not() -> None:
    matrix = build(make(("CG.DLG", FORUM), (FORUM, "CG.TRU"), ("ego sektoral", "CG.DLG")))
    assert [row[0].lines[0] for row in matrix.cells] == ["1", "1", "1"]
    assert [row[0].lines[1] for row in matrix.cells] == [FORUM, "CG.TRU", "ego sektoral"]
    assert [row[1].lines[0] for row in matrix.cells] == ["1", "2", "3"]


def test_where_any_order_gives_the_same_there_is_no_range() -> None:
    matrix = build(make((FORUM,), (FORUM, ACCESS)))
    assert [row[2].lines for row in matrix.cells] == [("1–2",), ("2",)]


def test_what_is_new_opens_onto_its_first_coding() -> None:
    material = make((FORUM,), (FORUM, ACCESS))
    first, second = (row[0].coding_ids for row in build(material).cells)
    by_id = {coding.id: coding for coding in material.study.codings}
    assert [by_id[id_].code for id_ in (*first, *second)] == [FORUM, ACCESS]


def test_what_is_known_so_far_and_what_a_run_adds_open_onto_as_many_codings() -> None:
    matrix = build(make((FORUM,), (ACCESS,), (FORUM, "CG.TRU"), (), ("OB.COO",), (ACCESS, "ego sektoral")))
    opened = [[len(cell.coding_ids) for cell in row] for row in matrix.cells]
    assert [row[1] for row in opened] == [1, 2, 3, 3, 4, 5]
    assert (matrix.cells[5][3].lines, opened[5][3:]) == (("2 of 3 (0.67)",), [2, 0])


def test_four_interviews_are_not_enough_and_the_reason_is_told() -> None:
    matrix = build(make((FORUM,), (ACCESS,), (), ("CG.TRU",)))
    assert matrix.notes[-1].startswith("Saturation is not assessable: a base of 4 interviews and a run of 2 need 6")
    assert "there are 4" in matrix.notes[-1]


def test_six_interviews_are_judged_by_a_person_with_the_ratio_at_hand() -> None:
    matrix = build(make((FORUM,), (ACCESS,), ("CG.TRU",), ("OB.COO",), (FORUM,), ()))
    assert matrix.cells[5][3].lines == ("0 of 4 (0.00)",)
    assert any("interviews 5–6" in note for note in matrix.notes)
    assert matrix.notes[-1].startswith("Whether enough is known is for you to judge")


def test_a_run_that_still_brings_codes_is_no_saturation() -> None:
    matrix = build(make((FORUM,), (), (), (), ("CG.TRU",), ("OB.COO",)))
    assert matrix.cells[5][3].lines == ("2 of 1 (2.00)",)
    assert "Run of 2: no run is at or below 0.05." in matrix.notes


def test_interviews_come_by_date_where_all_have_one() -> None:
    dated = build(make((FORUM,), (ACCESS,), dates=("2026-02-01", "2026-01-01")))
    assert [row.key for row in dated.rows] == ["1.txt", "0.txt"]
    assert [row.key for row in build(make((FORUM,), (ACCESS,), dates=("2026-02-01", ""))).rows] == ["0.txt", "1.txt"]


def test_dates_whose_order_nobody_can_tell_order_nothing() -> None:
    matrix = build(make((FORUM,), (ACCESS,), dates=("02/11/2023", "01/12/2023")))
    assert [row.key for row in matrix.rows] == ["0.txt", "1.txt"]
    [order] = [rule.value for rule in matrix.entry_rules if rule.label == "Order of interviews"]
    assert order.startswith("by name")


def test_the_curve_holds_the_numbers_of_the_table() -> None:
    material = make((FORUM,), (FORUM, ACCESS))
    curve = PART.draw(material, str)
    assert (curve.values, curve.low, curve.high) == ((1, 2), (1, 2), (2, 2))
    assert [row[1].lines[0] for row in build(material).cells] == [str(value) for value in curve.values]


def test_a_study_without_interviews_has_an_empty_table_and_no_curve() -> None:
    nothing = replace(make(), most=1)
    assert build(nothing).rows == ()
    assert PART.draw(nothing, str) is None
