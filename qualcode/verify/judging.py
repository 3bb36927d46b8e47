"""How a claim stands: what people judged it to be, and what is still to be done before they may.

The status of a claim is a person's judgement, never computed. "Supported" is judged only where the claim has a human
author, a rival was considered and all negative evidence was read.
"""

from dataclasses import dataclass, replace

from qualcode.errors import QualcodeError
from qualcode.evidence.act_words import name_status
from qualcode.evidence.answers import find_answers
from qualcode.evidence.selection import is_human
from qualcode.evidence.wording import name_changed
from qualcode.messages import Translate, mark, translator
from qualcode.model import Answer, ClaimStatus, Study
from qualcode.registry import find_parts
from qualcode.verify.answering import RIVALS, name_question, put_to_tactic
from qualcode.verify.basis import make_basis, mark_changed
from qualcode.verify.drawing import count_passages
from qualcode.verify.material import Material, find_bearing_on_rival, gather

STATUSES: tuple[ClaimStatus, ...] = ("supported", "mixed", "contradicted", "silent", "not checkable")


@dataclass(frozen=True, slots=True)
class Judging:
    """What people did about a claim: `judgements`, one a person, how many `tactics` there are and to how many of them
    somebody has `answered`, and how many contrary passages are `unread`: nobody has decided on them."""

    judgements: tuple[Answer, ...]
    answered: int
    tactics: int
    unread: int


def find_judging(material: Material) -> Judging:
    """How a material's claim stands; judgements come with what has changed since."""
    tactics = tuple(find_parts("verify"))
    given = material.judgements
    return Judging(
        judgements=mark_changed(given, find_judged_basis(material)) if given else (),
        answered=sum(name_question(tactic, material.claim.id) in material.answers for tactic in tactics),
        tactics=len(tactics),
        unread=count_passages([coding for coding in material.contrary if not is_human(coding)]),
    )


def find_judged_basis(material: Material) -> str:
    """What a judgement on the claim is given on: all that bears on it and on its rivals."""
    on_rivals = (coding for rival in material.claim.rivals for coding in find_bearing_on_rival(rival, material))
    codings = {coding.id: coding for coding in (*material.bearing, *on_rivals)}
    return make_basis(material.claim, codings.values(), material.study.codebook, on_rivals=True)


def list_lacking(material: Material, study: str) -> tuple[tuple[str, str], ...]:
    """What stands in the way of judging the claim supported, each with what to do about it, in commands on `study`."""
    claim = material.claim
    lacking = []
    if not claim.author or claim.author in find_parts("coders"):
        lacking.append((mark("it has no human author"), mark("Write `author:` under {id} in claims.yaml", id=claim.id)))
    if not _has_weighed_rivals(material):
        how = mark(
            "Answer `qualcode verify {study} {id} --tactic {rivals} --answer ...`",
            study=study,
            id=claim.id,
            rivals=RIVALS,
        )
        lacking.append((mark("nobody has said what became of its rivals as they are now"), how))
    if unread := find_judging(material).unread:
        codes = " ".join(f"--code {code}" for code, _ in claim.codes)
        lacking.append(
            (
                mark("contrary passages unread: {unread}", unread=unread),
                mark("Decide on them in `qualcode review {study} {codes}`", study=study, codes=codes),
            )
        )
    return tuple(lacking)


def _has_weighed_rivals(material: Material) -> bool:
    """Whether somebody said what became of the rivals, and neither they nor the claim are others since."""
    if name_question(RIVALS, material.claim.id) not in material.answers:
        return False
    answers = put_to_tactic(find_parts("verify")[RIVALS].load(), material).answers
    return any(not {"claim", "rivals"} & set(answer.changed) for answer in answers)


def describe_judging(judging: Judging, t: Translate) -> tuple[str, ...]:
    """A line a judgement, or that there is none, then what was done for it."""
    judged = [describe_judgement(each, t) for each in judging.judgements] or [t("not yet judged")]
    return (*judged, *describe_work(judging, t))


def describe_judgement(judgement: Answer, t: Translate) -> str:
    """`supported (siti, 2026-01-31): why`, and what has changed since."""
    line = t("{status} ({who}, {day})").format(
        status=name_status(judgement.label, t), who=judgement.who, day=judgement.when[:10]
    )
    line += f": {judgement.text}" if judgement.text else ""
    return f"{line} [{name_changed(judgement.changed, t)}]" if judgement.changed else line


def describe_work(judging: Judging, t: Translate) -> tuple[str, ...]:
    """How many tactics somebody answered, and how many contrary passages nobody has read."""
    lines = [t("tests run: {n} of {all}").format(n=judging.answered, all=judging.tactics)]
    if judging.unread:
        lines.append(t("contrary passages unread: {n}").format(n=judging.unread))
    return tuple(lines)


def tell_judged(study: Study, t: Translate, language: str) -> dict[str, tuple[str, ...]]:
    """The judgements on the study's claims, a line each, by the claim's id; claims that nobody judged are left out."""
    given = find_answers(study.decisions, "judge")
    claims = tuple(claim for claim in study.claims if claim.id in given)
    materials = gather(replace(study, claims=claims), t, language) if claims else ()
    return {
        material.claim.id: tuple(describe_judgement(each, t) for each in find_judging(material).judgements)
        for material in materials
    }


def count_judged(study: Study, t: Translate) -> str:
    """How many claims people judged to be what; a claim on which they differ counts for each status, and is told."""
    given = find_answers(study.decisions, "judge")
    by_claim = {claim.id: {each.label for each in given.get(claim.id, ())} for claim in study.claims}
    counts = ((status, sum(status in found for found in by_claim.values())) for status in STATUSES)
    judged = ", ".join(f"{name_status(status, t)} {n}" for status, n in counts if n) or t("none")
    differing = sum(len(found) > 1 for found in by_claim.values())
    line = t("Claims: {n}. Judged by people: {judged}. Not yet judged: {left}.").format(
        n=len(by_claim), judged=judged, left=sum(not found for found in by_claim.values())
    )
    return line + (" " + t("People judge differently on: {n}.").format(n=differing) if differing else "")


def read_status(word: str) -> ClaimStatus | None:
    """A status as a person types it, in English or in Indonesian; None for `none`, which takes a judgement back.

    Refused is a word that is none.
    """
    known: dict[str, ClaimStatus | None] = {"none": None, "tidak ada": None, "tidak dapat diperiksa": "not checkable"}
    for language in ("en", "id"):
        known |= {name_status(status, translator(language)): status for status in STATUSES}
    known |= {status: status for status in STATUSES}
    typed = " ".join(word.casefold().replace("-", " ").split())
    if typed not in known:
        words = ", ".join(status.replace(" ", "-") for status in STATUSES)
        raise QualcodeError(
            mark("{word} is no status of a claim", word=word), mark("Judge it {words} or none", words=words)
        )
    return known[typed]
