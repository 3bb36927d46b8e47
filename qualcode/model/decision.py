"""A decision: what a person says about a coding, a passage or the codebook; appended, never edited."""

from dataclasses import dataclass
from typing import Literal

from qualcode.model.coding import Modality, Polarity
from qualcode.model.text import Span

Act = Literal[
    "accept",
    "reject",
    "recode",
    "move",
    "polarity",
    "comment",
    "code",
    "propose",
    "nothing",
    "place",
    "undo",
    "rename",
    "join",
    "link",
    "answer",
    "fill",
    "judge",
]
Seen = Literal["blind", "suggestions"]
Tool = Literal["review", "terminal", "sheet", "codebook", "command", "audit", "exchange"]
Question = Literal["answer", "fill", "judge"]
"""The acts by which a person answers what a result leaves open: a tactic's question, an empty cell, a claim."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words in a transcript, told so that they are found again in an edited one.

    `quote` is the words themselves, `before` and `after` are what stands around them, all verbatim and all from the
    text whose SHA-256 is `text_sha256` (the W3C's Web Annotation Data Model calls this a text quote selector). `turn`,
    `speaker` and `case` are as in a `Coding`.
    """

    span: Span
    quote: str
    before: str
    after: str
    turn: int
    speaker: str
    case: str
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of what a person decided.

    `act` says what was done:

    - accept, reject, comment: on the coding whose id is `on`;
    - recode, move, polarity: that coding with `to_code`, `to_passage` or `to_polarity` instead;
    - code: a new coding, `on` its id, by the person who decides; propose: the same with a code that the codebook lacks,
      called `label`;
    - nothing: the person read the passage and gives it no code;
    - place: what was decided on the coding `on`, whose words are not found any more, is about this passage;
    - undo: takes back the decision whose hash is `on`, another undo too;
    - rename: `code` is now called `to_code`, in the whole study;
    - join: two lines of decisions of one coder, made apart, go on as one (`parents` names both);
    - link: the coding `on` leads to the coding `to_on`, and `comment` says why; with the `label` "none" it does not;
    - answer, fill, judge: `comment` is what the person says to the question `on` that a tactic leaves open
      (`K1:rivals`), in the cell `on` of a display or on the claim `on`, whose status is then `label`. The last one of
      a coder counts; one without `comment` and `label` takes it back.

    `who` decides and `when` is ISO 8601 in UTC. `coder`, `passage`, `code`, `polarity` and `modality` are those of the
    coding decided on, as it was then: a decision stands on its own when that coding is no longer suggested. `codebook`
    is name and version at that time, `code_hash` the hash of the code's entry. `basis` is a hash of the codings that an
    answer was given on, so that it is told when these have changed since. `seen` says whether the person saw what
    the machine and others had coded, `tool` where the decision was made. A decision that is not yet on the disk has no
    `hash`; on the disk, `parents` are the hashes of what the same coder decided before.
    """

    act: Act
    who: str
    when: str
    tool: Tool
    seen: Seen
    transcript: str = ""
    on: str = ""
    coder: str = ""
    passage: Passage | None = None
    code: str = ""
    polarity: Polarity = "supporting"
    modality: Modality = "actual"
    to_code: str = ""
    to_passage: Passage | None = None
    to_polarity: Polarity | None = None
    label: str = ""
    comment: str = ""
    codebook: str = ""
    code_hash: str = ""
    to_on: str = ""
    basis: str = ""
    parents: tuple[str, ...] = ()
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said last to what a result leaves open: `on` and `label` as in the decision, `text` its words.

    `changed` names what is no longer as it was then: "codings", "claim", "rivals", the ids of codes.
    """

    on: str
    who: str
    when: str
    text: str
    label: str = ""
    basis: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """A link that a person drew: the coding `cause` leads to the coding `effect` (present ids), `why` in own words."""

    cause: str
    effect: str
    who: str
    when: str
    why: str = ""
