"""Coverage: how much of each interview was coded, and how far the text was condensed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualcode.condense.contract import Condensation, Material
from qualcode.evidence.provenance import describe_all, warn
from qualcode.messages import Translate, mark, write_decimal
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study, TranscriptAccount


@dataclass(frozen=True, slots=True)
class Counted:
    """Respondents' words and units, those of them that bear a coding, and the ids of the codings."""

    words: int
    coded_words: int
    units: int
    coded_units: int
    ids: tuple[str, ...]


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A row a transcript and one for the total; every count of what was coded keeps the codings behind it."""
    study = material.study
    standing = list_standing(study)
    ids: dict[str, list[str]] = defaultdict(list)
    for coding in standing:
        ids[coding.transcript].append(coding.id)
    every_id = [coding_id for sheet in study.accounts for coding_id in ids[sheet.transcript]]
    matrix = Matrix(
        name="coverage",
        title=t("Coverage"),
        rows=(*(Heading(sheet.transcript, sheet.transcript) for sheet in study.accounts), Heading("total", t("Total"))),
        columns=(Heading("words", t("Words"), t("all speakers")), *head_counted(t)),
        cells=(
            *(_fill([sheet], ids[sheet.transcript], t) for sheet in study.accounts),
            _fill(study.accounts, every_id, t),
        ),
        entry_rules=(*describe_counted(t), *describe_all(study, standing, t)),
        notes=warn(study, standing, t),
    )
    return (matrix,)


def list_standing(study: Study) -> tuple[Coding, ...]:
    """The codings that coverage counts: all but rejected ones, wishes and hypotheticals too."""
    return tuple(coding for coding in study.codings if coding.status != "rejected")


def head_counted(t: Translate) -> tuple[Heading, ...]:
    """The columns that `fill_counted` fills."""
    return (
        Heading("respondent-words", t("Respondents' words")),
        Heading("coded-words", t("Coded words")),
        Heading("uncoded-words", t("Uncoded words")),
        Heading("units", t("Units")),
        Heading("coded-units", t("Coded units")),
        Heading("ratio", t("Reduction ratio"), t("respondents' words to coded words")),
    )


def fill_counted(counted: Counted, t: Translate) -> tuple[Cell, ...]:
    """What is counted, a cell a column of `head_counted`."""
    return (
        Cell((str(counted.words),)),
        Cell((str(counted.coded_words),), counted.ids),
        Cell((str(counted.words - counted.coded_words),)),
        Cell((str(counted.units),)),
        Cell((str(counted.coded_units),), counted.ids),
        Cell((write_ratio(counted.words, counted.coded_words, t),), counted.ids),
    )


def write_ratio(words: int, coded: int, t: Translate) -> str:
    """`12.5 : 1`, how many words stand for one that was coded."""
    return write_decimal(f"{words / coded:.1f}", t) + " : 1" if coded else t("nothing coded")


def _fill(sheets: Sequence[TranscriptAccount], ids: Iterable[str], t: Translate) -> tuple[Cell, ...]:
    counted = Counted(
        sum(sheet.respondent_words for sheet in sheets),
        sum(sheet.coded_words for sheet in sheets),
        sum(sheet.units for sheet in sheets),
        sum(sheet.coded_units for sheet in sheets),
        tuple(ids),
    )
    return (Cell((str(sum(sheet.words for sheet in sheets)),)), *fill_counted(counted, t))


def describe_counted(t: Translate) -> tuple[EntryRule, ...]:
    """What words, coded and uncoded mean."""
    return (
        EntryRule(t("Words"), t("what white space separates; labels and times are no words")),
        EntryRule(
            t("Coded"),
            t(
                "a respondent's unit with at least one coding on it, of whatever code, polarity or modality, rejected "
                "ones left out; its words are coded words"
            ),
        ),
        EntryRule(
            t("Uncoded"),
            t("respondents' words that no coding lies on: silence of the codebook, to be read, not absence of meaning"),
        ),
    )


PART = Condensation(
    name="coverage",
    purpose=mark("See how much of each interview was coded, and how far the text was condensed."),
    build=build,
)
