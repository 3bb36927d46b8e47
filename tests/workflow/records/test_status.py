"""What is out of date since what: every change is told, and what changes nothing is not."""

from functools import partial
from pathlib import Path

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.evidence.answers import hash_basis
from qualcode.evidence.selection import select
from qualcode.verify.feedback import find_basis_of_reply, find_read_back
from qualcode.workflow.answering import Said, record_answers
from qualcode.workflow.cells import find_cell_codings
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import load_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import open_desk
from qualcode.workflow.displaying import build_display
from qualcode.workflow.judging import answer_tactic, judge_claim
from qualcode.workflow.opening import Wishes, open_study
from qualcode.workflow.records.status import build_status
from qualcode.workflow.reporting import write_results
from qualcode.workflow.verifying import find_material
from tests.conftest import snapshot


def read(folder: Path) -> dict[str, tuple[str, ...]]:
    return {chapter.heading: chapter.lines for chapter in build_status(reopen(folder))}


def reopen(folder: Path):
    return open_study(folder, Wishes(language="en"), folder)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


@pytest.fixture
def reported(run_folder: Path) -> Path:
    return run_folder


def accept_first(folder: Path, who: str = "siti") -> None:
    desk = open_desk(reopen(folder), who)
    coding = next(iter(desk.codings.values()))
    decide(desk, [Choice("accept", coding.id)], "2026-01-03", "review")


def test_a_fresh_report_is_up_to_date_and_status_writes_nothing(reported: Path, qualcode) -> None:
    before = snapshot(reported)
    done = qualcode("status", reported, "--lang", "en")
    assert done.status == 0
    assert "out of date" not in done.out
    assert "claims not yet judged (qualcode claim judge): 1" in done.out
    assert snapshot(reported) == before


def test_decisions_since_are_told_by_person_and_transcript(reported: Path) -> None:
    accept_first(reported)
    accept_first(reported, "budi")
    head, *since = read(reported)["Results"]
    assert head.startswith("report (made ")
    assert head.endswith("out of date since")
    assert since == ["  decisions of budi: 1 (ana.txt 1)", "  decisions of siti: 1 (ana.txt 1)"]


def test_coding_again_does_not_make_an_old_report_new(reported: Path, qualcode) -> None:
    before = read(reported)
    edit(reported / "codebook.yaml", "[rain helps or harms]", "[rain harms]")
    old = read(reported)
    assert "has changed since" in old["Coding"][0]
    assert list(old.values())[2:] == [("known once the study is coded",)] * 2
    assert old.keys() == before.keys()
    assert qualcode("code", reported).status == 0
    assert read(reported)["Coding"] == ("up to date",)
    assert read(reported)["Results"][1:] == ("  codebook: changed: H.RAIN",)
    assert qualcode("report", reported).status == 0
    assert len(read(reported)["Results"]) == 1


def test_transcripts_that_changed_came_or_went_are_told(reported: Path, qualcode) -> None:
    transcripts = reported / "transcripts"
    edit(transcripts / "ana.txt", "My sister", "My brother")
    (transcripts / "budi.txt").rename(transcripts / "cici.txt")
    told = "transcripts: changed: ana.txt; gone: budi.txt; new: cici.txt"
    assert read(reported)["Coding"] == (f"out of date, run qualcode code: {told}",)
    assert f"  {told}" in read(reported)["Results"]


def test_a_file_that_cannot_be_read_makes_nothing_old(reported: Path, qualcode) -> None:
    (reported / "transcripts" / "broken.docx").write_bytes(b"no Word document")
    (reported / "transcripts" / "empty.txt").write_bytes(b"")
    assert read(reported)["Coding"] == ("up to date",)
    (reported / "transcripts" / "empty.txt").write_bytes(b"Ana: We had rain.")
    assert "new: empty.txt" in read(reported)["Coding"][0]


def test_a_display_of_transcripts_that_are_not_as_they_were_coded_says_so(reported: Path, qualcode) -> None:
    assert "coded" not in qualcode("display", reported, "role-ordered").err
    edit(reported / "transcripts" / "ana.txt", "My sister", "My brother")
    (reported / "transcripts" / "new.txt").write_text("Ana: We had rain.\n", encoding="utf-8")
    for command in (("display", reported, "role-ordered"), ("condense", reported, "coverage")):
        told = qualcode(*command, "--lang", "en").err
        assert "changed, gone or new since they were coded: ana.txt, new.txt" in told
        assert "qualcode code" in told


