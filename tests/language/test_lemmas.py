"""Lemmas of Indonesian, colloquial Indonesian and English words."""

from pathlib import Path

import pytest
import simplemma
from hypothesis import given
from hypothesis import strategies as st

from qualcode.language import lemmas
from qualcode.language.lemmas import find_doubled, find_lemma

TREEBANKS = Path(__file__).resolve().parents[2] / "../shared/data/ud"


@pytest.mark.parametrize(
    ("lemma", "family"),
    [
        ("kumpul", "kumpul ngumpul berkumpul dikumpulkan Perkumpulan"),
        ("cari", "mencari nyari dicari"),
        ("batik", "mbatik membatik batiknya"),
        ("percaya", "percaya kepercayaan mempercayai dipercaya"),
        ("sepakat", "kesepakatan menyepakati disepakati"),
        ("koordinasi", "koordinasinya mengkoordinasikan terkoordinasi"),
        ("rembug", "rembugan berembug"),
        ("kasih", "ngasih dikasih"),
        ("umkm", "UMKM UMKM-nya umkm-nya"),
        ("anak", "anak-anak anak-anaknya anaknya"),
        ("sama", "sama podo padha"),
        ("harga", "harganya regane"),
        ("tidak", "tidak nggak ndak ora"),
        ("kerjasama", "kerjasama bekerjasama kerjasamanya"),
    ],
)
def test_a_family_shares_its_root(lemma: str, family: str) -> None:
    assert {find_lemma(word, "id") for word in family.split()} == {lemma}


@pytest.mark.parametrize("word", ["sebelum", "pemerintah", "antar-dinas", "peserta", "kinerja", "2.500.000", "rapat"])
def test_words_that_stay_whole(word: str) -> None:
    assert find_lemma(word, "id") == word


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("wong-wong", "orang"),
        ("konco2", "teman"),
        ("anak2nya", "anak"),
        ("dhewe-dhewe", "sendiri-sendiri"),
        ("undang-undang", "undang-undang"),
        ("hati-hati", "hati-hati"),
        ("covid-19", "covid-19"),
    ],
)
def test_what_is_said_twice_has_the_root_of_once_unless_it_means_another_thing(word: str, lemma: str) -> None:
    assert find_lemma(word, "id") == lemma


@pytest.mark.parametrize(
    ("word", "said"),
    [("dhewe-dhewe", "sendiri"), ("janji-janji", "janji"), ("rapat2", "rapat"), ("dhewe", ""), ("antar-dinas", "")],
)
def test_what_is_said_twice(word: str, said: str) -> None:
    assert find_doubled(word) == said


def test_before_is_not_not_yet() -> None:
    assert find_lemma("sebelumnya", "id") == "sebelum"


@pytest.mark.parametrize(
    ("word", "lemma"), [("trusted", "trust"), ("Children", "child"), ("don't", "don't"), ("we’re", "we")]
)
def test_english(word: str, lemma: str) -> None:
    assert find_lemma(word, "en") == lemma


@pytest.mark.parametrize("word", ["a-" * 5_000 + "a", "nya" * 5_000, "x-y-nya", "a-"])
def test_a_word_that_is_none_stays_as_it_is(word: str) -> None:
    assert find_lemma(word, "id") == word


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_tables_are_asked_as_simplemma_asks_them(language: str) -> None:
    words = [word for word in sorted(lemmas._dictionary(language))[::97] if word[0].isalpha()]
    words += [word.lower() for word in words] + [f"{word}x" for word in words]
    assert [lemmas._look_up(word, language) for word in words] == [
        (simplemma.lemmatize(word, language) or word).casefold() for word in words
    ]


@given(st.text(min_size=1, max_size=30), st.sampled_from(["id", "en"]))
def test_any_word_has_a_lemma_in_lower_case(word: str, language: str) -> None:
    assert find_lemma(word, language) == find_lemma(word, language).casefold() != ""


@pytest.mark.skipif(not TREEBANKS.exists(), reason="the treebanks do not lie beside the project")
@pytest.mark.parametrize(("name", "floor"), [("id_csui-ud-test", 0.95), ("id_pud-ud-test", 0.93)])
def test_lemmas_of_a_treebank_are_found(name: str, floor: float) -> None:
    rows = (line.split("\t") for line in (TREEBANKS / f"{name}.conllu").read_text(encoding="utf-8").splitlines())
    words = [
        (row[1], row[2].casefold())
        for row in rows
        if len(row) == 10 and row[0].isdigit() and row[3] not in ("PUNCT", "NUM", "SYM", "PROPN", "X")
    ]
    assert sum(find_lemma(word, "id") == lemma for word, lemma in words) / len(words) >= floor
