"""The overview: one word or count a cell, onto the quotes or onto the page with the whole answer."""

from dataclasses import replace

from qualcode.model import Answer
from qualcode.registry import find_parts
from qualcode.verify.answering import put_to_tactic
from qualcode.verify.overview import build_overview
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim

HEAD = make_transcript("a.txt", "N: Kami percaya. Kami curiga.", case="INF-01")
TRUST = code_words(HEAD, "Kami percaya.", "CG.TRU", elicited="prompted")
DOUBT = code_words(HEAD, "Kami curiga.", "CG.TRU", "contrary")
TACTICS = [("negative-evidence", "Seek what speaks against."), ("researcher-effects", "See what was prompted.")]


def overview(pages=None, *answers: Answer):
    material = gather_claim([HEAD], [TRUST, DOUBT])
    parts = find_parts("verify")
    verdicts = [replace(put_to_tactic(parts[name].load(), material), answers=answers) for name, _ in TACTICS]
    return build_overview(material.study, verdicts, TACTICS, str, "en", pages)


def test_a_cell_is_one_word_or_count_with_the_codings_behind_it() -> None:
    matrix = overview()
    assert [row.key for row in matrix.rows] == ["C1"]
    assert [column.key for column in matrix.columns] == ["negative-evidence", "researcher-effects"]
    against, prompted = matrix.cells[0]
    assert (against.lines, against.coding_ids, against.kind) == (("1 against",), (DOUBT.id,), "contrary")
    assert (prompted.lines, prompted.coding_ids) == (("1 of 2 prompted",), (TRUST.id,))


def test_in_a_report_it_opens_onto_the_claims_page() -> None:
    against, _ = overview({"C1": "claims/c1.html"}).cells[0]
    assert against.opens == "claims/c1.html#section-negative-evidence@C1"
    assert (against.coding_ids, against.kind) == ((), "value")
    assert overview({}).cells[0][0].opens == ""


def test_it_says_where_a_person_has_answered() -> None:
    told = Answer("C1:negative-evidence", "siti", "2026-01-01", "read both; the doubt is about the bank")
    older = replace(told, who="budi", changed=("codings",))
    assert overview(None, older, told).cells[0][0].lines == ("1 against", "answered")
    assert overview(None, older).cells[0][0].lines == ("1 against", "answered, changed since")
