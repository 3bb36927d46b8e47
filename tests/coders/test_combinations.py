"""Combinations find what a slow and plain search finds."""

from collections.abc import Sequence
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.codebook.combinations import Combination, parse_rule
from qualcode.codebook.patterns import Pattern
from qualcode.coders.combinations import Answer, Combinations, Heard, Match, Place, find_near

# The parts of these tests are single letters and pairs of them; a sentence is a row of letters, "," a mark.
LETTERS = st.lists(st.sampled_from("pqrs,x"), max_size=9).map("".join)
PARTS = st.lists(st.sampled_from(["p", "q", "r", "pq", "qr"]), min_size=2, max_size=4, unique=True)
FRIENDS = st.sampled_from([(), ((0, 2, ""),), ((1, 3, "A"),), ((0, 9, "B"),)])


def find_places(part: str, sentence: str) -> list[Place]:
    return [(start, start + len(part)) for start in range(len(sentence)) if sentence[start : start + len(part)] == part]


def combine(text: str) -> Combination:
    rule = parse_rule(text)
    assert isinstance(rule, Combination)
    return rule


def spell(pattern: Pattern) -> str:
    return "".join(atom.text for element in pattern.elements for atom in element.atoms)


def find(text: str, sentences: Sequence[str], friends: Sequence[tuple[int, int, str]] = ()) -> list[list[Match]]:
    """What one combination of code A finds in each sentence of an answer."""
    combinations = Combinations({7: ("A", combine(text), "id")})
    answer = Answer([hear(combinations, sentence, friends) for sentence in sentences])
    return [combinations.find(heard, lambda n=n: (answer, n), [0]) for n, heard in enumerate(answer.sentences)]  # type: ignore[misc]


def hear(combinations: Combinations, sentence: str, friends: Sequence[tuple[int, int, str]]) -> Heard:
    places = {number: find_places(spell(pattern), sentence) for number, (pattern, _) in enumerate(combinations.parts)}
    is_word = [letter != "," for letter in sentence]
    return Heard(is_word, {number: found for number, found in places.items() if found}, friends)


def search_near(parts: Sequence[Sequence[Place]], is_word: Sequence[bool], window: int, ordered: bool) -> set[Place]:
    """Every choice of one place for each part, tried in turn."""
    fitting = set()
    for chosen in product(*parts):
        row = sorted(chosen)
        if any(one[1] > other[0] for one, other in pairwise(row)) or (ordered and row != list(chosen)):
            continue
        if sum(is_word[row[0][1] : row[-1][0]]) <= window:
            fitting.add((row[0][0], row[-1][1]))
    return {one for one in fitting if not any(holds(one, other) for other in fitting)}


def holds(one: Place, other: Place) -> bool:
    return one != other and one[0] <= other[0] and other[1] <= one[1]


@settings(max_examples=400)
@given(PARTS, LETTERS, st.integers(0, 4), st.booleans())
def test_near_equals_a_search_of_every_choice(parts: list[str], sentence: str, window: int, ordered: bool) -> None:
    places = [find_places(part, sentence) for part in parts]
    is_word = [letter != "," for letter in sentence]
    found = find_near(places, is_word, window, ordered)
    assert {(min(chain)[0], max(chain)[1]) for chain in found} == search_near(places, is_word, window, ordered)
    for chain in found:
        assert all(place in of for place, of in zip(chain, places, strict=True))


@settings(max_examples=400)
@given(
    PARTS,
    st.lists(st.sampled_from(["s", "sx", "xs"]), max_size=2, unique=True),
    st.sampled_from(["sentence", "neighbour", "answer"]),
    st.lists(LETTERS, min_size=1, max_size=5),
    FRIENDS,
)
def test_all_and_unless_equal_a_search_of_every_sentence(
    parts: list[str], unless: list[str], within: str, sentences: list[str], friends: tuple[tuple[int, int, str], ...]
) -> None:
    text = f"all: {', '.join(' '.join(part) for part in parts)}; within: {within}"
    text += f"; unless: {', '.join(' '.join(other) for other in unless)}" if unless else ""

    def stands(part: str, sentence: str) -> bool:
        covers = [(start, end) for start, end, code in friends if code in ("", "A")]
        return any(
            not any(start <= first and last <= end for start, end in covers)
            for first, last in find_places(part, sentence)
        )

    for number, found in enumerate(find(text, sentences, friends)):
        near = {"sentence": 0, "neighbour": 1, "answer": 99}[within]
        scope = sentences[max(0, number - near) : number + near + 1]
        fits = (
            stands(parts[0], sentences[number])
            and all(any(stands(part, sentence) for sentence in scope) for part in parts)
            and not any(find_places(other, sentence) for other in unless for sentence in scope)
        )
        assert bool(found) == fits
        for match in found:
            assert match.places[0][0] == 0
            for part, (on, (start, end)) in zip(parts, match.places, strict=True):
                assert abs(on) <= near
                assert sentences[number + on][start:end] == part


@pytest.mark.parametrize(
    ("text", "sentences", "found"),
    [
        ("p; unless: q", ["pxp"], [[(0, (0, 1))], [(0, (2, 3))]]),
        ("p; unless: q", ["pxpq"], []),
        ("p; unless: q; within: neighbour", ["p", "x", "q"], [[(0, (0, 1))]]),
        ("p; unless: q; within: answer", ["p", "x", "q"], []),
        ("all: p, q; within: answer", ["xp", "q", "x"], [[(0, (1, 2)), (1, (0, 1))]]),
        ("all: p, q; within: answer", ["q", "x", "p", "x", "q"], [[(0, (0, 1)), (-2, (0, 1))]]),
        ("near: p, q; unless: r", ["p q p"], [[(0, (0, 1)), (0, (2, 3))], [(0, (4, 5)), (0, (2, 3))]]),
        ("near: p, q; unless: r; within: neighbour", ["pq", "r"], []),
    ],
)
def test_where_a_combination_stands(text: str, sentences: list[str], found: list[list[tuple[int, Place]]]) -> None:
    matches = [list(match.places) for matches in find(text, sentences) for match in matches]
    assert matches == found


def test_the_nearest_sentences_come_first() -> None:
    answer = Answer([Heard([], {0: [(0, 1)]} if number in (0, 1, 4, 5) else {}) for number in range(7)])
    assert list(answer.list_holders(0, 3, 99)) == [4, 1, 5, 0]
    assert list(answer.list_holders(0, 4, 1)) == [4, 5]
    assert list(answer.list_holders(1, 4, 99)) == []


def test_a_sentence_needs_all_phrases_of_a_combination_or_of_an_answer_the_first() -> None:
    texts = ("near: dan lain, musyawarah; unless: rapat", "all: dan lain, musyawarah; within: answer")
    combinations = Combinations({number: ("A", combine(text), "id") for number, text in enumerate(texts)})
    needed = [[pattern.text for pattern, _ in phrases] for phrases in combinations.needs]
    assert needed == [["dan lain", "musyawarah"], ["dan lain"]]
    named = [sorted(combinations.parts[part][0].text for part in combinations.list_parts([n])) for n in (0, 1)]
    assert named == [["dan lain", "musyawarah", "rapat"], ["dan lain", "musyawarah"]]


def test_a_phrase_of_many_combinations_is_looked_for_once() -> None:
    cues = {number: ("A", combine(f"near: dinas, {other}"), "id") for number, other in enumerate(["bantuan", "pupuk"])}
    assert sorted(pattern.text for pattern, _ in Combinations(cues).parts) == ["bantuan", "dinas", "pupuk"]
