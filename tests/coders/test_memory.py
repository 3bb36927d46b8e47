"""What is remembered is right, and never too much."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.coders.memory import Memory


@given(st.lists(st.sampled_from("abcdefgh"), max_size=60), st.integers(min_value=1, max_value=9))
def test_it_gives_what_it_was_taught_whatever_it_forgot(asked: list[str], most: int) -> None:
    memory = Memory(str.upper, most)
    assert [memory[text] for text in asked] == [text.upper() for text in asked]
    assert len(memory) <= most


def test_what_is_asked_for_again_and_again_is_learnt_once() -> None:
    learnt: list[str] = []

    def learn(text: str) -> str:
        learnt.append(text)
        return text

    memory = Memory(learn, 3)
    for rare in "abcdefghij":
        for text in ("often", rare, "often"):
            assert memory[text] == text
    assert learnt == ["often", *"abcdefghij"]
