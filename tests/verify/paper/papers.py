"""A paper of four claims on the small codebook of `factories`, and the tables that set it against interviews."""

from collections.abc import Iterable

from qualcode.model import Claim, Study, Words
from qualcode.verify.material import Material, gather
from qualcode.verify.paper.publication import Finding, Publication, Tension, Unheard
from tests.factories import make_claim

MEET = make_claim("D1", text=Words("", "They meet."), codes=(("CG.DLG.forum", "supporting"),), source="4, 10-11")
TRUST = make_claim("K1", text=Words("", "They trust."), codes=(("CG.TRU", "supporting"),), source="4, 12")
MONEY = make_claim(
    "E1",
    text=Words("", "They earn more."),
    codes=(("IM.ECO", "supporting"),),
    figures=("50%",),
    checkable="partly",
    needs=Words("", "accounts"),
)
SCORE = make_claim("S1", text=Words("", "A score rose."), codes=(), checkable="no", needs=Words("", "the raw data"))

PAPER = Publication(
    name="paper",
    findings=(
        Finding(MEET, "4", "10-11", ("CG.DLG",), "interviews", "supporting", ""),
        Finding(TRUST, "4", "12", ("CG.TRU", "IM.SOC"), "none", "contrary", ""),
        Finding(MONEY, "5", "20", ("IM.ECO",), "named", "supporting", "figures"),
        Finding(SCORE, "abstract", "1", ("CG.*",), "chart", "advice", "nothing"),
    ),
    tensions=(
        Tension(
            "X1",
            make_claim("X1.a", text=Words("", "They meet."), codes=(("CG.DLG", "supporting"),), source="D1"),
            make_claim("X1.b", text=Words("", "They quarrel."), codes=(("OB.COO", "supporting"),), source="K1"),
        ),
    ),
    unheard=(Unheard("tourists", Words("wisatawan", "tourists"), "30", ("E1", "S1")),),
)


def gather_all(study: Study, claims: Iterable[Claim]) -> tuple[Material, ...]:
    from dataclasses import replace

    return gather(replace(study, claims=tuple(claims)), str, "en")


def gather_claims(study: Study) -> tuple[Material, ...]:
    return gather_all(study, (finding.claim for finding in PAPER.findings))
