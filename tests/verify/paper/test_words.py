"""Words for what a paper rests its claims on."""

from typing import get_args

from qualcode.messages import translator
from qualcode.verify.paper.publication import Basis, Elsewhere
from qualcode.verify.paper.words import list_places, name_basis, name_elsewhere
from qualcode.verify.words import name_codes
from tests.factories import make_claim
from tests.verify.paper.papers import PAPER


def test_every_basis_and_every_source_has_words_of_its_own_in_both_languages() -> None:
    for t in (str, translator("id")):
        assert len({name_basis(basis, t) for basis in get_args(Basis)}) == len(get_args(Basis))
        assert len({name_elsewhere(kind, t) for kind in get_args(Elsewhere)}) == len(get_args(Elsewhere))


def test_claims_are_named_with_their_lines_and_codes_with_what_they_expect() -> None:
    assert list_places(("D1", "K1"), PAPER) == "D1 (10-11), K1 (12)"
    claim = make_claim(codes=(("CG.TRU", "supporting"), ("OB.COO", "contrary")))
    assert name_codes(claim, str) == "CG.TRU, OB.COO contrary"
