"""One line of the log: which command was given when, by whom, and what it left behind."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LogLine:
    """A command as log.jsonl has it; `number` is its line there.

    `when` is ISO 8601 in UTC, `who` the user of the machine, `coder` who decided in it ("" where nobody did) and `acts`
    how many decisions of which kind. `heads` are the hashes of the last decisions by the file's name. `hashes` are the
    SHA-256 of files by what they are (`inputs`, `codebooks`, `transcripts`, `codings`, `outputs`) and name. `became`
    leads from a code that was renamed, split or merged to what it was made into.
    `hash` is the line's own, `before` that of the line before it: "" in the first, None where it was not written.
    """

    number: int
    when: str
    who: str
    version: str
    arguments: tuple[str, ...]
    coder: str = ""
    acts: dict[str, int] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    hashes: dict[str, dict[str, str]] = field(default_factory=dict)
    libraries: dict[str, str] = field(default_factory=dict)
    became: dict[str, tuple[str, ...]] = field(default_factory=dict)
    hash: str = ""
    before: str | None = None
