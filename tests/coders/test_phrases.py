"""The index of phrases finds what spaCy's matchers find."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.codebook.patterns import parse_pattern
from qualcode.coders import signs as module
from qualcode.coders.phrases import Hit, PhraseIndex
from qualcode.coders.signs import Signer
from qualcode.language.lemmas import find_lemma
from qualcode.language.pipeline import make_doc_of_tokens, make_matcher
from qualcode.language.tokens import TOKEN

VOCABULARY = (
    "Kami kami rapat merapat rapatnya dirapatkan duduk bersama bareng bertemu ketemu dinas antar belum sebelum , ."
)
WORDS = st.sampled_from(VOCABULARY.split())
LEMMAS = sorted({find_lemma(word, "id") for word in VOCABULARY.split() if word.isalpha()})


def search(signer: Signer, patterns: Sequence[tuple[str, str]], text: str) -> list[Hit]:
    index = PhraseIndex({n: (parse_pattern(pattern), of) for n, (pattern, of) in enumerate(patterns)}, signer)
    return index.find("".join(signer.sign(text)))


def find(patterns: Sequence[str], text: str) -> set[tuple[str, str]]:
    hits, tokens = search(Signer("id", {}), [(pattern, "id") for pattern in patterns], text), TOKEN.findall(text)
    assert hits == sorted(set(hits))
    return {(" ".join(tokens[start:end]), patterns[number]) for start, end, number in hits}


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("tatap muka", "Kami bertatap muka, tatap-muka, tatap. Muka.", ["bertatap muka", "tatap-muka"]),
        ("form:rapat", "Rapat rapatnya merapat RAPAT", ["Rapat", "RAPAT"]),
        ("kumpul*", "kumpulan ngumpul Kumpul", ["kumpulan", "Kumpul"]),
        ("*annya", "anggarannya bulannya anggaran", ["anggarannya", "bulannya"]),
        ("ber*an", "berjualan berjalan bersama", ["berjualan", "berjalan"]),
        ("duduk * meja", "duduk satu meja, duduk meja, duduk di satu meja, duduk , meja", ["duduk satu meja"]),
        ("(rapat|form:temu) bareng", "rapat bersama temu bareng bertemu bareng", ["rapat bersama", "temu bareng"]),
        ("face to face", "Face to face, face-to-face, face to faces", ["Face to face", "face-to-face"]),
        ("face-to-face", "Face to face, face-to-face", ["Face to face", "face-to-face"]),
        ("antar dinas", "antar-dinas, antar dinas", ["antar-dinas", "antar dinas"]),
        ("nggak percaya", "ndak percaya, mboten percaya", ["ndak percaya", "mboten percaya"]),
        ("belum terasa", "sebelum terasa belum terasa", ["belum terasa"]),
        ("jum'at", "Jum’at jum'at", ["Jum’at", "jum'at"]),
    ],
)  # fmt: skip
def test_what_a_pattern_finds(pattern: str, text: str, found: list[str]) -> None:
    assert {hit for hit, _ in find([pattern], text)} == set(found)


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.sampled_from(LEMMAS), min_size=1, max_size=3).map(tuple), min_size=1, max_size=6, unique=True),
    st.lists(WORDS, max_size=12),
)
def test_lemma_phrases_equal_those_of_the_phrase_matcher(cues: list[tuple[str, ...]], words: list[str]) -> None:
    from spacy.matcher import PhraseMatcher

    doc = make_doc_of_tokens(words, "id")
    matcher = PhraseMatcher(doc.vocab, attr="LEMMA")
    for cue in cues:
        matcher.add(" ".join(cue), [make_doc_of_tokens(cue, "id")])
    theirs = {(doc[start:end].text, doc.vocab.strings[key]) for key, start, end in matcher(doc)}
    assert find([" ".join(cue) for cue in cues], " ".join(words)) == theirs


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=12))
def test_wildcards_gaps_and_alternatives_equal_those_of_the_matcher(words: list[str]) -> None:
    rules = {
        "form:rapat": [{"LOWER": "rapat"}],
        "*rapat*": [{"LOWER": {"REGEX": "^.*rapat.*$"}}],
        "duduk * kami": [{"LEMMA": "duduk"}, {"IS_PUNCT": False}, {"LEMMA": "kami"}],
        "(form:rapat|form:bareng) temu": [{"LOWER": {"IN": ["rapat", "bareng"]}}, {"LEMMA": "temu"}],
    }
    doc = make_doc_of_tokens(words, "id")
    matcher = make_matcher("id")
    for name, rule in rules.items():
        matcher.add(name, [rule])
    theirs = {(doc[start:end].text, doc.vocab.strings[key]) for key, start, end in matcher(doc)}
    assert find(list(rules), " ".join(words)) == theirs


def test_a_lemma_set_by_hand_holds_for_cues_and_words() -> None:
    by_hand = {"id": {"tukang": "perajin", "perajin": "perajin"}}
    hits = search(Signer("id", by_hand), [("perajin", "id")], "Tukang perajin rajin")
    assert [start for start, _, _ in hits] == [0, 1]


def test_english_cues_use_english_lemmas_in_indonesian_speech() -> None:
    hits = search(Signer("id", {}), [("commit", "en"), ("meeting", "en")], "Mereka committed lewat meeting")
    assert [(start, number) for start, _, number in hits] == [(1, 0), (3, 1)]


def test_only_phrases_among_the_wanted_are_found() -> None:
    signer = Signer("id", {})
    index = PhraseIndex({n: (parse_pattern(text), "id") for n, text in enumerate(["rapat", "rapat rutin"])}, signer)
    signs = "".join(signer.sign("Rapat rutin"))
    assert index.find(signs) == [(0, 1, 0), (0, 2, 1)]
    assert [index.find(signs, {number}) for number in (0, 1, 2)] == [[(0, 1, 0)], [(0, 2, 1)], []]


def test_forgetting_words_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_REMEMBERED", 1)
    assert find(["rapat", "duduk bersama"], "duduk bareng lalu rapat lagi dan rapat") == {
        ("rapat", "rapat"),
        ("duduk bareng", "duduk bersama"),
    }


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.sampled_from("pqr*"), min_size=2, max_size=5).map("".join), max_size=5),
    st.lists(st.sampled_from("pqrs"), max_size=12).map("".join),
)
def test_phrases_are_found_whichever_of_their_words_is_the_rarest(patterns: list[str], said: str) -> None:
    words = {"p": "yang", "q": "rapat", "r": "musyawarah", "s": "kain", "*": "*"}
    patterns = sorted({pattern.strip("*") for pattern in patterns} - {""} - {"p"})
    spelt = [" ".join(words[letter] for letter in pattern) for pattern in patterns]
    hits = search(Signer("id", {}), [(pattern, "id") for pattern in spelt], " ".join(words[letter] for letter in said))
    assert hits == sorted(
        (start, start + len(pattern), number)
        for number, pattern in enumerate(patterns)
        for start in range(len(said) - len(pattern) + 1)
        if all(wanted in ("*", letter) for wanted, letter in zip(pattern, said[start:], strict=False))
    )


def test_a_thousand_phrases_that_begin_alike_are_told_apart() -> None:
    words = [f"kata{number}" for number in range(1000)]
    assert find([f"rapat {word}" for word in words], "rapat kata7 rapat kata999 kata5") == {
        ("rapat kata7", "rapat kata7"),
        ("rapat kata999", "rapat kata999"),
    }


@pytest.mark.parametrize("middle", ["", "dinas "])
def test_more_kinds_of_words_than_ascii_has_signs(middle: str) -> None:
    words = [f"kata{number}" for number in range(300)]
    said = " ".join(f"rapat {middle}{word}" for word in words)
    found = find([f"rapat {middle}{word}" for word in words], said)
    assert found == {(f"rapat {middle}{word}",) * 2 for word in words}
