"""A published study as data: what its paper claims, on what it rests that, and where it pulls against itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, cast, get_args

from qualcode.errors import suggest
from qualcode.messages import mark
from qualcode.model import Claim, Codebook, Problem, Words
from qualcode.verify.claims.reading import read_claims
from qualcode.verify.paper.rows import read_rows

# On what a paper rests a claim: interviews without a name, the field, an analysis, a named person, a chart; the
# literature, the authors' own inference, nothing. A named interviewee alone can be gone back to.
Basis = Literal["interviews", "field", "analysis", "named", "chart", "theory", "inference", "none"]
Kind = Literal["supporting", "contrary", "obstacle", "advice", "theory"]
# The kind of source that could answer what interviews cannot.
Elsewhere = Literal["", "document", "figures", "observation", "people", "nothing"]

MARKED = ("interviews", "field", "analysis", "named", "chart")
EMPIRICAL = ("supporting", "contrary", "obstacle")
_PAPER = {
    "section": (),
    "lines": (),
    "codes": (),
    "basis": get_args(Basis),
    "kind": get_args(Kind),
    "elsewhere": get_args(Elsewhere),
}
_UNHEARD = dict.fromkeys(("lines", "claims", "id", "en"), ())


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim of a paper and where it stands there.

    `section` and `lines` are those of the paper; `codes` those that the claim touches there, also such as the codebook
    lacks; `elsewhere` is the kind of source that could answer what interviews cannot, "" where they can.
    """

    claim: Claim
    section: str
    lines: str
    codes: tuple[str, ...]
    basis: Basis
    kind: Kind
    elsewhere: Elsewhere

    @property
    def is_marked(self) -> bool:
        """Whether the paper says on what it rests the claim, be it ever so loosely."""
        return self.basis in MARKED


@dataclass(frozen=True, slots=True)
class Tension:
    """Two things that one paper says and that do not go together; each side is written as a claim, its `source` the ids
    of the paper's claims that take it."""

    id: str
    first: Claim
    second: Claim


@dataclass(frozen=True, slots=True)
class Unheard:
    """People for whom the paper speaks, and whom nobody interviewed: where it does so, and in which claims."""

    id: str
    text: Words
    lines: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """A paper's claims in their order, its tensions, and the people it speaks for without having heard them."""

    name: str
    findings: tuple[Finding, ...]
    tensions: tuple[Tension, ...]
    unheard: tuple[Unheard, ...]

    def find(self, claim: str) -> Finding:
        """The finding with this id; there must be one."""
        return next(finding for finding in self.findings if finding.claim.id == claim)


def read_published(folder: Path, codebook: Codebook) -> tuple[Publication, tuple[Problem, ...]]:
    """The published study in `folder`, and every problem: codes that `codebook` lacks, ids and words that are unknown.

    The folder holds claims.yaml and tensions.yaml (both in the form of a study's claims), paper.csv and unheard.csv.
    """
    claims, claim_problems = read_claims(folder / "claims.yaml", "claims.yaml", codebook, ())
    sides, side_problems = read_claims(folder / "tensions.yaml", "tensions.yaml", codebook, ())
    problems = [*claim_problems, *side_problems]
    if problems:
        return Publication(folder.name, (), (), ()), tuple(problems)
    findings = tuple(_read_findings(folder / "paper.csv", claims, problems))
    known = tuple(claim.id for claim in claims)
    tensions, unheard = tuple(_pair(sides, problems)), tuple(_read_unheard(folder / "unheard.csv", problems))
    named = [
        ("tensions.yaml", id_) for each in tensions for id_ in (*list_claims(each.first), *list_claims(each.second))
    ]
    named += [("unheard.csv", id_) for each in unheard for id_ in each.claims]
    problems += (
        Problem(file, mark("there is no claim {id}", id=id_), suggest(id_, known))
        for file, id_ in named
        if id_ not in known
    )
    return Publication(folder.name, findings, tensions, unheard), tuple(problems)


def list_claims(side: Claim) -> tuple[str, ...]:
    """The ids of the paper's claims that take a side of a tension."""
    return tuple(side.source.split())


def _read_findings(path: Path, claims: tuple[Claim, ...], problems: list[Problem]) -> Iterator[Finding]:
    known = len(problems)
    rows = read_rows(path, "claim", _PAPER, problems)
    if len(problems) > known:  # a row that is left out would be missed again below
        return
    alone = sorted(rows.keys() ^ {claim.id for claim in claims})
    what = mark("stands in one of claims.yaml and paper.csv only")
    problems += (
        Problem(path.name, mark("{id} {what}", id=id_, what=what), mark("Add it to the other")) for id_ in alone
    )
    for claim in claims:
        row = rows.get(claim.id)
        if row is not None:
            yield Finding(
                claim=replace(claim, source=f"{row['section']}, {row['lines']}"),
                section=row["section"],
                lines=row["lines"],
                codes=tuple(row["codes"].split()),
                basis=cast("Basis", row["basis"]),
                kind=cast("Kind", row["kind"]),
                elsewhere=cast("Elsewhere", row["elsewhere"]),
            )


def _pair(sides: tuple[Claim, ...], problems: list[Problem]) -> Iterator[Tension]:
    found = {side.id: side for side in sides}
    for id_ in dict.fromkeys(re.sub(r"\.[ab]$", "", side.id) for side in sides):
        first, second = found.get(f"{id_}.a"), found.get(f"{id_}.b")
        if first and second:
            yield Tension(id_, first, second)
        else:
            problems.append(
                Problem(
                    "tensions.yaml", mark("{id} lacks a side", id=id_), mark("Write both {id}.a and {id}.b", id=id_)
                )
            )


def _read_unheard(path: Path, problems: list[Problem]) -> Iterator[Unheard]:
    for row in read_rows(path, "people", _UNHEARD, problems).values():
        yield Unheard(row["people"], Words(row["id"], row["en"]), row["lines"], tuple(row["claims"].split()))
