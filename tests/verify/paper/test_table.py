"""What the paper says beside what interviews say: the very point, the code at large, and what no interview can say."""

from qualcode.verify.paper.table import build_paper_table, build_summary, find_wider
from tests.factories import code_words, make_study, make_transcript
from tests.verify.paper.papers import PAPER, gather_claims

TALK = make_transcript("a.txt", "P: Bagaimana?", "N: Forum rutin. Kami mengobrol. Belum untung.", case="INF-01")
FORUM = code_words(TALK, "Forum rutin.", "CG.DLG.forum")
CHAT = code_words(TALK, "Kami mengobrol.", "CG.DLG", "contrary")
LOSS = code_words(TALK, "Belum untung.", "IM.ECO", "contrary")


def read_rows(study):
    matrix = build_paper_table(PAPER, study, gather_claims(study), str, "en")
    columns = [column.key for column in matrix.columns]
    rows = zip(matrix.rows, matrix.cells, strict=True)
    return matrix, {row.key: dict(zip(columns, cells, strict=True)) for row, cells in rows}


def test_a_claim_is_searched_on_its_very_point_and_the_code_at_large_stands_apart() -> None:
    study = make_study([TALK], [FORUM, CHAT])
    _, rows = read_rows(study)
    assert rows["D1"]["interviews"].lines == ("suggestions lean for: not yet judged",)
    assert rows["D1"]["for"].coding_ids == (FORUM.id,)
    assert rows["D1"]["against"].lines == ("searched, none found",)  # the chat is of the code, not of the forum
    assert rows["D1"]["wider"].coding_ids == (CHAT.id,)


def test_a_claim_of_a_whole_code_leaves_nothing_at_large() -> None:
    [_, trust, *_] = gather_claims(make_study([TALK], [code_words(TALK, "Kami mengobrol.", "CG.TRU")]))
    assert len(trust.supporting) == 1
    assert find_wider(trust) == ()


def test_figures_never_come_from_interviews_and_what_no_interview_can_say_is_not_searched() -> None:
    _, rows = read_rows(make_study([TALK], [LOSS]))
    assert rows["E1"]["interviews"].lines == ("suggestions lean against: not yet judged",)
    assert rows["E1"]["could"].lines == (
        "partly: interviews give accounts only",
        "what could: accounts",
        "50%: not from interviews",
    )
    assert rows["S1"]["interviews"].kind == "missing"
    assert rows["S1"]["for"].lines == ("not searched",)
    assert rows["S1"]["could"].lines[0] == "no: outside what interviews can tell"


def test_a_row_says_where_the_claim_stands_and_on_what_the_paper_rests_it() -> None:
    matrix, _ = read_rows(make_study([TALK], [FORUM]))
    assert matrix.rows[0].detail == "section 4, lines 10-11; interviews, nobody named; CG.DLG.forum"
    assert matrix.rows[3].detail == "abstract, lines 1; a chart of an agency"


def test_the_column_of_made_up_interviews_says_that_they_are_made_up() -> None:
    for synthetic, label in ((True, "These synthetic interviews"), (False, "These interviews")):
        matrix, _ = read_rows(make_study([TALK], [FORUM], synthetic=synthetic))
        assert matrix.columns[0].label == label


def test_claims_are_counted_by_what_could_say_them() -> None:
    study = make_study([TALK], [FORUM, LOSS])
    matrix = build_summary(study, gather_claims(study), str)
    rows = [[cell.lines[0] for cell in cells] for cells in matrix.cells]
    assert rows == [["2", "1", "0", "0", "1", "0"], ["1", "0", "1", "0", "0", "0"], ["1", "0", "0", "0", "0", "1"]]
    assert matrix.cells[0][1].coding_ids == (FORUM.id,)


def test_a_judgement_on_the_studys_own_claim_stands_with_the_papers_claim_of_that_id() -> None:
    study = make_study([TALK], [FORUM])
    judged = {"D1": ("mixed (siti, 2026-01-31): both",), "K9": ("silent (siti, 2026-01-31): none",)}
    matrix = build_paper_table(PAPER, study, gather_claims(study), str, "en", judged)
    lines = [line for row in matrix.cells for cell in row for line in cell.lines]
    assert "this study's own claim D1, as judged: mixed (siti, 2026-01-31): both" in lines
    assert "codings, not all of them read, lean for" in lines
    assert not any("silent (siti" in line for line in lines)
