"""The student's sheet: room to write, no answers, nobody's words."""

from qualcode.codebook.reading import read_codebook
from qualcode.model import Matrix
from qualcode.shipped import list_codebooks, list_published
from qualcode.verify.paper.exercise import build_exercise, choose_claims
from qualcode.verify.paper.publication import read_published
from tests.factories import code_words, make_study, make_transcript
from tests.verify.paper.papers import PAPER

TALK = make_transcript("a.txt", "P: Bagaimana?", "N: Forum rutin.", case="INF-01")
STUDY = make_study([TALK], [code_words(TALK, "Forum rutin.", "CG.DLG.forum")])
SHEET = build_exercise(PAPER, STUDY, ("Made up.",), str, "en")


def test_six_steps_in_the_order_that_keeps_a_reader_blind() -> None:
    assert [section.key for section in SHEET.sections] == ["opening", *(f"step-{n}" for n in range(1, 7))]
    assert SHEET.sections[1].heading == "Step 1: code without knowing the claims"
    assert SHEET.notices == ("Made up.",)


def test_it_gives_away_no_answer_and_quotes_nobody() -> None:
    assert SHEET.quotes == ()
    told = repr(SHEET.sections)
    assert "Forum rutin." not in told
    assert "accounts only" not in told
    assert "the raw data" not in told


def test_what_the_student_fills_in_is_empty_and_the_papers_part_is_not() -> None:
    matrices = {section.key: section.body for section in SHEET.sections if isinstance(section.body, Matrix)}
    assert [column.key for column in matrices["step-1"].columns] == ["INF-01"]
    assert not any(line for row in matrices["step-1"].cells for cell in row for line in cell.lines)
    paper, own = matrices["step-4"].cells[0][:6], matrices["step-4"].cells[0][6:]
    assert all(cell.lines[0] for cell in paper)
    assert not any(line for cell in own for line in cell.lines)
    assert matrices["step-5"].cells[0][0].lines == ("They meet.",)


def test_claims_to_practise_on_are_of_every_kind_with_all_percentages_and_none_twice() -> None:
    codebook, _ = read_codebook(list_codebooks()["blitar"], "blitar.yaml")
    assert codebook is not None
    paper, _ = read_published(list_published()["blitar"], codebook)
    chosen = choose_claims(paper)
    assert {finding.elsewhere for finding in chosen} == {finding.elsewhere for finding in paper.findings}
    ids = [finding.claim.id for finding in chosen]
    assert {"A03", "S04"} <= set(ids)
    assert "E03" not in ids  # says what A03 says
    assert len(ids) < 20


def test_what_is_ticked_stands_in_one_line() -> None:
    """A line for each would make a page of two."""
    sorting = next(section.body for section in SHEET.sections if section.key == "step-2")
    assert isinstance(sorting, Matrix)
    assert [len(cell.lines) for cell in sorting.cells[0]][1] == 1
