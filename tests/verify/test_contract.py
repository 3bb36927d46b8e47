"""The thirteen tactics: all there, each once, none that judges."""

import re
from pathlib import Path

import pytest

from qualcode.model import Words
from qualcode.registry import find_parts
from qualcode.verify.answering import put_to_tactic
from tests.factories import code_words, make_transcript
from tests.verify.gathered import gather_claim

TACTICS = [entry.load() for entry in find_parts("verify").values()]
HEAD = make_transcript("a.txt", "N: Kami percaya. Kami curiga.", case="INF-01")
CODINGS = [
    code_words(HEAD, "Kami percaya.", "CG.TRU"),
    code_words(HEAD, "Kami curiga.", "CG.TRU", "contrary"),
]
JUDGEMENTS = re.compile(r"\b(verified|confirmed|proven|proves|significant|theme found)\b|\d ?%", re.IGNORECASE)


def test_there_are_thirteen_numbered_as_in_the_chapter() -> None:
    assert sorted(tactic.number for tactic in TACTICS) == list(range(1, 14))


@pytest.mark.parametrize("tactic", TACTICS, ids=lambda tactic: tactic.name)
@pytest.mark.parametrize("codings", [CODINGS, []], ids=["evidence", "none"])
def test_a_tactic_computes_and_asks_and_judges_nothing(tactic, codings) -> None:
    verdict = put_to_tactic(tactic, gather_claim([HEAD], codings))
    assert (verdict.claim, verdict.tactic, verdict.answers) == ("C1", tactic.name, ())
    assert len(verdict.brief.lines) == 1
    assert verdict.to_decide
    assert not JUDGEMENTS.search(repr(verdict))
    known = {coding.id for coding in codings}
    assert known.issuperset(verdict.brief.coding_ids)
    assert all(known.issuperset(cell.coding_ids) for row in verdict.computed.cells for cell in row)
    keys = [row.key for row in verdict.computed.rows]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("tactic", TACTICS, ids=lambda tactic: tactic.name)
def test_what_interviews_cannot_answer_is_put_to_no_tactic(tactic) -> None:
    verdict = put_to_tactic(tactic, gather_claim([HEAD], CODINGS, checkable="no", needs=Words("", "the accounts")))
    assert (verdict.brief.kind, verdict.to_decide) == ("missing", ("Look elsewhere: the accounts",))
    assert not any(cell.coding_ids for row in verdict.computed.cells for cell in row)


def test_no_tactic_reads_a_file_or_the_clock() -> None:
    room = Path(__file__).resolve().parents[2] / "qualcode" / "verify"
    for path in room.glob("*.py"):
        if "\nPART = " in path.read_text(encoding="utf-8"):
            assert not re.search(r"\bopen\(|read_text|now\(|today\(", path.read_text(encoding="utf-8")), path
