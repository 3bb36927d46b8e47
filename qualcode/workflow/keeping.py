"""Which codings are kept although the codebook has changed.

People change a codebook in small steps: a definition, an example, a cue. What a cue changes it changes where it stands.
So the codings of a transcript in which no cue that came or went can stand are as a full run would make them, but for
the hashes and the version that they name, and only these are written anew. Where such a cue can stand only the answers
that hold it are coded again, and those to questions that hold it, from the text as it was read last time.
"""

import json
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from qualcode.codebook.patterns import PatternError
from qualcode.coders.contract import CodedTranscript, CodeTranscript
from qualcode.coders.cue_words import CueWords
from qualcode.formats.json_text import parse_json
from qualcode.model import Codebook, Cue, Transcript, TranscriptAccount
from qualcode.store.codings import Line, Reading, write_line, write_lines
from qualcode.store.files import write_file
from qualcode.store.standing import Standing, read_transcript, stamp_lines

CUES = ".cues"  # beside the codings: the codebook of the last run that came to its end, and its cues


def describe_frame(codebook: Codebook) -> tuple[object, ...]:
    """What decides about codings in a codebook apart from its cues."""
    return (
        sorted((code.id, sorted(sub.id for sub in code.subcodes)) for code in codebook.codes),
        sorted(codebook.list_obstacles()),
        sorted((actor.pattern, actor.language) for actor in codebook.actors),
        sorted((friend.pattern, friend.language, friend.code) for friend in codebook.false_friends),
        sorted((language, sorted(words.items())) for language, words in codebook.lemma_exceptions.items()),
        codebook.weights.sha256 if codebook.weights else "",
    )


class Keeper:
    """Keeps the codings in `folder` that `codebook` would make just so; `code` codes by it."""

    def __init__(self, folder: Path, codebook: Codebook, code: Callable[[], CodeTranscript]) -> None:
        self.folder = folder
        self._codebook = codebook
        self._code = code

    def keep(self, standings: tuple[Standing, ...]) -> tuple[Standing, ...]:
        """Those of one source as the codebook would make them now; () where they must be made from the source."""
        now = [each if each.makings.codebook == self._codebook.hash else self._renew(each) for each in standings]
        return tuple(each for each in now if each) if all(now) else ()

    def keep_cues(self) -> None:
        """Note the cues by which all codings are made now."""
        if self._read_cues()[0] != self._codebook.hash:
            cues = sorted(map(_lay_out, _list_cues(self._codebook)))
            write_file(self.folder / CUES, f"{self._codebook.hash}\n{json.dumps(cues, ensure_ascii=False)}".encode())

    def _renew(self, standing: Standing) -> Standing | None:
        """Write anew what the codebook of the last run made of a transcript; None where that cannot be told."""
        known, changed = self._changed
        lines = stamp_lines(standing, self._codebook.versioned, self._hash_code)
        if known != standing.makings.codebook or lines is None:
            return None
        account = standing.account
        makings = replace(standing.makings, codebook=self._codebook.hash)
        words = changed.pick(makings.words.split(" "), account.language)
        if changed.can_stand(words, account.language):
            read = read_transcript(standing)
            if read is None:
                return None
            touched = _find_touched(read.transcript, words, changed)
            coded = self._code()(read.transcript, makings.inquiries, touched)
            lines = [line for line in lines if line.turn in coded.kept] + list(map(write_line, coded.codings))
            lines.sort(key=lambda line: line.turn)  # inside a turn they are in order
            account = _count_again(account, read, lines, coded)
            makings = replace(makings, inquiries=coded.inquiries)
        write_lines(self.folder, account, makings, standing.read, lines)
        return Standing(account, makings, len(lines))

    @cached_property
    def _changed(self) -> tuple[str, CueWords]:
        """The hash of the codebook of the last run, and the cues that came or went since."""
        codebook, cues = self._read_cues()
        try:
            then = {tuple(cue) for cue in parse_json(cues)}
            now = {_lay_out(cue) for cue in _list_cues(self._codebook)}
            patterns = {(pattern, language) for _, pattern, language, *_ in then ^ now}
            return codebook, CueWords(patterns, self._codebook.lemma_exceptions)
        except (ValueError, TypeError, PatternError):
            return "", CueWords((), {})  # whatever it is, all is made again

    def _read_cues(self) -> tuple[str, str]:
        """The hash of the codebook of the last run, and its cues as they were written; both "" where none are."""
        try:
            codebook, _, cues = (self.folder / CUES).read_text(encoding="utf-8").partition("\n")
        except (OSError, UnicodeDecodeError):
            return "", ""
        return codebook, cues

    def _hash_code(self, code_id: str) -> str:
        code = self._codebook.find(code_id)
        return code.hash if code else ""


def _find_touched(transcript: Transcript, words: Collection[str], changed: CueWords) -> frozenset[int]:
    """The numbers of the turns in which a cue that came or went can stand; `words` are those of the text."""
    spans = [turn.span for turn in transcript.turns]
    places = changed.find_stretches(transcript.text, spans, words, transcript.language)
    return frozenset(transcript.turns[place].number for place in places)


def _count_again(
    account: TranscriptAccount, read: Reading, lines: Iterable[Line], coded: CodedTranscript
) -> TranscriptAccount:
    """The count sheet with what is coded now; a coding by machine covers one whole unit."""
    units = {(line.start, line.end) for line in lines}
    return replace(
        account,
        coded_words=sum(words for start, end, words in read.units if (start, end) in units),
        coded_units=len(units),
        asked=None if account.asked is None else coded.asked,
    )


def _list_cues(codebook: Codebook) -> list[Cue]:
    return [cue for code in codebook.codes for cue in code.cues]


def _lay_out(cue: Cue) -> tuple[str, ...]:
    return cue.rule, cue.pattern, cue.language, cue.weight, cue.polarity, cue.subcode
