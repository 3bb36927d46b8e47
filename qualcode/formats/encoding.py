"""Bytes into text: UTF-8, UTF-16 with its mark, else Windows-1252; never a guess that is not told."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass

from qualcode.errors import UnreadableSource
from qualcode.formats.refusals import Seeming, recognise
from qualcode.messages import mark

_CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.01  # more control characters than this, and the bytes are no text


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text file's text, without byte order mark, and the encoding it was written in."""

    text: str
    encoding: str

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the transcript should know: nothing where the file was UTF-8."""
        return (
            ()
            if self.encoding == "UTF-8"
            else (mark("read as {encoding}: the file is not UTF-8", encoding=self.encoding),)
        )


def decode(data: bytes, wanted: Seeming | None = None) -> Decoded:
    """The text of `data`; line ends are left as they are.

    Binary content, a document under a text file's name (but for one of the `wanted` kind) and UTF-16 without its mark
    are refused.
    """
    seeming = recognise(data)
    if seeming and seeming != wanted:
        raise UnreadableSource(mark("the file is no plain text but {noun}", noun=seeming.noun), seeming.remedy)
    decoded = _decode(data)
    if not decoded.text.strip():
        raise UnreadableSource(
            mark("there is nothing but blank lines in it"), mark("Check that the right file was saved")
        )
    _refuse_binary(decoded.text)
    return decoded


def _decode(data: bytes) -> Decoded:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        try:
            return Decoded(data.decode("utf-16"), "UTF-16")
        except UnicodeDecodeError:
            raise UnreadableSource(
                mark("its UTF-16 text is damaged or cut off"), mark("Save it again as UTF-8")
            ) from None
    try:
        return Decoded(data.decode("utf-8-sig"), "UTF-8")
    except UnicodeDecodeError:
        pass
    try:
        return Decoded(data.decode("cp1252"), "Windows-1252")
    except UnicodeDecodeError:
        raise UnreadableSource(
            mark("its characters are neither UTF-8, UTF-16 nor Windows-1252"), mark("Save it as UTF-8 in your editor")
        ) from None


def _refuse_binary(text: str) -> None:
    nuls = text.count("\0")
    if nuls * 3 > len(text):
        raise UnreadableSource(
            mark("it looks like UTF-16 without its mark (BOM)"), mark("Save it as UTF-8 in your editor")
        )
    if nuls or len(_CONTROLS.findall(text)) > _CONTROL_SHARE * len(text):
        raise UnreadableSource(mark("the file is binary, not text"), mark("Save the transcript as plain text in UTF-8"))
