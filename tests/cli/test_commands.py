"""The other commands, each on a small study."""

import csv
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
import yaml

from tests.conftest import CODEBOOK, Done, snapshot

Command = Callable[..., Done]


@pytest.fixture
def coded(run_folder: Path) -> Path:
    return run_folder


def test_check_writes_nothing_and_says_who_speaks(qualcode: Command, study_folder: Path) -> None:
    before = snapshot(study_folder)
    done = qualcode("check", study_folder, "--json")
    assert done.status == 0, done.out + done.err
    rows = {row["name"]: row for row in json.loads(done.out)["rows"]}
    assert rows["ana.txt"]["interviewers"] == ["Interviewer"]
    assert rows["ana.txt"]["respondents"] == ["Ana"]
    assert snapshot(study_folder) == before
    assert "ana.txt" in qualcode("check", study_folder).out


def test_check_shows_errors_and_ends_with_one(qualcode: Command, study_folder: Path) -> None:
    (study_folder / "cases.csv").write_text("case,transcript\nC1,ana.txt\nC1,gone.txt\n", encoding="utf-8")
    (study_folder / "study.yaml").write_text("titel: x\ncodebook: codebook.yaml\n", encoding="utf-8")
    done = qualcode("check", study_folder)
    assert done.status == 1
    assert "cases.csv:3" in done.out
    assert "study.yaml:1" in done.out
    assert "budi.txt" in done.out


def test_display_lists_and_shows(qualcode: Command, coded: Path) -> None:
    assert "role-ordered" in qualcode("display", coded).out
    (coded / "study.yaml").write_text("codebook: codebook.yaml\nlanguages: [id]\n", encoding="utf-8")
    assert "role-ordered: Membandingkan" in qualcode("display", coded).out  # in the language of the study
    assert "no folder" in qualcode("display", "role-ordered").err
    for name in ("role-ordered", "conceptually-clustered", "content-analytic"):
        done = qualcode("display", coded, name)
        assert done.status == 0, done.err
        assert "Farmer" in done.out or "C1" in done.out
    unknown = qualcode("display", coded, "nosuch")
    assert unknown.status == 1
    assert "role-ordered" in unknown.err


def test_displays_are_listed_without_a_study_in_both_languages(qualcode: Command) -> None:
    english, indonesian = qualcode("display", "--list").out, qualcode("display", "--list", "--lang", "id").out
    assert "checklist: Check the components" in english
    assert "checklist: Memeriksa komponen" in indonesian


def test_a_display_is_narrowed_chosen_from_and_sorted(qualcode: Command, coded: Path) -> None:
    done = qualcode("display", coded, "role-ordered", "--lang", "en", "--rows", "C1", "--sort", "name")
    assert done.status == 0, done.err
    assert "Rows chosen: C1: 1 of" in " ".join(done.out.split())
    refused = qualcode("display", coded, "role-ordered", "--where", "colour=red")
    assert refused.status == 1
    assert "colour" in refused.err


def test_a_network_is_drawn_into_a_file(qualcode: Command, coded: Path, tmp_path: Path) -> None:
    figure = tmp_path / "relations.svg"
    assert qualcode("display", coded, "code-relations", "--figure", figure).status == 0
    assert figure.read_bytes().startswith(b"<svg")
    refused = qualcode("display", coded, "code-relations", "--figure", tmp_path / "relations.bmp")
    assert (refused.status, (tmp_path / "relations.bmp").exists()) == (1, False)


def test_tables_come_as_csv_too(qualcode: Command, coded: Path) -> None:
    for arguments in (
        ("display", coded, "role-ordered"),
        ("condense", coded),
        ("verify", coded),
        ("verify", coded, "K1"),
    ):
        done = qualcode(*arguments, "--csv")
        assert "Texts: " in done.err  # entry rules, which no table of CSV can hold
        assert "Texts: " not in done.out
        assert done.status == 0
        rows = list(csv.reader(StringIO(done.out)))
        assert (rows[0][0], len(rows) > 1) == ("key", True)


def test_verify_says_what_suggestions_lean_to(qualcode: Command, coded: Path) -> None:
    done = qualcode("verify", coded)
    assert done.status == 0
    assert "not yet judged" in " ".join(done.out.split())
    assert "rain" in qualcode("verify", coded, "K1").out


