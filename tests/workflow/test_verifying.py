"""Step 3 as functions and on the command line."""

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.registry import list_purposes
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.judging import judge_claim
from qualcode.workflow.opening import Wishes, open_study
from qualcode.workflow.verifying import put_to_tactics, tell_judging


@pytest.fixture
def study(study_folder: Path):
    opened = open_study(study_folder, Wishes(language="en"), study_folder)
    code_study(opened)
    return load_study(opened)


def test_tactics_come_in_the_order_of_the_chapter_in_both_languages(study) -> None:
    english, indonesian = list_purposes("verify", "en"), list_purposes("verify", "id")
    assert [name for name, _ in english] == [name for name, _ in indonesian]
    assert english[0][0] == "representativeness"
    assert english[-1][0] == "feedback"
    assert all(one != other for (_, one), (_, other) in zip(english, indonesian, strict=True))


def test_unknown_claims_and_tactics_are_refused_with_the_known_ones(study) -> None:
    with pytest.raises(QualcodeError, match="There is no tactic tarot") as refused:
        put_to_tactics(study, "en", ("tarot",))
    assert "triangulation" in refused.value.how
    with pytest.raises(QualcodeError, match="There is no claim K9") as refused:
        put_to_tactics(study, "en", (), ("K9",))
    assert "K1" in refused.value.how
    with pytest.raises(QualcodeError) as refused:
        put_to_tactics(replace(study, claims=()), "en", (), ("K9",))
    assert "qualcode claim new" in refused.value.how


def test_a_claim_is_known_in_whatever_letter_case(study, study_folder: Path) -> None:
    assert put_to_tactics(study, "en", claims=("k1",)) == put_to_tactics(study, "en", claims=("K1",))
    opened = open_study(study_folder, Wishes(language="en"), study_folder)
    judge_claim(opened, study, "k1", "mixed", "Both.", "siti", "2026-01-01")
    assert tell_judging(load_study(opened), "en")["K1"][0].startswith("mixed (siti")


def test_the_command_line_puts_one_claim_to_one_tactic(qualcode, study_folder: Path) -> None:
    qualcode("code", study_folder)
    done = qualcode("verify", study_folder, "K1", "--tactic", "triangulation")
    assert done.status == 0
    assert "whether different sources say the same" in done.out
    assert "Left for a person to decide:" in done.out
    assert qualcode("verify", study_folder, "K1", "--tactic", "tarot").status == 1
    assert "The rain came late." in qualcode("show", study_folder, "triangulation@K1:sector=private:for").out


def test_the_list_needs_no_study_and_everything_else_does(qualcode) -> None:
    done = qualcode("verify", "--list", "--lang", "id")
    assert (done.status, len(done.out.splitlines())) == (0, 13)
    assert qualcode("verify").status == 2
