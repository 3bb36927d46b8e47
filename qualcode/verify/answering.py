"""How a tactic's answer is put together: the matrix with its entry rules, the brief word, the questions left open."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qualcode.evidence.provenance import describe_basis, describe_boundaries, warn
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Verdict
from qualcode.verify.basis import make_basis, mark_changed
from qualcode.verify.contract import Tactic
from qualcode.verify.material import Material

RIVALS = "rivals"  # the tactic whose answers say that rivals were considered


@dataclass(frozen=True, slots=True)
class Computed:
    """What a tactic computed: rows with their cells under `columns`, rules that say how, and the codings it used."""

    title: str
    columns: tuple[Heading, ...]
    rows: tuple[tuple[Heading, tuple[Cell, ...]], ...]
    rules: tuple[EntryRule, ...]
    codings: Sequence[Coding]


def answer(tactic: str, material: Material, brief: Cell, computed: Computed, to_decide: Sequence[str]) -> Verdict:
    """The tactic's verdict; every matrix says what it rests on, and that nobody has judged it where that is so."""
    study, t = material.study, material.t
    matrix = Matrix(
        name=name_matrix(tactic, material.claim.id),
        title=f"{material.claim.id}: {computed.title}",
        rows=tuple(heading for heading, _ in computed.rows),
        columns=computed.columns,
        cells=tuple(cells for _, cells in computed.rows),
        entry_rules=(
            *computed.rules,
            *describe_basis(study, computed.codings, t),
            *describe_boundaries(study, t),
        ),
        notes=warn(study, computed.codings, t),
    )
    return Verdict(material.claim.id, tactic, brief, matrix, tuple(to_decide))


def name_matrix(tactic: str, claim: str) -> str:
    """What a tactic's matrix about a claim is called: `rivals@K1`."""
    return f"{tactic}@{claim}"


def name_question(tactic: str, claim: str) -> str:
    """What an answer to the questions that a tactic leaves open about a claim is on: `K1:rivals`."""
    return f"{claim}:{tactic}"


def put_to_tactic(tactic: Tactic, material: Material) -> Verdict:
    """Put a claim to a tactic; one that interviews cannot answer is not searched for, and its source is named.

    What people answered stands with it, each answer with what has changed since.
    """
    verdict = tactic.test(material) if material.claim.checkable != "no" else _name_source(tactic, material)
    answers = material.answers.get(name_question(tactic.name, material.claim.id), ())
    return replace(verdict, answers=mark_changed(answers, find_basis(verdict, material))) if answers else verdict


def find_basis(verdict: Verdict, material: Material) -> str:
    """What an answer to the verdict's questions is given on."""
    ids = verdict.computed.coding_ids
    codings = [coding for coding in material.study.codings if coding.id in ids]
    return make_basis(material.claim, codings, material.study.codebook, on_rivals=verdict.tactic == RIVALS)


def _name_source(tactic: Tactic, material: Material) -> Verdict:
    t = material.t
    brief = Cell((t("not checkable from interviews"),), kind="missing")
    needs = material.claim.needs.in_language(material.language)
    computed = Computed(
        title=t("not searched: interviews cannot answer this"),
        columns=(Heading("needs", t("What could answer it")),),
        rows=((Heading("claim", material.claim.text.in_language(material.language)), (Cell((needs,)),)),),
        rules=(),
        codings=(),
    )
    return answer(tactic.name, material, brief, computed, (t("Look elsewhere: {needs}").format(needs=needs),))
