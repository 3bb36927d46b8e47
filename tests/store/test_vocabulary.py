"""What coding learnt of words is kept with the study, and is only ever what the tables say."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from qualcode.language import lemmas
from qualcode.language.edition import find_edition
from qualcode.language.lemmas import Learnt, begin_with, find_lemma, is_own_word
from qualcode.store import vocabulary
from qualcode.store.vocabulary import NAME, Vocabulary


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    begin_with(Learnt())


def learn(folder: Path, *words: str) -> None:
    known = Vocabulary(folder)
    known.use()
    for word in words:
        find_lemma(word, "id"), find_lemma(word, "en"), is_own_word(word, "id")
    known.keep()


def read(folder: Path) -> dict[str, dict[str, str]]:
    return json.loads((folder / NAME).read_text("utf-8").partition("\n")[2])


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


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"[" * 100_000, b"\xff", b'{"words": {"rumah": "x"}}'])
def test_a_file_that_is_none_is_passed_over(tmp_path: Path, body: bytes) -> None:
    for head in ("", "\n", f"{find_edition()} {sha256(body).hexdigest()}\n"):
        (tmp_path / NAME).write_bytes(head.encode() + body)
        learn(tmp_path, "rumah")
        assert read(tmp_path)["id"] == {"rumah": "rumah"}


def test_one_that_somebody_changed_and_one_of_another_edition_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn(tmp_path, "rapat")
    whole = (tmp_path / NAME).read_text("utf-8")
    (tmp_path / NAME).write_text(whole.replace('"rapat":"rapat"', '"rapat":"x"'), encoding="utf-8")
    Vocabulary(tmp_path).use()
    assert find_lemma("rapat", "id") == "rapat"
    (tmp_path / NAME).write_text(whole, encoding="utf-8")
    monkeypatch.delattr(lemmas, "_dictionary")
    Vocabulary(tmp_path).use()
    assert find_lemma("rapat", "id") == "rapat"
    monkeypatch.setattr(vocabulary, "find_edition", lambda: "another")
    Vocabulary(tmp_path).use()
    with pytest.raises(NameError):
        find_lemma("rapat", "id")


def test_each_study_keeps_the_words_that_it_met(tmp_path: Path) -> None:
    one = Vocabulary(tmp_path / "one")
    one.use()
    find_lemma("sepakat", "id")
    learn(tmp_path / "other", "rumah")
    one.use()
    find_lemma("rapat", "id")
    one.keep()
    assert read(tmp_path / "one")["id"].keys() == {"sepakat", "rapat"}
    assert read(tmp_path / "other")["id"].keys() == {"rumah"}


def test_without_new_words_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / NAME).touch()
    Vocabulary(tmp_path).keep()
    assert (tmp_path / NAME).read_bytes() == b""


def test_no_more_is_learnt_than_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lemmas, "_MOST_LEARNT", 1)
    learn(tmp_path, "kesepakatan", "rapat")
    assert find_lemma("kebersamaan", "id") == "sama"
    assert len(read(tmp_path)["id"]) == 1
