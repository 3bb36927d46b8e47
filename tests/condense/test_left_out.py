"""What no coding lies on, the longest first and in context."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.condense.left_out import LONGEST, PART
from tests.factories import code_words, make_material, make_study, make_transcript

TALK = make_transcript(
    "a.txt",
    "P: Apa kabar?",
    "N: Baik. Kami rutin bertemu. Hujan terus sejak pagi. Sawah penuh.",
    "P: Lalu?",
    "N: Ya begitu.",
    case="INF-01",
)
CODING = code_words(TALK, "Kami rutin bertemu.", "CG.DLG")


def build(codings=(CODING,), talk=TALK, **changes):
    [matrix] = PART.build(make_material(make_study([talk], codings), [talk], **changes), str)
    return matrix


def test_neighbours_are_one_passage_and_the_longest_comes_first() -> None:
    matrix = build()
    assert [tuple(cell.lines[0] for cell in row) for row in matrix.cells] == [
        ("6", "P: Apa kabar?", "Hujan terus sejak pagi. Sawah penuh."),
        ("2", "P: Lalu?", "Ya begitu."),
        ("1", "P: Apa kabar?", "Baik."),
    ]
    assert matrix.rows[0].key == f"a.txt@{TALK.text.index('Hujan')}"
    assert matrix.rows[0].label == "INF-01, turn 2"


def test_a_short_list_says_how_much_it_leaves_out() -> None:
    assert build(most=1).notes[-1] == "Passages shown: 1 of 3, with 6 of 9 uncoded words."
    assert len(build(most=0).rows) == 3


def test_a_passage_beyond_what_a_table_holds_says_how_many_words_follow() -> None:
    talk = make_transcript("b.txt", "N: " + "kata " * (LONGEST + 5), case="INF-02")
    cell = build((), talk).cells[0][2]
    assert cell.lines[0].endswith("(and 5 more words)")


def test_nothing_left_out_says_so() -> None:
    talk = make_transcript("c.txt", "N: Ya.", case="INF-03")
    matrix = build((code_words(talk, "Ya.", "CG.DLG"),), talk)
    assert matrix.rows == ()
    assert matrix.notes[-1].startswith("Nothing was left out")


@given(st.sets(st.sampled_from(["Baik.", "Kami rutin bertemu.", "Hujan terus sejak pagi.", "Ya begitu."])))
def test_coded_and_left_out_words_are_all_that_respondents_say(sentences: set[str]) -> None:
    codings = [code_words(TALK, words, "CG.DLG") for words in sentences]
    study = make_study([TALK], codings)
    [matrix] = PART.build(make_material(study, [TALK], most=0), str)
    left_out = sum(int(row[0].lines[0]) for row in matrix.cells)
    assert study.accounts[0].coded_words + left_out == study.accounts[0].respondent_words
