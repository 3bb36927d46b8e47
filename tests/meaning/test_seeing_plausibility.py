"""Plausible claims: those that rest on one informant, a memo, or nothing."""

from qualcode.meaning.material import Assertion
from qualcode.meaning.seeing_plausibility import PART
from tests.meaning.studies import code, put, read_cells, talk

ONE = talk("INF-01", "N: Kami percaya. Kami saling percaya.")
TWO = talk("INF-02", "N: Ya percaya. Percaya apa.")
FIRST, AGAIN = code(ONE, ("Kami percaya.", "CG.TRU"), ("Kami saling percaya.", "CG.TRU"))
OTHER, DENIED = code(TWO, ("Ya percaya.", "CG.TRU"), ("Percaya apa.", "-CG.TRU"))


def lay(*assertions: Assertion):
    return put(PART, (ONE, TWO), [FIRST, AGAIN, OTHER, DENIED], handed={"list_assertions": lambda: assertions}).tables[
        0
    ]


def claim(id_: str, supporting=(), contrary=(), **changes) -> Assertion:
    return Assertion(id_, "claim", f"Claim {id_}", tuple(supporting), tuple(contrary), **changes)


def test_a_claim_on_one_informant_and_one_on_a_memo_are_told() -> None:
    table = lay(claim("K1", [FIRST], [DENIED], rivals=1), claim("K2", memos=("Ego sektoral",)), claim("K3"))
    cells = read_cells(table)
    assert cells["K1", "rests"].lines == ("one informant alone: INF-01",)
    assert cells["K1", "against"].coding_ids == (DENIED.id,)
    assert cells["K1", "rivals"].lines == ("1",)
    assert cells["K2", "rests"].lines == ("a memo alone: Ego sektoral",)
    assert cells["K3", "rests"].lines == ("nothing that was found",)
    assert cells["K1", "why"].lines == ()
    assert [row.detail for row in table.rows] == ["K1; claim", "K2; claim", "K3; claim"]
    [pattern] = lay(Assertion("Rukun", "pattern", "Rukun", (FIRST,), ())).rows
    assert pattern.detail == "Rukun; pattern code"


def test_one_informant_who_says_it_twice_is_still_one() -> None:
    assert [row.key for row in lay(claim("K1", [FIRST, AGAIN])).rows] == ["K1"]


def test_a_second_informant_who_speaks_against_it_is_no_second_voice_for_it() -> None:
    assert [row.key for row in lay(claim("K1", [FIRST], [DENIED])).rows] == ["K1"]


def test_what_two_say_is_not_listed_and_not_called_true() -> None:
    table = lay(claim("K1", [FIRST, OTHER]), claim("K2", [FIRST]), claim("K3", is_checkable=False))
    assert [row.key for row in table.rows] == ["K2"]
    assert "does not make them true: 1 of 2." in table.notes[-1]


def test_without_claims_it_says_where_to_write_some() -> None:
    assert "claims.yaml" in lay().notes[-1]
