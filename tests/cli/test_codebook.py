"""The commands that look after a codebook, on a small study."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from tests.conftest import CODEBOOK, Done, snapshot

Command = Callable[..., Done]


class TestTest:
    """`codebook test`."""

    def test_a_codebook_that_does_what_it_says(self, qualcode: Command, study_folder: Path) -> None:
        text = CODEBOOK.replace("It rained at the wedding.", "It was wet at the wedding.")
        (study_folder / "codebook.yaml").write_text(text, encoding="utf-8")
        before = snapshot(study_folder)
        done = qualcode("codebook", "test", study_folder)
        assert (done.status, done.err) == (0, "")
        assert done.out == "codebook.yaml: 2 of 2 exemplars coded; 2 of 2 near misses left alone\n"
        assert snapshot(study_folder) == before

    def test_failures_are_named_with_their_reasons(self, qualcode: Command, study_folder: Path) -> None:
        done = qualcode("codebook", "test", study_folder / "codebook.yaml", "--lang", "en")
        assert done.status == 1
        assert "failed: H.RAIN, near miss (en): “It rained at the wedding.”\n  cue “rain” fired on “rained”" in done.out
        assert "H.HELP" not in done.out

    def test_json_for_another_program(self, qualcode: Command, study_folder: Path) -> None:
        done = qualcode("codebook", "test", study_folder, "--json")
        assert done.status == 1
        assert [trial["passed"] for trial in json.loads(done.out)] == [True, False, True, True]

    def test_a_codebook_with_errors_is_refused_with_all_of_them(self, qualcode: Command, study_folder: Path) -> None:
        (study_folder / "codebook.yaml").write_text(CODEBOOK.replace("label: Rain", "labl: Rain"), encoding="utf-8")
        done = qualcode("codebook", "test", study_folder)
        assert done.status == 1
        assert "labl" in done.err
        assert "label of H.RAIN is missing" in done.err


class TestLint:
    """`codebook lint`."""

    def test_it_shows_what_cues_and_codes_do_and_writes_nothing(self, qualcode: Command, study_folder: Path) -> None:
        before = snapshot(study_folder)
        done = qualcode("codebook", "lint", study_folder)
        assert (done.status, done.err) == (0, "")
        for title in ("Codes", "Cues of several codes", "Words that a cue reaches", "leaves uncoded"):
            assert title in done.out
        assert "qualcode show" not in done.out  # it opens no cell of these
        assert "Cues that never fire" not in done.out
        assert "Cues that never fire" in qualcode("codebook", "lint", study_folder, "--cues").out
        assert snapshot(study_folder) == before

    def test_every_table_comes_as_csv(self, qualcode: Command, study_folder: Path) -> None:
        rows = list(csv.reader(StringIO(qualcode("codebook", "lint", study_folder, "--csv").out)))
        assert sum(row[0] == "key" for row in rows) == 6
        assert [rows[1][0], *rows[1][3:]] == ["H.RAIN", "2", "2 of 2", ""]
        assert qualcode("code", study_folder).status == 0
        lines = [file.read_text(encoding="utf-8") for file in (study_folder / "codings").iterdir()]
        assert rows[1][2] == str(sum(line.count('"code":"H.RAIN"') for line in lines))

    def test_a_study_without_transcripts_is_refused(self, qualcode: Command, study_folder: Path) -> None:
        for path in (study_folder / "transcripts").iterdir():
            path.unlink()
        done = qualcode("codebook", "lint", study_folder)
        assert done.status == 1
        assert "no transcript to read" in done.err


class TestDiff:
    """`codebook diff`."""

    def test_it_tells_fields_and_codings_and_writes_nothing(
        self, qualcode: Command, study_folder: Path, tmp_path: Path
    ) -> None:
        new = tmp_path / "new.yaml"
        new.write_text(CODEBOOK.replace("strong: [rain]", "strong: [manage]"), encoding="utf-8")
        before = snapshot(study_folder)
        plain = qualcode("codebook", "diff", study_folder, new)
        assert (plain.status, plain.err) == (0, "")
        assert "en, strong: manage" in plain.out
        assert "Codings that" not in plain.out
        done = qualcode("codebook", "diff", study_folder, new, "--study", study_folder, "--csv")
        rows = list(csv.reader(StringIO(done.out)))
        quotes = {(row[2], row[-1]) for row in rows if row[-1].startswith("“")}
        assert ("dropped", "“The rain came late.”") in quotes
        assert ("added", "“We manage, we always do, one way or another.”") in quotes
        assert snapshot(study_folder) == before

    def test_no_change_is_an_empty_table(self, qualcode: Command, study_folder: Path) -> None:
        done = qualcode("codebook", "diff", study_folder, study_folder, "--csv")
        assert len(list(csv.reader(StringIO(done.out)))) == 1

    def test_what_is_no_codebook_is_refused(self, qualcode: Command, study_folder: Path) -> None:
        assert qualcode("codebook", "diff", study_folder, "nosuch").status == 1


class TestSteps:
    """`codebook add|rename|split|merge`."""

    def test_a_study_goes_on_after_a_rename(self, qualcode: Command, study_folder: Path) -> None:
        assert qualcode("run", study_folder).status == 0
        done = qualcode("codebook", "rename", study_folder, "H.RAIN", "H.WATER", "--why", "clearer", "--by", "RS")
        assert (done.status, done.err) == (0, "")
        assert "H.RAIN was renamed H.WATER" in done.out
        assert "report.md" in done.out
        assert "by: RS, why: clearer" in (study_folder / "codebook.yaml").read_text(encoding="utf-8")
        shown = qualcode("show", study_folder, "role-ordered:C1:H.WATER")
        assert "rain came late" in shown.out
        written = qualcode("report", study_folder)
        assert (written.status, written.err) == (0, "")

    def test_every_step_is_a_command(self, qualcode: Command, study_folder: Path) -> None:
        why = ("--why", "to try")
        add = ("--label", "Sun", "--definition", "Sun.", "--family", "H")
        for arguments in (
            ("add", study_folder, "H.SUN", *add, *why),
            ("split", study_folder, "H.RAIN", "--into", "H.RAIN", "--into", "H.DRY", *why),
            ("merge", study_folder, "H.SUN", "--into", "H.HELP", *why),
        ):
            assert qualcode("codebook", *arguments).status == 0
            assert qualcode("codebook", "check", study_folder).status == 0

    def test_many_new_warnings_are_counted(self, qualcode: Command, study_folder: Path) -> None:
        cues = ", ".join(f"word{chr(97 + n)}" for n in range(9))
        text = CODEBOOK.replace("strong: [rain]", f"strong: [rain, {cues}]")
        (study_folder / "codebook.yaml").write_text(text, encoding="utf-8")
        into = [word for name in ("RAIN", "DRY", "WET", "ICE") for word in ("--into", f"H.{name}")]
        err = qualcode("codebook", "split", study_folder, "H.RAIN", *into, "--why", "x").err
        assert err.count("warning:") == 5
        assert "... and 1 more; `qualcode codebook check` lists them all" in err
        checked = qualcode("codebook", "check", study_folder).out
        assert '11 cues of H.DRY are also cues of H.RAIN, the first is "rain" (line ' in checked

    def test_mistakes_are_told_in_two_plain_lines(self, qualcode: Command, study_folder: Path) -> None:
        before = snapshot(study_folder)
        for arguments in (("rename", study_folder, "H.NONE", "X"), ("rename", "blitar", "CG.DLG", "X")):
            done = qualcode("codebook", *arguments, "--why", "x")
            assert done.status == 1
            assert len(done.err.splitlines()) == 2
        assert qualcode("codebook", "rename", study_folder, "H.RAIN", "X").status == 2  # no reason given
        assert snapshot(study_folder) == before


def test_what_is_neither_codebook_nor_study_is_refused(qualcode: Command, study_folder: Path) -> None:
    assert "There is no codebook nosuch" in qualcode("codebook", "test", "nosuch").err
    bare = qualcode("codebook", "check", study_folder / "transcripts")
    assert bare.status == 1
    assert "is no study folder" in bare.err
