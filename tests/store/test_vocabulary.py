"""What coding learnt of words is kept with the study, and is only ever what the tables say."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode import __version__
from qualcode.language import lemmas
from qualcode.language.lemmas import Learnt, begin_with, find_lemma, is_own_word
from qualcode.store.vocabulary import NAME, Vocabulary


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    begin_with(Learnt())


def learn(folder: Path, *words: str) -> None:
    vocabulary = Vocabulary(folder)
    vocabulary.use()
    for word in words:
        find_lemma(word, "id"), find_lemma(word, "en"), is_own_word(word, "id")
    vocabulary.keep()


def test_words_met_before_are_known_without_the_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    learn(tmp_path, "kesepakatan", "rumah", "meetings", "zzz")
    monkeypatch.delattr(lemmas, "_strategy")
    monkeypatch.delattr(lemmas, "_dictionary")
    Vocabulary(tmp_path).use()
    assert [find_lemma(word, "id") for word in ("kesepakatan", "rumah", "zzz")] == ["sepakat", "rumah", "zzz"]
    assert find_lemma("meetings", "en") == "meet"
    assert [is_own_word(word, "id") for word in ("kesepakatan", "rumah", "zzz")] == [True, True, False]
    with pytest.raises(NameError):
        find_lemma("kebersamaan", "id")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "[" * 100_000,
        '{"id": {"rumah": "x"}}',
        '{"version": "0", "id": {"rumah": "x"}, "en": {}, "listed": {}}',
        f'{{"version": "{__version__}", "id": {{"rumah": 1}}, "en": {{}}, "listed": {{}}}}',
        f'{{"version": "{__version__}", "id": ["rumah"], "en": {{}}, "listed": {{}}}}',
        f'{{"version": "{__version__}", "listed": ["rumah"]}}',
        f'{{"version": "{__version__}", "words": {{"rumah": "x"}}}}',
    ],
)
def test_a_file_that_is_none_or_of_another_version_is_passed_over(tmp_path: Path, content: str) -> None:
    (tmp_path / NAME).write_text(content, encoding="utf-8")
    learn(tmp_path, "rumah")
    assert find_lemma("rumah", "id") == "rumah"
    assert json.loads((tmp_path / NAME).read_text("utf-8"))["id"] == {"rumah": "rumah"}


def test_each_study_keeps_the_words_that_it_met(tmp_path: Path) -> None:
    one = Vocabulary(tmp_path / "one")
    one.use()
    find_lemma("sepakat", "id")
    learn(tmp_path / "other", "rumah")
    one.use()
    find_lemma("rapat", "id")
    one.keep()
    assert json.loads((tmp_path / "one" / NAME).read_text("utf-8"))["id"].keys() == {"sepakat", "rapat"}
    assert json.loads((tmp_path / "other" / NAME).read_text("utf-8"))["id"].keys() == {"rumah"}


def test_without_new_words_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / NAME).touch()
    Vocabulary(tmp_path).keep()
    assert (tmp_path / NAME).read_bytes() == b""


def test_no_more_is_learnt_than_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lemmas, "_MOST_LEARNT", 1)
    learn(tmp_path, "kesepakatan", "rapat")
    assert find_lemma("kebersamaan", "id") == "sama"
    assert len(json.loads((tmp_path / NAME).read_text("utf-8"))["id"]) == 1
