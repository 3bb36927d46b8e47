"""Coding a study and loading what was coded."""

from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.opening import OpenStudy, StudyRefused, Wishes, open_study


def opened(folder: Path) -> OpenStudy:
    return open_study(folder, Wishes(), folder)


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
