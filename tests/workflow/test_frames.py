"""A study in Python, and the notebook that shows it."""

import subprocess
import sys
from pathlib import Path

import pytest

import qualcode
from qualcode.errors import QualcodeError
from qualcode.model import Network
from qualcode.writers.codings_csv import COLUMNS

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebook.ipynb"


def test_codings_come_as_a_frame_with_numbers_and_verbatim_quotes(study_folder: Path) -> None:
    study = qualcode.open_study(study_folder, code=True)
    frame = study.codings()
    assert ["coding_id", *frame.columns] == list(COLUMNS)
    assert list(frame.index) == sorted((c.id for c in study.study.codings), key=list(frame.index).index)
    assert (frame["end"] - frame["start"] == frame["quote"].map(len)).all()


def test_displays_come_as_frames_whose_cells_lead_back_to_the_codings(study_folder: Path) -> None:
    study = qualcode.open_study(study_folder, code=True)
    matrix = study.display("role-ordered", content="counts", where=["code=H.RAIN"])
    frame = matrix.to_frame()
    assert list(frame.columns) == [column.key for column in matrix.columns]
    ids = [id_ for row in matrix.cells for cell in row for id_ in cell.coding_ids]
    assert set(study.codings().loc[ids, "code"]) == {"H.RAIN"}
    assert "role-ordered" in study.displays
    assert isinstance(study.network("code-relations"), Network)
    assert study.network("role-ordered") is None


def test_a_study_that_was_never_coded_is_refused_and_not_written_to(study_folder: Path) -> None:
    before = sorted(study_folder.rglob("*"))
    with pytest.raises(QualcodeError, match="not been coded"):
        qualcode.open_study(study_folder)
    assert sorted(study_folder.rglob("*")) == before


def test_importing_qualcode_loads_nothing_heavy_and_knows_no_other_names() -> None:
    script = "import qualcode, sys; assert not {'pandas', 'spacy', 'qualcode.workflow'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
    with pytest.raises(AttributeError, match="nosuch"):
        qualcode.nosuch  # noqa: B018


def test_the_notebook_runs_from_beginning_to_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    monkeypatch.setenv("PYTHONPATH", str(NOTEBOOK.parents[1]))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    assert not any(cell.get("outputs") for cell in notebook.cells)  # what it shows is made anew by whoever runs it
    done = nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": tmp_path}}).execute()
    shown = str([cell.get("outputs") for cell in done.cells])
    for said in ("INF-01", "CG.DLG", "suggested", "Codebook: blitar"):
        assert said in shown


def test_a_display_takes_the_options_of_the_command(study_folder: Path) -> None:
    study = qualcode.open_study(study_folder, code=True)
    one = study.display("role-ordered", rows=["C1"], columns=["H.HELP"], quotes=1)
    assert one.to_frame().shape == (1, 1)
    with pytest.raises(QualcodeError, match="does not choose among its quotes"):
        study.display("vignette", quotes=3)
    with pytest.raises(QualcodeError, match="cells that hold quotes"):
        study.display("role-ordered", content="counts", quotes=3)
