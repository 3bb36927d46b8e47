"""The questions that tactics leave open about claims, out to a sheet of Excel with what was computed beside them."""

from collections.abc import Iterator
from pathlib import Path

from qualcode.errors import QualcodeError
from qualcode.evidence.wording import name_answer
from qualcode.messages import Translate, mark, translator
from qualcode.model import Study, Verdict
from qualcode.sheets.cells_out import write_cells
from qualcode.sheets.contract import CellLine, Imprint, LeftCell, Sheet
from qualcode.store.files import write_file
from qualcode.verify.answering import find_basis, name_question, put_to_tactic
from qualcode.verify.material import gather
from qualcode.workflow.coding import load_study
from qualcode.workflow.desk import clean_name
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.reporting import build_notices
from qualcode.workflow.verifying import list_tactics, require_tactic

MOST = 8_000  # characters laid into one cell; `qualcode verify` shows the whole


def send_claims(opened: OpenStudy, to: Path, left: str, coder: str = "") -> None:
    """Write a row a claim and tactic to the workbook `to`, for people to answer in.

    `left` is the time, ISO 8601 in UTC. Claims that interviews cannot answer are left out. A study without other
    claims, another format than .xlsx, and a file that is there already, which may hold somebody's work, are refused.
    """
    if to.suffix.lower() != ".xlsx":
        raise QualcodeError(mark("{name} is no sheet of Excel", name=to.name), mark("End its name in .xlsx"))
    if to.exists():
        raise QualcodeError(
            mark("{to} is there already, and may hold somebody's work", to=to), mark("Name another file with --to")
        )
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
    tactics = [(require_tactic(name), purpose) for name, purpose in list_tactics(language)]
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
    imprint = Imprint(
        kind="answers",
        title=opened.settings.title or opened.place.root.resolve().name,
        left=left,
        coder=coder,
        seen="suggestions",
        language=language,
        codebook=f"{study.codebook.name}@{study.codebook.version}",
        texts=tuple((sheet.transcript, sheet.text_sha256) for sheet in study.accounts),
        codes=(),
        rows=(),
        cells=tuple(cells),
    )
    return Sheet(imprint, (), build_notices(study, t), tuple(lines))


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
