"""People's codings out of a table, placed on the transcripts they were made on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from qualcode.agreement.coding_table import CodingRow
from qualcode.errors import QualcodeError, suggest
from qualcode.evidence.case_words import fold
from qualcode.evidence.marks import POLARITY_WORDS
from qualcode.messages import mark
from qualcode.model import Codebook, Coding, Modality, Polarity, Problem, Span, Transcript, Turn, make_coding_id

_QUOTATION = ("'’‘", '"“”')  # whichever of these a spreadsheet or Word made of what was typed
MODALITIES = ("actual", "wish", "hypothetical")


@dataclass(frozen=True, slots=True)
class People:
    """What people coded. `read` names the transcripts that each coder has a row in, codings or none.

    `suggestions` counts rows that a machine suggested and nobody took over, `rejected` those that a person turned
    down: neither is a person's coding. `accepted` counts codings that began as a machine's suggestion. `has_polarity`
    is false where the file says nothing about polarity. `passages` are what a coder read of a transcript, by coder and
    transcript, where that is not all of it. `changed` counts codings that somebody made blind and took back or changed
    with the suggestions in sight: they stay as they were made.
    """

    codings: tuple[Coding, ...]
    read: dict[str, frozenset[str]]
    suggestions: int
    rejected: int
    accepted: int
    has_polarity: bool
    passages: dict[tuple[str, str], tuple[Span, ...]] = field(default_factory=dict)
    changed: int = 0


class TableRefused(QualcodeError):
    """A file of codings that does not fit the study; `problems` holds all of them."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(
            mark("{name} does not fit the study", name=name), mark("Mend what is listed above and run it again.")
        )
        self.problems = problems


def read_people(
    name: str,
    rows: Iterable[CodingRow],
    transcripts: Mapping[str, Transcript],
    codebook: Codebook,
    machines: frozenset[str],
) -> People:
    """The rows as codings on the canonical text of the transcripts they name.

    `name` is how problems call the file; its stem names the coder where a row names none, or one of `machines`.
    `transcripts` are those of the study by name. A row without a code says that the transcript was read. Rows that do
    not fit are collected and refused together: an unknown transcript or code (the nearest is named), offsets outside
    the text, a quote that stands elsewhere, a text whose hash differs.
    """
    reading = _Reading(name, transcripts, codebook, machines)
    kept = []
    counts = {"suggested": 0, "rejected": 0, "accepted": 0, "edited": 0}
    for row in rows:
        status = row.fields.get("status", "")
        if status in counts:
            counts[status] += 1
        if status not in ("suggested", "rejected"):
            kept.append(row)
    codings = {coding.id: coding for row in kept for coding in reading.read(row)}
    if reading.problems:
        raise TableRefused(name, reading.list_problems())
    if not kept:
        raise QualcodeError(
            mark("There is no coding of a person in {name}", name=name),
            mark("Rows that a machine suggested, or a person rejected, are none"),
        )
    return People(
        codings=tuple(sorted(codings.values(), key=lambda c: (c.transcript, c.span, c.code, c.coder, c.polarity))),
        read={coder: frozenset(found) for coder, found in sorted(reading.read_by.items())},
        suggestions=counts["suggested"],
        rejected=counts["rejected"],
        accepted=counts["accepted"] + counts["edited"],
        has_polarity=any(row.fields.get("polarity") for row in kept),
    )


