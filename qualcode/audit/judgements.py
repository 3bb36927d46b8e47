"""What auditors judged of a sample, code by code. A verdict changes no coding: it is an answer beside it."""

from collections.abc import Iterator, Sequence

from qualcode.evidence.audited import VERDICTS, Judgement, list_judgements
from qualcode.evidence.selection import list_ids, select
from qualcode.messages import Translate
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Study


def build_judgements(study: Study, t: Translate) -> Matrix:
    """A row a code, then one for all. Columns: codings that count, judged ones, each verdict, and those of them that do
    not count any more; then what auditors remarked."""
    counted = select(study).counted
    judged = list_judgements(study)
    rows = [(code.id, f"{code.id}") for code in study.codebook.codes] + [("all", t("All codes"))]
    auditors = sorted({each.answer.who for each in judged})
    none = (
        []
        if judged
        else [t("Nobody has judged a sample yet. To draw one: `qualcode audit sample FOLDER --to audit.xlsx`")]
    )
    return Matrix(
        name="audit",
        title=t("Audit of a sample of codings"),
        rows=tuple(Heading(key, label) for key, label in rows),
        columns=(
            Heading("counted", t("Codings that count")),
            Heading("judged", t("Judged")),
            *(Heading(verdict.replace(" ", "-"), name) for verdict, name in _name_verdicts(t).items()),
            Heading("gone", t("Judged, and not counted any more")),
            Heading("remarks", t("Remarks")),
        ),
        cells=tuple(
            tuple(
                _fill(
                    [coding for coding in counted if _is_of(coding.code, key, study)],
                    [each for each in judged if _is_of(each.code, key, study)],
                )
            )
            for key, _ in rows
        ),
        entry_rules=(
            EntryRule(t("Auditors"), ", ".join(auditors) or t("none")),
            EntryRule(
                t("Judged"),
                t(
                    "verdicts, one an auditor and coding, the last one; a sample by strata tells of its codings, and "
                    "is no share of all: rare codes are drawn more often"
                ),
            ),
            EntryRule(t("Verdicts"), t("an auditor's, beside the coding: they change no coding and no display")),
        ),
        notes=tuple(none),
    )


def _name_verdicts(t: Translate) -> dict[str, str]:
    return {"supported": t("borne out"), "not supported": t("not borne out"), "unclear": t("unclear")}


def _fill(counted: Sequence[Coding], judged: Sequence[Judgement]) -> Iterator[Cell]:
    """The cells of a row: `counted` are the codings of its code that count, `judged` the verdicts on it."""
    present = {(coding.id, coding.code) for coding in counted}
    given = [each for each in judged if each.verdict]
    yield Cell((str(len(counted)),), list_ids(counted))
    yield _count(given)
    for verdict in VERDICTS:
        yield _count([each for each in given if each.verdict == verdict])
    yield _count([each for each in given if each.coding is None or (each.coding.id, each.code) not in present])
    yield Cell(tuple(f"{each.answer.who}: {each.answer.text}" for each in judged if each.answer.text))


def _count(judged: Sequence[Judgement]) -> Cell:
    ids = dict.fromkeys(each.coding.id for each in judged if each.coding)
    return Cell((str(len(judged)),), tuple(ids))


def _is_of(code_id: str, key: str, study: Study) -> bool:
    """Whether a code counts in a row: that of its whole code, or that of all."""
    code = study.codebook.find(code_id)
    return key == "all" or (code is not None and code.id == key)
