"""Terms that come back in speakers' own words."""

from qualcode.evidence.terms import find_terms
from tests.factories import code_span, make_study, make_transcript, split_sentences

TALKS = (
    make_transcript("a.txt", "N: Ego sektoral itu tinggi. Ya ego sektoral lagi. Rapat batal.", case="INF-01"),
    make_transcript("b.txt", "N: Di sini ego sektoral kuat. Rapat mundur.", case="INF-02"),
)
CODINGS = [code_span(talk, unit.span, "OB.COO") for talk in TALKS for unit in split_sentences(talk)]


def test_pairs_swallow_their_words_and_what_is_said_once_is_no_term() -> None:
    found = find_terms(make_study(TALKS, CODINGS), CODINGS, 2, 10)
    assert [(term.word, len(term.codings), sorted(term.cases)) for term in found.values()] == [
        ("ego sektoral", 3, ["INF-01", "INF-02"]),
        ("rapat", 2, ["INF-01", "INF-02"]),
    ]
    assert len(find_terms(make_study(TALKS, CODINGS), CODINGS, 2, 1)) == 1


def test_a_term_is_written_as_it_is_typed_most_often() -> None:
    talk = make_transcript("a.txt", "N: Pertemuannya batal. Pertemuan jadi. Pertemuan lagi.", case="INF-01")
    codings = [code_span(talk, unit.span, "OB.COO") for unit in split_sentences(talk)]
    [term] = find_terms(make_study([talk], codings), codings, 2, 10).values()
    assert (term.word, len(term.typed)) == ("pertemuan", 2)