@dataclass
class _Reading:
    name: str
    transcripts: Mapping[str, Transcript]
    codebook: Codebook
    machines: frozenset[str]
    problems: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    read_by: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    called: dict[str, Transcript | None] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, transcript in self.transcripts.items():
            for alike in {fold(name), fold(name.rpartition(".")[0])}:
                self.called[alike] = None if alike in self.called else transcript  # `a.txt` beside `a.docx`: say which
        for id_ in self.codebook.list_ids():
            self.codes[fold(id_)] = "" if fold(id_) in self.codes else id_

    def read(self, row: CodingRow) -> list[Coding]:
        transcript = self._find_transcript(row)
        if transcript is None:
            return []
        coder = row.fields.get("coder", "")
        if not coder or coder in self.machines:
            stem = Path(self.name).stem
            coder = self.name if stem in self.machines else stem
        self.read_by[coder].add(transcript.name)
        code = row.fields["code"]
        if not code:
            return []
        if code not in self.codes.values():
            code = self.codes.get(fold(code)) or code
        polarity = self._read_polarity(row)
        modality = row.fields.get("modality") or "actual"
        span = self._find_span(row, transcript)
        turn = self._find_turn(row, transcript, span)
        if not (self._check_code(row, code) and span and turn and polarity):
            return []
        if modality not in MODALITIES:
            self._note(
                row, mark("the modality `{modality}` is not known", modality=modality), suggest(modality, MODALITIES)
            )
            return []
        return [_make_coding(transcript, turn, span, code, polarity, cast(Modality, modality), coder)]

    def list_problems(self) -> tuple[Problem, ...]:
        found = []
        for (what, how), lines in self.problems.items():
            where = f"{self.name}:{lines[0]}"
            if len(lines) > 1:
                where = mark("{where} (and {count} more lines)", where=where, count=len(lines) - 1)
            found.append(Problem(where, what, how))
        return tuple(found)

    def _note(self, row: CodingRow, what: str, how: str) -> None:
        self.problems[what, how].append(row.line)

    def _find_transcript(self, row: CodingRow) -> Transcript | None:
        name = row.fields.get("transcript", "").replace("\\", "/")
        transcript = self.transcripts.get(name) or self.called.get(fold(name))
        if transcript is None:
            self._note(
                row,
                mark("there is no transcript `{name}` in the study", name=name),
                suggest(name, tuple(self.transcripts)),
            )
            return None
        hash_then = row.fields.get("text_sha256", "")
        if hash_then and hash_then != transcript.text_sha256:
            what = mark("the text of {name} is not the one that was coded: its hash differs", name=transcript.name)
            self._note(row, what, mark("Put the transcript back as it was, or code the new one"))
            return None
        return transcript

    def _check_code(self, row: CodingRow, code_id: str) -> bool:
        code = self.codebook.find(code_id)
        subcodes = tuple(subcode.id for subcode in code.subcodes) if code else ()
        if code and (code_id == code.id or not subcodes or code_id in subcodes):
            return True
        self._note(
            row,
            mark("the codebook has no code `{code_id}`", code_id=code_id),
            _suggest_code(code_id, subcodes, self.codebook),
        )
        return False

    def _read_polarity(self, row: CodingRow) -> Polarity | None:
        word = row.fields.get("polarity", "").casefold()
        if word not in POLARITY_WORDS:
            self._note(
                row, mark("the polarity `{word}` is not known", word=word), mark("Write supporting or contrary, + or -")
            )
        return POLARITY_WORDS.get(word)

    def _find_span(self, row: CodingRow, transcript: Transcript) -> Span | None:
        quote = row.fields.get("quote", "")
        if not row.fields.get("start") and not row.fields.get("end"):
            return self._find_quote(row, transcript, quote)
        try:
            span = Span(int(row.fields.get("start", "")), int(row.fields.get("end", "")))
        except ValueError:
            self._note(
                row,
                mark("`start` and `end` are not both whole numbers"),
                mark("Count characters from 0, the end not included"),
            )
            return None
        if not 0 <= span.start < span.end <= len(transcript.text):
            what = mark(
                "{start} to {end} lies outside the {count} characters of {name}",
                start=span.start,
                end=span.end,
                count=len(transcript.text),
                name=transcript.name,
            )
            self._note(row, what, mark("Count in what `qualcode show --text {name}` prints", name=transcript.name))
            return None
        if quote and _squeeze(quote) != _squeeze(span.of(transcript.text)):
            what = mark(
                "the quote is not what stands at {start} to {end} in {name}",
                start=span.start,
                end=span.end,
                name=transcript.name,
            )
            self._note(row, what, mark("Correct the offsets, or leave them empty and let the quote be looked for"))
            return None
        return span

    def _find_quote(self, row: CodingRow, transcript: Transcript, quote: str) -> Span | None:
        if not quote:
            self._note(row, mark("a code without a place"), mark("Fill in start and end, or the quote"))
            return None
        pattern = r"\s+".join(map(re.escape, quote.split()))
        for alike in _QUOTATION:
            pattern = re.sub(f"[{alike}]", f"[{alike}]", pattern)
        found = [Span(*match.span()) for match in re.finditer(pattern, transcript.text)]
        if len(found) == 1:
            return found[0]
        if found:
            what = mark(
                "the quote “{quote}” stands {count} times in {name}",
                quote=quote[:40],
                count=len(found),
                name=transcript.name,
            )
            self._note(row, what, mark("Quote more words, or fill in start and end"))
        else:
            what = mark("the quote “{quote}” does not stand in {name}", quote=quote[:40], name=transcript.name)
            self._note(row, what, mark("Quote word for word, as in the transcript"))
        return None

    def _find_turn(self, row: CodingRow, transcript: Transcript, span: Span | None) -> Turn | None:
        if span is None:
            return None
        for turn in transcript.turns:
            if turn.span.overlaps(span):
                return turn
        what = mark(
            "{start} to {end} in {name} is nobody's speech", start=span.start, end=span.end, name=transcript.name
        )
        self._note(row, what, mark("Code words that a speaker says"))
        return None


def _suggest_code(word: str, subcodes: tuple[str, ...], codebook: Codebook) -> str:
    """The code whose label begins with the word, else the nearest of its code's sub-codes or of all codes."""
    for code in codebook.codes:
        if any(label.casefold().startswith(word.casefold()) for label in (code.label.id, code.label.en)):
            return mark("Did you mean `{near}`?", near=code.id)
    return suggest(word, subcodes or tuple(code.id for code in codebook.codes))


def _squeeze(text: str) -> str:
    """Letters and digits alone: spreadsheets change blanks, quotation marks and a leading `=`."""
    return re.sub(r"\W+", "", text)


def _make_coding(
    transcript: Transcript, turn: Turn, span: Span, code: str, polarity: Polarity, modality: Modality, coder: str
) -> Coding:
    return Coding(
        id=make_coding_id(transcript.name, span, code, polarity, modality, coder),
        transcript=transcript.name,
        case=turn.case,
        speaker=turn.speaker,
        turn=turn.number,
        span=span,
        quote=span.of(transcript.text),
        code=code,
        polarity=polarity,
        modality=modality,
        directness="unknown",
        elicited="unknown",
        coder=coder,
        evidence=(),
        score=None,
        status="manual",
        codebook="",
        code_hash="",
        text_sha256=transcript.text_sha256,
    )
