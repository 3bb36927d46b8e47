"""Check a codebook by itself."""

from dataclasses import dataclass
from pathlib import Path

from qualcode.codebook.reading import read_codebook
from qualcode.messages import mark
from qualcode.model import Problem
from qualcode.workflow.checking import count_severity, tell_counts
from qualcode.workflow.codebooks.finding import find_target


@dataclass(frozen=True, slots=True)
class CheckedCodebook:
    """What `codebook check` found."""

    name: str
    codes: int
    cues: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many problems stop the codebook from being used."""
        return count_severity(self.problems, "error")

    def summary(self) -> str:
        """One line that says how the codebook stands; one with an error holds nothing that could be counted."""
        if self.errors:
            return mark("{name}: {problems}.", name=self.name, problems=tell_counts(self.problems))
        return mark(
            "{name}: {codes} codes, {cues} cues, {problems}.",
            name=self.name,
            codes=self.codes,
            cues=self.cues,
            problems=tell_counts(self.problems),
        )


def check_codebook(target: str, here: Path) -> CheckedCodebook:
    """Check a codebook: a YAML file, a shipped codebook's name, or the codebook of a study folder."""
    path, name, _ = find_target(target, here)
    codebook, problems = read_codebook(path, name)
    codes = codebook.codes if codebook else ()
    return CheckedCodebook(name, len(codes), sum(len(code.cues) for code in codes), problems)
