"""Step 3: claims put to tactics, and what each tactic answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from qualcode.errors import QualcodeError
from qualcode.evidence.case_words import fold
from qualcode.evidence.selection import is_human
from qualcode.evidence.wording import name_answer
from qualcode.messages import mark, translator
from qualcode.model import Matrix, Section, Study, Verdict
from qualcode.registry import line_up_parts, list_purposes, require_part
from qualcode.verify.answering import put_to_tactic
from qualcode.verify.claim_table import build_claim_table
from qualcode.verify.contract import Tactic
from qualcode.verify.judging import describe_judgement, describe_work, find_judging
from qualcode.verify.material import Material, Uncoded, gather
from qualcode.verify.overview import build_overview
from qualcode.verify.words import name_lean
from qualcode.workflow.coding import load_if_coded
from qualcode.workflow.opening import OpenStudy


def put_to_tactics(
    study: Study,
    language: str,
    tactics: Iterable[str] = (),
    claims: Iterable[str] = (),
    read_uncoded: Callable[[], tuple[Uncoded, ...]] | None = None,
) -> tuple[Verdict, ...]:
    """The verdicts of `tactics` (none: all) about `claims` (none: all), claim by claim.

    `read_uncoded` reads the sentences without codings again, for tactics that ask for it; it takes as long as coding.
    An unknown claim or tactic is refused.
    """
    chosen = _choose_tactics(tuple(tactics))
    chosen_study = _choose_claims(study, tuple(claims))
    uncoded = read_uncoded() if read_uncoded and any(tactic.reads_uncoded for tactic in chosen) else None
    materials = gather(chosen_study, translator(language), language, uncoded)
    return tuple(put_to_tactic(tactic, material) for material in materials for tactic in chosen)


def find_material(study: Study, claim: str, language: str) -> Material:
    """One claim with the codings that bear on it; an unknown claim is refused."""
    return gather(_choose_claims(study, (claim,)), translator(language), language)[0]


def tell_judging(study: Study, language: str) -> dict[str, tuple[str, ...]]:
    """How each claim stands, by its id: what people judged it to be or what it leans to, then what was done for it."""
    t = translator(language)
    people_coded = any(map(is_human, study.codings))
    told = {}
    for material in gather(study, t, language):
        judging = find_judging(material)
        lean = name_lean(material.side, material.bearing, t, people_coded=people_coded)
        judged = [describe_judgement(each, t) for each in judging.judgements]
        told[material.claim.id] = (*(judged or [lean]), *describe_work(judging, t))
    return told


def tell_if_coded(opened: OpenStudy) -> dict[str, tuple[str, ...]]:
    """The same of a study on the disk; nothing of one that is not coded or has faults."""
    study = load_if_coded(opened) if opened.claims else None
    return tell_judging(study, opened.language) if study else {}


def build_verification(study: Study, language: str, *, brief: bool = False) -> Matrix:
    """Claims with what the interviews say for and against them, side by side; `brief` counts passages, quoting none."""
    t = translator(language)
    materials = gather(study, t, language)
    if brief:
        materials = tuple(replace(material, brief=True) for material in materials)
    return build_claim_table(study, materials, t, language)


def build_tactics_overview(
    study: Study, language: str, verdicts: Iterable[Verdict] = (), pages: Mapping[str, str] | None = None
) -> Matrix:
    """Every claim put to every tactic, one word or count a cell; `verdicts` are those of all claims, where they are at
    hand, and `pages` the addresses of the claims' pages, onto which cells then open."""
    found = tuple(verdicts) or put_to_tactics(study, language)
    return build_overview(study, found, list_purposes("verify", language), translator(language), language, pages)


def write_section(verdict: Verdict, language: str) -> Section:
    """A tactic's answer as a section of a report: what it is for, what is left to decide, what was computed."""
    t = translator(language)
    purpose = dict(list_purposes("verify", language))[verdict.tactic]
    return Section(
        key=verdict.computed.name,
        heading=f"{verdict.computed.title} ({verdict.tactic})",
        body=verdict.computed,
        intro=(purpose, *list_left_open(verdict, language), t("Computed:")),
    )


def list_left_open(verdict: Verdict, language: str) -> tuple[str, ...]:
    """The questions that a tactic leaves to a person, and what was answered, a line each."""
    t = translator(language)
    said = [t("Answer of {answer}").format(answer=name_answer(answer, t)) for answer in verdict.answers]
    open_ones = (f"- {line}" for line in verdict.to_decide)
    return (t("Left for a person to decide:"), *open_ones, *(said or [t("Nobody has answered yet.")]))


def require_tactic(name: str) -> Tactic:
    """One tactic by its name; an unknown one is refused."""
    return _choose_tactics((name,))[0]


def require_claim(study: Study, id_: str) -> str:
    """A claim's id as claims.yaml writes it, in whatever letter case it is given; one that is no claim's is refused."""
    known = [claim.id for claim in study.claims]
    alike = [own for own in known if fold(own) == fold(id_)]
    if id_ not in known and len(alike) != 1:
        how = mark("Claims are: {known}", known=", ".join(known))
        raise QualcodeError(
            mark("There is no claim {id}", id=id_),
            how if known else mark("There is none yet; take one up with `qualcode claim new`"),
        )
    return id_ if id_ in known else alike[0]


def _choose_tactics(names: tuple[str, ...]) -> list[Tactic]:
    for name in names:
        require_part("verify", name, mark("There is no tactic {name}", name=name))
    return [entry.load() for entry in line_up_parts("verify") if not names or entry.name in names]


def _choose_claims(study: Study, ids: tuple[str, ...]) -> Study:
    """The study with these claims alone; none keeps all."""
    chosen = {require_claim(study, id_) for id_ in ids}
    return replace(study, claims=tuple(claim for claim in study.claims if not ids or claim.id in chosen))
