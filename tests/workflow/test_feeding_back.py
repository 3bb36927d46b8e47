"""Sheets on disk: one an informant whose words bear on a claim, in the language of the interview."""

from pathlib import Path

from docx import Document


def test_a_sheet_an_informant_with_that_informants_words(qualcode, study_folder: Path) -> None:
    assert qualcode("code", study_folder).status == 0
    done = qualcode("verify", study_folder, "--feedback")
    assert done.status == 0
    assert "2 sheets" in done.out
    folder = study_folder / "results" / "feedback"
    assert sorted(path.name for path in folder.iterdir()) == ["c1.docx", "c2.docx"]
    ana, budi = ("\n".join(p.text for p in Document(str(folder / name)).paragraphs) for name in ("c1.docx", "c2.docx"))
    assert "The rain came late." in ana
    assert "A drought, really" in budi
    assert "drought" not in ana
    assert "Rain came in time." in budi
