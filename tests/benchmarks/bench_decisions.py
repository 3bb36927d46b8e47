"""Decisions: what one costs beside a bare append, and how long a study with 200,000 of them takes to open."""

import os
import shutil
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

from qualcode.model import Coding, Decision, Passage, Span, TranscriptAccount, make_coding_id
from qualcode.store.codings import write_codings
from qualcode.store.decisions import append_decisions, path_of
from qualcode.workflow.coding import load_study
from qualcode.workflow.opening import Wishes, open_study, require_codebook
from tests.conftest import CODEBOOK

CODERS = ("ani", "budi", "citra", "dewi")
TRANSCRIPTS = 100
CODINGS = 500  # a transcript; each coder decides on each


def main(folder: Path) -> None:
    """Print the ratios; `folder` should lie on the disk that matters."""
    shutil.rmtree(folder, ignore_errors=True)
    single, bare = _measure_single(folder / "single")
    print(f"one decision: {single / bare:.2f} times a bare append and fsync ({single * 1e6:.0f} µs)")
    study = folder / "study"
    (study / "transcripts").mkdir(parents=True)
    (study / "study.yaml").write_text("codebook: codebook.yaml\nlanguages: [en]\n", encoding="utf-8")
    (study / "codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    opened = open_study(study, Wishes(), folder)
    code = require_codebook(opened).codes[0]
    codings = [make_coding(name, n, code.id, code.hash) for name in _names() for n in range(CODINGS)]
    for name in _names():
        own = tuple(coding for coding in codings if coding.transcript == name)
        write_codings(study / "codings", make_account(name), own)
    decisions = [make_decision(who, n, coding) for who in CODERS for n, coding in enumerate(codings)]
    many = _time(lambda: append_decisions(study / "decisions", decisions))
    print(f"{len(decisions)} decisions on the disk: {many:.1f} s")
    print(f"the study opened, with {len(codings)} codings: {_time(lambda: load_study(opened)):.2f} s")
    shutil.rmtree(folder)


def _names() -> list[str]:
    return [f"wawancara_{n:03}.docx" for n in range(TRANSCRIPTS)]


def make_coding(transcript: str, n: int, code: str, code_hash: str) -> Coding:
    """A suggestion on words of their own."""
    span = Span(n * 110, n * 110 + 91)
    return Coding(
        id=make_coding_id(transcript, span, code, "supporting", "actual", "rules"),
        transcript=transcript,
        case="INF-01",
        speaker="Narasumber",
        turn=1 + n // 5,
        span=span,
        quote=f"{n:05} Kami duduk bareng dengan paguyuban setiap bulan, membahas pelatihan dan alat produksi",
        code=code,
        polarity="supporting",
        modality="actual",
        directness="first-hand",
        elicited="volunteered",
        coder="rules",
        evidence=(),
        score=None,
        status="suggested",
        codebook="harvest@1.0",
        code_hash=code_hash,
        text_sha256="7e47" * 16,
    )


def make_account(transcript: str) -> TranscriptAccount:
    """The count sheet of a transcript, its numbers made up."""
    hashes = ("50ce" * 16, "7e47" * 16)
    return TranscriptAccount(transcript, "id", ("INF-01",), ("P",), *hashes, 100, 50, 9000, 7000, 5000, 500, 500)


def make_decision(who: str, n: int, coding: Coding) -> Decision:
    """One of four coders' accepts and rejects."""
    passage = Passage(coding.span, coding.quote, "x" * 48, "y" * 48, coding.turn, "Narasumber", "INF-01", "7e47" * 16)
    decision = Decision("reject" if n % 5 == 0 else "accept", who, "2026-01-01T00:00:00+00:00", "review", "suggestions")
    return replace(
        decision,
        transcript=coding.transcript,
        on=coding.id,
        coder="rules",
        passage=passage,
        code=coding.code,
        codebook=coding.codebook,
        code_hash=coding.code_hash,
    )


def _measure_single(folder: Path) -> tuple[float, float]:
    decisions = [make_decision("ani", n, make_coding("a.txt", n, "H.RAIN", "c0de" * 16)) for n in range(400)]
    append_decisions(folder, decisions)
    own = path_of(folder, "ani", "a.txt")
    beside = own.with_name("beside")
    shutil.copy(own, beside)
    line = own.read_bytes().partition(b"\n")[0] + b"\n"

    def append_bare() -> None:
        with beside.open("ab") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())

    taken = [(_time(lambda each=each: append_decisions(folder, [each])), _time(append_bare)) for each in decisions]
    return median(one for one, _ in taken), median(bare for _, bare in taken)


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(Path(__file__).parent / ".decisions")
