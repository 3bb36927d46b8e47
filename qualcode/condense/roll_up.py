"""Second-cycle roll-up: sub-codes under their codes, codes under their families, with what each draws together.

Subsuming particulars into the general is a tactic of Miles, Huberman and Saldana (2014, ch. 11); the families are those
of the codebook, and whether they are the right class is for a person to say.
"""

from collections.abc import Iterable, Sequence

from qualcode.condense.contract import Condensation, Material
from qualcode.evidence.marks import count_units
from qualcode.evidence.provenance import describe_all, warn
from qualcode.evidence.selection import group_by_code, group_by_unit, list_ids, select
from qualcode.evidence.wording import count_speakers
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Code, Coding, EntryRule, Family, Heading, Matrix, Study


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A row a family, under it a row a code, under that a row a sub-code; silent ones too. Codes without a family come
    last."""
    study = material.study
    book, language = study.codebook, material.language
    counted = select(study).counted
    by_code = group_by_code(counted, book)
    sub_code = t("sub-code")
    rows, cells = [], []
    for family, codes in book.list_families():
        own = {code.id: by_code[code.id] for code in codes}
        if family:
            of_family = [coding for found in own.values() for coding in found]
            rows.append(_head(family, t("family"), language))
            cells.append(_fill(of_family, _tell_parts(own.items(), 0, t), study, t))
        for code in codes:
            rows.append(_head(code, t("code"), language))
            by_subcode = {sub.id: [c for c in own[code.id] if c.code == sub.id] for sub in code.subcodes}
            rest = [c for c in own[code.id] if c.code not in by_subcode]
            parts = _tell_parts(by_subcode.items(), len(group_by_unit(rest)), t) if code.subcodes else t("none")
            cells.append(_fill(own[code.id], parts, study, t))
            for sub in code.subcodes:
                rows.append(Heading(sub.id, f"– {sub.label.in_language(language)}", f"{sub.id}; {sub_code}"))
                cells.append(_fill(by_subcode[sub.id], t("none"), study, t))
    matrix = Matrix(
        name="roll-up",
        title=t("Roll-up: sub-codes, codes, families"),
        rows=tuple(rows),
        columns=(
            Heading("units", t("Units")),
            Heading("informants", t("Informants")),
            Heading("parts", t("Draws together"), t("units of each part; silent parts too")),
        ),
        cells=tuple(cells),
        entry_rules=(
            EntryRule(
                t("Counting"),
                t(
                    "each unit once in its row, whoever coded it; a unit that bears two parts stands in both, so parts "
                    "do not add up; wishes and hypotheticals not counted"
                ),
            ),
            EntryRule(
                t("What it says"),
                t("where the codebook files each passage; whether that is the right class is for you to judge"),
            ),
            EntryRule(t("Empty cells"), t("silent: nothing that counts was found, which is no denial")),
            *describe_all(study, counted, t),
        ),
        notes=warn(study, counted, t),
    )
    return (matrix,)


def _head(thing: Family | Code, level: str, language: str) -> Heading:
    return Heading(thing.id, thing.label.in_language(language), f"{thing.id}; {level}")


def _fill(codings: Sequence[Coding], parts: str, study: Study, t: Translate) -> tuple[Cell, ...]:
    if not codings:
        return (Cell((t("silent"),), kind="silent"),) * 2 + (Cell((parts,)),)
    ids = list_ids(codings)
    return (
        Cell((count_units(codings, t),), ids),
        Cell((count_speakers(codings, study, t),), ids),
        Cell((parts,), ids),
    )


def _tell_parts(parts: Iterable[tuple[str, Sequence[Coding]]], rest: int, t: Translate) -> str:
    spoken: list[str] = []
    silent: list[str] = []
    for part, codings in parts:
        if codings:
            spoken.append(f"{part} {len(group_by_unit(codings))}")
        else:
            silent.append(part)
    said = [", ".join(spoken)] if spoken else []
    if rest:
        said.append(t("in no sub-code: {n}").format(n=rest))
    if silent:
        said.append(t("silent: {codes}").format(codes=", ".join(silent)))
    return "; ".join(said)


PART = Condensation(
    name="roll-up",
    purpose=mark("See sub-codes under their codes and codes under their families, each with what it draws together."),
    build=build,
)
