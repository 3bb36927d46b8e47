"""What people noted on codings, to stand beside their quotes (jottings: Miles, Huberman and Saldana 2014, ch. 4)."""

from collections import defaultdict

from qualcode.evidence.applying import Memo
from qualcode.evidence.audited import list_own
from qualcode.messages import Translate
from qualcode.model import Beside, Decision, Passage, Study


def list_jottings(study: Study) -> tuple[tuple[Decision, Passage], ...]:
    """The decisions that say something in a person's own words, each with its passage; auditors' are none of the
    study's."""
    return tuple((decision, decision.passage) for decision in list_own(study) if decision.comment and decision.passage)


def find_jottings(study: Study) -> dict[str, tuple[Memo, ...]]:
    """The jottings that stand, by the present ids of their codings, the oldest first.

    What was noted on a coding stands beside everything that came of it: a suggestion's jotting beside the edited coding
    too. Jottings on passages without a code stand beside no quote.
    """
    return study.find_once("jottings", lambda: _find_jottings(study))


def _find_jottings(study: Study) -> dict[str, tuple[Memo, ...]]:
    noted: dict[str, list[Memo]] = defaultdict(list)
    for decision, _ in list_jottings(study):
        if decision.on:
            noted[find_root(study, decision.on)].append(_write_memo(decision))
    if not noted:
        return {}
    by_coding = ((coding.id, noted.get(find_root(study, coding.id), ())) for coding in study.codings)
    return {id_: tuple(sorted(found, key=lambda memo: memo.when)) for id_, found in by_coding if found}


def find_beside(study: Study, t: Translate) -> tuple[Beside, ...]:
    """All jottings, those on passages without a code too, in the order in which people wrote them, each beside its
    turn; one on a coding begins with the code."""
    found = sorted(list_jottings(study), key=lambda pair: pair[0].when)
    return tuple(Beside(decision.transcript, passage.turn, _tell(decision, t)) for decision, passage in found)


def _tell(decision: Decision, t: Translate) -> str:
    parts = (decision.to_code or decision.code, write_jotting(_write_memo(decision)))
    return t("Jotting, {jotting}").format(jotting=": ".join(filter(None, parts)))


def _write_memo(decision: Decision) -> Memo:
    return Memo(decision.who, decision.when, decision.comment)


def write_jotting(memo: Memo) -> str:
    """`siti 2026-01-31: “why so?”`."""
    return f"{memo.who} {memo.when[:10]}: “{memo.text}”"


def find_root(study: Study, id_: str) -> str:
    """The id that a coding was first decided on by, from its present id or one that it had before."""
    return study.roots.get(id_) or study.roots.get(study.former_ids.get(id_, id_), study.former_ids.get(id_, id_))
