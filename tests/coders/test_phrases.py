"""The index of phrases finds what spaCy's matchers find."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.codebook.patterns import parse_pattern
from qualcode.coders import phrases as module
from qualcode.coders.phrases import PhraseIndex, WordType
from qualcode.language.lemmas import find_lemma
from qualcode.language.pipeline import make_doc_of_tokens, make_matcher
from qualcode.language.tokens import TOKEN

VOCABULARY = (
    "Kami kami rapat merapat rapatnya dirapatkan duduk bersama bareng bertemu ketemu dinas antar belum sebelum , ."
)
WORDS = st.sampled_from(VOCABULARY.split())
LEMMAS = sorted({find_lemma(word, "id") for word in VOCABULARY.split() if word.isalpha()})


def look_up(index: PhraseIndex, text: str) -> list[WordType]:
    return [word for chunk in text.split() for word in index.look_up(chunk).words]


def find(patterns: Sequence[str], text: str) -> set[tuple[str, str]]:
    index = PhraseIndex([(parse_pattern(pattern), "id") for pattern in patterns], "id", {}, len(patterns))
    words = look_up(index, text)
    tokens = [word.spelling for word in words]
    assert tokens == TOKEN.findall(text)
    hits = index.find(words)
    assert bool(hits) <= any(index.look_up(chunk).is_telling for chunk in text.split())
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


@settings(deadline=None, max_examples=60)
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


@settings(deadline=None, max_examples=60)
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
    index = PhraseIndex(
        [(parse_pattern("perajin"), "id")], "id", {"id": {"tukang": "perajin", "perajin": "perajin"}}, 1
    )
    words = look_up(index, "Tukang perajin rajin")
    assert [start for start, _, _ in index.find(words)] == [0, 1]


def test_english_cues_use_english_lemmas_in_indonesian_speech() -> None:
    index = PhraseIndex([(parse_pattern("commit"), "en"), (parse_pattern("meeting"), "en")], "id", {}, 2)
    words = look_up(index, "Mereka committed lewat meeting")
    assert [(start, number) for start, _, number in index.find(words)] == [(1, 0), (3, 1)]


def test_phrases_beside_the_telling_ones_do_not_tell() -> None:
    index = PhraseIndex([(parse_pattern("rapat"), "id"), (parse_pattern("dinas"), "id")], "id", {}, 1)
    kinds = [index.look_up(chunk)[1:] for chunk in ("ada", "rapat", "dinas")]
    assert kinds == [(False, False), (True, False), (False, True)]


def test_forgetting_word_types_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_TYPES", 1)
    assert find(["rapat", "duduk bersama"], "duduk bareng lalu rapat lagi dan rapat") == {
        ("rapat", "rapat"),
        ("duduk bareng", "duduk bersama"),
    }
