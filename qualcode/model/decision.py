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
]
Seen = Literal["blind", "suggestions"]
Tool = Literal["review", "terminal", "sheet", "codebook"]


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
    - join: two lines of decisions of one coder, made apart, go on as one (`parents` names both).

    `who` decides and `when` is ISO 8601 in UTC. `coder`, `passage`, `code`, `polarity` and `modality` are those of the
    coding decided on, as it was then: a decision stands on its own when that coding is no longer suggested. `codebook`
    is name and version at that time, `code_hash` the hash of the code's entry. `seen` says whether the person saw what
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
    parents: tuple[str, ...] = ()
    hash: str = ""
