"""The five standards for the quality of conclusions."""

from qualcode.messages import translator
from qualcode.model import Cell, Heading, Matrix, Verdict
from qualcode.standards.quality import PART
from tests.factories import make_claim
from tests.standards.records import (
    CLAIM,
    MEETING,
    NEVER,
    RUMOUR,
    TRUST,
    decide,
    find_facts,
    list_numbers,
    make_records,
    read_lines,
)

TABLE = Matrix("negative-evidence@C1", "x", (), (), (), ())
VERDICT = Verdict("C1", "negative-evidence", Cell(("1 against",), (NEVER.id,)), TABLE, ("?",))


def test_the_headings_are_five() -> None:
    assert [domain.items[0].number for domain in PART.domains] == ["1.1", "2.1", "3.1", "4.1", "5.1"]
    assert len(list_numbers(PART)) == len(set(list_numbers(PART)))


def test_use_and_thick_description_are_a_worksheet() -> None:
    records = make_records(claims=(CLAIM,), verdicts=(VERDICT,))
    assert not any(
        find_facts(PART, number, records) for number in ("3.1", "4.4", "4.6", "4.7", "5.1", "5.2", "5.3", "5.5")
    )


def test_negative_evidence_is_counted_and_told_claim_by_claim_with_its_codings() -> None:
    facts = find_facts(PART, "3.6", make_records(claims=(CLAIM,), verdicts=(VERDICT,)))
    assert [fact.text for fact in facts] == [
        "Contrary codings, shown beside the supporting ones: 1 of 5",
        "C1: 1 against",
    ]
    assert [fact.coding_ids for fact in facts] == [(NEVER.id,), (NEVER.id,)]
    assert facts[1].source == "negative-evidence@C1"


def test_a_tactic_that_could_not_be_run_tells_nothing() -> None:
    missing = Verdict("C1", "rivals", Cell(("no rival",), kind="missing"), TABLE, ())
    assert find_facts(PART, "1.6", make_records(verdicts=(missing,))) == ()


def test_what_people_judged_is_told_with_their_names() -> None:
    judged = decide("judge", "ana", "C1", transcript="", label="mixed", comment="two of four")
    records = make_records(claims=(CLAIM,), decisions=(judged,))
    assert "C1: mixed: two of four (ana, 2026-02-03) [decisions]" in read_lines(PART, "3.4", records)


def test_the_quality_of_data_counts_prompts_and_hearsay() -> None:
    facts = find_facts(PART, "2.8", make_records())
    assert [fact.text for fact in facts] == [
        "Words of interviewers and others: 1 of 14",
        "Codings on answers to a prompt: 1 of 5",
        "Codings on second-hand words: 1 of 5",
    ]
    assert [fact.coding_ids for fact in facts] == [(), (TRUST.id,), (RUMOUR.id,)]


def test_agreement_is_told_code_by_code_and_only_where_it_was_found() -> None:
    table = Matrix(
        name="agreement",
        title="Agreement of ana and budi",
        rows=(Heading("CG.DLG", "CG.DLG"),),
        columns=(Heading("both", "Both"), Heading("alpha", "Alpha")),
        cells=((Cell(("1",), (MEETING.id,)), Cell((".67",))),),
        entry_rules=(),
    )
    lines = read_lines(PART, "2.7", make_records(agreement=table))
    assert "CG.DLG: Both 1; Alpha .67 [decisions]" in lines
    assert not any("Alpha" in line for line in read_lines(PART, "2.7", make_records()))


def test_scopes_and_missing_roles_say_how_far_it_reaches() -> None:
    study = make_records(claims=(CLAIM, make_claim("C2"))).study
    lines = read_lines(PART, "4.2", make_records(study=study))
    assert lines == [
        "C1 is claimed for sector: public alone [claims.yaml]",
        "C1: from interviews in part: minutes [claims.yaml]",
    ]


def test_attributes_and_sectors_are_named_in_the_reader_s_language() -> None:
    records = make_records(study=make_records(claims=(CLAIM,)).study, t=translator("id"), language="id")
    assert "sektor: pemerintah" in read_lines(PART, "4.2", records)[0]
    lines = [line for item in list_numbers(PART) for line in read_lines(PART, item, records)]
    assert any(line.startswith("peran: ") for line in lines)
    assert not any(line.startswith(("role: ", "sector: ")) for line in lines)
