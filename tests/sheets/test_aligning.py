"""A transcript laid on what a document holds."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Span
from qualcode.sheets.aligning import lay_texts, level
from tests.factories import make_transcript

LINES = st.lists(st.text("abc \t😀ق", min_size=1, max_size=30), min_size=1, max_size=8)


@given(LINES, st.text("xyz\n", max_size=20), st.data())
def test_an_unchanged_text_is_laid_sign_by_sign(lines: list[str], before: str, data: st.DataObject) -> None:
    transcript = make_transcript("a.txt", *(f"N: {line}" for line in lines))
    (laid,), problems = lay_texts(f"{before}\n{transcript.text}\nend", {"a.txt": transcript})
    start = data.draw(st.integers(0, len(transcript.text) - 1))
    end = data.draw(st.integers(start + 1, len(transcript.text)))
    at = len(before) + 1
    found = laid.find((at + start, at + end))
    assert problems == ()
    assert (found.of(transcript.text) if found else "") == level(transcript.text)[start:end].strip()


@given(st.lists(st.text("abcdefg ", min_size=5, max_size=30), min_size=3, max_size=8), st.integers(0, 100))
def test_words_that_stand_as_they_left_are_found_though_others_changed(lines: list[str], which: int) -> None:
    transcript = make_transcript("a.txt", *(f"N: {number} {line}" for number, line in enumerate(lines)))
    changed = which % len(lines)
    ours = transcript.text.split("\n")
    theirs = [*ours[:changed], "N: something else stands here now", *ours[changed + 1 :]]
    document = "Title\n" + "\n".join(theirs) + "\nCodes"
    (laid,), problems = lay_texts(document, {"a.txt": transcript})
    assert len(problems) == 1
    for number, line in enumerate(ours):
        if number != changed:
            at = document.index(line)
            found = laid.find((at, at + len(line)))
            assert found is not None
            assert found.of(transcript.text) == line.strip()


def test_two_interviews_with_the_same_words_lie_one_after_the_other() -> None:
    one, two = make_transcript("a.txt", "N: Ya."), make_transcript("b.txt", "N: Ya.")
    laid, problems = lay_texts("N: Ya.\n\nN: Ya.\n", {"a.txt": one, "b.txt": two})
    assert problems == ()
    assert [each.find((8, 14)) for each in laid] == [None, Span(0, 6)]


def test_an_interview_that_was_taken_out_is_told() -> None:
    (laid,), (problem,) = lay_texts("Title\n", {"a.txt": make_transcript("a.txt", "N: Ya.")})
    assert laid.find((0, 5)) is None
    assert (problem.where, problem.severity) == ("a.txt", "error")
