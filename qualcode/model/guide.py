"""An interview guide: the questions that the interviewers meant to ask, and the codes that each asks for."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from qualcode.model.codebook import Words

GUIDE_RULE = "guide/"  # and the question's id: the rule of a coding that rests on a question of the guide


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """One question of a guide. `probes` are other ways in which it is put and what is asked after it; `codes` are ids
    of codes and sub-codes, none for a question that asks for no code, such as the first one to warm up."""

    id: str
    text: Words
    codes: tuple[str, ...]
    probes: tuple[Words, ...] = ()
    line: int = field(default=0, compare=False, repr=False)

    def list_wordings(self, language: str) -> Iterator[str]:
        """The question and its probes as they are put in `language`."""
        return (getattr(words, language) for words in (self.text, *self.probes) if getattr(words, language))


@dataclass(frozen=True, slots=True)
class Guide:
    """A whole guide, in the order of its file; the order says nothing of coding. A guide without questions is as good
    as none."""

    questions: tuple[GuideQuestion, ...] = ()