def test_show_opens_every_kind_of_id(qualcode: Command, coded: Path) -> None:
    with (coded / "results" / "codings.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    for identifier in (row["coding_id"], "role-ordered:C1:H.RAIN", "K1", "H.RAIN"):
        done = qualcode("show", coded, identifier)
        assert done.status == 0, done.err
        assert "rain came late" in done.out
    assert qualcode("show", coded, "nosuch").status == 1
    assert qualcode("show", coded).status == 2


def test_show_text_prints_the_canonical_text(qualcode: Command, coded: Path) -> None:
    source = (coded / "transcripts" / "budi.txt").read_text(encoding="utf-8")
    assert qualcode("show", coded, "--text", "budi.txt").out == source
    for name in ("gone.txt", "../study.yaml", "/etc/passwd"):
        assert qualcode("show", coded, "--text", name).status == 1


def test_show_text_needs_no_codebook_and_no_ending(
    qualcode: Command, study_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = study_folder / "transcripts"
    source = (bare / "budi.txt").read_text(encoding="utf-8")
    monkeypatch.chdir(bare)
    before = snapshot(study_folder)
    assert qualcode("show", ".", "--text", "budi.txt").out == source
    assert qualcode("show", bare, "--text", "Budi").out == source
    assert "Did you mean `budi.txt`?" in qualcode("show", bare, "--text", "budy.txt").err
    assert snapshot(study_folder) == before
    (bare / "budi.md").write_text("x", encoding="utf-8")
    (bare / "survey.csv").write_text("No,What do you think of the rain?\n1,It came late.\n2,We lost the maize.\n")
    both = qualcode("show", bare, "--text", "budi")
    assert (both.status, "Name one of: budi.md, budi.txt" in both.err) == (1, True)
    assert qualcode("show", bare, "--text", "budi.txt").out == source
    assert "Interviews in survey.csv: 2; name one, such as survey.csv#1" in qualcode(
        "show", bare, "--text", "survey.csv"
    ).err  # fmt: skip
    assert "We lost the maize." in qualcode("show", bare, "--text", "survey#2").out


def test_commands_that_init_shows_are_quoted(qualcode: Command, tmp_path: Path) -> None:
    import shlex

    folder = tmp_path / "my study; rm x"
    shown = [line for line in qualcode("init", folder).out.splitlines() if line.startswith("  qualcode")]
    assert [shlex.split(line)[-1] for line in shown] == [str(folder)] * 2


def test_a_changed_transcript_is_not_quoted_at_the_old_place(qualcode: Command, coded: Path) -> None:
    path = coded / "transcripts" / "ana.txt"
    path.write_text("x " + path.read_text(encoding="utf-8"), encoding="utf-8")
    done = qualcode("report", coded)
    assert done.status == 1
    assert "qualcode code" in done.err


def test_a_changed_codebook_asks_for_coding_again(qualcode: Command, coded: Path) -> None:
    (coded / "codebook.yaml").write_text(CODEBOOK.replace("strong: [rain]", "strong: [rain, shower]"), encoding="utf-8")
    done = qualcode("display", coded, "role-ordered")
    assert done.status == 1
    assert "H.RAIN" in done.err
    assert qualcode("code", coded).status == 0
    assert qualcode("display", coded, "role-ordered").status == 0


def test_what_was_not_coded_yet_says_so(qualcode: Command, study_folder: Path) -> None:
    done = qualcode("display", study_folder, "role-ordered")
    assert done.status == 1
    assert "qualcode code" in done.err


def test_export_for_excel_guards_formulas(qualcode: Command, coded: Path, tmp_path: Path) -> None:
    target = tmp_path / "for excel.csv"
    assert qualcode("export", "csv", coded, "--excel", "--separator", ";", "--to", target).status == 0
    data = target.read_bytes()
    assert data.startswith("\ufeff".encode())
    assert b"coding_id;transcript;case" in data


def test_codebook_check(qualcode: Command, study_folder: Path) -> None:
    assert qualcode("codebook", "check", study_folder / "codebook.yaml").status == 0
    assert qualcode("codebook", "check", study_folder).status == 0
    assert qualcode("codebook", "check", "blitar").status == 0
    (study_folder / "codebook.yaml").write_text(CODEBOOK.replace("id: H.HELP", "id: H.RAIN"), encoding="utf-8")
    done = qualcode("codebook", "check", study_folder / "codebook.yaml")
    assert done.status == 1
    assert "codebook.yaml:" in done.out
    assert qualcode("codebook", "check", "nosuch").status == 1


@pytest.mark.parametrize("template", ["blitar", "empty"])
def test_init_makes_a_study_that_checks_and_never_overwrites(qualcode: Command, tmp_path: Path, template: str) -> None:
    folder = tmp_path / "my: 'study'"
    folder.mkdir()
    (folder / "cases.csv").write_text("case\nmine\n", encoding="utf-8")
    assert qualcode("init", folder, "--template", template).status == 0
    assert (folder / "cases.csv").read_text(encoding="utf-8") == "case\nmine\n"
    assert "transcripts/" in (folder / ".gitignore").read_text(encoding="utf-8")
    assert qualcode("check", folder).status == 0
    (folder / "transcripts" / "a.txt").write_text("Interviewer: How was it?\n\nAna: Good.\n", encoding="utf-8")
    done = qualcode("run", folder)
    assert done.status == 0
    assert "codebook lint" in done.out  # nothing was found, so what to do is said
    again = qualcode("init", folder)
    assert again.status == 1
    assert "already" in again.err


@pytest.mark.parametrize("template", ["blitar", "empty"])
def test_a_study_begun_in_indonesian_explains_itself_in_indonesian_and_says_the_same(
    qualcode: Command, tmp_path: Path, template: str
) -> None:
    for language in ("id", "en"):
        assert qualcode("init", tmp_path / language / "s", "--template", template, "--lang", language).status == 0
    english = re.compile(r"\b(the|of|is|are|with|which|your|not|this|that)\b")
    for path in (tmp_path / "id" / "s").glob("*.yaml"):
        remarks = [line.partition("#")[2] for line in path.read_text(encoding="utf-8").splitlines()]
        assert not [remark for remark in remarks if english.search(remark) and "en:" not in remark], path.name
    for name in ("study.yaml", "claims.yaml", "guide.yaml"):
        mine, theirs = ((tmp_path / each / "s" / name).read_text(encoding="utf-8") for each in ("id", "en"))
        assert yaml.safe_load(mine) | {"languages": 0} == yaml.safe_load(theirs) | {"languages": 0}
    assert qualcode("check", tmp_path / "id" / "s").status == 0


NO_FAMILIES = """\
codebook: stalls
version: "1"
languages: [en]
codes:
  - id: PRICE
    label: Prices
    definition: What is said about prices.
    cues: {en: {strong: [price]}}
    exemplars: [{text: The price went up.}]
"""


def test_a_codebook_without_families_is_run_and_its_codes_stand_in_each_display(
    qualcode: Command, tmp_path: Path
) -> None:
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "a.txt").write_text("Interviewer: How was it?\n\nAna: The price went up.\n", encoding="utf-8")
    (tmp_path / "stalls.yaml").write_text(NO_FAMILIES, encoding="utf-8")
    chosen = ("--codebook", tmp_path / "stalls.yaml", "--out", tmp_path / "out")
    done = qualcode("run", folder, *chosen)
    assert done.status == 0, done.err
    assert "Prices" in qualcode("display", folder, "conceptually-clustered", *chosen).out


def test_a_codebook_of_ones_own_that_is_not_used_is_told(qualcode: Command, tmp_path: Path) -> None:
    folder = tmp_path / "study"
    assert qualcode("init", folder).status == 0
    assert "is not used" not in qualcode("check", folder).out
    (folder / "codebook.yaml").write_text(NO_FAMILIES, encoding="utf-8")
    assert "codebook.yaml is not used" in qualcode("check", folder).out
    settings = (folder / "study.yaml").read_text(encoding="utf-8")
    (folder / "study.yaml").write_text(
        settings.replace("codebook: blitar", "codebook: codebook.yaml").replace("mode: blitar", "#"), encoding="utf-8"
    )
    done = qualcode("check", folder)
    assert (done.status, "is not used" in done.out) == (0, False)


def test_a_separator_that_cannot_be_is_refused(qualcode: Command, coded: Path) -> None:
    assert "--separator is for a file for Excel" in qualcode("export", "csv", coded, "--separator", ";").err
    assert "`x` separates nothing" in qualcode("export", "csv", coded, "--excel", "--separator", "x").err
    assert qualcode("export", "csv", coded, "--excel", "--separator", ";").status == 0


@pytest.mark.parametrize(
    ("identifier", "near"), [("h.rian", "H.RAIN"), ("role-orderd:C1:H.RAIN", "role-ordered:C1:H.RAIN"), ("zzzz", None)]
)
def test_an_id_that_nothing_has_is_refused_in_two_lines(
    qualcode: Command, coded: Path, identifier: str, near: str | None
) -> None:
    """Notices of a study stand above what is shown of it, not above a mistake."""
    for command in ("show", "verify"):
        done = qualcode(command, coded, identifier)
        assert done.status == 1
        assert done.out == ""
        assert len(done.err.strip().splitlines()) == 2
        expected = near or "Name a coding" if command == "show" else "Claims are: K1"
        assert expected in done.err
