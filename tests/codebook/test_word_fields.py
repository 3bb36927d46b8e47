"""Word fields: written once in a codebook, and named in its cues."""

from pathlib import Path

import pytest

from qualcode.codebook.reading import read_codebook
from qualcode.coders.rules import prepare
from qualcode.model import Codebook, Problem, Span, Transcript, Turn

HEAD = """\
codebook: small
version: 1
languages: [id]
families: {{OB: {{label: Hambatan, kind: obstacle}}}}
word_fields: {fields}
codes:
  - id: OB.A
    family: OB
    label: Jawatan
    definition: Jawatan tidak akur.
    exemplars: [{{text: Data dinas beda.}}]
    cues: {{id: {{strong: [{cue}]}}}}
"""
FIELDS = "{id: {jawatan: [dinas, form:pusat], bilang: [kata, form:bilang]}}"


def read(folder: Path, cue: str, fields: str = FIELDS) -> tuple[Codebook | None, tuple[Problem, ...]]:
    path = folder / "codebook.yaml"
    path.write_text(HEAD.format(cue=cue, fields=fields), encoding="utf-8")
    return read_codebook(path, "codebook.yaml")


@pytest.mark.parametrize(
    ("cue", "pattern"),
    [
        ("rapat <jawatan>", "rapat (dinas|form:pusat)"),
        ("{cue: rapat <jawatan>, unless: [<bilang>]}", "rapat (dinas|form:pusat); unless: (kata|form:bilang)"),
        ("{near: [<jawatan>, <bilang>], window: 3}", "near: (dinas|form:pusat), (kata|form:bilang); window: 3"),
    ],
)
def test_a_name_stands_for_its_words(tmp_path: Path, cue: str, pattern: str) -> None:
    codebook, problems = read(tmp_path, cue)
    assert problems == ()
    assert codebook is not None
    assert [each.pattern for each in codebook.codes[0].cues] == [pattern]


def test_a_rule_is_called_by_the_names(tmp_path: Path) -> None:
    codebook, _ = read(tmp_path, "{near: [<jawatan>, <bilang>]}")
    assert codebook is not None
    assert codebook.codes[0].cues[0].rule == "OB.A/id/strong/near: <jawatan>, <bilang>"


def test_the_same_field_twice_asks_for_two_of_its_words(tmp_path: Path) -> None:
    codebook, problems = read(tmp_path, "{near: [<jawatan>, <bilang>, <jawatan>]}")
    assert problems == ()
    assert codebook is not None
    code = prepare(codebook, "sentence")
    for said, found in (("Dinas bilang itu pusat.", 1), ("Dinas bilang begitu.", 0)):
        talk = Transcript("t.txt", said, (Turn(1, "N", "respondent", Span(0, len(said)), None, "n"),), "id", "s", "t")
        assert len(code(talk).codings) == found


@pytest.mark.parametrize(
    ("cue", "fields", "where", "what"),
    [
        ("rapat <jawaton>", FIELDS, "codebook.yaml:12", "there is no word field `jawaton`"),
        ("rapat <>", FIELDS, "codebook.yaml:12", "there is no word field ``"),
        ("rapat", "{id: {jawatan: []}}", "codebook.yaml:5", "the word field `jawatan` has no words"),
        ("rapat", "{id: {jawatan: [yang]}}", "codebook.yaml:5", '"yang" stands in nearly every sentence'),
        ("rapat", "{en: {office: [office]}, jv: {}}", "codebook.yaml:5", "unknown key `jv` in word_fields"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, cue: str, fields: str, where: str, what: str) -> None:
    _, problems = read(tmp_path, cue, fields)
    assert (where, what) in [(problem.where, problem.what) for problem in problems]


def test_the_words_are_part_of_the_code(tmp_path: Path) -> None:
    hashes = set()
    for fields in (FIELDS, FIELDS.replace("dinas", "desa")):
        codebook, _ = read(tmp_path, "rapat <jawatan>", fields)
        assert codebook is not None
        hashes.add(codebook.codes[0].hash)
    assert len(hashes) == 2
