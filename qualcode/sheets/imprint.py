"""The imprint as text that Word and Excel carry: packed, with a checksum, so that a damaged one is seen."""

import json
import re
from base64 import b64decode, b64encode
from dataclasses import astuple, replace
from hashlib import sha256
from zlib import compress, decompressobj
from zlib import error as ZlibError  # noqa: N812 - an exception under the name of one

from qualcode.errors import QualcodeError
from qualcode.formats.json_text import parse_json
from qualcode.messages import mark
from qualcode.model import Span
from qualcode.sheets.contract import Imprint, Left, LeftCell

_MARK = "qualcode-sheet"
_VERSION = "1"
_PACKED = re.compile(rf"{_MARK}:(\d+):([0-9a-f]{{16}}):([A-Za-z0-9+/=]+);")
_MOST_BYTES = 100_000_000  # half a million rows; a sheet from elsewhere must not fill the memory


def pack(imprint: Imprint) -> str:
    """The imprint as one word of letters, digits and a few signs."""
    numbers = {name: number for number, (name, _) in enumerate(imprint.texts)}
    rows = [
        (numbers[row.transcript], row.span.start, row.span.end, row.id, row.code, row.polarity, row.modality, row.coder)
        for row in imprint.rows
    ]
    head = astuple(replace(imprint, rows=(), cells=()))[:-2]
    cells = [[astuple(cell) for cell in imprint.cells]] if imprint.cells else []  # others are read by older versions
    data = compress(json.dumps([head, rows, *cells], ensure_ascii=False, separators=(",", ":")).encode(), 9)
    return f"{_MARK}:{_VERSION}:{_digest(data)}:{b64encode(data).decode()};"


def unpack(text: str) -> Imprint:
    """The imprint in a text that may hold more; none, and one that was changed, is refused."""
    found = _PACKED.search(re.sub(r"\s+", "", text))
    if found is None:
        raise _refuse(mark("this is no sheet of qualcode's, or what it carried for reading it back was taken out"))
    version, digest, packed = found.groups()
    if version != _VERSION:
        raise QualcodeError(mark("the sheet left from a newer qualcode"), mark("Update qualcode, and read it in again"))
    try:
        data = b64decode(packed)
        if _digest(data) != digest:
            raise ValueError
        unpacking = decompressobj()
        plain = unpacking.decompress(data, _MOST_BYTES)
        if unpacking.unconsumed_tail:
            raise ValueError
        head, rows, *more = parse_json(plain)
        kind, title, left, coder, seen, language, codebook, texts, codes = head
        names = [name for name, _ in texts]
        made = (Left(names[n], Span(start, end), *more) for n, start, end, *more in rows)
        pairs = (tuple((name, sha) for name, sha in texts), tuple((id_, label) for id_, label in codes))
        cells = tuple(LeftCell(*cell) for cell in more[0]) if more else ()
        return Imprint(kind, title, left, coder, seen, language, codebook, *pairs, tuple(made), cells)
    except (ValueError, ZlibError, TypeError, IndexError, RecursionError):
        raise _refuse(mark("what the sheet carries for reading it back was changed")) from None


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]


def _refuse(what: str) -> QualcodeError:
    return QualcodeError(
        what, mark("Work in a sheet as `qualcode sheet out` wrote it; copies of the whole file are fine")
    )
