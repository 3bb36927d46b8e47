"""Pattern codes that people made, with what each draws together (Miles, Huberman and Saldana 2014, ch. 4)."""

from collections.abc import Sequence
from typing import get_args

from qualcode.condense.contract import Condensation, Material
from qualcode.condense.mentions import find_codings
from qualcode.evidence.marks import count_side, say_none
from qualcode.evidence.provenance import describe_all, warn
from qualcode.evidence.selection import list_ids, select
from qualcode.evidence.wording import count_speakers
from qualcode.messages import Translate, mark, translate
from qualcode.model import Cell, CellKind, Coding, EntryRule, Heading, Matrix, PatternCode, PatternKind, Study

KINDS: tuple[PatternKind, ...] = get_args(PatternKind)


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A row a pattern code, in the order of the file; what speaks against it stands beside what speaks for it."""
    study = material.study
    counted = select(study).counted
    lost = [translate(str(problem), t) for problem in material.problems if problem.where.startswith("patterns.yaml")]
    none = [] if material.patterns else [t("There are no pattern codes: people write them into patterns.yaml.")]
    matrix = Matrix(
        name="patterns",
        title=t("Pattern codes"),
        rows=tuple(
            Heading(str(number), pattern.name, name_pattern_kind(pattern.kind, t))
            for number, pattern in enumerate(material.patterns, start=1)
        ),
        columns=(
            Heading("members", t("Draws together")),
            Heading("for", t("For")),
            Heading("against", t("Against")),
            Heading("informants", t("Informants")),
            Heading("why", t("Rationale")),
            Heading("by", t("Made by")),
        ),
        cells=tuple(_fill(pattern, counted, study, t) for pattern in material.patterns),
        entry_rules=(
            EntryRule(
                t("Pattern codes"),
                t("what people wrote into patterns.yaml; the program makes none, and counts what their members hold"),
            ),
            EntryRule(
                t("Counting"),
                t(
                    "each unit once, whoever coded it, rejected ones never; wishes and hypotheticals not counted, "
                    "unless a member by itself"
                ),
            ),
            *describe_all(study, counted, t),
        ),
        notes=(*warn(study, counted, t), *lost, *none),
    )
    return (matrix,)


def name_pattern_kind(kind: str, t: Translate) -> str:
    """One of the four kinds of pattern codes, in the reader's language."""
    return {
        "category": t("category or theme"),
        "cause": t("cause or explanation"),
        "relationship": t("relationship among people"),
        "construct": t("theoretical construct"),
    }[kind]


def _fill(pattern: PatternCode, counted: Sequence[Coding], study: Study, t: Translate) -> tuple[Cell, ...]:
    codings = _gather(pattern, counted, study)
    supporting = [coding for coding in codings if coding.polarity == "supporting"]
    contrary = [coding for coding in codings if coding.polarity == "contrary"]
    return (
        Cell((", ".join(member.id for member in pattern.members),)),
        _count(supporting, "evidence", t),
        _count(contrary, "contrary", t),
        Cell((count_speakers(codings, study, t),), list_ids(codings)),
        Cell((pattern.rationale or t("none given"),)),
        Cell((" ".join(filter(None, (pattern.author, pattern.date))) or t("nobody named"),)),
    )


def _count(codings: Sequence[Coding], kind: CellKind, t: Translate) -> Cell:
    if not codings:
        return say_none(t)
    return Cell((count_side(codings, t),), list_ids(codings), kind)


def _gather(pattern: PatternCode, counted: Sequence[Coding], study: Study) -> tuple[Coding, ...]:
    """The codings that count of the member codes, and the members that are codings and were not rejected, each once."""
    book = study.codebook
    members = {member.id for member in pattern.members if member.kind == "code"}
    found = {coding.id for coding in find_codings(study, pattern.members) if coding.status != "rejected"}
    for coding in counted:
        code = book.find(coding.code)
        if code and members & {coding.code, code.id, code.family}:
            found.add(coding.id)
    return tuple(coding for coding in study.codings if coding.id in found)


PART = Condensation(
    name="patterns",
    purpose=mark("See the pattern codes that people made, with what speaks for and against each."),
    build=build,
)
