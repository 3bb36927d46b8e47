"""The commands that look after a codebook, on a small study."""

import json
from collections.abc import Callable
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
