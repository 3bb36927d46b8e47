"""What stands behind an id."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import list_codings, open_desk
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.showing import find_shown
from tests.conftest import Done


@pytest.fixture
def rainy(study_folder: Path) -> OpenStudy:
    """The study with an informant who says one thing many times over."""
    talk = "".join(f"Interviewer: And {year}?\nAna: The rain came late in {year}.\n" for year in range(2001, 2010))
    (study_folder / "transcripts" / "ana.txt").write_text(talk, encoding="utf-8", newline="\n")
    opened = open_study(study_folder, Wishes(language="en"), study_folder)
    code_study(opened)
    return opened


def test_a_claim_shows_so_many_quotes_a_side_and_everybody_before_anybody_twice(rainy: OpenStudy) -> None:
    study = load_study(rainy)
    whole, short = find_shown(rainy, study, "K1"), find_shown(rainy, study, "K1", most=2)
    for polarity in ("supporting", "contrary"):
        every, few = ([q.coding for q in shown.quotes if q.coding.polarity == polarity] for shown in (whole, short))
        assert len(few) == min(2, len(every))
        assert {coding.case for coding in few} == {coding.case for coding in every}
    assert len(whole.quotes) > len(short.quotes)
    assert not any("qualcode show" in line for line in whole.lines)
    assert any("qualcode show" in line and line.endswith(" K1") for line in short.lines)
    assert find_shown(rainy, study, "K1", most=99) == whole


def test_a_transcript_that_is_gone_is_coded_without(rainy: OpenStudy) -> None:
    study = load_study(rainy)
    (rainy.place.transcripts / "budi.txt").unlink()
    with pytest.raises(QualcodeError, match=r"There is no transcript budi\.txt") as refused:
        find_shown(rainy, study, "H.RAIN")
    assert "qualcode code" in refused.value.how


def test_the_command_says_where_the_rest_is(rainy: OpenStudy, qualcode) -> None:
    folder = rainy.place.root
    short: Done = qualcode("verify", folder, "K1")
    assert "All of them: qualcode show" in short.out
    assert short.out.count("The rain came late in 200") < qualcode("show", folder, "K1").out.count("The rain came late")


def test_a_code_by_its_former_id_is_shown_as_it_is_called_now_and_since_when(rainy: OpenStudy, qualcode) -> None:
    folder = rainy.place.root
    for old, new in (("H.RAIN", "H.WET"), ("H.WET", "H.WATER")):
        assert qualcode("codebook", "rename", folder, old, new, "--why", "wider").status == 0
    now, former = (qualcode("show", folder, code) for code in ("H.WATER", "H.RAIN"))
    assert former.status == 0
    assert "H.WET became H.WATER on 20" in former.out
    assert set(now.out.splitlines()) < set(former.out.splitlines())
    split = ("codebook", "split", folder, "H.WATER", "--into", "H.DEW", "--into", "H.DROUGHT", "--why", "two things")
    assert qualcode(*split).status == 0
    qualcode("code", folder)
    told = qualcode("show", folder, "H.RAIN")
    assert told.status == 1
    assert "H.WATER became H.DEW, H.DROUGHT on 20" in told.err
    assert "Nothing here is called H.WETT" in qualcode("show", folder, "H.WETT").err


def test_a_coding_that_a_person_made_of_another_says_of_which_and_what_was_changed(rainy: OpenStudy, qualcode) -> None:
    opened = rainy
    desk = open_desk(opened, "siti")
    first, second, *_ = list_codings(desk)
    choices = (
        Choice("recode", first.id, code="H.HELP"),
        Choice("polarity", second.id, polarity="contrary" if second.polarity == "supporting" else "supporting"),
    )
    decide(desk, choices, "2026-01-02T00:00:00+00:00", "review")
    study = load_study(opened)
    made = {coding.code: coding.id for coding in study.codings if coding.coder == "siti"}
    assert find_shown(opened, study, first.id).lines == ("2026-01-02 siti: recoded from H.RAIN to H.HELP",)
    assert find_shown(opened, study, made["H.HELP"]).lines == (
        f"{first.id}: 2026-01-02 siti: recoded from H.RAIN to H.HELP",
    )
    polarity = find_shown(replace(opened, language="id"), study, second.id).lines[0]
    assert not re.search("contrary|supporting", polarity)


def test_a_code_is_shown_by_its_label_too_and_so_are_informants_and_transcripts(rainy: OpenStudy) -> None:
    study = load_study(rainy)
    code = study.codebook.codes[0]
    label = code.label.in_language("en")
    whole = find_shown(rainy, study, code.id)
    assert label != code.id
    assert find_shown(rainy, study, label.upper()) == find_shown(rainy, study, code.id.lower()) == whole
    for name in ("C1", "ana.txt"):
        shown = find_shown(rainy, study, name)
        assert {quote.coding.id for quote in shown.quotes} == {
            coding.id for coding in study.codings if name in (coding.case, coding.transcript)
        }
        assert shown.quotes
    assert "Farmer" in find_shown(rainy, study, "C1").heading
    for alike, name in (("c1", "C1"), ("ANA", "ana.txt"), ("k1", "K1")):
        assert find_shown(rainy, study, alike) == find_shown(rainy, study, name)
    with pytest.raises(QualcodeError, match="Nothing here is called C99"):
        find_shown(rainy, study, "C99")


def test_what_is_no_claim_cannot_be_verified(rainy: OpenStudy, qualcode) -> None:
    done = qualcode("verify", rainy.place.root, "H.RAIN")
    assert done.status == 1
    assert "There is no claim H.RAIN" in done.err
