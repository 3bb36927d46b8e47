"""Chains: link by link, on one side of a code, and told whole or pieced together."""

from qualcode.meaning.chain_of_evidence import PART
from qualcode.meaning.material import Assertion
from tests.meaning.studies import code, put, read_cells, talk

WHOLE = "N: Rapat rutin sehingga kami percaya. Uang naik karena kami percaya betul."
ONE, TWO = talk("INF-01", WHOLE), talk("INF-02", WHOLE)
FIRST = (("Rapat rutin", "CG.DLG"), ("kami percaya.", "CG.TRU"), ("Rapat rutin sehingga kami percaya.", "OB.COO"))
SECOND = (
    ("Uang naik", "IM.ECO"),
    ("kami percaya betul.", "CG.TRU"),
    ("Uang naik karena kami percaya betul.", "OB.COO"),
)
TURNED = (
    ("Uang naik", "IM.ECO"),
    ("kami percaya betul.", "-CG.TRU"),
    ("Uang naik karena kami percaya betul.", "OB.COO"),
)
CHAIN = "CG.DLG + → CG.TRU + → IM.ECO +"


def lay(*codings, **handed):
    chains, links = put(PART, (ONE, TWO), [coding for own in codings for coding in own], handed=handed).tables
    return {row.label: row.key for row in chains.rows}, read_cells(chains), read_cells(links), chains.notes


def test_a_chain_told_whole_has_its_tellers_and_its_weakest_link() -> None:
    rows, chains, links, _ = lay(code(ONE, *FIRST, *SECOND), code(TWO, *FIRST))
    key = rows[CHAIN]
    assert chains[key, "whole"].lines == ("INF-01",)
    assert chains[key, "weakest"].lines == ("CG.TRU + → IM.ECO +",)
    assert links["CG.DLG/CG.TRU", "stated"].lines == ("2 of 2 informants (public)",)
    assert links["CG.TRU/IM.ECO", "passages"].lines == ("1",)


def test_a_chain_out_of_two_mouths_is_pieced_together() -> None:
    rows, chains, _, _ = lay(code(ONE, *FIRST), code(TWO, *SECOND))
    assert chains[rows[CHAIN], "whole"].lines == ("nobody: pieced together",)


def test_trust_that_comes_and_trust_that_lacks_make_no_chain() -> None:
    """Codes without their sides would join the two."""
    rows, _, _, notes = lay(code(ONE, *FIRST, *TURNED))
    assert CHAIN not in rows
    assert not any("CG.TRU + → IM.ECO" in label or "CG.TRU − → IM.ECO" in label for label in rows)
    assert "there is no chain of three" in notes[-1]


def test_contrary_passages_stand_beside_the_link() -> None:
    _, _, links, _ = lay(code(ONE, *FIRST, *SECOND), code(TWO, ("kami percaya.", "-CG.TRU")))
    assert links["CG.DLG/CG.TRU", "contrary"].lines == ("1 suggested",)


def test_a_claim_that_nobody_states_stands_with_nothing_behind_it() -> None:
    claim = Assertion("D1", "claim", "Meetings lead to income.", (), (), relation=("CG.DLG", "IM.ECO"))
    _, _, links, _ = lay(code(ONE, *FIRST), list_assertions=lambda: (claim,))
    assert links["D1", "stated"].lines == ("nobody",)
    trust = Assertion("D2", "claim", "Meetings lead to trust.", (), (), relation=("CG.DLG", "CG.TRU"))
    _, _, links, _ = lay(code(ONE, *FIRST), list_assertions=lambda: (trust,))
    assert links["D2", "stated"].lines == ("1 of 2 informants (public)",)
