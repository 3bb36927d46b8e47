"""Context chart: which actors informants name."""

from dataclasses import replace

from qualcode.display.context_chart import PART
from qualcode.display.contract import DisplayOptions
from qualcode.model import Cue
from tests.display.linked_talk import linked_study
from tests.display.studies import cell_of
from tests.factories import make_codebook


def build(study):
    return PART.build(study, DisplayOptions(), str)


def test_an_actor_is_named_as_a_whole_word_and_quoted() -> None:
    matrix = build(linked_study())
    assert [row.key for row in matrix.rows] == ["INF-01/dinas"]
    assert "“Dinas jalan sendiri juga di sana.”" in "".join(cell_of(matrix, "INF-01/dinas", "said").lines)
    assert cell_of(matrix, "INF-01/dinas", "tie").kind == "open"


def test_actors_of_the_codebook_are_spelled_out_and_a_longer_name_swallows_a_shorter() -> None:
    actors = tuple(
        Cue(f"actors/{n}", pattern, "id", "strong", "supporting", 1)
        for n, pattern in enumerate(("(pasar|form:toko) ramai", "pasar"))
    )
    study = replace(linked_study(), codebook=make_codebook(actors=actors))
    keys = [row.key for row in build(study).rows]
    assert "INF-02/pasar ramai" in keys
    assert "INF-02/pasar" not in keys
    assert "INF-01/pasar" in keys


def test_nobody_named_is_said() -> None:
    study = linked_study()
    cases = tuple(replace(case, role="", organisation="") for case in study.cases)
    matrix = build(replace(study, cases=cases))
    assert matrix.rows == ()
    assert any("No coded words name an actor" in note for note in matrix.notes)
