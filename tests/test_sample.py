"""The shipped sample study: it says everywhere that it is synthetic, and every quote is where it says."""

import csv
import shutil
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.readers.folder import list_sources, read_source
from qualcode.shipped import find_shipped
from tests.conftest import Done

SAMPLE = find_shipped("transcripts_sample")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    folder = SAMPLE / "transcripts"
    sources, problems = list_sources(folder)
    assert problems == ()
    return {t.name: t.text for path in sources for t in read_source(path, path.name)}


def test_four_interviews_of_the_length_of_real_ones_say_that_they_are_made_up(texts: dict[str, str]) -> None:
    assert len(texts) == 4
    for text in texts.values():
        assert 1_500 <= len(text.split()) <= 2_500
        assert "SINTETIS" in text
        assert "tidak pernah diterbitkan" in " ".join(text.split())


def test_everything_made_from_it_says_so(qualcode: Callable[..., Done], tmp_path: Path, texts: dict[str, str]) -> None:
    study = tmp_path / "sample"
    shutil.copytree(SAMPLE, study, ignore=shutil.ignore_patterns("results", "codings", "log.jsonl"))
    assert qualcode("run", study).status == 0
    results = study / "results"
    for name in ("report.html", "report.md", "tables/entry_rules.csv"):
        assert "sintetis" in (results / name).read_text(encoding="utf-8").lower()
    for name, part in (("report.docx", "word/header1.xml"), ("tables.xlsx", "xl/sharedStrings.xml")):
        with zipfile.ZipFile(results / name) as archive:
            assert "sintetis" in archive.read(part).decode().lower()
    with (results / "codings.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["case"] for row in rows} == {"INF-01", "INF-02", "INF-03", "INF-04"}
    for row in rows:
        assert texts[row["transcript"]][int(row["start"]) : int(row["end"])] == row["quote"]


def test_what_people_leave_in_the_sample_is_never_packed() -> None:
    root = Path(__file__).parents[1]
    hatch = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    packed = {name for name in hatch["wheel"]["force-include"] if name.startswith("transcripts_sample")}
    ignored = {line.rstrip("/") for line in (root / ".gitignore").read_text(encoding="utf-8").splitlines()}
    ours = {f"transcripts_sample/{path.name}" for path in (root / "transcripts_sample").iterdir()} - ignored
    assert packed == {name for name in ours if not Path(name).name.startswith(".")}
    assert set(hatch["sdist"]["exclude"]) == {"transcripts_sample/*", *(f"!{name}" for name in packed)}
