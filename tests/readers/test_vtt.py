from pathlib import Path

import pytest

from qualcode.errors import UnreadableSource
from qualcode.readers.vtt import read
from tests.packages import put, show

TEAMS = """WEBVTT

NOTE a note
with two lines

STYLE
::cue { color: red }

4f2a/17-0
00:00:03.120 --> 00:00:05.000
<v Sri Rahayu>Selamat pagi,</v>

00:00:05.000 --> 00:00:07.500 align:start
<v Sri Rahayu>Pak &amp; Bu.</v>
<v.loud Budi>Pagi. 3 < 4</v>
"""


def test_voices_of_teams(tmp_path: Path) -> None:
    (draft,) = read(put(tmp_path, "a.vtt", TEAMS.replace("\n", "\r\n")))
    assert show(draft) == ["00:00:03.120 | Sri Rahayu | Selamat pagi, Pak & Bu.", "00:00:05.000 | Budi | Pagi. 3 < 4"]


def test_numbered_cues_of_zoom(tmp_path: Path) -> None:
    text = "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nSri: Pagi.\n\n2\n00:02.000 --> 00:03.000\nBudi: Pagi, Bu.\n"
    (draft,) = read(put(tmp_path, "a.vtt", text))
    assert show(draft) == ["00:01.000 | - | Sri: Pagi.", "00:02.000 | - | Budi: Pagi, Bu."]


def test_numbered_and_named_cues_of_webex(tmp_path: Path) -> None:
    cue = '{} "{}" (2882)\n00:0{}.000 --> 00:0{}.500\n{}\n\n'
    said = [("Sri Rahayu", "Pagi."), ("Pak Budi", "Pagi, Bu."), ("Pak Budi", "Sehat?")]
    text = "".join(cue.format(n, name, n, n, words) for n, (name, words) in enumerate(said, 1))
    (draft,) = read(put(tmp_path, "a.vtt", f"WEBVTT\n\n{text}"))
    assert show(draft) == ["00:01.000 | Sri Rahayu | Pagi.", "00:02.000 | Pak Budi | Pagi, Bu. Sehat?"]


def test_rolling_captions_of_youtube(tmp_path: Path) -> None:
    head = "WEBVTT\nKind: captions\nLanguage: id\n\n"
    cues = (
        "00:00:01.000 --> 00:00:02.000\n \nkami<00:00:01.500><c> rapat</c>",
        "00:00:02.000 --> 00:00:02.010\nkami rapat\n ",
        "00:00:02.010 --> 00:00:04.000\nkami rapat\nsetiap<00:00:03.000><c> bulan</c>",
    )
    (draft,) = read(put(tmp_path, "a.vtt", head + "\n\n".join(cues) + "\n"))
    assert show(draft) == ["00:00:01.000 | - | kami rapat setiap bulan"]


@pytest.mark.parametrize("text", ["WEBVTT\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n<c></c>\n", "P: halo"])
def test_no_captions(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableSource, match="no captions"):
        read(put(tmp_path, "a.vtt", text))
