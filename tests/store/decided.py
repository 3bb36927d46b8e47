"""Decisions made by hand for the tests of the store."""

from dataclasses import replace

from qualcode.model import Act, Decision, Passage, Span

TEXT = "7e47" * 16


def decide(
    n: int = 0, who: str = "siti", transcript: str = "a.txt", act: Act = "accept", when: str = "", **more: object
) -> Decision:
    """The n-th decision of a coder; each on a coding of its own."""
    passage = Passage(Span(n, n + 5), "duduk", "kami ", " bareng", 1, "Narasumber", "INF-01", TEXT)
    decision = Decision(act, who, when or f"2026-01-01T00:{n // 60 % 60:02}:{n % 60:02}+00:00", "review", "suggestions")
    return replace(
        decision,
        transcript=transcript,
        on=f"{n:016x}",
        coder="rules",
        passage=passage,
        code="CG.DLG",
        codebook="small@1.0",
        code_hash="c0de",
        **more,  # type: ignore[arg-type]
    )
