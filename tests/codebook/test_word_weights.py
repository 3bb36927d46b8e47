"""The table of weights that a codebook names."""

from pathlib import Path

import pytest

from qualcode.codebook.reading import read_codebook
from qualcode.codebook.word_weights import read_table
from qualcode.errors import QualcodeError
from qualcode.model import Problem
from qualcode.shipped import find_shipped, list_codebooks

CODEBOOK = """\
codebook: clinic
version: "1"
languages: [en]
weights: words.csv
codes:
  - id: WAIT
    label: Waiting
    definition: How long it took.
    exemplars: [{text: For hours.}]
    cues: {en: {strong: [long queue]}}
"""
TABLE = "language,place,word,WAIT\nen,base,,-250\nen,said,hour,120\nen,asked,wait,\nid,said,jam,90\n"


def write(folder: Path, table: str | None = TABLE) -> Path:
    path = folder / "codebook.yaml"
    path.write_text(CODEBOOK, encoding="utf-8")
    if table is not None:
        (folder / "words.csv").write_text(table, encoding="utf-8")
    return path


def tell(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{each.where} {each.what}" for each in problems]


def test_a_table_lies_beside_its_codebook(tmp_path: Path) -> None:
    codebook, problems = read_codebook(write(tmp_path), "codebook.yaml")
    assert not problems
    assert codebook is not None
    assert codebook.weights is not None
    table = read_table(codebook.weights, "en")
    assert (table.columns, table.base, table.said, table.asked) == (
        ("WAIT",),
        (-250,),
        {"hour": (120,)},
        {"wait": (0,)},
    )
    assert read_table(codebook.weights, "id").said == {"jam": (90,)}


def test_another_table_is_another_codebook(tmp_path: Path) -> None:
    first, _ = read_codebook(write(tmp_path), "codebook.yaml")
    second, _ = read_codebook(write(tmp_path, TABLE.replace("120", "121")), "codebook.yaml")
    assert first is not None
    assert second is not None
    assert first.hash != second.hash
    assert [code.hash for code in first.codes] == [code.hash for code in second.codes]


def test_where_it_lies_is_no_part_of_it(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    first, _ = read_codebook(write(tmp_path), "codebook.yaml")
    second, _ = read_codebook(write(other), "codebook.yaml")
    assert first is not None
    assert second is not None
    assert first.hash == second.hash


def test_a_table_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    codebook, problems = read_codebook(write(tmp_path, None), "codebook.yaml")
    assert codebook is None
    assert tell(problems) == ["codebook.yaml:4 there is no table of weights `words.csv`"]


@pytest.mark.parametrize("table", [b"", b"word,points\nhour,2\n", b"\xff\xfe\x00"])
def test_what_is_no_table_is_told(tmp_path: Path, table: bytes) -> None:
    path = write(tmp_path)
    (tmp_path / "words.csv").write_bytes(table)
    codebook, problems = read_codebook(path, "codebook.yaml")
    assert codebook is None
    assert tell(problems) == ["codebook.yaml:4 `words.csv` is no table of weights"]


@pytest.mark.parametrize("row", ["en,said,hour,many", "en,said", "en,nowhere,hour,2", "en,said,hour,2,3"])
def test_a_row_that_cannot_be_read_is_refused_when_it_is_needed(tmp_path: Path, row: str) -> None:
    codebook, _ = read_codebook(write(tmp_path, f"{TABLE}{row}\n"), "codebook.yaml")
    assert codebook is not None
    assert codebook.weights is not None
    with pytest.raises(QualcodeError, match="no table of weights"):
        read_table(codebook.weights, "en")


def test_a_copy_of_a_shipped_codebook_finds_the_shipped_table(tmp_path: Path) -> None:
    copy = tmp_path / "mine.yaml"
    copy.write_bytes(list_codebooks()["blitar"].read_bytes())
    codebook, _ = read_codebook(copy, "mine.yaml")
    assert codebook is not None
    assert codebook.weights is not None
    assert codebook.weights.path == find_shipped("codebooks") / "blitar_weights.csv"


def test_who_extends_a_codebook_takes_its_weights_over() -> None:
    base, _ = read_codebook(list_codebooks()["blitar"], "blitar.yaml")
    wider, _ = read_codebook(list_codebooks()["ansell_gash"], "ansell_gash.yaml")
    assert base is not None
    assert wider is not None
    assert base.weights is not None
    assert wider.weights == base.weights


def test_the_shipped_table_holds_no_number_and_no_rare_name() -> None:
    codebook, _ = read_codebook(list_codebooks()["blitar"], "blitar.yaml")
    assert codebook is not None
    assert codebook.weights is not None
    for language in ("id", "en"):
        table = read_table(codebook.weights, language)
        assert {code.id for code in codebook.codes} < set(table.columns)
        words = " ".join((*table.said, *table.around, *table.asked))
        assert words
        assert not any(letter.isdigit() for letter in words)
