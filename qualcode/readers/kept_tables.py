"""What people keep beside their transcripts, and what is no interview: codings and codebooks."""

import re
from collections.abc import Iterable, Sequence

from qualcode.errors import UnreadableSource
from qualcode.messages import mark
from qualcode.readers.talk.vocabulary import words_in

Rows = Sequence[Sequence[str]]

_CODED = {  # the columns of a table of codings
    "transcript": words_in("transcript transcripts transkrip document dokumen file berkas source"),
    "code": words_in("code kode"),
    "quote": words_in("quote quotation kutipan"),
    "start": words_in("start mulai awal"),
    "end": words_in("end akhir selesai"),
}
_EXPORTED = (  # columns of MAXQDA's segments, ATLAS.ti's quotations, Dedoose's excerpts and Taguette's highlights
    {"document name", "code", "segment"},
    {"document", "codes", "quotation content"},
    {"media title", "excerpt copy"},
    {"document", "tag", "content"},
)
_CODES = words_in("code codes kode tema theme kategori category")
_DEFINED = words_in("definition definitions definisi deskripsi description penjelasan")
_REFERENCE = re.compile(r"(?:Reference|Referensi) 1\s*[-–]\s*\d{1,3}[.,]\d+\s?% (?:Coverage|Cakupan)\s*$")
_CODINGS = mark("it is a table of codings, no interview, and is not read")
_CODED_WORDS = mark("it holds what was coded in interviews, as NVivo writes it, no interview, and is not read")
_MOVE = mark("Move it out of the folder of transcripts")
_NAME_LENGTH = 200  # a file's name; what somebody said in a turn ends in a full stop now and then


def refuse_kept_table(rows: Rows) -> None:
    """Refuse a table, its header first, that says which words of which transcript bear which code (`codings.csv`, and
    what people and other programs write), or what codes mean. Turns with a code beside them are none of these."""
    header = [cell.casefold() for cell in rows[0]] if rows else []
    if _holds_codings(header, rows):
        how = mark("Move it out of the folder of transcripts; `qualcode agree --with` takes it from anywhere")
        raise UnreadableSource(_CODINGS, how)
    if any(names <= set(header) for names in _EXPORTED):
        raise UnreadableSource(_CODINGS, _MOVE)
    if not _CODES.isdisjoint(header) and not _DEFINED.isdisjoint(header):
        raise UnreadableSource(
            mark("it is a table of codes and their definitions, no interview, and is not read"), _MOVE
        )


def refuse_coded_words(lines: Iterable[str]) -> None:
    """Refuse lines in which NVivo listed what a node holds (`Reference 1 - 0.52% Coverage`)."""
    if any(line.startswith("Refer") and _REFERENCE.match(line) for line in lines):
        raise UnreadableSource(_CODED_WORDS, _MOVE)


def _holds_codings(header: Sequence[str], rows: Rows) -> bool:
    found = {name: next((n for n, cell in enumerate(header) if cell in known), None) for name, known in _CODED.items()}
    transcript, code, quote = (found[name] for name in ("transcript", "code", "quote"))
    if transcript is None or code is None:
        return False
    names = [row[transcript] for row in rows[1:] if transcript < len(row)]
    if quote is None and (found["start"] is None or found["end"] is None):
        return False
    return all("\n" not in name and len(name) <= _NAME_LENGTH and name[-1:] not in tuple(".?!") for name in names)
