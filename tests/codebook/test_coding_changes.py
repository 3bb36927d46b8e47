"""Which codings another state of a codebook would add, drop or change."""

from dataclasses import replace

from qualcode.codebook.coding_changes import compare_codings, count_changes, list_changes
from tests.factories import CODES, code_words, make_codebook, make_transcript

TALK = make_transcript("a.txt", "P: How was it?", "N: We met them. They listened. We trust them.")
BOOK = make_codebook()
MET = code_words(TALK, "We met them.", "CG.DLG")
HEARD = code_words(TALK, "They listened.", "CG.DLG")
TRUST = code_words(TALK, "We trust them.", "CG.TRU")


def test_the_same_codings_are_no_change_whatever_cues_fired() -> None:
    now = replace(MET, evidence=(), code_hash="another", codebook="small@2.0")
    assert compare_codings(BOOK, [MET, TRUST], BOOK, [TRUST, now], {}) == ()


def test_codings_are_added_dropped_and_changed() -> None:
    turned = code_words(TALK, "We met them.", "CG.DLG", "contrary")
    changes = compare_codings(BOOK, [MET, TRUST], BOOK, [turned, HEARD], {})
    assert [(change.what, change.code, change.was, change.now) for change in changes] == [
        ("changed", "CG.DLG", (MET,), (turned,)),
        ("added", "CG.DLG", (), (HEARD,)),
        ("dropped", "CG.TRU", (TRUST,), ()),
    ]


def test_another_sub_code_is_a_change() -> None:
    finer = code_words(TALK, "We met them.", "CG.DLG.forum")
    (change,) = compare_codings(BOOK, [MET], BOOK, [finer], {})
    assert (change.what, change.code) == ("changed", "CG.DLG")


def test_a_renamed_code_keeps_its_codings() -> None:
    new = make_codebook(codes=tuple(replace(code, id="CG.TALK") if code.id == "CG.DLG" else code for code in CODES))
    moved = code_words(TALK, "We met them.", "CG.TALK.forum")
    was = code_words(TALK, "We met them.", "CG.DLG.forum")
    assert compare_codings(BOOK, [was], new, [moved], {"CG.DLG": "CG.TALK"}) == ()


def test_the_tables_count_and_quote() -> None:
    changes = compare_codings(BOOK, [TRUST], BOOK, [MET, HEARD], {})
    counts = count_changes(BOOK, changes, str)
    assert [row.key for row in counts.rows] == ["IM.ECO", "CG.DLG", "CG.TRU", "OB.COO"]
    numbers = [[cell.lines[0] for cell in cells] for cells in counts.cells]
    assert numbers == [["0", "0", "0"], ["2", "0", "0"], ["0", "1", "0"], ["0", "0", "0"]]
    table = list_changes(changes, str)
    assert table.rows[0].label == "a.txt, turn 2: CG.DLG"
    assert [cell.lines for cell in table.cells[2]] == [
        ("dropped",),
        ("− CG.TRU, supporting, volunteered",),
        ("“We trust them.”",),
    ]
