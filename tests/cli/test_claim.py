"""`qualcode claim`: what is taken up stands in the file, and what cannot be read back does not."""

import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from qualcode.verify.claims.reading import read_claims


def test_a_claim_is_written_listed_and_put_to_tactics(qualcode, study_folder: Path) -> None:
    done = qualcode(
        "claim", "new", study_folder, "K2", "--en", "Neighbours help.", "--code", "H.HELP", "--rival", "They are paid.",
        "--coder", "siti",
    )  # fmt: skip
    assert (done.status, "K2 stands in" in done.out) == (0, True)
    assert "author: siti" in (study_folder / "claims.yaml").read_text(encoding="utf-8")
    listed = qualcode("claim", "list", study_folder).out
    assert "K2 (line 6): Neighbours help. [H.HELP supporting]" in listed
    assert "2 claims." in listed
    qualcode("code", study_folder)
    assert "They are paid." in qualcode("verify", study_folder, "K2", "--tactic", "rivals").out


def test_a_claim_that_cannot_stand_leaves_the_file_as_it_was(qualcode, study_folder: Path) -> None:
    path = study_folder / "claims.yaml"
    before = path.read_bytes()
    for arguments, word in (
        (("K2", "--en", "Rain.", "--code", "H.RAINS"), "H.RAIN"),
        (("K1", "--en", "Rain.", "--code", "H.RAIN"), "already"),
        (("K2", "--en", "Rain."), "no codes"),
        (("K2", "--code", "H.RAIN"), "text has no words"),
        (("K 2", "--en", "Rain.", "--code", "H.RAIN"), "cannot be an id"),
    ):
        done = qualcode("claim", "new", study_folder, *arguments)
        assert done.status == 1, arguments
        assert word in done.err
        assert "claims.yaml:" not in done.err, "a line of a file that was not written"
    assert path.read_bytes() == before
    done = qualcode("claim", "new", study_folder, "K2", "--en", "Rain.", "--code", "H.RAINS")
    assert done.err.splitlines()[0] == "K2: the codebook has no code `H.RAINS`. Did you mean `H.RAIN`?"
    assert "give it again" in done.err


def test_a_claim_is_edited_with_its_history_or_left_as_it_was(qualcode, study_folder: Path) -> None:
    path = study_folder / "claims.yaml"
    done = qualcode(
        "claim", "edit", study_folder, "K1", "--en", "Rain came late.", "--code", "H.RAIN contrary",
        "--why", "they say late", "--coder", "siti",
    )  # fmt: skip
    assert (done.status, "K1 is changed in" in done.out) == (0, True), done.err
    assert "Rain came late. [H.RAIN contrary]" in qualcode("claim", "list", study_folder).out
    assert "by: siti, why: they say late" in path.read_text(encoding="utf-8")
    before = path.read_bytes()
    for arguments, word in (
        (("K1", "--code", "H.RAINS", "--why", "x"), "H.RAIN"),
        (("K9", "--en", "x", "--why", "x"), "There is no claim K9"),
        (("K1", "--checkable", "no", "--why", "x"), "nothing says what the claim needs"),
        (("K1", "--en", "Rain.", "--why", " "), "needs its reason"),
        (("K1", "--why", "x"), "Say with an option"),
    ):
        done = qualcode("claim", "edit", study_folder, *arguments)
        assert done.status == 1, arguments
        assert word in done.err
    assert qualcode("claim", "edit", study_folder, "K1", "--en", "x").status == 2
    assert path.read_bytes() == before


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows keeps its own time zone")
def test_what_people_read_in_their_files_bears_the_day_of_where_they_are(qualcode, study_folder, monkeypatch) -> None:
    """In Blitar it is tomorrow already from five in the afternoon, as UTC has it."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "XXX-14" if datetime.now(UTC).hour > 11 else "XXX+12")
        time.tzset()
        today = date.today().isoformat()
        qualcode("claim", "new", study_folder, "K2", "--en", "Rain.", "--code", "H.RAIN")
        qualcode("claim", "edit", study_folder, "K1", "--source", "talk", "--why", "Asked.")
    time.tzset()
    assert today != datetime.now(UTC).date().isoformat()
    text = (study_folder / "claims.yaml").read_text(encoding="utf-8")
    assert f"date: {today}\n" in text
    assert f"{{date: {today}, by:" in text


def test_the_file_of_a_person_keeps_its_mark_of_utf_8_and_what_an_editor_saved_meanwhile(
    qualcode, study_folder: Path, monkeypatch
) -> None:
    file = study_folder / "claims.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    edit = ("claim", "edit", study_folder, "K1", "--en", "Rain came.", "--why", "shorter", "--coder", "siti")
    assert qualcode(*edit).status == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")

    def save_meanwhile(*arguments: object) -> object:
        file.write_text("# from the editor\n", encoding="utf-8")
        return read_claims(*arguments)

    monkeypatch.setattr("qualcode.workflow.claiming.read_claims", save_meanwhile)
    done = qualcode(*edit[:5], "It rained.", *edit[6:])
    assert (done.status, "changed by another program" in done.err) == (1, True)
    assert file.read_text(encoding="utf-8") == "# from the editor\n"
