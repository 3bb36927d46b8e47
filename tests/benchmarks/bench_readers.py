"""CPU milliseconds a 10,000 words for each reader, and how many times that of plain text, all in one run.

Run as `python -m tests.benchmarks.bench_readers`. It makes its own files in a temporary folder.
"""

import csv
import json
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from qualcode.registry import find_parts

WORDS = 10_000
ROUNDS = 15
VOCABULARY = """
    kami sudah sering rapat dengan dinas tetapi anggaran belum turun jadi pelatihan batik itu tertunda dan para
    perajin menunggu kabar dari paguyuban soal bahan pewarna alam yang mahal we meet the office every month
""".split()  # noqa: SIM905


def make_turns(seed: int = 7) -> list[tuple[str, str]]:
    """An interview of 10,000 words in turns of about forty."""
    chance = random.Random(seed)
    turns = []
    left = WORDS
    while left > 0:
        count = min(left, chance.randint(5, 75))
        words = " ".join(chance.choices(VOCABULARY, k=count))
        turns.append(("Pewawancara" if len(turns) % 2 == 0 else "Informan", words.capitalize() + "."))
        left -= count
    return turns


def write_txt(path: Path, turns: Sequence[tuple[str, str]]) -> None:
    path.write_text("\n\n".join(f"{speaker}: {words}" for speaker, words in turns), encoding="utf-8")


def write_docx(path: Path, turns: Sequence[tuple[str, str]]) -> None:
    from docx import Document

    document = Document()
    for speaker, words in turns:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{speaker}: ").bold = True
        middle = len(words) // 2
        paragraph.add_run(words[:middle])
        paragraph.add_run(words[middle:])
    document.save(str(path))


def write_docx_table(path: Path, turns: Sequence[tuple[str, str]]) -> None:
    from docx import Document

    document = Document()
    table = document.add_table(rows=len(turns) + 1, cols=3)
    rows = [("Waktu", "Penutur", "Ucapan"), *((f"00:{n % 60:02}", *turn) for n, turn in enumerate(turns))]
    for cells, row in zip(table._tbl.tr_lst, rows, strict=True):
        for cell, text in zip(cells.tc_lst, row, strict=True):
            cell.p_lst[0].add_r().text = text
    document.save(str(path))


def write_rtf(path: Path, turns: Sequence[tuple[str, str]]) -> None:
    body = "".join(rf"\pard{{\b {speaker}: }}{words}\par" + "\n" for speaker, words in turns)
    path.write_text(rf"{{\rtf1\ansi\ansicpg1252 {body}}}", encoding="ascii")


def write_vtt(path: Path, turns: Sequence[tuple[str, str]]) -> None:
    cues = (f"00:{n // 60:02}:{n % 60:02}.000 --> 01:00:00.000\n<v {s}>{w}</v>\n" for n, (s, w) in enumerate(turns))
    path.write_text("WEBVTT\n\n" + "\n".join(cues), encoding="utf-8")


def write_csv(path: Path, turns: Sequence[tuple[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("speaker", "text"), *turns])


def write_xlsx(path: Path, turns: Sequence[tuple[str, str]]) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Interview")
    for row in [("speaker", "text"), *turns]:
        sheet.append(row)
    book.save(path)


def write_json(path: Path, turns: Sequence[tuple[str, str]]) -> None:
    path.write_text(json.dumps([{"speaker": s, "text": w} for s, w in turns]), encoding="utf-8")


def write_pdf(path: Path, turns: Sequence[tuple[str, str]]) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    style = getSampleStyleSheet()["BodyText"]
    story = [part for s, w in turns for part in (Paragraph(f"<b>{s}:</b> {w}", style), Spacer(1, 4))]
    SimpleDocTemplate(str(path)).build(story)


CASES: tuple[tuple[str, str, Callable[[Path, Sequence[tuple[str, str]]], None]], ...] = (
    ("txt", ".txt", write_txt),
    ("docx", ".docx", write_docx),
    ("docx, table", ".docx", write_docx_table),
    ("rtf", ".rtf", write_rtf),
    ("vtt", ".vtt", write_vtt),
    ("csv", ".csv", write_csv),
    ("xlsx", ".xlsx", write_xlsx),
    ("json", ".json", write_json),
    ("pdf", ".pdf", write_pdf),
)


def measure(work: Callable[[], object]) -> float:
    """Median CPU milliseconds, after one run that loads what is loaded once."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(1000 * (time.process_time() - start))
    return median(times)


def main() -> None:
    """Print a line a format."""
    readers = {ending: entry for entry in find_parts("readers").values() for ending in entry.keywords["extensions"]}
    turns = make_turns()
    plain = 0.0
    print(f"{'format':<14}{'CPU ms / 10,000 words':>22}{'x txt':>8}")
    with TemporaryDirectory() as folder:
        for number, (name, ending, write) in enumerate(CASES):
            path = Path(folder, f"{number}{ending}")
            try:
                write(path, turns)
            except ModuleNotFoundError as error:
                print(f"{name:<14}{f'not measured: {error.name} is not installed':>30}")
                continue
            read = readers[ending].load().read
            taken = measure(lambda read=read, path=path: read(path))
            plain = plain or taken
            print(f"{name:<14}{taken:>22.2f}{taken / plain:>8.1f}")


if __name__ == "__main__":
    main()
