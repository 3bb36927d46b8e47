"""Pages of claims: every tactic's answer, and the quotes behind it."""

import re
from pathlib import Path

from qualcode.registry import find_parts
from qualcode.workflow import claim_pages, contexts


def test_a_report_links_every_claim_to_its_page_and_every_tactic_to_its_section(qualcode, study_folder: Path) -> None:
    assert qualcode("run", study_folder).status == 0
    results = study_folder / "results"
    page = (results / "claims" / "k1.html").read_text(encoding="utf-8")
    links = re.findall(r'href="claims/k1\.html#([^"]+)"', (results / "report.html").read_text(encoding="utf-8"))
    assert len(links) == len(find_parts("verify")) == 13
    assert all(f'id="{link}"' in page for link in links)
    assert "Left for a person to decide:" in page
    assert "The rain came late." in page
    assert "claims/k1.html#section-rivals@K1" in (results / "report.md").read_text(encoding="utf-8")


def test_a_claim_with_more_codings_than_anybody_reads_has_no_page(qualcode, study_folder: Path, monkeypatch) -> None:
    monkeypatch.setattr(claim_pages, "MOST", 0)
    assert qualcode("run", study_folder).status == 0
    assert not (study_folder / "results" / "claims").exists()
    assert "claims/k1.html" not in (study_folder / "results" / "report.html").read_text(encoding="utf-8")


def test_transcripts_are_read_once_for_all_claims(qualcode, study_folder: Path, monkeypatch) -> None:
    claims = study_folder / "claims.yaml"
    text = claims.read_text(encoding="utf-8")
    claims.write_text(text + text.removeprefix("claims:\n").replace("K1", "K2"), encoding="utf-8")
    asked = []

    def quote(*arguments: object) -> object:
        asked.append(arguments)
        return contexts.quote_in_context(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(claim_pages, "quote_in_context", quote)
    assert qualcode("run", study_folder).status == 0
    assert len(asked) == 1
    for name in ("k1", "k2"):
        assert "The rain came late." in (study_folder / "results" / "claims" / f"{name}.html").read_text("utf-8")
