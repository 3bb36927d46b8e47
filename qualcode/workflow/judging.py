"""What a person says of a claim, on the disk before it returns: answers to tactics, and the judgement."""

from qualcode.errors import QualcodeError
from qualcode.evidence.answers import find_answers
from qualcode.messages import join, mark
from qualcode.model import ClaimStatus, Question, Study
from qualcode.verify.answering import find_basis, name_question, put_to_tactic
from qualcode.verify.judging import find_judged_basis, list_lacking
from qualcode.verify.material import Material
from qualcode.workflow.answering import Said, record_answers
from qualcode.workflow.commands import name_study
from qualcode.workflow.desk import require_person
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.verifying import find_material, require_tactic


def answer_tactic(
    opened: OpenStudy, study: Study, claim: str, tactic: str, text: str, coder: str, when: str
) -> tuple[str, ...]:
    """Append what `coder` answers to the questions that a tactic leaves open about a claim; an empty text takes the
    coder's last answer back. Gives remarks on odd files.

    `when` is ISO 8601 in UTC. Refused are an unknown claim or tactic, a coder without a name or with a machine's, and
    taking back what was not said.
    """
    coder = require_person(coder)
    part = require_tactic(tactic)
    material = find_material(study, claim, opened.language)
    on = name_question(part.name, material.claim.id)
    refuse_empty(study, "answer", on, text, coder)
    basis = find_basis(put_to_tactic(part, material), material)
    return record_answers(opened, coder, "answer", [Said(on, text.strip(), basis=basis)], when)


def judge_claim(
    opened: OpenStudy, study: Study, claim: str, status: ClaimStatus | None, why: str, coder: str, when: str
) -> tuple[str, ...]:
    """Append what `coder` judges a claim to be, and why; no `status` takes the coder's judgement back.

    Refused are an unknown claim, a judgement without reasons, any but "not checkable" of a claim that interviews cannot
    answer, and "supported" while the claim has no human author, no rival was considered or negative evidence is unread.
    """
    coder = require_person(coder)
    material = find_material(study, claim, opened.language)
    if status is None:
        refuse_empty(study, "judge", material.claim.id, "", coder)
        return record_answers(opened, coder, "judge", [Said(material.claim.id)], when)
    return record_answers(opened, coder, "judge", [weigh_judgement(opened, material, status, why)], when)


def weigh_judgement(opened: OpenStudy, material: Material, status: ClaimStatus, why: str) -> Said:
    """A judgement as it is recorded; one without reasons, and one that cannot be given yet, is refused."""
    claim = material.claim.id
    if not why.strip():
        raise QualcodeError(
            mark("A judgement needs its reasons"), mark("Give them with --why, in a sheet after a colon: mixed: ...")
        )
    if material.claim.checkable == "no" and status != "not checkable":
        how = mark("Judge it not-checkable, or change `checkable:` in claims.yaml")
        raise QualcodeError(mark("Interviews cannot answer {claim}: claims.yaml says so", claim=claim), how)
    lacking = list_lacking(material, name_study(opened)) if status == "supported" else ()
    if lacking:
        what, how = (join("; ", parts) for parts in zip(*lacking, strict=True))
        raise QualcodeError(mark("{claim} cannot be judged supported yet: {what}", claim=claim, what=what), how)
    return Said(claim, why.strip(), status, find_judged_basis(material))


def refuse_empty(study: Study, question: Question, on: str, text: str, coder: str) -> None:
    """Refuse to take back what the coder did not say."""
    given = find_answers(study.decisions, question).get(on, ())
    if not text.strip() and coder not in [answer.who for answer in given]:
        raise QualcodeError(
            mark("{coder} has said nothing to {on} that could be taken back", coder=coder, on=on),
            mark("Write what you have to say"),
        )