def test_line_ends_of_another_system_make_nothing_old(reported: Path) -> None:
    for path in (reported / "transcripts" / "ana.txt", reported / "claims.yaml", reported / "codebook.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read(reported)["Coding"] == ("up to date",)
    assert len(read(reported)["Results"]) == 1


def test_answers_and_judgements_on_other_ground_are_named(reported: Path) -> None:
    opened = reopen(reported)
    study = load_study(opened)
    answer_tactic(opened, study, "K1", "weighting", "All first-hand.", "siti", "2026-01-01")
    judge_claim(opened, study, "K1", "mixed", "Both.", "budi", "2026-01-01")
    kind = "Answers, judgements and typed cells that changed since"
    assert read(reported)[kind] == ("none",)
    accept_first(reported)
    assert read(reported)[kind] == (
        "K1, weighting (siti, 2026-01-01): changed since: the codings",
        "K1, mixed (budi, 2026-01-01): changed since: the codings",
    )
    edit(reported / "claims.yaml", "Rain came in time.", "Rain came early.")
    assert all(line.endswith("the claim, the codings") for line in read(reported)[kind])


def test_typed_cells_and_worksheets_on_other_ground_are_named(reported: Path, qualcode) -> None:
    cell = "role-ordered:C1:H.RAIN"
    said = qualcode("meaning", reported, "counting:1", "--answer", "Ana talks more.", "--coder", "siti")
    assert said.status == 0, said.err
    opened = reopen(reported)
    study = load_study(opened)
    codings = find_cell_codings(study, cell, DisplayOptions(), partial(build_display, study))
    assert codings
    words = [Said(cell, "Rain, late.", basis=hash_basis(codings)), Said("role-ordered:C9:H.RAIN", "gone", basis="1")]
    record_answers(opened, "budi", "fill", words, "2026-01-01")
    kind = "Answers, judgements and typed cells that changed since"
    assert read(reported)[kind] == ("none",)
    accept_first(reported)
    assert [line.partition(" (")[0] for line in read(reported)[kind]] == [cell, "counting:1"]


def test_as_many_suggestions_are_open_as_wait_in_the_queue(reported: Path) -> None:
    """One that gives way to a person's coding of the same words counts in no display, and waits all the same."""
    desk = open_desk(reopen(reported), "siti")
    coding = next(iter(desk.codings.values()))
    over = Choice("code", transcript=coding.transcript, span=coding.span, code=coding.code, polarity="contrary")
    decide(desk, [over], "2026-01-03", "review")
    waiting = sum(each.status == "suggested" for each in desk.codings.values())
    assert f"(qualcode review): {waiting}" in read(reported)["Open"][0]
    assert select(load_study(reopen(reported))).superseded


def test_codings_whose_code_is_gone_wait_and_are_told(reported: Path, qualcode) -> None:
    accept_first(reported)
    assert not any("no longer has" in line for line in read(reported)["Open"])
    edit(reported / "codebook.yaml", "H.RAIN", "H.WATER")
    edit(reported / "claims.yaml", "H.RAIN", "H.WATER")
    assert qualcode("code", reported).status == 0
    assert any("code the codebook no longer has" in line and line.endswith(": 1") for line in read(reported)["Open"])


def test_what_was_said_of_a_claim_that_is_gone_is_told(reported: Path) -> None:
    opened = reopen(reported)
    study = load_study(opened)
    answer_tactic(opened, study, "K1", "weighting", "All first-hand.", "siti", "2026-01-01")
    judge_claim(opened, study, "K1", "mixed", "Both.", "budi", "2026-01-01")
    assert not any("no longer has" in line for line in read(reported)["Open"])
    edit(reported / "claims.yaml", "- id: K1", "- id: K2")
    assert read(reported)["Open"][-1] == "answers and judgements on claims that claims.yaml no longer has: K1"


def test_an_informants_answer_to_words_coded_otherwise_since_is_named(reported: Path) -> None:
    opened = reopen(reported)
    material = find_material(load_study(opened), "K1", "en")
    [ana, *_] = material.asked
    basis = find_basis_of_reply(find_read_back(ana, material), material)
    record_answers(opened, "siti", "answer", [Said("K1:feedback:C1", "Yes.", "yes", basis)], "2026-01-01")
    kind = "Answers, judgements and typed cells that changed since"
    assert read(reported)[kind] == ("none",)
    accept_first(reported)
    assert read(reported)[kind] == ("K1, feedback, C1 (siti, 2026-01-01): changed since: the codings",)


def test_files_made_beside_the_report_have_their_own_date(reported: Path, qualcode) -> None:
    accept_first(reported)
    assert qualcode("verify", reported, "--feedback").status == 0
    lines = read(reported)["Results"]
    assert any(line.startswith("feedback/c1.docx") and line.endswith("up to date") for line in lines)
    assert any(line.startswith("report") and line.endswith("out of date since") for line in lines)
    figure, table = reported / "curve.svg", reported / "for_excel.csv"
    assert qualcode("condense", reported, "saturation", "--figure", figure).status == 0
    assert qualcode("export", "csv", reported, "--excel", "--to", table).status == 0
    accept_first(reported, "budi")
    [line] = [each for each in read(reported)["Results"] if "curve.svg" in each]
    assert "for_excel.csv" in line
    assert line.endswith("out of date since")
    (reported / "results" / "report.html").unlink()
    assert not any(line.startswith("report") for line in read(reported)["Results"])


def test_tables_that_a_shorter_report_leaves_behind_grow_old_by_themselves(reported: Path, qualcode) -> None:
    assert qualcode("report", reported, "--displays", "checklist,poetic").status == 0
    accept_first(reported)
    assert qualcode("report", reported, "--displays", "poetic").status == 0
    results = read(reported)["Results"]
    [left] = [line for line in results if "tables/checklist.csv" in line]
    assert left.endswith("out of date since")
    assert "poetic" not in left
    assert any(line.startswith("report") and line.endswith("up to date") for line in results)
    assert qualcode("report", reported, "--displays", "checklist").status == 0
    results = read(reported)["Results"]
    assert results[0].startswith("report, ")  # tables that it left, made from the same, stand behind it
    assert not any("checklist" in line for line in results)
    assert any("tables/poetic.csv" in line and line.endswith("up to date") for line in results)


def test_whatever_was_written_to_be_filled_in_is_told_by_its_place_in_the_study(
    reported: Path, qualcode, tmp_path: Path
) -> None:
    assert qualcode("condense", reported, "case-summary", "--write").status == 0
    assert qualcode("meaning", reported, "counting", "--write").status == 0
    assert qualcode("standards", reported, "srqr", "--write").status == 0
    moved = reported.rename(tmp_path / "elsewhere")
    edit(moved / "claims.yaml", "Rain came in time.", "Rain came early.")
    told = " ".join(each for each in read(moved)["Results"] if "out of date" in each)  # a line a day, at midnight two
    names = ("summaries/case-summary.docx", "summaries/meaning_counting.md", "standards/srqr_en.docx")
    assert all(name in told for name in names)
    assert "../" not in told


def test_a_manifest_of_before_says_that_nothing_is_on_record(reported: Path) -> None:
    edit(reported / "results" / "manifest.json", '"made_from"', '"formerly"')
    assert "not on record" in read(reported)["Results"][0]


def test_a_study_that_is_not_coded_is_told_so_in_indonesian(study_folder: Path, qualcode) -> None:
    done = qualcode("status", study_folder, "--lang", "id")
    assert done.status == 0
    assert "belum dikode. Jalankan `qualcode code" in done.out
    assert "belum ada" in done.out


def test_what_people_decide_while_a_report_is_written_is_not_in_it(
    reported: Path, qualcode, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_slowly(*arguments, **options):
        accept_first(reported)
        return write_results(*arguments, **options)

    monkeypatch.setattr("qualcode.workflow.reporting.write_results", write_slowly)
    assert qualcode("report", reported).status == 0
    assert any("decisions of siti: 1" in line for line in read(reported)["Results"])
