"""A codebook grows while a study is being coded."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.codebook.editing import NewCode, add_code, merge_codes, rename_code, split_code
from qualcode.codebook.migrating import Step
from qualcode.errors import QualcodeError
from qualcode.model import Change, Coding, Refused, TranscriptAccount
from qualcode.shipped import find_shipped
from qualcode.store.codings import read_codings
from qualcode.workflow.codebooks.growing import Grown, grow
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.opening import Wishes, open_study
from qualcode.workflow.records.recording import Stamp
from tests.conftest import snapshot

CHANGE = Change("2025-03-01", "Ruth", "clearer")
STAMP = Stamp("2025-03-01T10:00:00+00:00", "rs", ("codebook",))

Rename = Callable[..., Grown]


def code(folder: Path) -> None:
    code_study(open_study(folder, Wishes(), folder))


def load(folder: Path):
    return load_study(open_study(folder, Wishes(), folder))


def read_all(folder: Path) -> tuple[tuple[TranscriptAccount, tuple[Coding, ...]], ...]:
    return tuple(read_codings(folder / "codings"))


def take(target: Path, step: Step) -> Grown:
    edits = {
        "rename": lambda text, change: rename_code(text, step.code, step.into[0], change),
        "split": lambda text, change: split_code(text, step.code, step.into, change),
        "merge": lambda text, change: merge_codes(text, step.code, step.into[0], change),
        "add": lambda text, change: add_code(text, NewCode(step.code, "H", "New", "New."), change),
    }
    return grow(str(target), target.parent, step, edits[step.kind], CHANGE, STAMP)


@pytest.fixture
def study(study_folder: Path) -> Path:
    code(study_folder)
    return study_folder


RENAME = Step("rename", "H.RAIN", ("H.WATER",))
SPLIT = Step("split", "H.RAIN", ("H.RAIN", "H.DRY"))
MERGE = Step("merge", "H.HELP", ("H.RAIN",))


class TestRename:
    """Codings, claims and the study go on without a break."""

    def test_the_codings_are_those_that_coding_again_would_give(self, study: Path) -> None:
        was = load(study)
        take(study, RENAME)
        moved = read_all(study)
        study_now = load(study)
        assert {coding.code for coding in study_now.codings} == {"H.WATER", "H.HELP"}
        assert len(study_now.codings) == len(was.codings)
        code(study)
        assert read_all(study) == moved

    def test_so_are_those_with_a_sub_code(self, study_folder: Path) -> None:
        path = study_folder / "codebook.yaml"
        text = path.read_text(encoding="utf-8").replace("strong: [rain]", "strong: [{cue: rain, subcode: wet}]")
        path.write_text(
            text.replace("    cues:\n", "    subcodes: [{id: wet, label: wet}]\n    cues:\n", 1), encoding="utf-8"
        )
        code(study_folder)
        take(study_folder, RENAME)
        moved = read_all(study_folder)
        assert "H.WATER.wet" in {coding.code for coding in load(study_folder).codings}
        code(study_folder)
        assert read_all(study_folder) == moved

    def test_the_guide_names_the_new_id(self, study: Path) -> None:
        guide = study / "guide.yaml"
        guide.write_text(
            "languages: [en]\nquestions:  # ours\n  - {text: Rain?, codes: [H.HELP, H.RAIN]}\n", encoding="utf-8"
        )
        assert take(study, RENAME).problems == ()
        assert "questions:  # ours\n  - {text: Rain?, codes: [H.HELP, H.WATER]}" in guide.read_text(encoding="utf-8")

    def test_claims_name_the_new_id(self, study: Path) -> None:
        take(study, RENAME)
        assert "codes: [{code: H.WATER, expects: supporting}]" in (study / "claims.yaml").read_text(encoding="utf-8")
        assert load(study).claims[0].codes == (("H.WATER", "supporting"),)

    def test_relations_and_if_then_tests_of_claims_name_it_too(self, study: Path) -> None:
        path = study / "claims.yaml"
        more = (
            "  relation: {from: H.HELP, to: H.RAIN}\n  if_then:\n  - {if: not H.RAIN contrary, then: H.HELP}\n"
            "  history:\n  - {date: 2025-01-01, by: RS, why: H.RAIN alone}\n"
        )
        path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8", newline="\n")
        take(study, RENAME)
        [claim] = load(study).claims
        assert claim.relation == ("H.HELP", "H.WATER")
        assert claim.if_then[0].when.written == "not H.WATER contrary"
        assert claim.history[0].why == "H.RAIN alone"

    def test_the_report_leads_from_every_old_id_to_the_new_one(self, study: Path) -> None:
        was = {coding.id for coding in load(study).codings if coding.code == "H.RAIN"}
        grown = take(study, RENAME)
        assert grown.report == study / "migrations" / "2025-03-01_rename_H.RAIN"
        with (grown.report / "moved.csv").open(encoding="utf-8", newline="") as file:
            rows = {row["key"]: row["New id"] for row in csv.DictReader(file)}
        assert set(rows) == was
        assert set(rows.values()) == {coding.id for coding in load(study).codings if coding.code == "H.WATER"}

    def test_an_older_report_stays(self, study: Path) -> None:
        take(study, RENAME)
        take(study, Step("rename", "H.WATER", ("H.RAIN",)))
        assert take(study, RENAME).report == study / "migrations" / "2025-03-01_rename_H.RAIN_2"

    def test_the_log_names_who_did_it_and_quotes_nobody(self, study: Path) -> None:
        take(study, RENAME)
        last = (study / "log.jsonl").read_text(encoding="utf-8").splitlines()[-1]
        assert '"who": "rs"' in last
        assert "came late" not in last

    def test_the_decision_is_that_of_the_person_who_took_it(self, study: Path) -> None:
        take(study, RENAME)
        assert [path.parent.name for path in (study / "decisions").rglob("*.jsonl")] == [CHANGE.by.casefold()]
        assert [decision.who for decision in load(study).decisions] == [CHANGE.by]

    def test_a_codebook_named_by_its_file_moves_the_study_it_lies_in(self, study: Path) -> None:
        assert take(study / "codebook.yaml", RENAME).report
        assert load(study)

    def test_a_codebook_on_its_own_is_edited_alone(self, study: Path, tmp_path: Path) -> None:
        alone = tmp_path / "alone.yaml"
        alone.write_bytes(b"\xef\xbb\xbf" + (study / "codebook.yaml").read_bytes().replace(b"\n", b"\r\n"))
        before = snapshot(study)
        assert take(alone, RENAME) == Grown(("H.RAIN was renamed H.WATER",), (), "en")
        data = alone.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\r\n") == data.count(b"\n")
        assert b"id: H.WATER" in data
        assert snapshot(study) == before


class TestSplitAndMerge:
    """What only a person or another run can tell asks for it."""

    def test_a_split_queues_every_coding_and_asks_for_coding_again(self, study: Path) -> None:
        rain = [coding for coding in load(study).codings if coding.code == "H.RAIN"]
        grown = take(study, SPLIT)
        assert grown.report
        with (grown.report / "queue.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert {row["key"] for row in rows} == {coding.id for coding in rain}
        assert {row["May bear"] for row in rows} == {"H.RAIN\nH.DRY"}
        assert any("qualcode code" in line for line in grown.lines)
        with pytest.raises(QualcodeError, match="has changed"):
            load(study)
        code(study)
        assert {coding.code for coding in load(study).codings} >= {"H.RAIN", "H.DRY"}

    def test_a_merge_moves_codings_and_asks_for_coding_again(self, study: Path) -> None:
        grown = take(study, MERGE)
        assert any("qualcode code" in line for line in grown.lines)
        with pytest.raises(QualcodeError, match="has changed"):
            load(study)
        code(study)
        assert {coding.code for coding in load(study).codings} == {"H.RAIN"}

    def test_what_told_merged_codes_apart_is_handed_to_a_person(self, study: Path) -> None:
        path = study / "codebook.yaml"
        text = path.read_text(encoding="utf-8").replace("help is bought]", "it rained (H.RAIN)]")
        path.write_text(text.replace("no harvest, con", "no harvest, goes_to: H.HELP, con"), encoding="utf-8")
        left_out = [line for line in take(study, MERGE).lines if line.startswith("Left out")]
        assert left_out == [
            "Left out, because it told H.HELP and H.RAIN apart: “It rained at the wedding.”",
            "Left out, because it told H.HELP and H.RAIN apart: “it rained (H.RAIN)”",
        ]

    def test_claims_that_a_merge_makes_wrong_are_named(self, study: Path) -> None:
        claims = (
            "claims:\n- id: K1\n  text: {en: Both.}\n  checkable: yes\n"
            "  codes: [{code: H.RAIN, expects: supporting}, {code: H.HELP, expects: supporting}]\n"
        )
        (study / "claims.yaml").write_text(claims, encoding="utf-8")
        assert [problem.where for problem in take(study, MERGE).problems] == ["claims.yaml:5"]


def test_a_new_code_moves_nothing(study: Path) -> None:
    before = read_all(study)
    grown = take(study, Step("add", "H.SUN"))
    assert grown.report is None
    assert [problem.what for problem in grown.problems] == ["H.SUN has no exemplar"]
    assert read_all(study) == before


@pytest.mark.parametrize("step", [RENAME, SPLIT, MERGE])
def test_a_study_that_was_never_coded_has_nothing_to_move(study_folder: Path, step: Step) -> None:
    grown = take(study_folder, step)
    assert not any("qualcode code" in line for line in grown.lines)
    assert not (study_folder / "codings").exists()


class TestWhatIsRefused:
    """Nothing is written then."""

    def test_an_edit_after_which_the_codebook_is_none(self, study: Path) -> None:
        before = snapshot(study)
        with pytest.raises(Refused) as refused:
            take(study, Step("rename", "H.RAIN", ("not an id",)))
        assert "cannot be an id" in refused.value.problems[0].what
        assert snapshot(study) == before

    def test_codings_that_cannot_be_read(self, study: Path) -> None:
        next((study / "codings").rglob("*.jsonl")).write_text("torn", encoding="utf-8")
        before = snapshot(study)
        with pytest.raises(QualcodeError, match="damaged"):
            take(study, RENAME)
        assert snapshot(study) == before

    def test_a_codebook_with_errors(self, study: Path) -> None:
        path = study / "codebook.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("label:", "labl:"), encoding="utf-8")
        before = snapshot(study)
        with pytest.raises(QualcodeError, match="Nothing was done"):
            take(study, RENAME)
        assert snapshot(study) == before

    def test_a_shipped_codebook(self, study: Path) -> None:
        (study / "study.yaml").write_text("title: x\ncodebook: blitar\n", encoding="utf-8")
        before = snapshot(find_shipped("codebooks"))
        with pytest.raises(QualcodeError, match="came with qualcode"):
            take(study, Step("rename", "CG.DLG", ("X",)))
        with pytest.raises(QualcodeError, match="came with qualcode"):
            grow("blitar", study, RENAME, lambda text, _: text, CHANGE, STAMP)
        assert snapshot(find_shipped("codebooks")) == before
