"""Transcripts saved as web pages. All are made up."""

from pathlib import Path

import pytest

from qualcode.errors import OwnResult, UnreadableSource
from qualcode.readers.folder import read_source
from qualcode.readers.html import read
from tests.packages import put, show

NOSCRIBE = """<!DOCTYPE html><html><head><meta charset="UTF-8"><style>p { white-space: pre-wrap; }</style></head><body>
<p style="font-weight:600;">rekaman.m4a</p><p>Transcribed with noScribe<br />Start: 00:00:00 | Stop: 00:10:00</p>
<p><a name="ts_0_4000_S00">S00: [00:00:01] Apa kabar?</a></p><p><a name="ts_4000_9000_S01">S01: [00:00:04] Baik.</a></p>
<p>S00: Lalu?</p><p>S01: Sudah.</p></body></html>"""


def test_a_page_of_a_transcribing_program(tmp_path: Path) -> None:
    (transcript,) = read_source(put(tmp_path, "a.html", NOSCRIBE), "a.html")
    assert [(turn.speaker, turn.time, turn.span.of(transcript.text)) for turn in transcript.turns] == [
        ("S00", "00:00:01", "Apa kabar?"),
        ("S01", "00:00:04", "Baik."),
        ("S00", None, "Lalu?"),
        ("S01", None, "Sudah."),
    ]


def test_a_table_of_a_word_processor(tmp_path: Path) -> None:
    page = "<html><table><tr><td>Pertanyaan<td>Jawaban</tr><tr><td>Apa?<td>Itu &amp; ini.</tr></table></html>"
    (draft,) = read(put(tmp_path, "a.htm", page))
    assert show(draft) == ["- | Pertanyaan | Apa?", "- | Jawaban | Itu & ini."]


def test_a_page_that_qualcode_wrote_is_refused(tmp_path: Path) -> None:
    base = Path(__file__).parents[2] / "qualcode" / "page" / "base.html.j2"
    with pytest.raises(OwnResult):
        read(put(tmp_path, "a.html", base.read_text("utf-8")))


def test_a_page_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no text"):
        read(put(tmp_path, "a.html", "<html><script>kata</script></html>"))
