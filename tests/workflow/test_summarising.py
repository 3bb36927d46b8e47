"""Sheets to fill in are written once and never written over."""

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Done


def test_sheets_are_written_beside_the_study_and_stay_as_people_filled_them_in(
    study_folder: Path, qualcode: Callable[..., Done]
) -> None:
    qualcode("code", study_folder)
    done = qualcode("condense", study_folder, "contact-summary", "--write")
    names = {path.name for path in (study_folder / "summaries").iterdir()}
    assert names == {f"contact-summary_{who}.txt.{ending}" for who in ("ana", "budi") for ending in ("docx", "md")}
    assert done.out.count("written ") == 4
    filled = study_folder / "summaries" / "contact-summary_ana.txt.md"
    filled.write_text("mine", encoding="utf-8")
    again = qualcode("condense", study_folder, "contact-summary", "--write")
    assert again.out.count("kept as it is ") == 4
    assert filled.read_text(encoding="utf-8") == "mine"


def test_a_sheet_holds_every_quote_that_it_refers_to(study_folder: Path, qualcode: Callable[..., Done]) -> None:
    qualcode("code", study_folder)
    qualcode("condense", study_folder, "case-summary", "--write")
    text = (study_folder / "summaries" / "case-summary.md").read_text(encoding="utf-8")
    referred = {part.split(")")[0] for part in text.split("](#")[1:]}
    assert referred
    assert all(f'<a id="{anchor}"></a>' in text for anchor in referred)


def test_what_is_no_sheet_cannot_be_written(study_folder: Path, qualcode: Callable[..., Done]) -> None:
    qualcode("code", study_folder)
    assert qualcode("condense", study_folder, "coverage", "--write").status == 1
    assert qualcode("condense", study_folder, "--write").status == 2


def test_a_sheet_of_a_transcript_with_a_long_name_keeps_its_ending(
    study_folder: Path, qualcode: Callable[..., Done]
) -> None:
    folder = study_folder / "transcripts"
    (folder / "ana.txt").rename(folder / f"{'wawancara ' * 14}.txt")
    qualcode("code", study_folder)
    qualcode("condense", study_folder, "contact-summary", "--write")
    assert {path.suffix for path in (study_folder / "summaries").iterdir()} == {".docx", ".md"}
