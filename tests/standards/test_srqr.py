"""SRQR: 21 items."""

from dataclasses import replace

from qualcode.model import Words
from qualcode.standards.frame import tell_theory
from qualcode.standards.srqr import PART
from tests.factories import make_claim
from tests.standards.records import CHANGED, CLAIM, LINE, decide, find_facts, make_records, read_lines

# O'Brien and others 2014, table 1, as published; the last topic's end is left open there as "contribution(s)".
PUBLISHED = """Title | Abstract | Problem formulation | Purpose or research question |
    Qualitative approach and research paradigm | Researcher characteristics and reflexivity | Context |
    Sampling strategy | Ethical issues pertaining to human subjects | Data collection methods |
    Data collection instruments and technologies | Units of study | Data processing | Data analysis |
    Techniques to enhance trustworthiness | Synthesis and interpretation | Links to empirical data |
    Integration with prior work, implications, transferability and contributions to the field | Limitations |
    Conflicts of interest | Funding"""


def test_the_items_are_the_published_ones() -> None:
    items = [item for domain in PART.domains for item in domain.items]
    assert [item.number for item in items] == [f"S{number}" for number in range(1, 22)]
    assert [item.name for item in items] == [" ".join(name.split()) for name in PUBLISHED.split("|")]


def test_what_only_authors_know_is_never_filled() -> None:
    records = make_records(log=(LINE,), claims=(CLAIM,), codebook=CHANGED)
    assert not any(find_facts(PART, number, records) for number in ("S1", "S2", "S3", "S7", "S18", "S20", "S21"))


def test_limits_name_the_claims_that_interviews_cannot_answer_and_the_source_that_could() -> None:
    claims = (CLAIM, make_claim("C2", checkable="no"), make_claim("C3"))
    assert read_lines(PART, "S19", make_records(claims=claims))[:2] == [
        "C1: from interviews in part: minutes [claims.yaml]",
        "C2: not from interviews [claims.yaml]",
    ]


def test_the_analysis_tells_how_the_codebook_grew() -> None:
    lines = read_lines(PART, "S14", make_records(codebook=CHANGED, log=(LINE,)))
    assert "Changes of codes: 1, from 2026-01-03 to 2026-01-03, by ana [small 1.0]" in lines
    assert "States of the codebook that were coded by: 1 [log.jsonl]" in lines
    assert not any("Changes" in line for line in read_lines(PART, "S14", make_records()))


def test_trustworthiness_is_what_was_done_and_on_file() -> None:
    lines = read_lines(PART, "S15", make_records(log=(LINE,), decisions=(decide("accept", "ana", "x"),)))
    assert lines[0] == "Commands on file: 1, from 2026-01-02 to 2026-01-02; users: 1 [log.jsonl]"
    assert lines[1].startswith("Decisions on file, each with its time")
    assert "Codings on which people disagree: 1 [decisions]" in lines
    assert [line.partition(" ")[0] for line in read_lines(PART, "S15", make_records())] == ["Contrary"]


def test_a_codebook_without_a_title_is_called_by_its_name() -> None:
    study = make_records().study
    named = make_records(study=replace(study, codebook=replace(study.codebook, name="kecil", title=Words())))
    assert next(tell_theory(named)).text.startswith("Coded by the codebook “kecil”")
