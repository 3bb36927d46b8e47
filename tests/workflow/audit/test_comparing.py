"""Two states of a study's folder."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.conftest import Done, snapshot

Run = Callable[..., Done]


def test_what_a_codebook_change_did_is_shown_and_nothing_written(
    study_folder: Path, qualcode: Run, tmp_path: Path
) -> None:
    qualcode("run", study_folder)
    old = tmp_path / "old"
    shutil.copytree(study_folder, old)
    book = study_folder / "codebook.yaml"
    text = book.read_text(encoding="utf-8")
    book.write_text(
        text.replace("version: 1.0", "version: 1.1").replace("strong: [rain]", "strong: [may]"), encoding="utf-8"
    )
    qualcode("run", study_folder)
    states = snapshot(old), snapshot(study_folder)
    done = qualcode("audit", "diff", old, study_folder, "--lang", "en", "--csv")
    assert done.status == 0
    assert "codebook harvest" in done.out
    assert "H.RAIN" in done.out
    assert "H.HELP" not in done.out
    assert (snapshot(old), snapshot(study_folder)) == states
    edited = study_folder / "transcripts" / "ana.txt"
    edited.write_text(edited.read_text(encoding="utf-8") + "\nAna: More.\n", encoding="utf-8")
    assert qualcode("audit", "diff", old, study_folder, "--lang", "id").err.startswith("peringatan: ")


def test_two_studies_are_no_states_of_one(study_folder: Path, qualcode: Run, tmp_path: Path) -> None:
    qualcode("run", study_folder)
    other = tmp_path / "other"
    shutil.copytree(study_folder, other)
    for path in (other / "transcripts").iterdir():
        path.rename(path.with_name(f"x_{path.name}"))
    qualcode("run", other)
    done = qualcode("audit", "diff", study_folder, other)
    assert (done.status, "share no transcript" in done.err) == (1, True)


def test_a_state_that_was_never_coded_is_refused(study_folder: Path, qualcode: Run, tmp_path: Path) -> None:
    shutil.copytree(study_folder, tmp_path / "new")
    qualcode("run", tmp_path / "new")
    assert "has not been coded yet" in qualcode("audit", "diff", study_folder, tmp_path / "new").err
