"""Coverage by code: how many units and words each code holds, and how far it condenses what respondents say."""

from collections.abc import Sequence

from qualcode.condense.contract import Condensation, Material
from qualcode.condense.coverage import list_standing, write_ratio
from qualcode.evidence.excerpts import make_excerpt
from qualcode.evidence.provenance import describe_all, warn
from qualcode.evidence.selection import group_by_code, group_by_unit, list_ids
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A row a code, in the order of the codebook; a sub-code counts as its code."""
    study = material.study
    standing = list_standing(study)
    by_code = group_by_code(standing, study.codebook)
    said = sum(sheet.respondent_words for sheet in study.accounts)
    matrix = Matrix(
        name="coverage-by-code",
        title=t("Coverage by code"),
        rows=tuple(
            Heading(code.id, code.label.in_language(material.language), code.id) for code in study.codebook.codes
        ),
        columns=(
            Heading("units", t("Units")),
            Heading("words", t("Coded words")),
            Heading("transcripts", t("Interviews")),
            Heading("ratio", t("Reduction ratio"), t("respondents' words to coded words")),
        ),
        cells=tuple(_fill(by_code[code.id], said, len(study.accounts), t) for code in study.codebook.codes),
        entry_rules=(
            EntryRule(
                t("Counting"),
                t(
                    "each unit once for a code, whoever coded it, of whatever polarity or modality, rejected ones left "
                    "out; a sub-code counts as its code; a unit that bears two codes stands in both rows, so rows do "
                    "not add up"
                ),
            ),
            EntryRule(t("Words"), t("what white space separates; labels and times are no words")),
            EntryRule(t("What it says"), t("how much is said that bears a code, not how much the code matters")),
            *describe_all(study, standing, t),
        ),
        notes=warn(study, standing, t),
    )
    return (matrix,)


def _fill(codings: Sequence[Coding], said: int, interviews: int, t: Translate) -> tuple[Cell, ...]:
    units = group_by_unit(codings)
    words = sum(len(make_excerpt(*unit).quote.split()) for unit in units)
    ids = list_ids(codings)
    transcripts = len({coding.transcript for coding in codings})
    lines = (
        str(len(units)),
        str(words),
        t("{n} of {total}").format(n=transcripts, total=interviews),
        write_ratio(said, words, t),
    )
    return tuple(Cell((line,), ids) for line in lines)


PART = Condensation(
    name="coverage-by-code",
    purpose=mark("See how much of what respondents say each code holds."),
    build=build,
)
