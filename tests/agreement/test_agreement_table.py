from qualcode.agreement.agreement_table import Comparison, build_code_table, build_group_table
from qualcode.agreement.disagreements import judge
from qualcode.agreement.entry_rules import describe_comparison, warn_of_people
from qualcode.agreement.people import People
from qualcode.agreement.unit_frame import FramedUnit, lay_over
from qualcode.agreement.words import FEW
from qualcode.model import Span
from qualcode.registry import find_parts
from tests.factories import CODES, code_span, make_codebook, make_transcript, split_sentences

TALK = make_transcript("a.txt", "N: " + " ".join(f"Kalimat {number}." for number in range(40)))
UNITS = split_sentences(TALK)
SCRAPS = ((0, "ana"), (1, "rules"), (2, "rules"))  # numbers of sentences of which a coder has two characters
MEASURES = ("precision", "recall", "f1", "alpha")


def compare(given, measures=MEASURES, codes=CODES, judged="rules", **polarities):
    """A comparison of what each coder gave: numbers of sentences by code. `ana="contrary"` makes a coder contrary."""
    codings = [
        code_span(TALK, UNITS[number].span, code, coder=coder, polarity=polarities.get(coder, "supporting"))
        for coder, by_code in given.items()
        for code, numbers in by_code.items()
        for number in numbers
    ]
    units = [FramedUnit("a.txt", unit.span, "") for unit in UNITS]
    frame = lay_over(units, codings, dict.fromkeys(given, frozenset({"a.txt"})), make_codebook())
    against = tuple(coder for coder in given if coder != judged)
    found = tuple(judge(frame, [code.id for code in codes], judged, against))
    parts = find_parts("agreement")
    return Comparison(frame, codes, judged, against, found, tuple(parts[name].load() for name in measures))


def read(matrix, row):
    """The cells of one row by the key of their column, lines joined."""
    number = [heading.key for heading in matrix.rows].index(row)
    return {
        heading.key: " | ".join(cell.lines) for heading, cell in zip(matrix.columns, matrix.cells[number], strict=True)
    }


def build(comparison):
    return build_code_table(comparison, (), (), str, "en")


def test_counts_shares_and_coefficients_of_a_code():
    matrix = build(compare({"rules": {"CG.TRU": range(20)}, "ana": {"CG.TRU": range(5, 25)}}))
    row = read(matrix, "CG.TRU")
    assert (row["against"], row["judged"], row["both"]) == ("20", "20", "15")
    assert (row["precision"], row["recall"], row["f1"]) == ("0.75 (15 of 20)", "0.75 (15 of 20)", "0.75")
    assert row["alpha"].startswith("0.51 (")
    assert row["polarity"] == "1.00 (15 of 15)"


def test_of_few_units_only_counts_are_shown():
    row = read(build(compare({"rules": {"CG.TRU": range(3)}, "ana": {"CG.TRU": range(2, 6)}})), "CG.TRU")
    assert row["precision"] == "1 of 3"
    assert row["recall"] == "1 of 4"
    assert row["f1"] == row["alpha"] == "too few"
    row = read(build(compare({"rules": {"CG.TRU": range(FEW)}, "ana": {"CG.TRU": range(1, FEW)}})), "CG.TRU")
    assert "too few" not in (row["f1"], row["alpha"])  # ten units are enough


def test_what_is_undefined_is_left_blank_with_a_reason():
    matrix = build(compare({"rules": {"CG.TRU": range(FEW)}, "ana": {"CG.DLG": range(40)}}))
    assert read(matrix, "CG.TRU")["recall"] == "none coded"
    assert read(matrix, "CG.TRU")["polarity"] == "no hits"
    assert read(matrix, "CG.DLG")["precision"] == "none coded"
    assert read(matrix, "OB.COO")["f1"] == "none coded"
    everywhere = compare({"rules": {"CG.DLG": range(40)}, "ana": {"CG.DLG": range(40)}})
    assert read(build(everywhere), "CG.DLG")["alpha"] == "no variation"


def test_polarity_is_told_apart_from_the_code():
    matrix = build(compare({"rules": {"CG.TRU": range(12)}, "ana": {"CG.TRU": range(12)}}, ana="contrary"))
    assert read(matrix, "CG.TRU")["precision"] == "1.00 (12 of 12)"
    assert read(matrix, "CG.TRU")["polarity"] == "0.00 (0 of 12)"


def test_all_codes_are_added_up_but_coefficients_are_not():
    given = {"rules": {"CG.TRU": range(10), "CG.DLG": range(10)}, "ana": {"CG.TRU": range(5), "CG.DLG": range(5, 20)}}
    row = read(build(compare(given)), "all")
    assert (row["against"], row["judged"], row["both"]) == ("20", "20", "10")
    assert row["alpha"] == "code by code only"


