"""Small studies made by hand: a codebook of four codes, interviews typed as turns, codings by the words they lie on."""

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any

from qualcode.codebook.modes import set_mode
from qualcode.condense.accounting import account
from qualcode.condense.contract import Material
from qualcode.model import (
    BoundaryRule,
    Case,
    Claim,
    Code,
    Codebook,
    Coding,
    Family,
    Mode,
    Settings,
    Span,
    Study,
    Subcode,
    Transcript,
    Turn,
    Unit,
    Words,
    make_coding_id,
)

FAMILIES = (
    Family("IM", Words("Dampak", "Impact"), "impact"),
    Family("CG", Words("Proses", "Process"), "element"),
    Family("OB", Words("Hambatan", "Obstacles"), "obstacle"),
)
CASES = (
    Case("INF-04", ("d.txt",), "", "Pemilik", "Usaha", "private", {"jurisdiction": "kabupaten"}),
    Case("INF-01", ("a.txt",), "", "Kepala bidang", "Dinas", "public", {"jurisdiction": "kabupaten"}),
    Case("INF-03", ("c.txt",), "", "Ketua", "Paguyuban", "association", {"jurisdiction": ""}),
    Case("INF-02", ("b.txt",), "", "Staf", "Dinas", "public", {"jurisdiction": "kota"}),
)


def make_code(id_: str, label: str, subcodes: tuple[str, ...] = ()) -> Code:
    return Code(
        id=id_,
        family=id_.partition(".")[0],
        label=Words(f"{label} (id)", label),
        short=Words("", f"{label}, in short"),
        definition=Words(),
        use_when=(),
        do_not_use_when=(),
        exemplars=(),
        near_misses=(),
        subcodes=tuple(Subcode(sub, Words("", sub.rpartition(".")[2])) for sub in subcodes),
        cues=(),
        boundary_with=(),
        line=1,
        hash="c0de",
    )


CODES = (
    make_code("IM.ECO", "Economy"),
    make_code("CG.DLG", "Dialogue", ("CG.DLG.forum", "CG.DLG.access")),
    make_code("CG.TRU", "Trust"),
    make_code("OB.COO", "Coordination"),
)


def make_codebook(**changes: Any) -> Codebook:
    values: dict[str, Any] = {
        "name": "small",
        "version": "1.0",
        "title": Words("Kecil", "Small"),
        "families": FAMILIES,
        "codes": CODES,
        "boundary_rules": (BoundaryRule("B1", Words("", "DLG or COO?"), Words("", "with others: DLG; inside: COO")),),
        "actors": (),
        "false_friends": (),
        "lemma_exceptions": {},
        "hash": "0123456789abcdef" * 4,
    }
    return Codebook(**(values | changes))


def make_transcript(name: str, *lines: str, case: str = "", **changes: Any) -> Transcript:
    """A transcript of lines such as `P: Bagaimana?` and `N: Baik.`; P asks, all others answer."""
    text = "\n".join(lines)
    turns = []
    start = 0
    for number, line in enumerate(lines, start=1):
        label, _, words = line.partition(": ")
        span = Span(start + len(line) - len(words), start + len(line))
        role = "interviewer" if label == "P" else "respondent"
        turns.append(Turn(number, label, role, span, case="" if label == "P" else case))
        start += len(line) + 1
    digest = sha256(text.encode()).hexdigest()
    values = {"language": "id", "source_sha256": digest, "text_sha256": digest} | changes
    return Transcript(name=name, text=text, turns=tuple(turns), **values)


def split_sentences(transcript: Transcript) -> tuple[Unit, ...]:
    """The sentences of respondents, cut after full stops and question marks."""
    units = []
    for turn in transcript.turns:
        if turn.role == "respondent":
            for found in re.finditer(r"[^\s.?][^.?]*[.?]?", turn.span.of(transcript.text)):
                start = turn.span.start + found.start()
                units.append(Unit(Span(start, start + len(found[0])), turn.number))
    return tuple(units)


def code_words(transcript: Transcript, words: str, code: str, polarity: str = "supporting", **changes: Any) -> Coding:
    """A coding on the first place where `words` stand."""
    start = transcript.text.index(words)
    return code_span(transcript, Span(start, start + len(words)), code, polarity=polarity, **changes)


def code_span(transcript: Transcript, span: Span, code: str, **changes: Any) -> Coding:
    """A machine's suggestion on a span of one turn, with changes."""
    turn = next(turn for turn in transcript.turns if turn.span.start <= span.start < turn.span.end)
    values: dict[str, Any] = {
        "polarity": "supporting",
        "modality": "actual",
        "directness": "first-hand",
        "elicited": "volunteered",
        "coder": "rules",
        "evidence": (),
        "score": None,
        "status": "suggested",
    } | changes
    return Coding(
        id=make_coding_id(transcript.name, span, code, values["polarity"], values["modality"], values["coder"]),
        transcript=transcript.name,
        case=turn.case,
        speaker=turn.speaker,
        turn=turn.number,
        span=span,
        quote=span.of(transcript.text),
        code=code,
        codebook="small@1.0",
        code_hash="c0de",
        text_sha256=transcript.text_sha256,
        **values,
    )


def make_study(
    transcripts: Iterable[Transcript],
    codings: Iterable[Coding] = (),
    cases: tuple[Case, ...] = CASES,
    claims: tuple[Claim, ...] = (),
    **settings: Any,
) -> Study:
    found = tuple(sorted(codings, key=lambda c: (c.transcript, c.span, c.code, c.coder)))
    sheets = [
        account(each, split_sentences(each), tuple(c for c in found if c.transcript == each.name))
        for each in sorted(transcripts, key=lambda each: each.name)
    ]
    return Study(Settings(**settings), make_codebook(), cases, tuple(sheets), found, claims)


def make_material(study: Study, transcripts: Iterable[Transcript] = (), **changes: Any) -> Material:
    """What condensations work from, the transcripts in memory."""
    by_name = {each.name: each for each in transcripts}

    def read_units(name: str) -> tuple[tuple[Span, int], ...]:
        units = split_sentences(by_name[name])
        return tuple((unit.span, len(unit.span.of(by_name[name].text).split())) for unit in units)

    return Material(study, "en", by_name.__getitem__, read_units, **changes)


def in_mode(study: Study, **moves: str) -> Study:
    """The study read in a mode that moves sub-codes; `CG__DLG__access="CG.TRU"` files CG.DLG.access under CG.TRU."""
    mode = Mode("moved", Words("dipindah", "moved"), {own.replace("__", "."): code for own, code in moves.items()})
    return replace(study, codebook=set_mode(replace(study.codebook, modes=(mode,)), ""))


def make_claim(id_: str = "C1", **changes: Any) -> Claim:
    values: dict[str, Any] = {
        "text": Words("Orang saling percaya.", "People trust one another."),
        "codes": (("CG.TRU", "supporting"),),
        "scope": {},
        "checkable": "yes",
        "needs": Words(),
        "rivals": (),
        "source": "",
        "line": 1,
    }
    return Claim(id=id_, **(values | changes))
