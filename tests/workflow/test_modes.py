"""A study chooses the mode in which its codebook is read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.model import Problem, Prose, Study
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.contexts import quote_in_context
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from qualcode.workflow.reporting import build_report
from qualcode.workflow.showing import find_shown
from qualcode.writers.codings_csv import write_codings
from tests.conftest import Done

MODES = """\
modes:
  weather: {label: Rain is weather}
  help: {label: Rain is a neighbour, moves: {H.RAIN.spring: H.HELP}}
"""


@pytest.fixture
def opened(study_folder: Path) -> Callable[[str], OpenStudy]:
    path = study_folder / "codebook.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("    cues:\n", "    subcodes: [{id: spring, label: rain in spring}]\n    cues:\n", 1)
    path.write_text(text + MODES, encoding="utf-8")

    def choose(mode: str) -> OpenStudy:
        settings = study_folder / "study.yaml"
        settings.write_text(f"title: Harvest\nlanguages: [en]\n{mode}\n", encoding="utf-8")
        return open_study(study_folder, Wishes(), study_folder)

    return choose


def errors_of(opened: OpenStudy) -> list[Problem]:
    return [problem for problem in opened.problems if problem.severity == "error"]


def load_with_subcode(opened: OpenStudy) -> Study:
    """The study with its codings of rain by Ana filed under the sub-code, as a coder writes them."""
    study = load_study(opened)
    codings = (
        replace(coding, code="H.RAIN.spring") if (coding.case, coding.code) == ("C1", "H.RAIN") else coding
        for coding in study.codings
    )
    return replace(study, codings=tuple(codings))


def test_a_study_can_change_its_mode_without_being_coded_again(opened: Callable[[str], OpenStudy]) -> None:
    code_study(opened("mode: weather"))
    weather, helped = load_with_subcode(opened("mode: weather")), load_with_subcode(opened("mode: help"))
    assert weather.codings == helped.codings
    assert write_codings(weather.codings) == write_codings(helped.codings)
    assert {"H.RAIN.spring"} <= {coding.code for coding in weather.codings}
    assert load_with_subcode(opened("")).codebook.mode == weather.codebook.mode


def test_quotes_and_what_is_shown_follow_the_mode(opened: Callable[[str], OpenStudy]) -> None:
    code_study(opened("mode: help"))
    strict = opened("mode: help")
    study = load_with_subcode(strict)
    quotes = quote_in_context(strict, study, [coding.id for coding in study.codings], "en")
    labels = {quote.code_label: quote.counted_as for quote in quotes if quote.coding.code == "H.RAIN.spring"}
    assert labels == {"Neighbours' help: rain in spring (H.RAIN.spring)": "H.HELP Neighbours' help"}
    spring = {coding.id for coding in study.codings if coding.code == "H.RAIN.spring"}
    assert spring <= {quote.coding.id for quote in find_shown(strict, study, "H.HELP").quotes}
    assert spring == {quote.coding.id for quote in find_shown(strict, study, "H.RAIN.spring").quotes}
    assert not spring & {quote.coding.id for quote in find_shown(strict, study, "H.RAIN").quotes}


def test_the_report_says_in_which_mode_it_was_made(opened: Callable[[str], OpenStudy]) -> None:
    code_study(opened("mode: help"))
    strict = opened("mode: help")
    report = build_report(strict, load_with_subcode(strict), DisplayOptions())
    prose = [section.body.paragraphs for section in report.sections if isinstance(section.body, Prose)]
    said = "help: H.RAIN.spring counts as H.HELP"
    assert any(said in paragraph for paragraphs in prose for paragraph in paragraphs)
    for section in report.sections[3:]:
        if not isinstance(section.body, Prose):
            assert {rule.label: rule.value for rule in section.body.entry_rules}["Mode of the codebook"] == said


def test_a_mode_that_the_codebook_lacks_is_named_with_its_line(
    opened: Callable[[str], OpenStudy], study_folder: Path
) -> None:
    [problem] = errors_of(opened("mode: lenient"))
    assert str(problem) == "study.yaml:3: harvest has no mode `lenient`. Use one of: weather, help"
    (study_folder / "codebook.yaml").write_text(
        (study_folder / "codebook.yaml").read_text(encoding="utf-8").replace(MODES, ""), encoding="utf-8"
    )
    [problem] = errors_of(opened("mode: weather"))
    assert problem.how == "It has none; take the line out"


def test_init_writes_the_mode_down(qualcode: Callable[..., Done], tmp_path: Path) -> None:
    assert qualcode("init", tmp_path / "mine").status == 0
    assert "mode: blitar " in (tmp_path / "mine" / "study.yaml").read_text(encoding="utf-8")
    assert open_study(tmp_path / "mine", Wishes(), tmp_path).problems == ()