def test_the_peoples_own_agreement_stands_beside_the_machines():
    given = {"rules": {"CG.TRU": range(12)}, "ana": {"CG.TRU": range(10, 24)}, "budi": {"CG.TRU": range(11, 24)}}
    matrix = build(compare(given))
    row = read(matrix, "CG.TRU")
    assert row["against"] == "14 (1 not by all)"
    assert row["recall"] == "0.14 (2 of 14)"
    own = float(row["own-alpha"].split()[0])
    lines = dict(line.split(": ") for line in row["alpha"].split(" | "))
    assert set(lines) == {"ana", "budi"}
    assert all(float(line.split()[0]) < own for line in lines.values())
    assert matrix.columns[-1].label == "Krippendorff's alpha among ana, budi"


def test_every_count_opens_onto_its_codings():
    matrix = build(compare({"rules": {"CG.TRU": range(3)}, "ana": {"CG.TRU": range(2, 6)}}))
    cells = dict(zip((head.key for head in matrix.columns), matrix.cells[2], strict=True))
    assert {key: len(cell.coding_ids) for key, cell in cells.items() if cell.coding_ids} == {
        "against": 4, "judged": 3, "both": 2, "misses": 3, "extra": 2
    }  # fmt: skip
    assert cells["misses"].lines == ("3",)
    assert set(cells["both"].coding_ids) == set(cells["against"].coding_ids + cells["judged"].coding_ids) - {
        *cells["misses"].coding_ids,
        *cells["extra"].coding_ids,
    }


def test_hits_that_part_in_polarity_open_onto_both_sides():
    matrix = build(compare({"rules": {"CG.TRU": range(2)}, "ana": {"CG.TRU": range(2)}}, ana="contrary"))
    cells = dict(zip((head.key for head in matrix.columns), matrix.cells[2], strict=True))
    assert len(cells["polarity"].coding_ids) == 4


def test_groups_have_coefficients_only_of_one_code():
    given = {"rules": {"CG.TRU": range(0, 40, 2)}, "ana": {"CG.TRU": range(0, 40, 3)}}
    groups = {"first": range(20), "": range(20, 40)}
    every = build_group_table(compare(given), "sector", groups, str)
    assert [row.key for row in every.rows] == ["first", "-"]
    assert read(every, "first")["precision"] == "0.40 (4 of 10)"
    assert "alpha" not in read(every, "first")
    one = build_group_table(compare(given, codes=CODES[2:3]), "sector", groups, str)
    assert float(read(one, "first")["alpha"]) < 1


def test_further_measures_are_columns_with_their_meaning():
    comparison = compare({"rules": {"CG.TRU": range(12)}, "ana": {"CG.TRU": range(12)}}, (*MEASURES, "kappa", "ac1"))
    assert read(build(comparison), "CG.TRU")["kappa"].startswith("1.00")
    labels = [rule.label for rule in describe_comparison(comparison, 0, False, str)]
    assert {"Cohen's kappa", "Gwet's AC1", "Interval"} <= set(labels)


def test_it_says_how_it_was_filled_and_what_to_beware_of():
    comparison = compare({"rules": {"CG.TRU": range(12)}, "ana": {"CG.TRU": range(12)}})
    rules = {rule.label: rule.value for rule in describe_comparison(comparison, 3, False, str)}
    assert rules["Compared"] == "respondents' units that both sides read: 40; interviews: 1"
    assert rules["Wishes and hypotheticals"] == "not counted; codings set aside: 3"
    assert "rules" in rules["precision"]
    people = People((), {"ana": frozenset({"a.txt"})}, suggestions=2, rejected=1, accepted=4, has_polarity=True)
    notes = warn_of_people(people, comparison, str)
    assert notes[0].startswith("Agreement is not accuracy: it says how far rules reads as ana did")
    assert "as a machine's suggestion: 4." in notes[1]
    assert "left out, as suggestions or rejected: 3." in notes[2]


def test_peoples_codings_that_cover_half_of_no_unit_are_told():
    scraps = [code_span(TALK, Span(UNITS[n].span.start, UNITS[n].span.start + 2), "CG.TRU", coder=c) for n, c in SCRAPS]
    frame = lay_over(
        [FramedUnit("a.txt", unit.span, "") for unit in UNITS],
        scraps,
        dict.fromkeys(("rules", "ana"), frozenset({"a.txt"})),
        make_codebook(),
    )
    people = People((), {}, suggestions=0, rejected=0, accepted=0, has_polarity=True)
    notes = warn_of_people(people, Comparison(frame, CODES, "rules", ("ana",), (), ()), str)
    assert notes[1:] == ("Codings that cover half of no respondent's unit and count nowhere: 1.",)
