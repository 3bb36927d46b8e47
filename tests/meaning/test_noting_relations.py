"""Relations: stated, denied, near and apart are four things."""

from dataclasses import replace

from qualcode.meaning.noting_relations import PART
from qualcode.model import Decision
from tests.meaning.studies import code, gather_material, put, read_cells, talk

STATES = talk("INF-01", "N: Kami percaya karena rapat rutin. Rapat rutin. Uang naik.")
DENIES = talk("INF-02", "N: Kami percaya bukan karena rapat rutin.")
NEAR = talk("INF-03", "N: Kami percaya. Rapat rutin.")
APART = talk("INF-04", "N: Kami percaya.", "P: Lalu?", "N: Rapat rutin.")
TALKS = (STATES, DENIES, NEAR, APART)
PAIR = (("Kami percaya", "CG.TRU"), ("rapat rutin", "CG.DLG"))


def whole(transcript, sentence: str, sign: str = ""):
    """A coding on the whole sentence, which tells the words between the two."""
    return code(transcript, (sentence, f"{sign}OB.COO"))


STATED = [*code(STATES, *PAIR), *whole(STATES, "Kami percaya karena rapat rutin.")]
DENIED = [*code(DENIES, *PAIR), *whole(DENIES, "Kami percaya bukan karena rapat rutin.")]
BESIDE = code(NEAR, ("Kami percaya.", "CG.TRU"), ("Rapat rutin.", "CG.DLG"))
FAR = code(APART, ("Kami percaya.", "CG.TRU"), ("Rapat rutin.", "CG.DLG"))


def lay(*codings):
    table = put(PART, TALKS, [coding for own in codings for coding in own]).tables[0]
    return read_cells(table), table


def test_each_informant_stands_under_the_strongest_link() -> None:
    cells, _ = lay(STATED, DENIED, BESIDE, FAR)
    row = "CG.DLG+CG.TRU"
    assert cells[row, "stated"].lines == ("CG.DLG + → CG.TRU +: INF-01",)
    assert cells[row, "denied"].lines == ("CG.DLG + ↛ CG.TRU +: INF-02",)
    assert cells[row, "nearby"].lines == ("CG.DLG + · CG.TRU +: INF-03",)
    assert cells[row, "apart"].lines == ("INF-04",)
    assert set(cells[row, "stated"].coding_ids) == {coding.id for coding in STATED[:2]}


def test_mere_nearness_is_never_called_a_relation() -> None:
    cells, table = lay(BESIDE)
    assert cells["CG.DLG+CG.TRU", "stated"].kind == "silent"
    assert "no relation" in table.notes[-1]


def test_signs_are_told_apart() -> None:
    less = code(STATES, ("Kami percaya", "-CG.TRU"), ("rapat rutin", "CG.DLG"))
    cells, _ = lay(less, whole(STATES, "Kami percaya karena rapat rutin."))
    assert cells["CG.DLG+CG.TRU", "stated"].lines == ("CG.DLG + → CG.TRU −: INF-01",)


def test_codes_on_one_unit_are_counted_beside_the_links() -> None:
    cells, _ = lay(code(STATES, ("Rapat rutin.", "CG.DLG"), ("Rapat rutin.", "IM.ECO"), ("Uang naik.", "IM.ECO")))
    assert cells["IM.ECO+CG.DLG", "together"].lines == ("1 of 2 and of 1; c = 0.50",)


def test_two_who_never_meet_in_anybodys_talk_have_no_row() -> None:
    _, table = lay(FAR)
    assert table.rows == ()


def test_what_a_person_drew_stands_apart_under_that_persons_name() -> None:
    cause, effect = FAR[1].id, FAR[0].id
    drawn = Decision("link", "siti", "2026-01-31", "command", "suggestions", on=cause, to_on=effect)
    material = gather_material(TALKS, FAR)
    table = PART.lay_out(replace(material, study=replace(material.study, decisions=(drawn,)))).tables[0]
    cells = read_cells(table)
    assert cells["CG.DLG+CG.TRU", "drawn"].lines == ("CG.DLG + ⇒ CG.TRU +: siti",)
    assert cells["CG.DLG+CG.TRU", "stated"].kind == "silent"


def test_who_states_and_denies_it_stands_under_both() -> None:
    cells, _ = lay(STATED, DENIED, [replace(each, case="INF-01") for each in DENIED])
    assert cells["CG.DLG+CG.TRU", "stated"].lines == ("CG.DLG + → CG.TRU +: INF-01",)
    assert "INF-01" in cells["CG.DLG+CG.TRU", "denied"].lines[0]
