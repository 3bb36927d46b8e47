"""Modes: where a sub-code counts is for the study to say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.codebook.modes import set_mode
from qualcode.codebook.reading import read_codebook
from qualcode.model import Codebook, Mode, Words
from tests.factories import make_code, make_codebook

CODES = (make_code("A.ONE", "One", ("A.ONE.x", "A.ONE.y")), make_code("A.TWO", "Two", ("A.TWO.z",)))
CODEBOOK = make_codebook(
    codes=CODES,
    modes=(Mode("wide", Words(en="Wide"), {}), Mode("strict", Words(en="Strict"), {"A.ONE.x": "A.TWO"})),
)


def find_id(codebook: Codebook, code_id: str) -> str:
    code = codebook.find(code_id)
    return code.id if code else ""


def test_the_first_mode_holds_where_the_study_says_nothing() -> None:
    wide = set_mode(CODEBOOK, "")
    assert wide.mode == CODEBOOK.modes[0]
    assert wide.codes == CODEBOOK.codes
    assert find_id(wide, "A.ONE.x") == "A.ONE"


def test_a_moved_sub_code_counts_as_the_other_code_and_stands_in_its_list() -> None:
    strict = set_mode(CODEBOOK, "strict")
    assert find_id(strict, "A.ONE.x") == "A.TWO"
    assert [subcode.id for code in strict.codes for subcode in code.subcodes] == ["A.ONE.y", "A.ONE.x", "A.TWO.z"]
    assert strict.holds("A.TWO", "A.ONE.x")
    assert strict.holds("A.ONE.x", "A.ONE.x")
    assert not strict.holds("A.ONE", "A.ONE.x")
    assert not strict.holds("A.ONE.x", "A.TWO")
    assert (strict.hash, [code.hash for code in strict.codes]) == (CODEBOOK.hash, [code.hash for code in CODES])


def test_a_codebook_without_modes_is_left_alone() -> None:
    assert set_mode(make_codebook(), "") == make_codebook()


IDS = [subcode.id for code in CODES for subcode in code.subcodes]


@given(st.dictionaries(st.sampled_from(IDS), st.sampled_from([code.id for code in CODES])))
def test_every_sub_code_is_in_one_list_and_there_it_is_found(moves: dict[str, str]) -> None:
    codebook = set_mode(make_codebook(codes=CODES, modes=(Mode("m", Words(), moves),)), "m")
    listed = [(subcode.id, code.id) for code in codebook.codes for subcode in code.subcodes]
    assert sorted(id_ for id_, _ in listed) == sorted(IDS)
    for id_, code_id in listed:
        assert find_id(codebook, id_) == code_id == moves.get(id_, id_.rpartition(".")[0])


FILE = """\
codebook: clinic
version: "1"
languages: [en]
codes:
  - id: WAIT
    label: Waiting
    definition: How long it took.
    exemplars: [{text: For hours.}]
    subcodes: [{id: news, label: waiting for news}]
  - id: TOLD
    label: Being told
    definition: What was explained.
    exemplars: [{text: She drew it.}]
modes:
  clock: {label: by the clock}
  news: {label: by the news, moves: {WAIT.news: TOLD}}
"""


def read(folder: Path, text: str) -> tuple[Codebook | None, list[str]]:
    path = folder / "codebook.yaml"
    path.write_text(text, encoding="utf-8")
    codebook, problems = read_codebook(path, "codebook.yaml")
    return codebook, [f"{problem.where} {problem.what}" for problem in problems]


def test_modes_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    codebook, problems = read(tmp_path, FILE)
    assert problems == []
    assert codebook is not None
    assert codebook.modes == (
        Mode("clock", Words(en="by the clock"), {}),
        Mode("news", Words(en="by the news"), {"WAIT.news": "TOLD"}),
    )
    assert codebook.mode is None


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ("{label: by the news, moves: {WAIT.new: TOLD}}", "there is no sub-code `WAIT.new`"),
        ("{label: by the news, moves: {WAIT: TOLD}}", "there is no sub-code `WAIT`"),
        ("{label: by the news, moves: {WAIT.news: TALK}}", "there is no code `TALK`"),
        ("{label: by the news, moves: {WAIT.news: WAIT}}", "`WAIT.news` is under WAIT already"),
        ("{moves: {WAIT.news: TOLD}}", "label of news is missing"),
    ],
)
def test_a_move_that_cannot_be_is_named_with_its_line(tmp_path: Path, wrong: str, what: str) -> None:
    codebook, problems = read(tmp_path, FILE.replace("{label: by the news, moves: {WAIT.news: TOLD}}", wrong))
    assert codebook is None
    assert problems == [f"codebook.yaml:16 {what}"]
