"""Sentences that no coding lies on: those with cues against the claim are told, and count nowhere."""

from dataclasses import replace

from qualcode.model import Span
from qualcode.verify.material import Uncoded
from qualcode.verify.negative_evidence import PART
from qualcode.verify.uncoded import choose_contrary
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim, read_cells

HEAD = make_transcript("a.txt", "N: Kami percaya.", case="INF-01")
TRUST = code_words(HEAD, "Kami percaya.", "CG.TRU")


def uncoded(case: str, quote: str, *cues) -> Uncoded:
    return Uncoded(f"{case}.txt", case, "N", 3, Span(0, len(quote)), quote, cues)


DOUBT = uncoded("INF-01", "Agak curiga sih.", ("CG.TRU", "contrary", "curiga"))
GLAD = uncoded("INF-01", "Ya percaya.", ("CG.TRU", "supporting", "percaya"))
OTHER = uncoded("INF-03", "Jalan sendiri.", ("OB.COO", "contrary", "sendiri"))
FAR = uncoded("INF-03", "Curiga juga.", ("CG.TRU", "contrary", "Curiga"))


def material(*found: Uncoded, **claim):
    return replace(gather_claim([HEAD], [TRUST], **claim), uncoded=found)


def test_only_cues_against_the_claim_are_chosen() -> None:
    assert choose_contrary([DOUBT, GLAD, OTHER], material()) == ((DOUBT, ("curiga",)),)
    turned = material(codes=(("CG.TRU", "contrary"),))
    assert choose_contrary([DOUBT, GLAD, OTHER], turned) == ((GLAD, ("percaya",)),)


def test_the_scope_of_the_claim_holds_for_them_too() -> None:
    assert choose_contrary([DOUBT, FAR], material(scope={"sector": "public"})) == ((DOUBT, ("curiga",)),)


def test_they_are_read_out_and_count_nowhere() -> None:
    verdict = PART.test(material(DOUBT, FAR, replace(FAR, turn=5)))
    cells = read_cells(verdict)
    assert cells["uncoded", "passages"].lines == ("3",)
    assert cells["uncoded", "quotes"].lines == (
        "INF-01: “Agak curiga sih.” (INF-01.txt, turn 3; cues: curiga)",
        "INF-03: “Curiga juga.” (INF-03.txt, turn 3; cues: Curiga) and 1 more",
    )
    assert verdict.brief.lines == ("none found",)
    assert any("hold cues against it: 3" in line for line in verdict.to_decide)


def test_where_they_were_not_looked_for_there_is_no_row_that_says_none() -> None:
    verdict = PART.test(gather_claim([HEAD], [TRUST]))
    assert ("uncoded", "passages") not in read_cells(verdict)
    assert any("not read again here" in rule.value for rule in verdict.computed.entry_rules)
    assert read_cells(PART.test(material()))["uncoded", "quotes"].lines == ("searched, none found",)
