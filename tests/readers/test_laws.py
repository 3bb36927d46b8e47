"""What holds for every reader: the source stays as it is, and damage never ends in anything but one clear refusal."""

import random
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from qualcode.errors import QualcodeError, UnreadableSource
from qualcode.readers.contract import Draft
from qualcode.registry import find_parts
from tests.packages import odt, par, put, table, word

READERS = {ending: entry for entry in find_parts("readers").values() for ending in entry.keywords["extensions"]}


def xlsx() -> bytes:
    book, packed = Workbook(), BytesIO()
    for row in (("speaker", "text"), ("P", "Apa?"), ("I", "Itu.")):
        book.worksheets[0].append(row)
    book.save(packed)
    return packed.getvalue()


PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 42>>stream\nBT /F1 12 Tf 20 200 Td (P: Apa kabar?) Tj ET\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n"
)
CUES = "00:00:01.000 --> 00:00:02.000\nP: Apa?\n\n00:00:02.000 --> 00:00:03.000\nI: Itu.\n"
SOUND = {
    ".txt": b"P: Apa?\r\nI: Itu.\r\n",
    ".md": b"**P:** Apa?\n\n**I:** Itu.\n",
    ".markdown": b"**P:** Apa?\n",
    ".docx": word(par("P: Apa?") + table(("Penutur", "Ucapan"), ("P", "Apa?"))),
    ".odt": odt("<text:p>P: Apa?</text:p>"),
    ".rtf": rb"{\rtf1\ansi P: Caf\'e9 \u8364?\par}",
    ".vtt": f"WEBVTT\n\n{CUES}".encode(),
    ".srt": CUES.replace(".000", ",000").encode(),
    ".csv": b"speaker,text\nP,Apa?\nI,Itu.\n",
    ".tsv": b"speaker\ttext\nP\tApa?\nI\tItu.\n",
    ".xlsx": xlsx(),
    ".html": b"<html><p>P: Apa?<p>I: <b>Itu.</b></html>",
    ".htm": b"<html><table><tr><td>Penutur<td>Ucapan<tr><td>P<td>Apa?</table></html>",
    ".json": b'[{"speaker": "P", "text": "Apa?"}]',
    ".jsonl": b'{"speaker": "P", "text": "Apa?"}\n{"speaker": "I", "text": "Itu."}\n',
    ".ndjson": b'{"speaker": "P", "text": "Apa?"}\n{"speaker": "I", "text": "Itu."}\n',
    ".otr": b'{"text": "<p>P: Apa?</p><p>I: Itu.</p>"}',
    ".pdf": PDF,
}
FOREIGN = (
    b"",
    b" \n",
    b"\0" * 500,
    bytes(range(256)) * 4,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500,
    b"PK\x03\x04",
)


def read(path: Path) -> tuple[Draft, ...]:
    drafts: tuple[Draft, ...] = READERS[path.suffix].load().read(path)
    return drafts


def test_every_ending_has_a_sound_file_here() -> None:
    assert SOUND.keys() == READERS.keys()


@pytest.mark.parametrize("ending", SOUND)
def test_a_sound_file_is_read_and_stays_as_it_is(tmp_path: Path, ending: str) -> None:
    path = put(tmp_path, f"a{ending}", SOUND[ending])
    before = (sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns)
    drafts = read(path)
    assert any("Apa" in (draft.text or "") or draft.passages for draft in drafts)
    assert before == (sha256(path.read_bytes()).digest(), path.stat().st_mtime_ns)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("ending", SOUND)
def test_foreign_bytes_are_refused_in_two_plain_lines(tmp_path: Path, ending: str) -> None:
    for data in FOREIGN:
        with pytest.raises(UnreadableSource) as refused:
            read(put(tmp_path, f"a{ending}", data))
        assert refused.value.what
        assert refused.value.how
        assert "\n" not in refused.value.what + refused.value.how
        assert "a" + ending not in refused.value.what


@pytest.mark.parametrize("ending", SOUND)
def test_damage_is_read_around_or_refused_but_never_a_traceback(tmp_path: Path, ending: str) -> None:
    sound = SOUND[ending]
    chance = random.Random(ending)
    for _ in range(60):
        data = bytearray(sound[: chance.randrange(1, len(sound) + 1)])
        for _ in range(chance.randrange(4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            drafts = read(put(tmp_path, f"a{ending}", bytes(data)))
        except QualcodeError:
            continue
        assert drafts
        assert all(passage.words.strip() for draft in drafts for passage in draft.passages)
