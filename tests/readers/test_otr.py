"""Files of oTranscribe. All are made up."""

import json
from pathlib import Path

import pytest

from qualcode.errors import UnreadableSource
from qualcode.readers.folder import read_source
from qualcode.readers.otr import read
from tests.packages import put

STAMP = '<span class="timestamp" contenteditable="false" data-timestamp="{n}.5">0:0{n}</span>'
TALK = ((1, "P", "Apa?"), (4, "N", "Itu."))
PAGES = [
    "".join(f"<p>{STAMP.format(n=n)}&nbsp;<b>{who}:</b> {said}</p>" for n, who, said in TALK),
    "<br />".join(f"{STAMP.format(n=n)}{who}: {said}<br>" for n, who, said in TALK),
]


@pytest.mark.parametrize("page", PAGES, ids=["paragraphs", "breaks"])
def test_turns_with_their_times(tmp_path: Path, page: str) -> None:
    path = put(tmp_path, "a.otr", json.dumps({"text": page, "media": "a.mp3", "media-time": 9.5}))
    (transcript,) = read_source(path, "a.otr")
    assert [(turn.speaker, turn.time, turn.span.of(transcript.text)) for turn in transcript.turns] == [
        ("P", "0:01", "Apa?"),
        ("N", "0:04", "Itu."),
    ]


@pytest.mark.parametrize("text", ["{", "[1]", '{"text": 3}', "9" * 5000, "[" * 100_000])
def test_what_is_none_of_its_files_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableSource, match="oTranscribe"):
        read(put(tmp_path, "a.otr", text))
