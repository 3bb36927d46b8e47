from pathlib import Path

import pytest

from qualcode.errors import UnreadableSource
from qualcode.readers.rtf import read
from tests.packages import put, show


def test_paragraphs(tmp_path: Path) -> None:
    (draft,) = read(put(tmp_path, "a.rtf", rb"{\rtf1\ansi P: Caf\'e9?\par I: Ya\line betul.\par}"))
    assert show(draft) == ["- | - | P: Café?", "- | - | I: Ya\nbetul."]


def test_a_word_document_under_the_name_of_an_rtf(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="not RTF but a packed document"):
        read(put(tmp_path, "a.rtf", b"PK\x03\x04"))
