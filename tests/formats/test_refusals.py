from pathlib import Path

import pytest

from qualcode.formats.refusals import _UNREAD, OLE, explain_refusal
from tests.packages import put


@pytest.mark.parametrize("ending", sorted(_UNREAD))
def test_each_known_ending_gets_one_clear_line_and_what_to_do(tmp_path: Path, ending: str) -> None:
    refusal = explain_refusal(tmp_path / f"a{ending.upper()}")
    assert refusal.how
    assert "\n" not in refusal.what + refusal.how
    assert not refusal.what.endswith(".")


def test_a_doc_that_is_really_rtf(tmp_path: Path) -> None:
    assert "really an RTF document" in explain_refusal(put(tmp_path, "a.doc", b"{\\rtf1 x}")).what
    assert "really" not in explain_refusal(put(tmp_path, "a.doc", OLE + b"\0" * 60)).what


def test_an_unknown_ending(tmp_path: Path) -> None:
    assert explain_refusal(tmp_path / "a.xyz").what == "files that end in .xyz are not read"
    assert "no dot" in explain_refusal(tmp_path / "Interview").what
