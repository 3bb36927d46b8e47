"""A published study against a large one: the 126 claims and 14 tensions of the Blitar paper, 100 interviews, 50,000
codings; as tables, and put to every tactic."""

import random
import time
from dataclasses import replace

from qualcode.codebook.reading import read_codebook
from qualcode.model import Case, Coding, Settings, Span, Study, TranscriptAccount, make_coding_id
from qualcode.shipped import list_codebooks
from qualcode.workflow.reproducing import read_publication, set_against
from qualcode.workflow.verifying import put_to_tactics

INTERVIEWS = 100
CODINGS = 500  # an interview
SECTORS = ("public", "association", "private", "academic")


def main() -> None:
    """Print the time of all tables, and of all tactics on all claims."""
    study = make_study()
    claims = tuple(finding.claim for finding in read_publication("blitar", study.codebook).findings)
    start = time.perf_counter()
    set_against("blitar", study, "en")
    tables = time.perf_counter() - start
    verdicts = put_to_tactics(replace(study, claims=claims), "en")
    tactics = time.perf_counter() - start - tables
    print(
        f"{len(claims)} claims, {INTERVIEWS} interviews, {len(study.codings)} codings: tables {tables:.1f} s, "
        f"{len(verdicts)} verdicts of tactics {tactics:.1f} s"
    )


def make_study() -> Study:
    """A study of made codings: every code and sub-code, both polarities, one case an interview."""
    codebook, _ = read_codebook(list_codebooks()["blitar"], "blitar.yaml")
    assert codebook is not None
    codes = [id_ for code in codebook.codes for id_ in (code.id, *(sub.id for sub in code.subcodes))]
    dice = random.Random(7)
    names = [f"wawancara_{n:03}.txt" for n in range(INTERVIEWS)]
    cases = tuple(Case(f"INF-{n:03}", (name,), sector=SECTORS[n % 4]) for n, name in enumerate(names))
    codings = [
        make_coding(name, case.id, n, dice.choice(codes), dice)
        for name, case in zip(names, cases, strict=True)
        for n in range(CODINGS)
    ]
    hashes = ("50ce" * 16, "7e47" * 16)
    accounts = [
        TranscriptAccount(name, "id", (case.id,), ("P",), *hashes, 100, 50, 9000, 7000, 5000, 500, 500)
        for name, case in zip(names, cases, strict=True)
    ]
    return Study(Settings(), codebook, cases, tuple(accounts), tuple(codings))


def make_coding(transcript: str, case: str, n: int, code: str, dice: random.Random) -> Coding:
    """A suggestion on a sentence of its own."""
    span = Span(n * 110, n * 110 + 91)
    polarity = dice.choice(("supporting", "supporting", "contrary"))
    return Coding(
        id=make_coding_id(transcript, span, code, polarity, "actual", "rules"),
        transcript=transcript,
        case=case,
        speaker="Narasumber",
        turn=1 + n // 5,
        span=span,
        quote=f"{n:05} Kami duduk bareng dengan paguyuban setiap bulan, membahas pelatihan dan alat produksi",
        code=code,
        polarity=polarity,
        modality="actual",
        directness=dice.choice(("first-hand", "second-hand", "unknown")),
        elicited=dice.choice(("volunteered", "prompted", "unknown")),
        coder="rules",
        evidence=(),
        score=None,
        status="suggested",
        codebook="blitar@0.1",
        code_hash="c0de" * 16,
        text_sha256="7e47" * 16,
    )


if __name__ == "__main__":
    main()
