"""What people write beside their codings: memos and pattern codes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.condense.memos import list_questions
from qualcode.condense.mentions import find_lost
from qualcode.errors import QualcodeError
from qualcode.messages import mark, translator
from qualcode.model import AnalyticMemo, MemoKind, Mention, PatternCode, Problem, Study
from qualcode.store.memos import LINKS, read_memos, write_memo
from qualcode.store.names import list_plain_words, make_part_safe
from qualcode.store.patterns import read_patterns
from qualcode.workflow.coding import load_study
from qualcode.workflow.opening import OpenStudy, require_codebook


@dataclass(frozen=True, slots=True)
class Writings:
    """Memos and pattern codes of a study, and what is wrong with their files, links that lead nowhere too."""

    memos: tuple[AnalyticMemo, ...]
    patterns: tuple[PatternCode, ...]
    problems: tuple[Problem, ...]


def read_writings(opened: OpenStudy, study: Study) -> Writings:
    """Everything that people wrote; a faulty file stops nothing, so its problems are warnings."""
    memos, faults = read_memos(opened.place.memos)
    patterns, odd = read_patterns(opened.place.patterns)
    lost = [problem for memo in memos for problem in find_lost(study, f"memos/{memo.file}", memo.mentions)]
    for pattern in patterns:
        lost += find_lost(study, opened.place.patterns.name, pattern.members)
    problems = (*faults, *odd, *lost)
    return Writings(memos, patterns, tuple(replace(problem, severity="warning") for problem in problems))


def check_writings(opened: OpenStudy) -> tuple[Problem, ...]:
    """What is wrong with what people wrote; of a study that is not coded yet, links to codings are not looked at."""
    if opened.codebook is None or not (opened.place.memos.is_dir() or opened.place.patterns.is_file()):
        return ()
    try:
        study = load_study(opened)
    except QualcodeError:
        found = (*read_memos(opened.place.memos)[1], *read_patterns(opened.place.patterns)[1])
        return tuple(replace(problem, severity="warning") for problem in found)
    return read_writings(opened, study).problems


def start_memo(
    opened: OpenStudy, title: str, kind: MemoKind, mentions: Iterable[Mention], author: str, day: str
) -> Path:
    """Write a memo to be filled in, with questions for its kind, and give its path.

    A memo without title, and links to what the study does not have, are refused; only one that links codings needs a
    coded study.
    """
    links = tuple(mentions)
    if not title.strip():
        raise QualcodeError(mark("A memo needs a title"), mark("Say in a few words what it is about"))
    study = load_study(opened) if any(link.kind == "coding" for link in links) else _open_uncoded(opened)
    for problem in find_lost(study, "memo", links):
        raise QualcodeError(mark("No memo was begun: {what}", what=problem.what), problem.how)
    fields: dict[str, str | list[str]] = {"title": title.strip(), "kind": kind, "author": author, "date": day}
    for kind_of_link, key in LINKS.items():
        if ids := [link.id for link in links if link.kind == kind_of_link]:
            fields[key] = ids
    questions = "\n".join(f"> {question}" for question in list_questions(kind, translator(opened.language)))
    return write_memo(opened.place.memos, f"{day}-{_shorten(title)}", fields, f"{questions}\n\n")


def _open_uncoded(opened: OpenStudy) -> Study:
    return Study(opened.settings, require_codebook(opened), opened.cases, (), (), opened.claims)


def _shorten(title: str) -> str:
    """A title as a part of a file's name."""
    return make_part_safe("-".join(list_plain_words(title)[:6]) or "memo")
