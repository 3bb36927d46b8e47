"""Combinations that ask in vain."""

from pathlib import Path

import pytest

from qualcode.codebook.reading import read_codebook
from qualcode.model import Problem

TEXT = """\
codebook: small
version: 1
languages: [id]
lemma_exceptions: {{id: {{penghasilan: penghasilan}}}}
codes:
  - id: A
    label: Hasil
    definition: Hasil kerja.
    exemplars: [{{text: Hasilnya ada.}}]
    cues:
      id:
        strong:
          - {cue}
"""


def read(folder: Path, cue: str) -> tuple[Problem, ...]:
    path = folder / "codebook.yaml"
    path.write_text(TEXT.format(cue=cue), encoding="utf-8")
    return read_codebook(path, "codebook.yaml")[1]


@pytest.mark.parametrize(
    "cue",
    [
        "{cue: percaya, unless: [percaya]}",
        "{cue: saling percaya, unless: [Dipercaya]}",
        "{cue: form:dipercaya, unless: [percaya]}",
        '{cue: form:dipercaya, unless: ["*percaya*"]}',
        "{near: [rapat, saling (percaya|curiga)], unless: [(curiga|percaya|takut)]}",
        "{all: [rapat rutin bulanan, usul], unless: [rapat * bulanan]}",
        "{cue: nggak percaya, unless: [tidak]}",
    ],
)
def test_an_unless_that_always_holds_is_an_error(tmp_path: Path, cue: str) -> None:
    [problem] = read(tmp_path, cue)
    assert (problem.where, problem.severity) == ("codebook.yaml:13", "error")
    assert "can never fire" in problem.what


@pytest.mark.parametrize(
    "cue",
    ["{all: [bantuan dinas, dinas]}", "{all: [dinas, bantuan dinas]}", "{near: [percaya, dipercaya]}"],
)
def test_a_phrase_that_another_brings_along_is_a_warning(tmp_path: Path, cue: str) -> None:
    [problem] = read(tmp_path, cue)
    assert (problem.where, problem.severity) == ("codebook.yaml:13", "warning")
    assert "wherever" in problem.what


@pytest.mark.parametrize(
    "cue",
    [
        "{cue: percaya, unless: [percaya diri, form:percayakan]}",
        "{cue: (percaya|curiga), unless: [percaya]}",
        "{cue: '*percaya*', unless: [percaya]}",
        "{cue: hasil, unless: [penghasilan]}",
        "{near: [(rapat|temu), (rapat|usul)]}",
    ],
)
def test_what_may_fire_is_left_alone(tmp_path: Path, cue: str) -> None:
    assert read(tmp_path, cue) == ()
