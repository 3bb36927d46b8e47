"""The hashes say what a codebook says, whatever it looks like."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qualcode.codebook.reading import read_codebook
from qualcode.model import Codebook

TEXT = """\
# a remark
codebook: clinic
version: "1"
languages: [en]
codes:
  - id: WAIT
    label: Waiting
    definition: How long it took.
    exemplars: [{text: For hours.}]
    cues:
      en: {strong: [waiting room, long queue], weak: [hour]}
  - id: INFO
    label: Being told
    definition: What was explained.
    exemplars: [{text: She drew it.}]
    cues:
      en: {strong: [explain]}
actors:
  en: [doctor, nurse]
boundary_rules:
  - {id: B1, question: Waiting or being told, rule: What takes time is waiting.}
lemma_exceptions:
  en: {line: queue}
"""


def read(folder: Path, text: str) -> Codebook:
    path = folder / "codebook.yaml"
    path.write_text(text, encoding="utf-8")
    codebook, problems = read_codebook(path, "codebook.yaml")
    assert codebook is not None, problems
    return codebook


def hashes(codebook: Codebook) -> list[str]:
    return [codebook.hash, *(code.hash for code in codebook.codes)]


def test_remarks_layout_and_line_ends_change_nothing(tmp_path: Path) -> None:
    laid_out = TEXT.replace("# a remark\n", "\n\n").replace('version: "1"', "version:   '1'   # now")
    folded = laid_out.replace("label: Waiting", "label: >-\n      Waiting").replace("\n", "\r\n")
    assert hashes(read(tmp_path, folded)) == hashes(read(tmp_path, TEXT))


@given(st.data())
def test_the_order_of_keys_and_of_cues_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    def shuffle(value: object) -> object:
        if isinstance(value, dict):
            return {key: shuffle(value[key]) for key in data.draw(st.permutations(list(value)))}
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return data.draw(st.permutations(value))
        return [shuffle(item) for item in value] if isinstance(value, list) else value

    folder = tmp_path_factory.getbasetemp()
    shuffled = yaml.safe_dump(shuffle(yaml.safe_load(TEXT)), sort_keys=False)
    assert hashes(read(folder, shuffled)) == hashes(read(folder, TEXT))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("explain]", "explain, tell]"),
        ("strong: [explain]", "weak: [explain]"),
        ("What was explained.", "What was explained!"),
        ("label: Being told", "label: Being told\n    short: x"),
    ],
)
def test_a_changed_code_changes_its_own_hash_and_the_codebooks(tmp_path: Path, old: str, new: str) -> None:
    book, wait, info = hashes(read(tmp_path, TEXT))
    new_book, new_wait, new_info = hashes(read(tmp_path, TEXT.replace(old, new)))
    assert new_wait == wait
    assert new_info != info
    assert new_book != book


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[doctor, nurse]", "[doctor]"),
        ('"1"', '"2"'),
        ("[en]\n", "[en]\nnote: x\n"),
        ("takes time", "takes an hour"),
        ("line: queue", "line: lining"),
    ],
)
def test_what_stands_beside_the_codes_changes_the_codebooks_hash_alone(tmp_path: Path, old: str, new: str) -> None:
    book, *codes = hashes(read(tmp_path, TEXT))
    new_book, *new_codes = hashes(read(tmp_path, TEXT.replace(old, new)))
    assert new_book != book
    assert new_codes == codes


def test_a_code_that_only_moves_keeps_its_hash(tmp_path: Path) -> None:
    moved = read(tmp_path, TEXT.replace("codes:\n", "codes:\n" + "# down\n" * 9))
    assert hashes(moved) == hashes(read(tmp_path, TEXT))
    assert moved.codes[0].line == 15
