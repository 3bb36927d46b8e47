"""Links that people draw, by the beginnings of ids, and what is told of those that count nowhere."""

from pathlib import Path

import pytest

from qualcode.errors import QualcodeError
from qualcode.evidence.answers import find_drawn
from qualcode.messages import translate, translator
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import open_desk
from qualcode.workflow.linking import check_links, draw_link, list_links, take_link_away
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.overseeing import check_decisions
from qualcode.workflow.showing import find_shown


@pytest.fixture
def opened(study_folder: Path) -> OpenStudy:
    opened = open_study(study_folder, Wishes(), study_folder)
    code_study(opened)
    return opened


def find_ends(opened: OpenStudy) -> tuple[str, str]:
    codings = load_study(opened).codings
    rain = next(coding for coding in codings if coding.code == "H.RAIN")
    return rain.id, next(coding for coding in codings if coding.code == "H.HELP").id


def test_a_link_is_drawn_by_beginnings_of_ids_and_taken_away_again(opened: OpenStudy) -> None:
    rain, help_ = find_ends(opened)
    drawn = draw_link(opened, "siti", rain[:6].upper(), f" {help_[:6]}", "2026-01-01", "the roof")
    assert (drawn.cause.id, drawn.effect.id) == (rain, help_)
    (lines,) = list_links(load_study(opened), "en")
    assert lines[0] == "2026-01-01 siti"
    assert rain in lines[1]
    assert lines[-1] == "  “the roof”"
    with pytest.raises(QualcodeError, match="budi drew no link") as refused:
        take_link_away(opened, "budi", rain, help_, "2026-01-02")
    assert "siti" in refused.value.how
    take_link_away(opened, "siti", rain[:6], help_[:6], "2026-01-02")
    assert find_drawn(load_study(opened)) == ()


def test_both_ends_show_the_link(opened: OpenStudy) -> None:
    rain, help_ = find_ends(opened)
    draw_link(opened, "siti", rain, help_, "2026-01-01", "the roof")
    study = load_study(opened)
    assert find_shown(opened, study, rain).lines == (f"2026-01-01 siti: drew a link to {help_}: “the roof”",)
    assert find_shown(opened, study, help_).lines == (f"{rain}: 2026-01-01 siti: drew a link to {help_}: “the roof”",)


def test_what_cannot_be_an_end_is_refused(opened: OpenStudy) -> None:
    rain, help_ = find_ends(opened)
    other = next(c.id for c in load_study(opened).codings if c.code == "H.RAIN" and c.id != rain)
    for ends, word in (
        (("abc", help_), "too short"),
        (("00000000ff", help_), "no coding"),
        ((rain, rain), "Both ends bear H.RAIN"),
        ((rain, other), "Both ends bear H.RAIN"),
    ):
        with pytest.raises(QualcodeError, match=word):
            draw_link(opened, "siti", *ends, "2026-01-01")
    decide(open_desk(opened, "siti"), [Choice("reject", help_)], "2026-01-02", "review")
    with pytest.raises(QualcodeError, match="rejected"):
        draw_link(opened, "siti", rain, help_, "2026-01-03")
    with pytest.raises(QualcodeError, match="needs a name"):
        draw_link(opened, " ", rain, find_third(opened), "2026-01-03")
    assert find_drawn(load_study(opened)) == ()


def find_third(opened: OpenStudy) -> str:
    return next(c.id for c in load_study(opened).codings if c.code == "H.HELP" and c.status != "rejected")


def test_check_tells_of_a_link_whose_coding_was_rejected(opened: OpenStudy) -> None:
    rain, help_ = find_ends(opened)
    draw_link(opened, "siti", rain, help_, "2026-01-01")
    assert check_links(load_study(opened)) == ()
    decide(open_desk(opened, "budi"), [Choice("reject", help_)], "2026-01-02", "review")
    (problem,) = check_links(load_study(opened))
    assert problem.severity == "warning"
    assert f"{help_} was rejected" in problem.what
    assert "rejected" not in translate(problem.what, translator("id"))
    assert problem in check_decisions(opened)
    (lines,) = list_links(load_study(opened), "en")
    assert "counts nowhere" in lines[-1]
    take_link_away(opened, "siti", rain, help_, "2026-01-03")
    assert check_links(load_study(opened)) == ()


def test_a_link_waits_where_two_people_made_different_things_of_its_end(opened: OpenStudy) -> None:
    rain, help_ = find_ends(opened)
    draw_link(opened, "siti", rain, help_, "2026-01-01")
    decide(open_desk(opened, "budi"), [Choice("polarity", rain, polarity="contrary")], "2026-01-02", "review")
    (link,) = find_drawn(load_study(opened))
    assert link.cause != rain
    assert check_links(load_study(opened)) == ()
    decide(open_desk(opened, "citra"), [Choice("recode", rain, code="H.HELP")], "2026-01-03", "review")
    (link,) = find_drawn(load_study(opened))
    assert link.cause == rain
    (problem,) = check_links(load_study(opened))
    assert f"{rain} was rejected" in problem.what


def test_a_link_taken_away_stays_away_when_two_people_made_different_things_of_its_end(opened: OpenStudy) -> None:
    rain, help_ = find_ends(opened)
    draw_link(opened, "siti", rain, help_, "2026-01-01")
    decide(open_desk(opened, "budi"), [Choice("polarity", rain, polarity="contrary")], "2026-01-02", "review")
    (link,) = find_drawn(load_study(opened))
    take_link_away(opened, "siti", link.cause, link.effect, "2026-01-03")
    decide(open_desk(opened, "citra"), [Choice("recode", rain, code="H.HELP")], "2026-01-04", "review")
    assert find_drawn(load_study(opened)) == ()
    assert check_links(load_study(opened)) == ()
