"""Sheets: 10,000 decisions out to Excel and Word and back, each way once, on the disk at the end."""

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from qualcode.workflow.coding import code_study
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.sheets.reading import plan_sheet, record_plan
from qualcode.workflow.sheets.sending import send_out
from tests.conftest import CODEBOOK
from tests.sheets.hands import decide_in_book, decide_in_document

TRANSCRIPTS, CODINGS = 20, 500
LEFT, BACK = "2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00"


def main(folder: Path) -> None:
    """Print how long each step takes."""
    opened = _make_study(folder)
    for name, decide in (("codings.xlsx", decide_in_book), ("codings.docx", decide_in_document)):
        sheet = folder / name
        out = _time(lambda sheet=sheet, name=name: send_out(opened, sheet, LEFT, coder=name))
        decide(sheet)
        start = time.perf_counter()
        plan = plan_sheet(opened, sheet, BACK, name)
        planned = time.perf_counter() - start
        count = record_plan(plan, BACK)
        whole = time.perf_counter() - start
        size = sheet.stat().st_size / 1e6
        print(f"{name} ({size:.1f} MB): out {out:.1f} s; {count} decisions back in {whole:.1f} s", end=" ")
        print(f"(summary after {planned:.1f} s)")
        again = _time(lambda sheet=sheet, name=name: plan_sheet(opened, sheet, BACK, name))
        print(f"{name} read again, nothing to record: {again:.1f} s")


def _make_study(folder: Path) -> OpenStudy:
    (folder / "transcripts").mkdir(parents=True)
    (folder / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    (folder / "study.yaml").write_text("title: Rain\nlanguages: [en]\ncodebook: codebook.yaml\n", encoding="utf-8")
    for transcript in range(TRANSCRIPTS):
        turns = [
            f"Interviewer: And then, the {turn}th time?\n\nAna: "
            + " ".join(
                f"The rain came on day {turn * 10 + n} and we went to the field with all of them." for n in range(10)
            )
            for turn in range(CODINGS // 10)
        ]
        path = folder / "transcripts" / f"interview_{transcript:02}.txt"
        path.write_text("\n\n".join(turns), encoding="utf-8", newline="\n")
    opened = open_study(folder, Wishes(), folder)
    code_study(opened)
    return opened


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    place = Path(tempfile.mkdtemp())
    try:
        main(place / "study")
    finally:
        shutil.rmtree(place)
