"""Tags of comments, and what people write around them."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.sheets.comment_tags import Tag, drop_tags, find_tag, is_memo_as_it_left, write_memo_tag, write_tag

WORDS = st.text("ab []#1·.", max_size=20)


@given(st.integers(1, 10**6), st.lists(WORDS, max_size=3))
def test_a_tag_is_known_whatever_it_tells(number: int, remarks: list[str]) -> None:
    tag = write_tag(number, remarks)
    assert find_tag(["CG.DLG", tag]) == Tag(number)
    assert drop_tags(["CG.DLG", tag]) == ["CG.DLG"]


def test_what_people_write_in_its_line_is_theirs() -> None:
    tag = write_tag(12, ("saran", "“[tertawa]”"))
    assert drop_tags(["CG.DLG", f"{tag} setuju"]) == ["CG.DLG", "setuju"]
    assert drop_tags([f" CG.DLG {tag}", "", "memo"]) == ["CG.DLG", "", "memo"]
    assert drop_tags(["", " ", "memo [3]"]) == ["memo [3]"]
    assert find_tag(["memo [3]", "hal. #4"]) is None


@given(st.text("abc \n", min_size=1, max_size=40))
def test_a_memo_is_known_as_it_left_and_else_is_news(text: str) -> None:
    lines = [*text.split("\n"), write_memo_tag(3, 1, text)]
    tag = find_tag(lines)
    assert tag is not None
    assert (tag.number, is_memo_as_it_left(tag, lines)) == (3, True)
    assert not is_memo_as_it_left(tag, ["changed", *lines])
