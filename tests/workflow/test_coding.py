"""Coding a study and loading what was coded."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.model import Transcript
from qualcode.readers.folder import read_source
from qualcode.workflow import coding, reading
from qualcode.workflow.coding import Coded, code_study, load_study
from qualcode.workflow.opening import OpenStudy, StudyRefused, Wishes, open_study


def opened(folder: Path) -> OpenStudy:
    return open_study(folder, Wishes(), folder)


@dataclass(frozen=True)
class Again:
    """A study that was coded, and the names of the sources that are read from then on."""

    folder: Path
    read: list[str]

    def again(self) -> Coded:
        return code_study(opened(self.folder))

    def snapshot(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted((self.folder / "codings").glob("*.jsonl"))}

    def snapshot_of_a_first_run(self) -> dict[str, bytes]:
        shutil.rmtree(self.folder / "codings")
        self.again()
        return self.snapshot()


def test_what_was_coded_is_loaded_in_order(study_folder: Path) -> None:
    coded = code_study(opened(study_folder))
    study = load_study(opened(study_folder))
    assert coded.codings == len(study.codings)
    assert coded.sources.keys() == {sheet.transcript for sheet in study.accounts}
    assert coded.words == sum(sheet.words for sheet in study.accounts)
    places = [(coding.transcript, coding.span, coding.code) for coding in study.codings]
    assert places == sorted(places)


def test_a_transcript_taken_away_takes_its_codings(study_folder: Path) -> None:
    code_study(opened(study_folder))
    (study_folder / "transcripts" / "budi.txt").unlink()
    code_study(opened(study_folder))
    study = load_study(opened(study_folder))
    assert {coding.transcript for coding in study.codings} == {"ana.txt"}
    assert study.cases[1].transcripts == ()


def test_progress_comes_to_its_end(study_folder: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    code_study(opened(study_folder), lambda done, total, name: seen.append((done, total, name)))
    assert seen == [(0, 2, "ana.txt"), (1, 2, "budi.txt"), (2, 2, "")]


def test_a_study_without_transcripts_is_refused(study_folder: Path) -> None:
    for path in (study_folder / "transcripts").iterdir():
        path.unlink()
    with pytest.raises(QualcodeError, match="no transcript to read"):
        code_study(opened(study_folder))


def test_a_study_with_errors_is_refused_with_all_of_them(study_folder: Path) -> None:
    (study_folder / "study.yaml").write_text("codebook: codebook.yaml\nunit: word\nlanguages: [jv]\n", encoding="utf-8")
    with pytest.raises(StudyRefused) as caught:
        code_study(opened(study_folder))
    assert len(caught.value.problems) == 2


class TestCodingAgain:
    """What was made from the same stands; a re-run ends in the bytes of a first run, whatever stood before."""

    @pytest.fixture
    def coded(self, study_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Again:
        code_study(opened(study_folder))
        read: list[str] = []

        def read_and_say(path: Path, name: str) -> tuple[Transcript, ...]:
            read.append(name)
            return read_source(path, name)

        monkeypatch.setattr(reading, "read_source", read_and_say)
        return Again(study_folder, read)

    def test_nothing_changed(self, coded: Again) -> None:
        before = coded.snapshot()
        coded.again()
        assert coded.read == []
        assert coded.snapshot() == before

    def test_another_edition_of_words_reads_all(self, coded: Again, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(coding, "find_edition", lambda: "another")
        coded.again()
        assert coded.read == ["ana.txt", "budi.txt"]

    def test_only_a_changed_transcript_is_read(self, coded: Again) -> None:
        path = coded.folder / "transcripts" / "ana.txt"
        path.write_text(path.read_text(encoding="utf-8") + "\nInterviewer: And?\n\nAna: The rain, yes.\n", "utf-8")
        coded.again()
        assert coded.read == ["ana.txt"]
        assert coded.snapshot() == coded.snapshot_of_a_first_run()

    @pytest.mark.parametrize(
        ("file", "old", "new"),
        [
            ("codebook.yaml", "kind: other", "kind: obstacle"),
            ("codebook.yaml", "families:", "false_friends: {en: [{phrase: lend me, why: other}]}\nfamilies:"),
            ("cases.csv", "C1,ana.txt", "C9,ana.txt"),
            ("study.yaml", "title: Harvest", "title: Harvest\nunit: turn"),
        ],
    )
    def test_what_decides_about_codings_makes_all_new(self, coded: Again, file: str, old: str, new: str) -> None:
        path = coded.folder / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        coded.again()
        assert coded.read == ["ana.txt", "budi.txt"]
        assert coded.snapshot() == coded.snapshot_of_a_first_run()

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("Rain is spoken of.", "Rain is told of."),
            ("version: 1", "version: 2"),
            ("strong: [rain]", "strong: [rain, hail]"),
            ("strong: [rain]", "strong: [rain, late]"),
            ("contrary: [drought]", "contrary: []"),
            ("weak: [], contrary: [drought]", "weak: [drought], contrary: []"),
            ("strong: [rain]", "strong: [rain], asked: [change]"),
            ("strong: [rain]", "strong: [rain, {near: [rain, snow]}]"),
        ],
    )
    def test_for_a_changed_codebook_no_source_is_read_again(self, coded: Again, old: str, new: str) -> None:
        path = coded.folder / "codebook.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        told = coded.again()
        assert coded.read == []
        assert coded.snapshot() == coded.snapshot_of_a_first_run()
        assert coded.again() == told

    def test_where_the_transcript_that_was_kept_is_damaged_the_source_is_read(self, coded: Again) -> None:
        path = coded.folder / "codings" / "ana.txt.jsonl"
        path.write_text(path.read_text(encoding="utf-8").replace("laughed at me", "laughed at you"), encoding="utf-8")
        book = coded.folder / "codebook.yaml"
        book.write_text(book.read_text(encoding="utf-8").replace("[rain]", "[rain, late]"), encoding="utf-8")
        coded.again()
        assert coded.read == ["ana.txt"]
        assert coded.snapshot() == coded.snapshot_of_a_first_run()

    def test_without_the_cues_of_the_last_run_all_is_read(self, coded: Again) -> None:
        (coded.folder / "codings" / ".cues").unlink()
        path = coded.folder / "codebook.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("[rain]", "[rain, hail]"), encoding="utf-8")
        coded.again()
        assert coded.read == ["ana.txt", "budi.txt"]

    def test_another_guide_makes_all_new_and_the_same_one_in_another_order_does_not(self, coded: Again) -> None:
        questions = ["{id: Q1, text: Who helps?, codes: [H.HELP]}", "{id: Q2, text: Did it rain?, codes: [H.RAIN]}"]
        for number, order in enumerate([questions, questions[::-1], questions[:1]]):
            lines = "\n".join(f"  - {question}" for question in order)
            text = f"# remark {number}\nlanguages: [en]\nquestions:\n{lines}\n"
            (coded.folder / "guide.yaml").write_text(text, encoding="utf-8")
            coded.read.clear()
            coded.again()
            assert coded.read == ([] if number == 1 else ["ana.txt", "budi.txt"])
            assert coded.snapshot() == coded.snapshot_of_a_first_run()

    @pytest.mark.parametrize("kept", [0, 40, -40])
    def test_damaged_codings_are_made_again(self, coded: Again, kept: int) -> None:
        path = coded.folder / "codings" / "ana.txt.jsonl"
        path.write_bytes(path.read_bytes()[:kept])
        coded.again()
        assert coded.read == ["ana.txt"]
        assert coded.snapshot() == coded.snapshot_of_a_first_run()

    def test_several_interviews_in_one_file_stand_together(self, coded: Again) -> None:
        rows = [f"{name},{said}" for name in "xy" for said in ("INT,Did it rain?", "R,The rain was late.", "INT,And?")]
        table = "interview,speaker,text\n" + "\n".join(row for row in rows) + "\n"
        (coded.folder / "transcripts" / "both.csv").write_text(table, encoding="utf-8")
        coded.again()
        coded.read.clear()
        coded.again()
        assert coded.read == []
        (coded.folder / "codings" / "both.csv#2.jsonl").unlink()
        coded.again()
        assert coded.read == ["both.csv"]

    def test_what_there_is_to_say_is_said_again(self, coded: Again) -> None:
        (coded.folder / "transcripts" / "cici.txt").write_text("A: It rained.\n\nB: It did.\n", encoding="utf-8")
        first = coded.again()
        assert first.problems
        assert coded.again() == first
