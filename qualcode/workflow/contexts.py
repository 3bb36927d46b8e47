"""Quotes in context: the words around each coding, taken from its transcript."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from qualcode.errors import QualcodeError, suggest
from qualcode.evidence.jottings import find_jottings, write_jotting
from qualcode.evidence.wording import name_code, name_once
from qualcode.messages import mark
from qualcode.model import Coding, Quote, Study, Transcript
from qualcode.readers.folder import list_sources, read_source
from qualcode.store.place import find_transcripts
from qualcode.workflow.commands import refuse_changed
from qualcode.workflow.desk import list_proposals
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.reading import find_source, name_source, require_interview, split_name

AROUND = 240  # code points on either side: the question before and the sentence after, in most talk

_FIRST_WORD = re.compile(r"\S*\s*")
_LAST_WORD = re.compile(r"\s*\S*\Z")


@dataclass(frozen=True, slots=True)
class Shown:
    """What to show of one thing: a heading, plain lines, and all quotes behind it in context."""

    heading: str
    lines: tuple[str, ...]
    quotes: tuple[Quote, ...]


def find_text(folder: Path, name: str) -> str:
    """The canonical text of a transcript of a study, or of a bare folder: by its name, without its ending where only
    one file is called so. Nothing else of the study is read; a name that is not there is refused with the nearest."""
    transcripts = find_transcripts(folder)
    names = [name_source(path, transcripts) for path in list_sources(transcripts)[0]]
    asked = unicodedata.normalize("NFC", name.replace("\\", "/"))
    whole, parted = (asked, ""), split_name(asked)
    found, number = next(
        ((found, number) for file, number in (whole, parted) if (found := _find_called(names, file))), ([], "")
    )
    if len(found) != 1:
        how = mark("Name one of: {names}", names=", ".join(found)) if found else suggest(name, tuple(names))
        what = mark("Several transcripts are called {name}", name=name) if found else None
        raise QualcodeError(what or mark("There is no transcript {name}", name=name), how)
    inside = {transcript.name: transcript for transcript in read_source(find_source(transcripts, found[0]), found[0])}
    wanted = f"{found[0]}#{number}" if number else found[0]
    if wanted not in inside:
        how = mark(
            "Interviews in {file}: {count}; name one, such as {first}",
            file=found[0],
            count=len(inside),
            first=next(iter(inside)),
        )
        raise QualcodeError(mark("There is no transcript {name}", name=name), how)
    return inside[wanted].text


def _find_called(names: Iterable[str], file: str) -> list[str]:
    """The one that is called just so, else all that are without their endings or in other letter case."""
    known = tuple(names)
    alike = (each for each in known if file.casefold() in (each.casefold(), each.rpartition(".")[0].casefold()))
    return [file] if file in known else list(alike)


def quote_in_context(opened: OpenStudy, study: Study, ids: Collection[str], language: str) -> tuple[Quote, ...]:
    """The codings with these ids, each with the words around it, in the order of the study; each transcript is read
    once.

    A transcript that has changed since it was coded is refused: its codings would point at other words.
    """
    return tuple(_quote_each(opened, study, [coding for coding in study.codings if coding.id in ids], language))


def _quote_each(opened: OpenStudy, study: Study, codings: Iterable[Coding], language: str) -> Iterator[Quote]:
    codes = cache(lambda code_id: _label_code(study, code_id, language))  # there are few codes and many codings
    jottings = find_jottings(study)
    for name, group in groupby(codings, key=lambda coding: coding.transcript):
        transcript = require_interview(opened, name)
        for coding in group:
            if coding.text_sha256 != transcript.text_sha256:
                refuse_changed(opened, name)
            noted = tuple(map(write_jotting, jottings.get(coding.id, ())))
            yield _make_quote(transcript, study, coding, codes(coding.code), noted)


def quote_from(transcript: Transcript, study: Study, coding: Coding, language: str) -> Quote:
    """One coding with the words around it, out of its transcript, without jottings."""
    return _make_quote(transcript, study, coding, _label_code(study, coding.code, language))


def _make_quote(
    transcript: Transcript, study: Study, coding: Coding, labels: tuple[str, str], jottings: tuple[str, ...] = ()
) -> Quote:
    before, after = _cut_around(transcript.text, coding)
    label, counted_as = labels
    return Quote(coding, before, after, label, _case_label(study, coding), counted_as, jottings)


def _cut_around(text: str, coding: Coding) -> tuple[str, str]:
    start = max(0, coding.span.start - AROUND)
    end = min(len(text), coding.span.end + AROUND)
    before = text[start : coding.span.start]
    after = text[coding.span.end : end]
    if start > 0:
        before = before[_FIRST_WORD.match(before).end() :]  # type: ignore[union-attr]  # it matches the empty string
    if end < len(text):
        after = after[: _LAST_WORD.search(after).start()]  # type: ignore[union-attr]
    return before, after


def _label_code(study: Study, code_id: str, language: str) -> tuple[str, str]:
    code = study.codebook.find(code_id)
    if code is None and (proposed := list_proposals(study.decisions, study).get(code_id)):
        return proposed[-1].label, code_id
    label = name_code(study.codebook, code_id, language)
    counted_as = name_once(code.id, code.label.in_language(language)) if code else code_id
    return ("" if label == code_id else label), counted_as


def _case_label(study: Study, coding: Coding) -> str:
    for case in study.cases:
        if case.id == coding.case:
            return ", ".join(part for part in (case.id, case.role, case.organisation) if part)
    return coding.case or coding.speaker
