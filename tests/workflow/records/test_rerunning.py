"""Made again from the manifest: the same, or what differs, by name; the folder is only read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Done, snapshot

Run = Callable[..., Done]


@pytest.fixture
def study(run_folder: Path) -> Path:
    return run_folder


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new).encode())


def change_manifest(study: Path, **changes: object) -> None:
    path = study / "results" / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | changes), encoding="utf-8")


WRITTEN = {
    "memos/rain.md": "---\ntitle: Rain\nkind: codes\ncodes: [H.RAIN]\n---\n\nRain matters.\n\nMore than help.\n",
    "patterns.yaml": """\
patterns:
  - name: Water
    kind: category
    codes: [H.RAIN]
    rationale: >-
      rain
      and more
""",
    "guide.yaml": "questions:\n  - id: Q1\n    text: {en: Did the rain come in time?}\n    codes: [H.RAIN]\n",
    "claims.yaml": """\
claims:
  - id: R1
    text: {en: Rain came late.}
    codes:
      - {code: H.RAIN, expects: supporting}
""",
}


def write_everything(study: Path) -> None:
    """Whatever a person may write in a study."""
    (study / "memos").mkdir()
    for name, text in WRITTEN.items():
        (study / name).write_text(text, encoding="utf-8", newline="\n")


@pytest.mark.parametrize(
    ("name", "old", "new"), [("memos/rain.md", "Rain matters", "Rain hurts"), ("patterns.yaml", "Water", "Wet")]
)
def test_what_people_write_is_part_of_what_results_rest_on(
    qualcode: Run, study: Path, name: str, old: str, new: str
) -> None:
    write_everything(study)
    qualcode("run", study)
    assert "byte for byte" in qualcode("reproduce", "--check", study).out
    replace_in(study / name, old, new)
    done = qualcode("reproduce", "--check", study)
    assert done.status == 1
    assert f"inputs: {name}: changed" in done.out
    assert "results: report.md: changed" in done.out


def test_a_memo_that_is_gone_or_new_is_named(qualcode: Run, study: Path) -> None:
    write_everything(study)
    qualcode("run", study)
    (study / "memos" / "rain.md").rename(study / "memos" / "dry.md")
    done = qualcode("reproduce", "--check", study)
    assert "inputs: memos/rain.md: gone" in done.out
    assert "inputs: memos/dry.md: new" in done.out


def test_memos_on_a_bare_folder_are_found_with_its_results(qualcode: Run, study_folder: Path, tmp_path: Path) -> None:
    talk, book, out = study_folder / "transcripts", study_folder / "codebook.yaml", tmp_path / "out"
    out.mkdir()
    write_everything(out)
    assert qualcode("run", talk, "--codebook", book, "--out", out).status == 0
    assert "Water" in (out / "results" / "report.md").read_text(encoding="utf-8")
    done = qualcode("reproduce", "--check", out)
    assert (done.status, "byte for byte" in done.out) == (0, True)


def test_the_same_study_gives_the_same_and_is_only_read(qualcode: Run, study: Path) -> None:
    before = snapshot(study)
    done = qualcode("reproduce", "--check", study)
    assert (done.status, len(done.out.splitlines())) == (0, 1)
    assert done.out.startswith("Same: ")
    assert "byte for byte" in done.out
    assert snapshot(study) == before


def test_the_folder_of_results_stands_for_its_study(
    qualcode: Run, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = qualcode("reproduce", "--check", study).out
    assert qualcode("reproduce", "--check", study / "results").out == whole
    monkeypatch.chdir(study / "results")
    assert qualcode("reproduce", "--check", ".").out == whole


def test_options_are_those_of_the_manifest(qualcode: Run, study: Path) -> None:
    options = ("--content", "counts", "--displays", "content-analytic,role-ordered", "--lang", "id")
    assert qualcode("report", study, *options).status == 0
    assert "byte for byte" in qualcode("reproduce", "--check", study).out


def test_interviews_that_were_left_out_stay_out(qualcode: Run, study: Path) -> None:
    whole = (study / "results" / "report.html").read_bytes()
    assert qualcode("report", study, "--without-interviews").status == 0
    assert (study / "results" / "report.html").read_bytes() != whole
    assert qualcode("reproduce", "--check", study).status == 0


def test_line_ends_of_another_system_change_no_result(qualcode: Run, study: Path) -> None:
    write_everything(study)
    qualcode("standards", study, "coreq", "--answer", "2", "PhD", "--coder", "ana")
    qualcode("run", study)
    whole = snapshot(study)
    texts = [path for path in study.rglob("*") if path.suffix in (".yaml", ".csv", ".md", ".txt", ".jsonl")]
    kept = [path for path in texts if path.relative_to(study).parts[0] not in ("results", "codings", "log.jsonl")]
    assert {path.name for path in kept} >= {
        "study.yaml", "cases.csv", "codebook.yaml", "claims.yaml", "guide.yaml", "patterns.yaml", "rain.md", "ana.txt",
        "_study.jsonl",
    }  # fmt: skip
    for path in kept:
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    done = qualcode("reproduce", "--check", study)
    assert "changed" not in done.out
    for name in ("memos/rain.md", "patterns.yaml", "guide.yaml", "claims.yaml", "codebook.yaml"):
        assert f"inputs: {name}: the same words, with the line ends of another system" in done.out
    assert qualcode("run", study).status == 0
    made = {
        name: data for name, data in snapshot(study).items() if name.startswith("results/") and "manifest" not in name
    }
    assert made == {name: data for name, data in whole.items() if name in made}
    assert done.status == 0
    assert done.out.splitlines()[-1].endswith("only line ends or packing differ, see above.")
    assert "transcripts: ana.txt: the same words, with the line ends of another system" in done.out
    assert "results:" not in done.out


def test_a_changed_word_is_a_change_and_every_result_it_touches_is_named(qualcode: Run, study: Path) -> None:
    replace_in(study / "transcripts" / "ana.txt", "The rain came late", "The rain came soon")
    done = qualcode("reproduce", "--check", study)
    assert done.status == 1
    assert "transcripts: ana.txt: changed" in done.out
    assert "results: codings.csv: changed" in done.out
    assert "budi.txt" not in done.out
    assert done.out.splitlines()[-1].startswith("Different: ")


def test_a_remark_in_the_codebook_changes_its_file_and_no_result(qualcode: Run, study: Path) -> None:
    with (study / "codebook.yaml").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    done = qualcode("reproduce", "--check", study)
    assert done.status == 0
    assert done.out.splitlines()[0] == "inputs: codebook.yaml: changed"
    assert "codebook: harvest" not in done.out
    assert "although what they are made from differs" in done.out


def test_a_changed_cue_is_named_as_codebook(qualcode: Run, study: Path) -> None:
    replace_in(study / "codebook.yaml", "contrary: [drought]", "contrary: [storm]")
    done = qualcode("reproduce", "--check", study)
    assert done.status == 1
    assert "codebook: harvest: changed" in done.out


def test_another_version_and_other_libraries_are_named(qualcode: Run, study: Path) -> None:
    change_manifest(study, version="0.0.9", libraries={"spacy": "3.0"})
    done = qualcode("reproduce", "--check", study)
    assert "version: qualcode: changed (then 0.0.9, now " in done.out
    assert "libraries: spacy: changed (then 3.0, now " in done.out
    assert done.status == 0


def test_results_that_somebody_touched_are_named(qualcode: Run, study: Path) -> None:
    replace_in(study / "results" / "report.md", "Harvest", "Feast")
    (study / "results" / "report.docx").unlink()
    done = qualcode("reproduce", "--check", study)
    assert done.status == 1
    assert "results: report.md: comes out as then, but the file that lies there was changed" in done.out
    assert "results: report.docx: comes out as then, but the file is no longer there" in done.out
    assert "Different: 2 of " in done.out


def test_results_older_than_the_codings_are_told(qualcode: Run, study: Path) -> None:
    replace_in(study / "transcripts" / "ana.txt", "The rain came late", "The rain came soon")
    assert qualcode("code", study).status == 0
    done = qualcode("reproduce", "--check", study)
    assert done.status == 1
    assert "transcripts:" not in done.out
    assert "results: codings.csv: changed" in done.out


def test_codings_alone_are_checked_where_no_results_were_written(qualcode: Run, study_folder: Path) -> None:
    assert qualcode("code", study_folder).status == 0
    assert "Same: 2 files" in qualcode("reproduce", "--check", study_folder).out


def test_a_bare_folder_is_found_again_or_named(qualcode: Run, study_folder: Path, tmp_path: Path) -> None:
    talk, book, out = study_folder / "transcripts", study_folder / "codebook.yaml", tmp_path / "out"
    assert qualcode("run", talk, "--codebook", book, "--out", out).status == 0
    assert "byte for byte" in qualcode("reproduce", "--check", out).out
    talk.rename(tmp_path / "moved")
    lost = qualcode("reproduce", "--check", out)
    assert lost.status == 1
    assert lost.err.splitlines()[1] == "Say with --study where they are now"
    found = qualcode("reproduce", "--check", out, "--study", tmp_path / "moved")
    assert (found.status, "byte for byte" in found.out) == (0, True)


def test_a_reproduction_is_made_again_as_one(qualcode: Run, tmp_path: Path) -> None:
    talk = tmp_path / "talk"
    talk.mkdir()
    (talk / "a.txt").write_text("P: Apakah ada rapat?\n\nN: Ada rapat rutin tiap bulan.\n", encoding="utf-8")
    assert qualcode("reproduce", "blitar", "--study", talk, "--out", tmp_path / "out").status == 0
    done = qualcode("reproduce", "--check", tmp_path / "out")
    assert (done.status, "byte for byte" in done.out) == (0, True)


def test_what_has_no_manifest_or_one_that_cannot_be_read_is_refused(qualcode: Run, study: Path, tmp_path: Path) -> None:
    assert qualcode("reproduce", "--check", tmp_path).err.startswith("There is no ")
    (study / "results" / "manifest.json").write_text('{"version": "0.1.0"}', encoding="utf-8")
    done = qualcode("reproduce", "--check", study)
    assert done.status == 1
    assert "does not say how the results were made" in done.err


def test_a_decision_made_apart_that_was_merged_in_before_the_last_one_is_told(qualcode: Run, study: Path) -> None:
    file = study / "decisions" / "ana" / "_study.jsonl"
    judge = ("claim", "judge", study, "K1")

    def read() -> list[bytes]:
        return file.read_bytes().splitlines(keepends=True)

    qualcode(*judge, "mixed", "--why", "First.", "--coder", "ana")
    first = read()
    qualcode(*judge, "silent", "--why", "Apart.", "--coder", "ana")
    apart = read()[1:]
    file.write_bytes(b"".join(first))
    qualcode(*judge, "contradicted", "--why", "Last.", "--coder", "ana")
    qualcode("report", study)
    assert "decisions" not in qualcode("reproduce", "--check", study).out
    file.write_bytes(b"".join([*first, *apart, *read()[1:]]))  # the last line is the one of the report
    assert "decisions: ana/_study.jsonl: changed" in qualcode("reproduce", "--check", study).out
