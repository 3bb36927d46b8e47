"""Counts: each with what it is a count of, and never a percentage of people."""

from qualcode.meaning.counting import PART
from tests.meaning.studies import code, put, read_cells, talk

LOUD = talk(
    "INF-01", "N: Rapat satu. Rapat dua. Rapat tiga. Rapat empat. " + "Lalu kami makan bersama lama sekali. " * 5
)
SHORT = talk("INF-03", "N: Rapat ada. Percaya juga.", "N: Ya.")
MEETINGS = code(LOUD, *((f"Rapat {n}.", "CG.DLG") for n in ("satu", "dua", "tiga", "empat")))
ONCE = code(SHORT, ("Rapat ada.", "-CG.DLG"), ("Percaya juga.", "CG.TRU"))


def lay(*codings):
    codes, talks = put(PART, (LOUD, SHORT), codings).tables
    return read_cells(codes), read_cells(talks), codes


def test_each_count_names_its_informants_sides_and_groups() -> None:
    cells, _, _ = lay(*MEETINGS, *ONCE)
    assert cells["CG.DLG", "for"].lines == ("4 suggested",)
    assert cells["CG.DLG", "against"].lines == ("1 suggested",)
    assert cells["CG.DLG", "informants"].lines == ("2 of 2 informants (public, association)",)
    assert cells["CG.DLG", "sector"].lines == (
        "public: 4 suggested, from 1 of 1",
        "association: 1 suggested (1 contrary), from 1 of 1",
    )
    assert len(cells["CG.DLG", "informants"].coding_ids) == 5


def test_who_talks_much_is_told_beside_the_count() -> None:
    cells, talks, _ = lay(*MEETINGS, *ONCE)
    assert cells["CG.DLG", "most"].lines == ("INF-01: 4 of 5",)
    assert talks["INF-01", "words"].lines == ("38",)
    assert talks["INF-01", "rate"].lines == ("105.3 (4 in 38 words)",)
    assert talks["INF-03", "rate"].lines == ("400.0 (2 in 5 words)",)
    assert talks["INF-03", "answers"].lines == ("1 of 2",)


def test_two_coders_on_one_sentence_count_once_and_layers_stand_apart() -> None:
    accepted = code(LOUD, ("Rapat satu.", "CG.DLG"), coder="ana", status="accepted")
    cells, _, _ = lay(*MEETINGS, *accepted)
    assert cells["CG.DLG", "for"].lines == ("1 accepted (+3 suggested)",)


def test_no_percentage_is_printed_and_the_few_are_named() -> None:
    _, _, table = lay(*MEETINGS, *ONCE)
    assert "%" not in repr(table.cells)
    assert any("With 2 informants" in note for note in table.notes)


def test_a_silent_code_is_there() -> None:
    cells, _, _ = lay(*MEETINGS)
    assert cells["OB.COO", "for"].kind == "silent"
