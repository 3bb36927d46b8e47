"""What an answer was given on: any of it that changes is named, and nothing else."""

from dataclasses import replace

import pytest

from qualcode.model import Answer, Rival, Words
from qualcode.verify.basis import find_changed, make_basis, mark_changed
from tests.factories import CODES, code_words, make_claim, make_codebook, make_transcript

HEAD = make_transcript("a.txt", "N: Kami percaya. Kami curiga.", case="INF-01")
TRUST = code_words(HEAD, "Kami percaya.", "CG.TRU")
DOUBT = code_words(HEAD, "Kami curiga.", "CG.TRU", "contrary")
CLAIM = make_claim(rivals=(Rival(Words("", "They depend on aid."), ("OB.COO",)),))
BOOK = make_codebook()
OTHER_CODES = {
    code: replace(BOOK, codes=tuple(replace(each, hash="5678") if each.id == code else each for each in CODES))
    for code in ("CG.TRU", "OB.COO", "IM.ECO")
}
EDITED = make_transcript("a.txt", "P: Selamat pagi, Pak.", "N: Kami percaya. Kami curiga.", case="INF-01")


@pytest.mark.parametrize(
    ("claim", "codings", "codebook", "changed"),
    [
        (CLAIM, (DOUBT, TRUST), BOOK, ()),
        (replace(CLAIM, line=9, author="siti"), (TRUST, DOUBT), BOOK, ()),
        (replace(CLAIM, text=Words("", "They trust.")), (TRUST, DOUBT), BOOK, ("claim",)),
        (replace(CLAIM, scope={"sector": "public"}), (TRUST, DOUBT), BOOK, ("claim",)),
        (CLAIM, (TRUST,), BOOK, ("codings",)),
        (CLAIM, (TRUST, replace(DOUBT, status="accepted")), BOOK, ("codings",)),
        (CLAIM, (TRUST, DOUBT), OTHER_CODES["CG.TRU"], ("CG.TRU",)),
        (CLAIM, (TRUST, DOUBT), OTHER_CODES["IM.ECO"], ()),
    ],
)
def test_what_has_changed_is_named(claim, codings, codebook, changed) -> None:
    then = make_basis(CLAIM, (TRUST, DOUBT), BOOK)
    assert find_changed(then, make_basis(claim, codings, codebook)) == changed


def test_words_put_in_elsewhere_change_nothing() -> None:
    moved = code_words(EDITED, "Kami percaya.", "CG.TRU")
    assert moved.id != TRUST.id
    assert find_changed(make_basis(CLAIM, [TRUST], BOOK), make_basis(CLAIM, [moved], BOOK)) == ()


def test_rivals_count_only_where_the_answer_is_about_them() -> None:
    without = replace(CLAIM, rivals=())
    assert find_changed(make_basis(CLAIM, [TRUST], BOOK), make_basis(without, [TRUST], BOOK)) == ()
    then = make_basis(CLAIM, [TRUST], BOOK, on_rivals=True)
    assert find_changed(then, make_basis(without, [TRUST], BOOK, on_rivals=True)) == ("rivals", "OB.COO")
    assert find_changed(then, make_basis(CLAIM, [TRUST], OTHER_CODES["OB.COO"], on_rivals=True)) == ("OB.COO",)


def test_an_answer_that_kept_no_basis_is_not_called_old() -> None:
    [answer] = mark_changed([Answer("C1:rivals", "siti", "2026-01-01", "ya")], make_basis(CLAIM, [TRUST], BOOK))
    assert answer.changed == ()
