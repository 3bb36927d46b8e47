"""Projects and codebooks land where they should, and replace nobody's work."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Done
from tests.exchange.schemas import list_faults


def test_a_project_goes_among_the_results_the_same_each_time(run_folder: Path, qualcode: Callable[..., Done]) -> None:
    assert qualcode("export", "qdpx", run_folder).status == 0
    first = (run_folder / "results" / "project.qdpx").read_bytes()
    done = qualcode("export", "qdpx", run_folder)
    assert (run_folder / "results" / "project.qdpx").read_bytes() == first
    assert "qualcode: suggestions by rules: " in done.out
    assert "every interview in full" in done.out


@pytest.mark.parametrize("name", ["mine.qdpx", "mine.zip"])
def test_no_file_of_anybodys_is_replaced(
    run_folder: Path, tmp_path: Path, qualcode: Callable[..., Done], name: str
) -> None:
    (tmp_path / name).write_text("work")
    done = qualcode("export", "qdpx", run_folder, "--to", tmp_path / name)
    assert done.status == 1
    assert len(done.err.splitlines()) == 2
    assert (tmp_path / name).read_text() == "work"


@pytest.mark.parametrize("to", [".", "..", "mine", "mine.qdc"])
def test_another_ending_is_refused_with_the_right_one(run_folder: Path, qualcode: Callable[..., Done], to: str) -> None:
    done = qualcode("export", "qdpx", run_folder, "--to", to)
    assert (done.status, len(done.err.splitlines())) == (1, 2)
    assert done.err.strip().endswith("mine.qdpx" if "mine" in to else "project.qdpx")


def test_a_transcript_that_changed_is_told(run_folder: Path, qualcode: Callable[..., Done]) -> None:
    (run_folder / "transcripts" / "ana.txt").write_text("Ana: It rained.")
    done = qualcode("export", "qdpx", run_folder)
    assert done.status == 1
    assert "ana.txt: gone or changed since it was coded" in done.err


@pytest.mark.parametrize("target", ["blitar", "study"])
def test_a_codebook_goes_alone(
    run_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qualcode: Callable[..., Done], target: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = qualcode("export", "qdc", run_folder if target == "study" else target)
    assert done.status == 0
    written = run_folder / "results" / "codebook.qdc" if target == "study" else tmp_path / "blitar.qdc"
    assert list_faults(written.read_bytes()) == []
    assert qualcode("export", "qdc", "blitar", "--to", written).status == 1
