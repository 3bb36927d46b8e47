"""Case dynamics matrix."""

from dataclasses import replace

from qualcode.display.case_dynamics import PART
from qualcode.display.contract import DisplayOptions
from tests.display.linked_talk import cued, linked_study
from tests.display.studies import cell_of, four_informants
from tests.factories import make_study, make_transcript


def build(study=None, **options):
    return PART.build(study or linked_study(), DisplayOptions(**options), str)


def test_each_strain_stands_with_each_informant_who_speaks_to_it() -> None:
    matrix = build(content="presence")
    assert [row.key for row in matrix.rows] == ["OB.COO/INF-01"]
    assert cell_of(matrix, "OB.COO/INF-01", "strain").kind == "evidence"
    assert cell_of(matrix, "OB.COO/INF-01", "resolved").kind == "contrary"


def test_what_is_told_with_a_strain_is_linked_within_one_informant() -> None:
    matrix = build(content="presence")
    assert cell_of(matrix, "OB.COO/INF-01", "coping").lines == ("stated link: INF-01", "nearby: INF-01")
    assert cell_of(matrix, "OB.COO/INF-01", "change").lines[0] == "stated link: INF-01"


def test_reasons_are_those_that_lead_to_the_strain() -> None:
    assert cell_of(build(), "OB.COO/INF-01", "issue").lines == ("none stated",)  # it is the cause of rare meetings
    told = make_transcript("a.txt", "N: Dinas jalan sendiri karena beda anggaran.", case="INF-01")
    whole = "Dinas jalan sendiri karena beda anggaran."
    study = make_study([told], [cued(told, whole, "OB.COO", "jalan sendiri")])
    assert cell_of(build(study), "OB.COO/INF-01", "issue").lines == (
        f"“{whole}” (N, turn 1; reason in the sentence: “karena”)",
    )


def test_strains_that_nobody_tells_are_named() -> None:
    silent = four_informants()
    assert not any(note.startswith("Obstacles that nobody") for note in build().notes)
    empty = build(replace(silent, codings=tuple(coding for coding in silent.codings if coding.code != "OB.COO")))
    assert empty.rows == ()
    assert "Obstacles that nobody speaks to: OB.COO." in empty.notes
