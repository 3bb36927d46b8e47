"""What auditors said: verdicts on codings as they stand now, answers beside the codings that change none of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from qualcode.evidence.answers import find_answers
from qualcode.evidence.standing import drop_undone, find_renamed, rename
from qualcode.model import Answer, Coding, Decision, Study

VERDICTS = ("supported", "not supported", "unclear")


@dataclass(frozen=True, slots=True)
class Judgement:
    """One auditor's last word on whether words bear a code. `code` is what it is called now; `coding` is the coding
    judged, or what it became, None where that is gone."""

    answer: Answer
    code: str
    coding: Coding | None

    @property
    def verdict(self) -> str:
        """One of the verdicts, "" for a remark alone."""
        return self.answer.label if self.answer.label in VERDICTS else ""


def leave_out_auditors(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions without what auditors coded blind. Whoever audits took no part in the study (Lincoln and Guba 1985):
    that coding is held against the study's own, and is none of it."""
    return tuple(decision for decision in decisions if decision.tool != "audit")


def list_own(study: Study) -> tuple[Decision, ...]:
    """What people of the study decided and did not take back; auditors are none of them."""
    return leave_out_auditors(drop_undone(study.decisions))


def name_place(coding_id: str, code: str) -> str:
    """The id of the cell that a verdict on a coding with this code is filled into."""
    return f"audit:{coding_id}:{code}"


def list_judgements(study: Study) -> tuple[Judgement, ...]:
    """Every auditor's last word on every coding that was judged, by the coding as it is now."""
    codings = {coding.id: coding for coding in study.codings}
    renamed = find_renamed(study.decisions)
    found: list[Judgement] = []
    for on, answers in find_answers(study.decisions, "fill").items():
        room, _, rest = on.partition(":")
        if room == "audit":
            id_, _, code = rest.partition(":")
            coding = codings.get(study.former_ids.get(id_, id_))
            found += (Judgement(each, rename(code, each.when, renamed), coding) for each in answers)
    return tuple(found)
