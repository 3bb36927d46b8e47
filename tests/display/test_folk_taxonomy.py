"""Folk taxonomy: the speakers' own terms."""

from qualcode.display.contract import DisplayOptions
from qualcode.display.folk_taxonomy import MOST, PART
from tests.display.studies import cell_of
from tests.factories import code_span, make_study, make_transcript, split_sentences

TALKS = (
    make_transcript("a.txt", "N: Ego sektoral itu tinggi. Ya ego sektoral lagi. Rapat batal.", case="INF-01"),
    make_transcript("b.txt", "N: Di sini ego sektoral kuat. Rapat mundur.", case="INF-02"),
)
CODINGS = [code_span(talk, unit.span, "OB.COO") for talk in TALKS for unit in split_sentences(talk)]


def build(study=None):
    return PART.build(study or make_study(TALKS, CODINGS), DisplayOptions(), str)


def test_terms_that_come_back_are_listed_in_the_speakers_own_words() -> None:
    matrix = build()
    assert [row.label for row in matrix.rows] == ["ego sektoral (OB.COO)", "rapat (OB.COO)"]
    cells = dict(zip((column.key for column in matrix.columns), matrix.cells[0], strict=True))
    assert cells["who"].lines == ("2 of 2 informants (public)", "INF-01, INF-02")
    assert cells["units"].lines == ("3",)
    assert cells["example"].lines == ("“Ego sektoral itu tinggi.” (N, turn 1)",)
    assert len(cells["units"].coding_ids) == 3


def test_what_is_a_kind_of_what_is_left_to_a_person() -> None:
    matrix = build()
    assert cell_of(matrix, matrix.rows[0].key, "kind").lines == ("to be written by a person",)


def test_terms_of_other_codes_are_pointed_at() -> None:
    both = [*CODINGS, *(code_span(talk, unit.span, "CG.DLG") for talk in TALKS for unit in split_sentences(talk))]
    matrix = build(make_study(TALKS, both))
    assert {matrix.cells[0][3].lines for _ in matrix.rows} == {("OB.COO",)}


def test_a_list_stays_short_and_an_empty_one_says_why() -> None:
    words = "Batik kain mori warna motif galeri festival pameran pasar toko sungai jembatan"
    long = make_transcript("a.txt", f"N: {words}. {words}.", case="INF-01")
    codings = [code_span(long, unit.span, "IM.ECO") for unit in split_sentences(long)]
    assert len(build(make_study([long], codings)).rows) == MOST
    assert any("no list of terms" in note for note in build(make_study(TALKS)).notes)
