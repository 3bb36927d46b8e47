"""What a question asks for, and how far the answer follows it.

Structural coding (Saldaña 2021): what an interviewer asks gives the answer a candidate code. In an answer a weak cue of
the code asked for counts as a strong one does, and a sentence without any cue is taken to go on about it as long as the
talk has not turned elsewhere. A question that names no code and only keeps the talk going ("And then?") leaves the
question before it in force.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualcode.coders.findings import Finding, TextReader
from qualcode.language.probes import keeps_asking, takes_leave
from qualcode.language.sentences import find_sentences
from qualcode.model import Elicited, Turn


@dataclass(frozen=True, slots=True)
class Question:
    """What an interviewer's turn asks for: by code the findings in its words. `is_faint` where the words are of a
    question before it, which a short one without a topic may or may not leave in force."""

    asked: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    is_faint: bool = False

    def tell_elicited(self, code: str) -> Elicited:
        """Whether a coding of `code` in the answer was prompted. What is not asked for is volunteered where the
        question is understood; of a question that names no code nobody can tell."""
        if code in self.asked:
            return "prompted"
        return "volunteered" if self.asked and not self.is_faint else "unknown"


NO_QUESTION = Question()
LONGEST_FOLLOW_UP = 7  # words


def read_question(reader: TextReader, turn: Turn, text: str, language: str, before: Question) -> Question:
    """What `turn` asks for; `before` is what was asked last."""
    asked: dict[str, dict[str, Finding]] = {}
    for start, end in reversed(find_sentences(text, turn.span.start, turn.span.end)):
        for finding in reader.read(start, end).findings:
            asked.setdefault(finding.code.id, {}).setdefault(finding.cue.rule, finding)
        if asked:
            break
    if not asked:
        said = text[turn.span.start : turn.span.end]
        if keeps_asking(said, language):
            return before
        goes_on = len(said.split()) <= LONGEST_FOLLOW_UP and not takes_leave(said, language)
        return Question(before.asked, True) if goes_on else NO_QUESTION
    shared = _find_shared(asked)
    special = {code: found for code, found in asked.items() if not set(found) <= shared.get(code, set())}
    chosen = special or asked
    most = max(len({finding.cue.pattern for finding in found.values()}) for found in chosen.values())
    return Question(
        {
            code: tuple(found.values())
            for code, found in chosen.items()
            if len({finding.cue.pattern for finding in found.values()}) == most
        }
    )


def _find_shared(asked: Mapping[str, Mapping[str, Finding]]) -> dict[str, set[str]]:
    """By code the rules whose pattern asks for other codes too ("what gets in the way?")."""
    codes: dict[str, set[str]] = {}
    for code, found in asked.items():
        for finding in found.values():
            codes.setdefault(finding.cue.pattern, set()).add(code)
    return {
        code: {rule for rule, finding in found.items() if len(codes[finding.cue.pattern]) > 1}
        for code, found in asked.items()
    }
