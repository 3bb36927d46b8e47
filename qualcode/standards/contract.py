"""What a standard asks, and what it is answered from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from qualcode.messages import Translate
from qualcode.model import AnalyticMemo, Coding, LogLine, Matrix, PatternCode, Study, Verdict

Standing = Literal["answered", "records", "in part", "open"]


@dataclass(frozen=True, slots=True)
class Records:
    """What a study has on file; a draft is written with `t`, in `language`.

    `counted` are the codings that count. `files` are the names of those of the study's own files that are there, such
    as cases.csv. `verdicts` are those of all tactics about all claims, `agreement` is the table of coders who coded
    blind (None where there are no two), `saturation` what can be said of it, `fed_back` the sheets that read
    informants' words back to them.
    """

    study: Study
    counted: tuple[Coding, ...]
    t: Translate
    language: str
    files: frozenset[str] = frozenset()
    log: tuple[LogLine, ...] = ()
    memos: tuple[AnalyticMemo, ...] = ()
    patterns: tuple[PatternCode, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    agreement: Matrix | None = None
    saturation: tuple[str, ...] = ()
    fed_back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a record tells: in words, the file that says so, and the codings that a number in it counts."""

    text: str
    source: str
    coding_ids: tuple[str, ...] = ()


Tell = Callable[[Records], Iterator[Fact]]
"""Tells what is on file of one thing; nothing where nothing is."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a standard: its number and name there, and what it asks, in our words.

    `tell` are the facts that go towards an answer. `whole` says that facts, where there are any, answer all that is
    asked; else they are a part, and the authors say the rest.
    """

    number: str
    name: str
    question: str
    tell: tuple[Tell, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Domain:
    """Items that a standard puts under one heading."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Standard:
    """A list of what a report or a study is asked. `source` is who set it up, and when."""

    name: str
    purpose: str
    title: str
    source: str
    domains: tuple[Domain, ...]
