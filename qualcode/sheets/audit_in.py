"""What an auditor filled into the sheet of an audit."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcode.messages import mark
from qualcode.model import Problem, Transcript, list_errors
from qualcode.sheets.book_in import BookBack, TableRow, tell_gone_columns
from qualcode.sheets.contract import Left
from qualcode.sheets.passages import show
from qualcode.sheets.words import AuditVerdict, fold_words, read_verdict

_FILLED = {"verdict": mark("Verdict"), "remark": mark("Remark")}


@dataclass(frozen=True, slots=True)
class Judged:
    """An auditor's verdict on a coding that left (None: a remark alone), in the row at `where`."""

    where: str
    row: Left
    verdict: AuditVerdict | None
    remark: str


@dataclass(frozen=True, slots=True)
class AuditBack:
    """What came back, what is wrong with it, and how many rows nobody filled in."""

    judged: tuple[Judged, ...]
    problems: tuple[Problem, ...]
    empty: int


def read_audit(book: BookBack, texts: Mapping[str, Transcript]) -> AuditBack:
    """The verdicts in a workbook, and every problem with its cell; `texts` are the transcripts as they left, by name.

    A row with anything wrong in it gives no verdict, and neither do two rows with one number that say otherwise. A row
    whose transcript is not among `texts` is passed over: whoever left it out says why.
    """
    how = mark("What is to be said there is filled into a copy of the sheet as it left")
    problems = [*book.problems, *tell_gone_columns(book, _FILLED, how)]
    judged: dict[int, Judged] = {}
    clashing: set[int] = set()
    seen: set[int] = set()
    for row in book.rows:
        number = row.left_as
        if not 1 <= number <= len(book.imprint.rows):
            if row.get("verdict") or row.get("remark"):
                problems.append(
                    Problem(row.where("number"), mark("no row with this number left"), mark("Put the number back"))
                )
            continue
        left = book.imprint.rows[number - 1]
        if left.transcript not in texts:
            continue
        seen.add(number)
        faults = _find_faults(row, left, texts[left.transcript])
        problems += faults
        found = Judged(row.where("verdict"), left, read_verdict(row.get("verdict")), row.get("remark"))
        if row.is_broken or list_errors(faults) or not (found.verdict or found.remark):
            continue
        before = judged.get(number)
        if before and (before.verdict, before.remark) != (found.verdict, found.remark):
            what = mark("this row is there twice (also {where}), and the two say otherwise", where=before.where)
            problems.append(Problem(found.where, what, mark("Keep one of the two")))
            clashing.add(number)
        judged.setdefault(number, found)
    kept = tuple(each for number, each in judged.items() if number not in clashing)
    return AuditBack(kept, tuple(problems), len(seen - judged.keys()))


def _find_faults(row: TableRow, left: Left, transcript: Transcript) -> list[Problem]:
    faults = []
    if row.get("verdict") and read_verdict(row.get("verdict")) is None:
        how = mark("Choose one of: borne out, not borne out, unclear (sesuai, tidak sesuai, tidak jelas)")
        faults.append(Problem(row.where("verdict"), mark("`{row}` is no verdict", row=row.get("verdict")), how))
    is_filled = bool(row.get("verdict") or row.get("remark"))
    shown = "".join(show(transcript.text, left.span))
    if is_filled and fold_words(row.cells.get("passage", "")) != fold_words(shown):
        how = mark("Put them back; a verdict is on the words that left")
        faults.append(Problem(row.where("passage"), mark("these words are not those that left with this number"), how))
    if is_filled and row.get("code").split(maxsplit=1)[:1] != [left.code]:
        how = mark("Put it back; if another code fits, say so in the remark")
        faults.append(Problem(row.where("code"), mark("the code that left here is {code}", code=left.code), how))
    return faults
