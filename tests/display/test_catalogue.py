"""Every display of the catalogue (Miles, Huberman and Saldana 2014, ch. 6 to 10) is there by name."""

import pytest

from qualcode.registry import find_parts
from qualcode.workflow.displaying import list_displays

CATALOGUE = {
    6: (
        "Case analysis meeting form",
        "Partially ordered meta-matrix",
        "Explanatory effects matrix",
        "Checklist matrix",
        "Content-analytic summary table",
        "Contrast table",
        "Two-variable case-ordered matrix",
        "Pre-structured case",
        "Sequential analyses",
    ),
    7: (
        "Role-ordered matrix",
        "Context chart",
        "Construct table",
        "Conceptually clustered matrix",
        "Folk taxonomy",
        "Vignette",
        "Poetic display",
        "Cognitive map",
    ),
    8: (
        "Event-listing matrix",
        "Growth gradient",
        "Time-ordered matrix",
        "Decision modelling",
        "Event-state network",
        "Composite sequence analysis",
        "Case-ordered descriptive meta-matrix",
    ),
    9: (
        "Variable-by-variable matrix",
        "Effects matrix",
        "Case dynamics matrix",
        "Causal chain",
        "Causal network, within case",
        "Causal network, cross-case",
    ),
    10: ("Making and testing predictions", "Predictor-outcome consequences matrix", "Causal-prediction model"),
}
CONDENSED = ("data-accounting", "contact-summary", "case-summary")  # chapter 6 has these three among its displays


@pytest.mark.parametrize("chapter", CATALOGUE)
def test_every_display_of_a_chapter_is_there(chapter: int) -> None:
    parts = (entry.keywords for entry in find_parts("display").values())
    called = {part["called"] for part in parts if part.get("chapter") == chapter}
    assert called == set(CATALOGUE[chapter])


def test_the_accounting_log_and_the_summaries_are_condensations() -> None:
    assert set(CONDENSED) <= set(find_parts("condense"))


def test_the_list_says_what_each_is_for_and_which_of_the_book_it_is() -> None:
    listed = dict(list_displays("en"))
    assert listed.keys() == find_parts("display").keys()
    assert listed["role-ordered"].endswith("[Role-ordered matrix, ch. 7]")
    assert listed["code-relations"].endswith("[not in the book of Miles, Huberman and Saldana]")
    assert list(listed)[-1] in ("code-relations", "code-by-case")
