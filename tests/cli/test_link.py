"""`qualcode link`."""

from pathlib import Path

from qualcode.workflow.coding import load_study
from qualcode.workflow.opening import Wishes, open_study


def test_a_link_is_drawn_shown_listed_and_taken_away(qualcode, study_folder: Path) -> None:
    qualcode("code", study_folder)
    codings = load_study(open_study(study_folder, Wishes(), study_folder)).codings
    rain, help_ = (next(c.id for c in codings if c.code == code) for code in ("H.RAIN", "H.HELP"))
    done = qualcode("link", "add", study_folder, rain[:8], help_[:8], "--why", "The roof.", "--coder", "siti")
    assert (done.status, "drawn by siti" in done.out) == (0, True), done.err
    assert "Links drawn: 1" in qualcode("link", "list", study_folder).out
    assert "drawn by siti" in qualcode("display", study_folder, "causal-chain").out
    refused = qualcode("link", "add", study_folder, rain, rain, "--coder", "siti")
    assert (refused.status, len(refused.err.splitlines())) == (1, 2)
    assert qualcode("link", "remove", study_folder, rain[:8], help_[:8], "--coder", "siti").status == 0
    assert "Links drawn: 0" in qualcode("link", "list", study_folder).out
