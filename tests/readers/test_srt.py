from pathlib import Path

import pytest

from qualcode.errors import UnreadableSource
from qualcode.readers.srt import read
from tests.packages import put, show


def test_labels_markup_and_numbers(tmp_path: Path) -> None:
    text = "\ufeff1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>Sri: Ada 3 < 4</i>\n\n"
    text += "2\n00:00:02,000 --> 00:00:03,000\n5\n\n3\n"
    text += "00:00:04,000 --> 00:00:05,000\nBudi: Ya, tanpa markah <begini>.\n"
    (draft,) = read(put(tmp_path, "a.srt", text))
    assert show(draft) == ["00:00:01,000 | - | Sri: Ada 3 < 4 5", "00:00:04,000 | - | Budi: Ya, tanpa markah <begini>."]


def test_no_captions(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="no captions"):
        read(put(tmp_path, "a.srt", "1\n00:00 -> 00:01\nhalo\n"))
