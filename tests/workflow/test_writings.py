"""Memos through the command line."""

from collections.abc import Callable
from pathlib import Path

from tests.conftest import Done


def test_a_memo_begins_with_links_and_questions(study_folder: Path, qualcode: Callable[..., Done]) -> None:
    done = qualcode("memo", "new", study_folder, "Rain & luck", "--code", "H.RAIN", "--claim", "K1", "--by", "siti")
    assert done.status == 0, done.err
    [path] = (study_folder / "memos").iterdir()
    assert path.name.endswith("-rain-luck.md")
    text = path.read_text(encoding="utf-8")
    assert "author: siti" in text
    assert "- H.RAIN" in text
    assert "\n> " in text
    assert qualcode("check", study_folder).status == 0


def test_a_memo_that_would_link_nothing_is_not_made(study_folder: Path, qualcode: Callable[..., Done]) -> None:
    qualcode("code", study_folder)
    for wrong in (("--code", "H.RAIM"), ("--claim", "K9"), ("--coding", "0" * 16)):
        assert qualcode("memo", "new", study_folder, "Title", *wrong).status == 1
    assert qualcode("memo", "new", study_folder, " ").status == 1
    assert not (study_folder / "memos").exists()


def test_lost_links_are_named_by_list_and_check_and_stop_nothing(
    study_folder: Path, qualcode: Callable[..., Done]
) -> None:
    qualcode("code", study_folder)
    (study_folder / "memos").mkdir()
    (study_folder / "memos" / "a.md").write_text("---\ntitle: A\ncodes: [H.GONE]\n---\nText.\n", encoding="utf-8")
    listed = qualcode("memo", "list", study_folder).out
    assert "memos/a.md:3: there is no code H.GONE" in " ".join(listed.split())
    checked = qualcode("check", study_folder)
    assert checked.status == 0
    assert "there is no code H.GONE" in checked.out + checked.err


def test_pattern_codes_are_shown_and_checked_with_lines(study_folder: Path, qualcode: Callable[..., Done]) -> None:
    (study_folder / "patterns.yaml").write_text(
        "patterns:\n- name: Luck\n  kind: cause\n  codes: [H.RAIN, H.GONE]\n  rationale: Both come from outside.\n",
        encoding="utf-8",
    )
    qualcode("code", study_folder)
    shown = " ".join(qualcode("condense", study_folder, "patterns").out.split())
    assert "Both come from outside." in shown
    assert "patterns.yaml:4: there is no code H.GONE" in shown
    checked = qualcode("check", study_folder)
    assert checked.status == 0
    assert "patterns.yaml:4" in checked.out + checked.err
