import pytest

from qualcode.errors import UnreadableSource
from qualcode.formats import archive as archives
from qualcode.formats.archive import WORD, Archive
from qualcode.formats.refusals import OLE
from tests.packages import odt, pack, par, word

KIND = "a Word document (.docx)"


def open_part(data: bytes, part: str) -> bytes:
    archive = Archive(data, KIND)
    archive.require(part)
    return archive.read(part)


def refusal_of(data: bytes, part: str = "word/document.xml") -> str:
    with pytest.raises(UnreadableSource) as refused:
        open_part(data, part)
    assert refused.value.how
    return refused.value.what


def test_a_part_is_read() -> None:
    archive = Archive(pack({"a.xml": "<a/>", "b/c.txt": "c"}), KIND)
    assert archive.names() == ["a.xml", "b/c.txt"]
    assert archive.read("a.xml") == b"<a/>"
    assert list(archive.heads(".xml")) == [b"<a/>"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (OLE + b"WordDocument", "an old Word or Excel file"),
        (b"{\\rtf1}", "but an RTF document"),
        (b"<html><body>", "but a web page"),
        (b"P: halo", "but plain text"),
        (b"\x01\0\x02\0", "of no known kind"),
        (pack({"xl/workbook.xml": "x"}), "but an Excel table"),
        (odt(""), "but an OpenDocument text"),
        (pack({"a.txt": "x"}), "but a ZIP file"),
        (pack({"word/other.xml": "x"}), "damaged or cut off"),
        (word(par("x"))[:-60], "damaged or cut off"),
        (word(par("x"))[:40], "damaged or cut off"),
    ],
)
def test_what_it_really_is(data: bytes, what: str) -> None:
    assert what in refusal_of(data)


def test_a_part_with_wrong_bytes_is_damaged() -> None:
    data = bytearray(word(par("x" * 500)))
    data[60] ^= 0xFF
    assert "damaged" in refusal_of(bytes(data))


def test_bombs_are_stopped_before_they_unpack(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "would unpack to 30 MB" in refusal_of(pack({"word/document.xml": b"\0" * 30_000_000}))
    assert "parts" in refusal_of(pack({f"word/{n}": "" for n in range(archives.ENTRY_LIMIT + 1)}))
    monkeypatch.setattr(archives, "SIZE_LIMIT", 1000)
    assert "would unpack" in refusal_of(pack({"a": "x" * 600, "b": "y" * 600}))


def test_a_text_that_would_fill_the_memory_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "PART_LIMIT", 1000)
    archive = Archive(pack({"a": "x" * 1001, "b": "y" * 1000}), KIND)
    assert len(archive.read("b")) == 1000
    with pytest.raises(UnreadableSource, match="text in it would unpack"):
        archive.read("a")


def test_a_small_file_may_pack_well() -> None:
    assert len(Archive(pack({"a": " " * 1_000_000}), KIND).read("a")) == 1_000_000


def test_a_part_whose_own_name_is_no_text_is_damaged() -> None:
    data = bytearray(pack({"word/document.xml": "<a/>"}))
    data[6:8] = (0x800).to_bytes(2, "little")  # its local header says that the name is UTF-8
    data[30:32] = b"\xff\xff"
    with pytest.raises(UnreadableSource, match="damaged"):
        Archive(bytes(data), WORD).read("word/document.xml")
