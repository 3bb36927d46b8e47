"""Packed documents (docx, odt, xlsx): opened only when they can do no harm, refused with what they really are."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - an exception under the name of one

from qualcode.errors import UnreadableSource
from qualcode.formats.refusals import OLE, ZIP, recognise
from qualcode.formats.source import MEGABYTE, SIZE_LIMIT
from qualcode.formats.xml_tree import PROLOG_LIMIT
from qualcode.messages import mark

ENTRY_LIMIT = 5_000
RATIO_LIMIT = 200
PART_LIMIT = (
    64 * MEGABYTE
)  # of text with its markup, a few hundred hours of talk; as a tree it takes a dozen times that
_RATIO_FLOOR = 10 * MEGABYTE  # below this no ratio can hurt, and small files of blank pages pack very well

WORD, EXCEL = mark("a Word document (.docx)"), mark("an Excel table (.xlsx)")
OPEN_TEXT = mark("an OpenDocument text (.odt)")
_MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": OPEN_TEXT,
    b"application/vnd.oasis.opendocument.spreadsheet": mark("an OpenDocument table (.ods)"),
    b"application/epub+zip": mark("an e-book (.epub)"),
}
_PARTS = {"word/": WORD, "xl/": EXCEL, "ppt/": mark("slides (.pptx)")}


class Archive:
    """An opened package whose size, ratio and number of parts have been checked.

    `kind` is what the file should be (`a Word document (.docx)`). Parts that cannot be unpacked raise
    UnreadableSource.
    """

    def __init__(self, data: bytes, kind: str) -> None:
        self.kind = kind
        self._refuse_other_kinds(data)
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OverflowError, NotImplementedError):
            raise _damaged() from None
        self._refuse_bombs(len(data))

    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """One part's bytes; one of more than 64 MB is refused."""
        size = next((entry.file_size for entry in self._zip.infolist() if entry.filename == name), 0)
        if size > PART_LIMIT:
            raise UnreadableSource(
                mark(
                    "the text in it would unpack to {value} MB; the limit is {value2} MB",
                    value=size // MEGABYTE,
                    value2=PART_LIMIT // MEGABYTE,
                ),
                _SAVE_ANEW,
            )
        return self._read(name, -1)

    def heads(self, ending: str) -> Iterator[bytes]:
        """The first bytes of every part whose name ends so, enough for what stands before its first element."""
        return (self._read(name, PROLOG_LIMIT) for name in self.names() if name.endswith(ending))

    def require(self, name: str) -> None:
        """Refuse a package without this part, saying what it seems to be instead."""
        if name not in self.names():
            seeming = self._recognise()
            if seeming == self.kind:
                raise _damaged()
            raise UnreadableSource(
                mark("the file is not {kind} but {seeming}", kind=self.kind, seeming=seeming),
                mark("Give it its right ending"),
            )

    def _read(self, name: str, size: int) -> bytes:
        try:
            with self._zip.open(name) as part:
                return part.read(size)
        except RuntimeError:  # zipfile's word for a part that needs a password
            raise _protected() from None
        except (BadZipFile, ZlibError, EOFError, OSError, NotImplementedError, KeyError, UnicodeDecodeError):
            raise _damaged() from None

    def _refuse_other_kinds(self, data: bytes) -> None:
        if data.startswith(OLE):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise _protected()
            raise UnreadableSource(
                mark(
                    "the file is not {kind} but an old Word or Excel file (.doc, .xls) under a new name", kind=self.kind
                ),
                mark("Open it in Word, Excel or LibreOffice and save it as .docx or .xlsx"),
            )
        if not data.startswith(ZIP):
            seeming = recognise(data)
            if seeming:
                raise UnreadableSource(
                    mark("the file is not {kind} but {noun}", kind=self.kind, noun=seeming.noun), seeming.remedy
                )
            if b"\0" not in data[:4096]:
                raise UnreadableSource(
                    mark("the file is not {kind} but plain text", kind=self.kind), mark("Give it the ending .txt")
                )
            raise UnreadableSource(
                mark("the file is not {kind}; its first bytes are of no known kind", kind=self.kind), _AGAIN
            )

    def _refuse_bombs(self, packed: int) -> None:
        entries = self._zip.infolist()
        size = sum(entry.file_size for entry in entries)
        if len(entries) > ENTRY_LIMIT:
            raise UnreadableSource(
                mark(
                    "the file holds {count} parts; the limit is {entry_limit}",
                    count=len(entries),
                    entry_limit=ENTRY_LIMIT,
                ),
                _SAVE_ANEW,
            )
        if size > SIZE_LIMIT or (size > _RATIO_FLOOR and size > RATIO_LIMIT * packed):
            raise UnreadableSource(
                mark(
                    "the file would unpack to {value} MB, {value2} times its size",
                    value=size // MEGABYTE,
                    value2=size // packed,
                ),
                _SAVE_ANEW,
            )

    def _recognise(self) -> str:
        names = self.names()
        if "mimetype" in names:
            return _MIMETYPES.get(self.read("mimetype").strip(), mark("another kind of packed document"))
        return next(
            (kind for part, kind in _PARTS.items() if any(name.startswith(part) for name in names)), mark("a ZIP file")
        )


_AGAIN = mark("Get a fresh copy, or open it in its program and save it again")
_SAVE_ANEW = mark("Open it in its program, copy the text into a new document and save that")


def _damaged() -> UnreadableSource:
    return UnreadableSource(mark("the file is damaged or cut off"), _AGAIN)


def _protected() -> UnreadableSource:
    return UnreadableSource(
        mark("the file is protected with a password"), mark("Open it, take the password off and save it again")
    )
