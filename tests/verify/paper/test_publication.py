"""The shipped claims of the Blitar study fit the codebook, and count up to what a reading of the paper found."""

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest

from qualcode.codebook.reading import read_codebook
from qualcode.shipped import find_shipped, list_codebooks, list_published
from qualcode.verify.paper.publication import Publication, list_claims, read_published

ROOT = Path(__file__).resolve().parents[3]
READING = ROOT / "../shared/blitar/claims.csv"
BLITAR = list_published()["blitar"]
CODEBOOK, _ = read_codebook(list_codebooks()["blitar"], "blitar.yaml")
assert CODEBOOK is not None
# X1 to X14: the claims on either side, as they were paired by reading.
SIDES = {
    "X1": ("D07", "I07"),
    "X2": ("K05 K06", "I09"),
    "X3": ("C05", "A08 O04 Z14"),
    "X4": ("E03 S09", "H14"),
    "X5": ("E04", "O05"),
    "X6": ("I05", "A06 O02"),
    "X7": ("C08", "H11 Z16 P04 P05"),
    "X8": ("Z06", "H12"),
    "X9": ("D03", "D11 D12"),
    "X10": ("S07", "I11 O03 Z13"),
    "X11": ("H04", "O02"),
    "X12": ("A02 H10", "C01 C02 C03 C04 C05 C06 C10 Z04"),
    "X13": ("A03 E03", "Z07"),
    "X14": ("P01", "H13"),
}


@pytest.fixture(scope="module")
def paper() -> Publication:
    publication, problems = read_published(BLITAR, CODEBOOK)
    assert problems == ()
    return publication


def test_every_claim_is_worded_in_both_languages_and_in_codes_of_the_codebook(paper: Publication) -> None:
    assert len(paper.findings) == 126
    for finding in paper.findings:
        claim = finding.claim
        assert claim.text.id
        assert claim.text.en
        assert bool(claim.codes) == (claim.checkable != "no"), claim.id
        assert bool(claim.needs.id and claim.needs.en) == (claim.checkable != "yes"), claim.id
        assert bool(finding.elsewhere) == (claim.checkable != "yes"), claim.id


def test_an_obstacle_is_claimed_to_be_there(paper: Publication) -> None:
    obstacles = CODEBOOK.list_obstacles()
    for finding in paper.findings:
        if finding.kind == "obstacle":
            codes = {(CODEBOOK.find(code).id, polarity) for code, polarity in finding.claim.codes}
            assert all((polarity == "supporting") == (code in obstacles) for code, polarity in codes), finding.claim.id


def test_counts_are_those_of_the_reading(paper: Publication) -> None:
    assert Counter(finding.claim.checkable for finding in paper.findings) == {"yes": 60, "partly": 41, "no": 25}
    kinds = Counter(finding.kind for finding in paper.findings)
    assert (kinds["supporting"], kinds["contrary"], kinds["obstacle"]) == (78, 12, 20)
    assert kinds["advice"] + kinds["theory"] == 16
    empirical = [f for f in paper.findings if f.kind in ("supporting", "contrary", "obstacle")]
    assert sum(finding.is_marked for finding in empirical) == 22
    assert not any(finding.is_marked for finding in empirical if finding.kind == "obstacle")
    assert [finding.claim.id for finding in paper.findings if finding.basis == "named"] == ["H16"]


def test_figures_stand_on_the_claims_that_state_them(paper: Publication) -> None:
    figures = {f.claim.id: f.claim.figures for f in paper.findings if f.claim.figures}
    assert {id_ for id_, found in figures.items() if "50%-70%" in found} == {"A03", "E03", "Z07"}
    assert figures["S04"] == ("55% -> 85%",)
    assert all(paper.find(id_).claim.checkable != "yes" for id_ in figures)


def test_tensions_pair_the_claims_that_part(paper: Publication) -> None:
    found = {
        each.id: (" ".join(list_claims(each.first)), " ".join(list_claims(each.second))) for each in paper.tensions
    }
    assert found == SIDES
    for each in paper.tensions:
        shared = set(each.first.codes) & set(each.second.codes)
        assert not shared, f"{each.id}: a passage of {shared} would speak for both sides"


def test_the_reading_behind_it_is_kept_claim_by_claim(paper: Publication) -> None:
    if not READING.is_file():
        pytest.skip("the list of claims as they were first read does not lie beside this project")
    words = {"Y": "yes", "P": "partly", "N": "no"}
    kinds = {"S": "supporting", "C": "contrary", "O": "obstacle", "R": "advice", "T": "theory"}
    with READING.open(encoding="utf-8", newline="") as file:
        for row, finding in zip(csv.DictReader(file), paper.findings, strict=True):
            assert row["claim_id"] == finding.claim.id
            assert row["lines"] == finding.lines
            assert words[row["checkable"]] == finding.claim.checkable
            assert kinds[row["polarity"]] == finding.kind
            assert tuple(row["codes"].replace("-", "").split()) == finding.codes
            assert row["text_en"] != finding.claim.text.en


def test_a_codebook_without_the_codes_is_a_problem_with_its_line() -> None:
    other, _ = read_codebook(find_shipped("codebooks") / "templates" / "en.yaml", "en.yaml")
    assert other is not None
    publication, problems = read_published(BLITAR, other)
    assert publication.findings == ()
    assert any("has no code `CG.DLG`" in problem.what and ":" in problem.where for problem in problems)


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("paper.csv", "A02,", "A99,", "A02 stands in one of claims.yaml and paper.csv only"),
        ("tensions.yaml", "id: X14.b", "id: X15.b", "X14 lacks a side"),
        ("tensions.yaml", "source: I07", "source: I99", "there is no claim I99"),
        ("unheard.csv", "Z16 P05", "Z16 P99", "there is no claim P99"),
        ("unheard.csv", "people,lines", "who,lines", "a column is missing"),
        ("paper.csv", ",kind,", ",sort,", "a column is missing"),
        (
            "paper.csv",
            "inference,supporting,observation",
            "guess,supporting,observation",
            "`guess` is no word for basis",
        ),
        ("paper.csv", "A03,", "A02,", "the claim A02 stands here twice"),
        ("paper.csv", "A04,", ",", "the row names no claim"),
        ("paper.csv", "A04,", "A04,x,", "the row has not as many fields as the first line"),
    ],
)
def test_what_does_not_fit_together_is_named(tmp_path: Path, file: str, old: str, new: str, what: str) -> None:
    folder = tmp_path / "paper"
    shutil.copytree(BLITAR, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    _, problems = read_published(folder, CODEBOOK)
    assert what in [problem.what for problem in problems]
