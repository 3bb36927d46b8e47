"""A small report whose every text is hostile to some format."""

from collections.abc import Callable

import pytest

from qualcode.model import (
    Cell,
    Coding,
    EntryRule,
    Heading,
    Matrix,
    Prose,
    Quote,
    Report,
    Section,
    Span,
    make_coding_id,
)
from qualcode.model.coding import Evidence

HOSTILE = (
    "Ya [tertawa] begitu, Bu",
    "=SUM(A1)",
    "<script>alert(1)</script>",
    "{{x}} {% raw %} ${x}",
    "</script><script>alert(2)</script>",
    "--></style><img src=x onerror=alert(3)>",
    "a | b \\| c `kode` *tebal* _miring_ ~~coret~~",
    "# bukan judul & bukan &amp; &#8212; entitas",
    "+62 812, @bupati, -1, 1. satu",
    "https://contoh.id/a_b_c dan www.contoh.id",
    "baris satu\nbaris dua",
    "مرحبا 👩‍🌾 é ﻿",
)
NOTICE = "Wawancara sintetis <dibuat> & bukan data penelitian"
RULE = EntryRule("Minimum evidence", "+ = at least 1 | first-hand [unit] & no <wish>")


def build_coding(number: int, quote: str, **changes: object) -> Coding:
    polarity = "contrary" if number % 3 == 2 else "supporting"
    start = 100 * number
    span = Span(start, start + len(quote))
    values = {
        "id": make_coding_id("a.docx", span, "CG.DLG", polarity, "actual", "rules"),
        "transcript": "a.docx",
        "case": "kabid",
        "speaker": "N",
        "turn": number + 1,
        "span": span,
        "quote": quote,
        "code": "CG.DLG",
        "polarity": polarity,
        "modality": "actual",
        "directness": "first-hand",
        "elicited": "unknown",
        "coder": "rules",
        "evidence": (Evidence("CG.DLG/id/strong/1", quote[:2], Span(start, start + 2)),),
        "score": None,
        "status": "suggested",
        "codebook": "blitar 1.0",
        "code_hash": "c0de",
        "text_sha256": "7e87",
    }
    return Coding(**(values | changes))


def build_report(texts: tuple[str, ...] = HOSTILE, language: str = "en") -> Report:
    codings = tuple(build_coding(number, text) for number, text in enumerate(texts))
    columns = tuple(Heading(f"CG.{n}", f"Code {n}", "detail") for n in range(len(codings)))
    matrix = Matrix(
        name="role-ordered",
        title="Role-ordered matrix",
        rows=(Heading("kabid", "Kepala [bidang]"), Heading("staf", "Staf <dinas>")),
        columns=columns,
        cells=(
            tuple(
                Cell((coding.quote,), (coding.id,), "contrary" if coding.polarity == "contrary" else "evidence")
                for coding in codings
            ),
            tuple(Cell(kind="missing" if n % 2 else "silent") for n in range(len(codings))),
        ),
        entry_rules=(RULE,),
        notes=("A note | of the display",),
    )
    counts = Matrix(
        name="summary",
        title="Summary",
        rows=(Heading("CG.DLG", "Dialogue"),),
        columns=(Heading("n", "Codings"), Heading("who", "Who")),
        cells=((Cell((str(len(codings)),), tuple(coding.id for coding in codings), "mixed"), Cell(("007",))),),
        entry_rules=(EntryRule("Counted", "every coding"),),
    )
    return Report(
        title="Blitar <uji>",
        language=language,
        notices=(NOTICE, "Only a machine has coded"),
        sections=(
            Section("about", "About", Prose(texts)),
            Section("roles", "Roles", matrix, intro=("How to read it",)),
            Section("summary", "Summary", counts),
        ),
        quotes=tuple(Quote(coding, "sebelum <b>", "sesudah {{y}}", "Dialog & temu", "Kabid") for coding in codings),
    )


@pytest.fixture
def report() -> Report:
    return build_report()


@pytest.fixture(scope="session")
def make_report() -> Callable[..., Report]:
    """Makes a report from other texts (and in another language)."""
    return build_report


@pytest.fixture(scope="session")
def make_coding() -> Callable[..., Coding]:
    """Makes the n-th coding of the report with a quote and other fields changed."""
    return build_coding


@pytest.fixture
def hostile() -> tuple[str, ...]:
    """The texts that stand in the report: in prose, in cells and in quotes."""
    return HOSTILE
