"""What a sentence can hold is never missed, and told by its words."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.codebook.patterns import parse_pattern
from qualcode.coders.phrases import PhraseIndex
from qualcode.coders.prospects import Phrase, Prospects, list_numbers
from qualcode.coders.signs import Signer

WORDS = st.sampled_from(["rapat", "yang", "musyawarah", "dinas", "kain"])
PHRASES = st.lists(WORDS, min_size=2, max_size=3).map(" ".join) | st.sampled_from(["rapat", "dinas", "kain"])
NEEDS = st.lists(st.lists(st.lists(PHRASES, min_size=1, max_size=2), min_size=1, max_size=3), max_size=5)


def read(pattern: str) -> Phrase:
    return parse_pattern(pattern), "id"


@given(NEEDS, st.lists(WORDS, max_size=7).map(" ".join))
def test_a_thing_that_stands_is_a_prospect(needs: list[list[list[str]]], said: str) -> None:
    signer = Signer("id", {})
    prospects = Prospects([[list(map(read, phrases)) for phrases in thing] for thing in needs], signer)
    texts = sorted({text for thing in needs for phrases in thing for text in phrases})
    index = PhraseIndex(dict(enumerate(map(read, texts))), signer)
    pieces = signer.sign(said)
    stand = {texts[number] for _, _, number in index.find("".join(pieces))}
    found = set(list_numbers(prospects.find(pieces)))
    assert found >= {n for n, thing in enumerate(needs) if all(not stand.isdisjoint(phrases) for phrases in thing)}
    assert found <= set(range(len(needs)))


def test_a_thing_is_no_prospect_where_one_phrase_lacks_its_rarest_word() -> None:
    signer = Signer("id", {})
    needs = [[["dinas"], ["yang rapat"]], [["kain", "dinas"]]]
    prospects = Prospects([[list(map(read, phrases)) for phrases in thing] for thing in needs], signer)
    found = [
        list(list_numbers(prospects.find(signer.sign(said)))) for said in ("", "dinas yang", "rapat dinas", "kain")
    ]
    assert found == [[], [1], [0, 1], [1]]


def test_a_codebook_without_anything_to_look_for_has_no_prospects() -> None:
    signer = Signer("id", {})
    assert Prospects([], signer).find(signer.sign("rapat")) == 0
