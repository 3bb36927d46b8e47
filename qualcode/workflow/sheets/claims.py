"""The questions that tactics leave open about claims, out to a sheet of Excel with what was computed beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.evidence.act_words import name_status
from qualcode.evidence.wording import name_answer
from qualcode.messages import Translate, mark, translator
from qualcode.model import Answer, Problem, Study, Verdict
from qualcode.registry import list_purposes
from qualcode.sheets.cells_in import Words
from qualcode.sheets.cells_out import write_cells
from qualcode.sheets.contract import CellLine, LeftCell, Sheet
from qualcode.store.files import write_file
from qualcode.verify.answering import find_basis, name_question, put_to_tactic
from qualcode.verify.judging import (
    STATUSES,
    describe_judgement,
    describe_work,
    find_judged_basis,
    find_judging,
    read_status,
)
from qualcode.verify.material import Material, gather
from qualcode.workflow.answering import Said
from qualcode.workflow.coding import load_study
from qualcode.workflow.desk import clean_name
from qualcode.workflow.judging import weigh_judgement
from qualcode.workflow.notices import build_notices
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.sheets.sending import require_new_book, start_imprint
from qualcode.workflow.verifying import require_tactic

MOST = 8_000  # characters laid into one cell; `qualcode verify` shows the whole


def send_claims(opened: OpenStudy, to: Path, left: str, coder: str = "") -> None:
    """Write a row a claim and tactic to the workbook `to`, for people to answer in.

    `left` is the time, ISO 8601 in UTC. Claims that interviews cannot answer are left out. A study without other
    claims, another format than .xlsx, and a file that is there already, which may hold somebody's work, are refused.
    """
    require_new_book(to)
    sheet = build_sheet(opened, load_study(opened), left, clean_name(coder))
    if not sheet.cells:
        raise QualcodeError(
            mark("There is no claim that interviews can answer"), mark("Take one up with `qualcode claim new`")
        )
    write_file(to, write_cells(sheet))


def build_sheet(opened: OpenStudy, study: Study, left: str, coder: str) -> Sheet:
    """Every question as it leaves for `coder` ("" for anybody), claim by claim in the order of the chapter."""
    language = opened.language
    t = translator(language)
    tactics = [(require_tactic(name), purpose) for name, purpose in list_purposes("verify", language)]
    lines: list[CellLine] = []
    cells: list[LeftCell] = []
    for material in gather(study, t, language):
        claim = material.claim
        for tactic, purpose in tactics if claim.checkable != "no" else ():
            verdict = put_to_tactic(tactic, material)
            mine = next((each.text for each in verdict.answers if each.who == coder), "")
            cells.append(LeftCell(name_question(tactic.name, claim.id), find_basis(verdict, material), mine))
            others = "\n".join(name_answer(each, t) for each in verdict.answers if each.who != coder)
            said = "\n".join((*verdict.to_decide, "", *_lay_out(verdict, t)))
            row = f"{claim.id}\n{claim.text.in_language(language)}"
            lines.append(CellLine(row, f"{tactic.name}\n{purpose}", said, others))
        if claim.checkable != "no":
            cell, line = _ask_judgement(material, coder, t, language)
            cells.append(cell)
            lines.append(line)
    imprint = replace(start_imprint(opened, study, "answers", left, coder, language), cells=tuple(cells))
    return Sheet(imprint, (), build_notices(study, language), tuple(lines))


def _ask_judgement(material: Material, coder: str, t: Translate, language: str) -> tuple[LeftCell, CellLine]:
    """The row in which a person says what the claim comes to: a status, a colon, the reasons."""
    claim, judging = material.claim, find_judging(material)
    mine = next((write_judged(each, t) for each in judging.judgements if each.who == coder), "")
    others = "\n".join(describe_judgement(each, t) for each in judging.judgements if each.who != coder)
    words = ", ".join(name_status(status, t) for status in STATUSES if status != "not checkable")
    asked = t("Begin with one of these words and a colon, then your reasons: {words}").format(words=words)
    said = "\n".join((asked, "", *describe_work(judging, t)))
    row = f"{claim.id}\n{claim.text.in_language(language)}"
    title, purpose = t("Judgement"), t("What you judge the claim to be; nothing else does.")
    return (
        LeftCell(claim.id, find_judged_basis(material), mine),
        CellLine(row, f"{title}\n{purpose}", said, others),
    )


def write_judged(judgement: Answer, t: Translate) -> str:
    """A judgement as it stands in the sheet."""
    return f"{name_status(judgement.label, t)}: {judgement.text}"


def read_judged(
    opened: OpenStudy, study: Study, words: Sequence[Words], language: str
) -> tuple[tuple[Said, ...], list[Problem]]:
    """What people wrote into rows of judgements; a word that is no status, one without reasons, and a status that
    cannot be given yet are problems with their place."""
    materials = {material.claim.id: material for material in gather(study, translator(language), language)}
    said, problems = [], []
    for each in words:
        claim = each.cell.id
        word, _, why = each.text.partition(":")
        try:
            if claim not in materials:
                raise QualcodeError(mark("There is no claim {id}", id=claim), mark("It was taken out of claims.yaml"))
            status = read_status(word) if each.text else None
            judged = weigh_judgement(opened, materials[claim], status, why) if status else Said(claim)
            said.append(replace(judged, basis=each.cell.basis) if status else judged)
        except QualcodeError as error:
            problems.append(Problem(each.where, error.what, error.how))
    return tuple(said), problems


def _lay_out(verdict: Verdict, t: Translate) -> Iterator[str]:
    """What was computed, a line a cell."""
    matrix, length = verdict.computed, 0
    yield f"{t('Computed:')} {' '.join(verdict.brief.lines)}"
    for heading, row in zip(matrix.rows, matrix.cells, strict=True):
        told = (f"{column.label}: {' '.join(cell.lines)}" for column, cell in zip(matrix.columns, row, strict=True))
        line = f"{heading.label}: {'; '.join(told)}"
        length += len(line)
        if length > MOST:
            yield f"qualcode verify FOLDER {verdict.claim} --tactic {verdict.tactic}"
            return
        yield line
