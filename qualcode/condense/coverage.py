"""Coverage: how much of each interview was coded, and how far the text was condensed."""

from collections import defaultdict
from collections.abc import Sequence

from qualcode.evidence.provenance import describe_basis, warn
from qualcode.messages import Translate
from qualcode.model import Cell, EntryRule, Heading, Matrix, Study, TranscriptAccount


def build_coverage(study: Study, t: Translate) -> Matrix:
    """A row a transcript and one for the total; every count of what was coded keeps the codings behind it."""
    standing = tuple(coding for coding in study.codings if coding.status != "rejected")
    ids: dict[str, list[str]] = defaultdict(list)
    for coding in standing:
        ids[coding.transcript].append(coding.id)
    rows = [Heading(sheet.transcript, sheet.transcript) for sheet in study.accounts]
    cells = [_fill([sheet], ids[sheet.transcript], t) for sheet in study.accounts]
    every_id = [coding_id for sheet in study.accounts for coding_id in ids[sheet.transcript]]
    return Matrix(
        name="coverage",
        title=t("Coverage"),
        rows=(*rows, Heading("total", t("Total"))),
        columns=(
            Heading("words", t("Words"), t("all speakers")),
            Heading("respondent-words", t("Respondents' words")),
            Heading("coded-words", t("Coded words")),
            Heading("uncoded-words", t("Uncoded words")),
            Heading("units", t("Units")),
            Heading("coded-units", t("Coded units")),
            Heading("ratio", t("Reduction ratio"), t("respondents' words to coded words")),
        ),
        cells=(*cells, _fill(study.accounts, every_id, t)),
        entry_rules=(*_describe_cells(t), *describe_basis(study, standing, t)),
        notes=warn(study, standing, t),
    )


def _fill(sheets: Sequence[TranscriptAccount], ids: Sequence[str], t: Translate) -> tuple[Cell, ...]:
    respondent = sum(sheet.respondent_words for sheet in sheets)
    coded = sum(sheet.coded_words for sheet in sheets)
    ratio = f"{respondent / coded:.1f} : 1" if coded else t("nothing coded")
    plain = [str(sum(sheet.words for sheet in sheets)), str(respondent)]
    units = str(sum(sheet.units for sheet in sheets))
    coded_units = str(sum(sheet.coded_units for sheet in sheets))
    return (
        *(Cell((value,)) for value in plain),
        Cell((str(coded),), tuple(ids)),
        Cell((str(respondent - coded),)),
        Cell((units,)),
        Cell((coded_units,), tuple(ids)),
        Cell((ratio,), tuple(ids)),
    )


def _describe_cells(t: Translate) -> tuple[EntryRule, ...]:
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
