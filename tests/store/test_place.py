"""Where a study's files are."""

from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.store.place import find_place


def test_a_study_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "study.yaml").write_text("title: x\n")
    place = find_place(tmp_path, out=None, cases=None, here=tmp_path)
    assert place.out == tmp_path
    assert place.transcripts == tmp_path / "transcripts"


def test_a_bare_folder_is_not(tmp_path: Path) -> None:
    bare = tmp_path / "talks"
    bare.mkdir()
    place = find_place(bare, out=None, cases=None, here=tmp_path)
    assert place.transcripts == bare
    assert place.out == tmp_path / "talks_qualcode"


@pytest.mark.parametrize("out", ["", "inside"])
def test_results_among_bare_transcripts_are_refused(tmp_path: Path, out: str) -> None:
    with pytest.raises(QualcodeError, match="--out"):
        find_place(tmp_path, out=tmp_path / out, cases=None, here=tmp_path)
    with pytest.raises(QualcodeError, match="--out"):
        find_place(tmp_path, out=None, cases=None, here=tmp_path)


def test_out_takes_every_write_of_a_study(tmp_path: Path) -> None:
    (tmp_path / "study.yaml").write_text("title: x\n")
    place = find_place(tmp_path, out=tmp_path / "o", cases=None, here=tmp_path)
    assert {place.codings.parent, place.results.parent, place.log.parent} == {tmp_path / "o"}


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QualcodeError, match="There is no folder"):
        find_place(tmp_path / "none", out=None, cases=None, here=tmp_path)
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(QualcodeError, match="is a file"):
        find_place(tmp_path / "file.txt", out=None, cases=None, here=tmp_path)
    with pytest.raises(QualcodeError, match="There is no file"):
        find_place(tmp_path, out=None, cases=tmp_path / "no.csv", here=tmp_path)
