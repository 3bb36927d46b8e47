"""Small codebooks and transcripts for the coder."""

from collections.abc import Callable

import pytest

from qualcode.model import Code, Codebook, Cue, Exemplar, FalseFriend, Family, Span, Transcript, Turn, Words

NONE = Words()


def make_code(code_id: str, family: str, language: str, cues: dict[str, str]) -> Code:
    """`cues` maps strong, weak, contrary, weak-contrary, asked, answer and answer-contrary to patterns set apart by
    semicolons."""
    found = []
    for kind, patterns in cues.items():
        weight = kind.removesuffix("-contrary").replace("contrary", "strong")
        polarity = "contrary" if kind.endswith("contrary") else "supporting"
        for number, pattern in enumerate(patterns.split(";"), 1):
            rule = f"{code_id}/{language}/{kind}/{number}"
            found.append(Cue(rule, pattern.strip(), language, weight, polarity, 1))  # type: ignore[arg-type]
    exemplars: tuple[Exemplar, ...] = ()
    return Code(code_id, family, NONE, NONE, NONE, (), (), exemplars, (), (), tuple(found), (), 1, code_id + "#")


@pytest.fixture
def make_codebook() -> Callable[..., Codebook]:
    """Codebooks of codes `A`, `B`, ... and `OB.X`, an obstacle; each given as a mapping of kinds to patterns."""

    def make(
        codes: dict[str, dict[str, str]],
        actors: str = "",
        false_friends: str = "",
        language: str = "id",
        lemmas: dict[str, str] | None = None,
    ) -> Codebook:
        families = (Family("OB", NONE, "obstacle"), Family("CG", NONE, "element"))
        made = tuple(
            make_code(code, "OB" if code.startswith("OB.") else "CG", language, cues) for code, cues in codes.items()
        )
        parties = tuple(
            Cue(f"actors/{number}", pattern.strip(), language, "strong", "supporting", 1)
            for number, pattern in enumerate(actors.split(";"))
            if pattern
        )
        friends = tuple(
            FalseFriend(pattern.strip(), language, "", 1, code.strip())
            for pattern, _, code in (friend.partition("@") for friend in false_friends.split(";"))
            if pattern
        )
        by_hand = {language: lemmas} if lemmas else {}
        return Codebook("small", "1", NONE, families, made, (), parties, friends, by_hand, "")

    return make


@pytest.fixture
def make_transcript() -> Callable[..., Transcript]:
    """Transcripts of one respondent's words, or of `role: words` pairs."""

    def make(*spoken: str | tuple[str, str], language: str = "id") -> Transcript:
        text, turns = "", []
        for number, turn in enumerate(spoken, 1):
            role, words = ("respondent", turn) if isinstance(turn, str) else turn
            text += "X: "
            span = Span(len(text), len(text) + len(words))
            turns.append(Turn(number, "X", role, span, None, "x" if role == "respondent" else ""))  # type: ignore[arg-type]
            text += words + "\n\n"
        return Transcript("talk.txt", text, tuple(turns), language, "s" * 64, "t" * 64)

    return make
