"""The codebook: codes, their definitions and the cues by which rules look for them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from qualcode.model.coding import Polarity

Weight = Literal["strong", "weak", "asked", "answer"]


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in Indonesian and English; one of the two may be "" (then the other stands in)."""

    id: str = ""
    en: str = ""

    def in_language(self, language: str) -> str:
        """The words in `language` ("id" or "en"), else in the other one."""
        first, second = (self.id, self.en) if language == "id" else (self.en, self.id)
        return first or second


@dataclass(frozen=True, slots=True)
class Exemplar:
    """A passage that bears the code. `constructed` is true where it was made up to explain the code."""

    text: str
    language: str
    constructed: bool = True


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A passage that does not bear the code though it looks so; `goes_to` is the id of the right code, or ""."""

    text: str
    language: str
    why: str
    goes_to: str = ""
    constructed: bool = True


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern by which a rule finds a code.

    `rule` names it uniquely inside the codebook by code, language, list and pattern
    (`CG.DLG/id/strong/duduk (bareng/bersama)`, a `|` of the pattern written `/`), so that it stays the same when
    other cues come and go. `pattern` is written in the rule language. `polarity` is what the cue says of the code
    when it is not negated. A strong cue suggests alone, a weak one beside another. A `weight` of "asked" marks a cue of
    questions: what an interviewer asks so is answered with this code; one of "answer" marks words that speak for the
    code in the answer to such a question alone. `subcode` is a whole id or "".
    """

    rule: str
    pattern: str
    language: str
    weight: Weight
    polarity: Polarity
    line: int
    subcode: str = ""


@dataclass(frozen=True, slots=True)
class FalseFriend:
    """A phrase in which a cue's words mean something else; inside it no cue fires. `code` "" means every code."""

    pattern: str
    language: str
    why: str
    line: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class Subcode:
    """A finer division of a code; `id` is whole (`CG.DLG.forum`)."""

    id: str
    label: Words


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a code's own log: when it was changed, by whom and why."""

    date: str
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of the codebook, after MacQueen et al. (1998): label, short and full definition, when to use it,
    when not to, examples. `source` says where the definition is from. `hash` is the SHA-256 of the entry's content,
    cues included; it changes with any part of it, and with nothing else."""

    id: str
    family: str
    label: Words
    short: Words
    definition: Words
    use_when: tuple[Words, ...]
    do_not_use_when: tuple[Words, ...]
    exemplars: tuple[Exemplar, ...]
    near_misses: tuple[NearMiss, ...]
    subcodes: tuple[Subcode, ...]
    cues: tuple[Cue, ...]
    boundary_with: tuple[str, ...]
    line: int
    hash: str
    source: Words = field(default_factory=Words)
    changed: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """A group of codes, such as the five elements (`CG`) or the obstacles (`OB`)."""

    id: str
    label: Words
    kind: Literal["element", "obstacle", "impact", "other"] = "other"


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to read the codebook, which a study chooses. `moves` names sub-codes (whole ids) that it files under
    another code: `{"CG.COM.support": "CG.OUT"}`."""

    id: str
    label: Words
    moves: dict[str, str]


@dataclass(frozen=True, slots=True)
class BoundaryRule:
    """How to decide between two codes (`B1`, ...), printed with displays."""

    id: str
    question: Words
    rule: Words


@dataclass(frozen=True, slots=True)
class WordWeights:
    """A table of what single words say of codes, learned from interviews that were coded before: the file and the
    SHA-256 of its content."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of one codebook file."""

    name: str
    version: str
    hash: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """A whole codebook. `hash` is the SHA-256 of its content, blind to comments and layout of the YAML file.

    `languages` are those its texts are written in. `source` and `note` say where it comes from and how to take it.
    `actors` are cues of the parties themselves: a weak cue counts in a unit that names one.
    `lemma_exceptions` maps a language to words whose lemma is set by hand. `modes` are the ways to read it, the
    default first; `mode` is the one a study reads it in, None until one is set and where there are none. `bases` are
    the codebooks that it extends, the nearest first: their codes come before its own, and everything else of theirs is
    part of it. `weights` add to what the cues find.
    """

    name: str
    version: str
    title: Words
    families: tuple[Family, ...]
    codes: tuple[Code, ...]
    boundary_rules: tuple[BoundaryRule, ...]
    actors: tuple[Cue, ...]
    false_friends: tuple[FalseFriend, ...]
    lemma_exceptions: dict[str, dict[str, str]]
    hash: str
    languages: tuple[str, ...] = ("id", "en")
    source: Words = field(default_factory=Words)
    note: Words = Words()
    modes: tuple[Mode, ...] = ()
    mode: Mode | None = None
    bases: tuple[Edition, ...] = ()
    weights: WordWeights | None = None
    _found: dict[str, Code | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def versioned(self) -> str:
        """Its name with its version, as codings, decisions and sheets say by what they were made: `blitar@1.0`."""
        return f"{self.name}@{self.version}"

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The state of this codebook, and those of the codebooks that it extends."""
        return (Edition(self.name, self.version, self.hash), *self.bases)

    def list_ids(self) -> tuple[str, ...]:
        """The ids of all codes, each followed by those of its sub-codes, in the codebook's order."""
        return tuple(id_ for code in self.codes for id_ in (code.id, *(subcode.id for subcode in code.subcodes)))

    def find(self, code_id: str) -> Code | None:
        """The code under which codings of `code_id` count: the code with this id or of which it is a sub-code, or the
        one to which the mode moves it; None where there is none."""
        if code_id not in self._found:  # asked again for each coding of a study
            counted_as = self.mode.moves.get(code_id, code_id) if self.mode else code_id
            whole = (code for code in self.codes if counted_as == code.id or counted_as.startswith(code.id + "."))
            self._found[code_id] = next(whole, None)
        return self._found[code_id]

    def name_whole(self, code_id: str) -> str:
        """The id of the code under which codings of `code_id` count; `code_id` itself where there is none."""
        code = self.find(code_id)
        return code.id if code else code_id

    def holds(self, own: str, code_id: str) -> bool:
        """Whether codings of `code_id` count as codings of `own`, a code or a sub-code."""
        return own in (code_id, self.name_whole(code_id))

    def list_obstacles(self) -> frozenset[str]:
        """The ids of the codes whose family is one of obstacles."""
        return frozenset(self.codes_of_kind("obstacle"))

    def codes_of_kind(self, kind: str) -> tuple[str, ...]:
        """The ids of the codes whose family is of a kind, in the order of the codebook."""
        families = {family.id for family in self.families if family.kind == kind}
        return tuple(code.id for code in self.codes if code.family in families)

    def codes_of(self, family: str) -> Iterator[Code]:
        """The codes of one family, in the order of the codebook."""
        return (code for code in self.codes if code.family == family)

    def list_families(self) -> Iterator[tuple[Family | None, tuple[Code, ...]]]:
        """Each family with its codes, in the order of the codebook; last, under None, the codes that have no family."""
        for family in self.families:
            yield family, tuple(self.codes_of(family.id))
        if bare := tuple(self.codes_of("")):
            yield None, bare
