"""A codebook that extends another one."""

from pathlib import Path

import pytest

from qualcode.codebook.reading import read_codebook
from qualcode.model import Codebook, Edition
from qualcode.shipped import list_codebooks

BASE = """\
codebook: clinic
version: "1"
languages: [en]
families:
  CARE: {label: Care}
codes:
  - id: CARE.WAIT
    family: CARE
    label: Waiting
    definition: How long it took.
    exemplars: [{text: For hours.}]
    subcodes: [{id: queue, label: the queue}]
    cues: {en: {strong: [long queue]}}
boundary_rules:
  - {id: B1, question: Waiting?, rule: Before being seen.}
modes:
  all: {label: everything}
actors: {en: [nurse]}
false_friends: {en: [{phrase: happy hour, why: a bar}]}
lemma_exceptions: {en: {nursing: nursing}}
"""
OWN = """\
codebook: money
version: "2"
extends: clinic.yaml
languages: [en]
families:
  PAY: {label: Paying}
codes:
  - id: PAY.FEE
    family: PAY
    label: Fees
    definition: What it cost.
    exemplars: [{text: It cost a week's wages.}]
    near_misses: [{text: We queued to pay., why: about the queue, goes_to: CARE.WAIT.queue}]
    boundary_with: [CARE.WAIT]
    cues: {en: {strong: [fee]}}
  - id: CARE.HOME
    family: CARE
    label: Care at home
    definition: Who nursed at home.
    exemplars: [{text: My sister sat up with me.}]
boundary_rules:
  - {id: M1, question: PAY.FEE or CARE.WAIT?, rule: The cost of time is CARE.WAIT.}
actors: {en: [cashier]}
lemma_exceptions: {en: {fees: fee}}
"""


def read(folder: Path, own: str, base: str = BASE) -> tuple[Codebook | None, list[str]]:
    (folder / "clinic.yaml").write_text(base, encoding="utf-8")
    path = folder / "money.yaml"
    path.write_text(own, encoding="utf-8")
    codebook, problems = read_codebook(path, "money.yaml")
    return codebook, [f"{problem.where} {problem.what}" for problem in problems]


def get_codebook(folder: Path, own: str) -> Codebook:
    codebook, problems = read(folder, own)
    assert problems == []
    assert codebook is not None
    return codebook


def test_both_make_one_codebook_and_the_other_comes_first(tmp_path: Path) -> None:
    both = get_codebook(tmp_path, OWN)
    base, _ = read_codebook(tmp_path / "clinic.yaml", "clinic.yaml")
    assert base is not None
    assert (both.name, both.version) == ("money", "2")
    assert [code.id for code in both.codes] == ["CARE.WAIT", "PAY.FEE", "CARE.HOME"]
    assert both.codes[0] == base.codes[0]
    assert [family.id for family in both.families] == ["CARE", "PAY"]
    assert [rule.id for rule in both.boundary_rules] == ["B1", "M1"]
    assert [actor.pattern for actor in both.actors] == ["nurse", "cashier"]
    assert [mode.id for mode in both.modes] == ["all"]
    assert both.false_friends == base.false_friends
    assert both.lemma_exceptions == {"en": {"nursing": "nursing", "fees": "fee"}}
    assert both.editions == (Edition("money", "2", both.hash), Edition("clinic", "1", base.hash))


def test_its_hash_follows_the_other_file(tmp_path: Path) -> None:
    before = get_codebook(tmp_path, OWN)
    after, _ = read(tmp_path, OWN, BASE.replace("How long it took.", "How long it took to be seen."))
    assert after is not None
    assert after.hash != before.hash
    assert after.codes[1].hash == before.codes[1].hash


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("id: PAY.FEE", "id: CARE.WAIT", "money.yaml:8 the code `CARE.WAIT` gets in the way of `CARE.WAIT` of clinic"),
        ("id: PAY.FEE", "id: CARE.WAIT.fee", "money.yaml:8 the code `CARE.WAIT.fee` gets in the way"),
        ("id: PAY.FEE", "id: CARE", "money.yaml:8 the code `CARE` gets in the way of `CARE.WAIT`"),
        ("  PAY: {label: Paying}", "  CARE: {label: Mine}", "money.yaml:6 the family `CARE` is one of clinic already"),
        ("id: M1", "id: B1", "money.yaml:22 the boundary rule `B1` is one of clinic already"),
        ("actors:", "modes: {all: {label: x}}\nactors:", "money.yaml:23 the mode `all` is one of clinic already"),
        ("fees: fee", "nursing: nurse", "money.yaml:24 clinic sets the root of nursing to nursing"),
        ("extends: clinic.yaml", "extends: clinik", "money.yaml:3 there is no codebook `clinik` to extend"),
        ("extends: clinic.yaml", "extends: money.yaml", "money.yaml:3 the codebook extends itself"),
        ("extends: clinic.yaml", "extends:", "money.yaml:3 there is no codebook `` to extend"),
    ],
)
def test_what_stands_in_both_is_refused_with_its_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    codebook, problems = read(tmp_path, OWN.replace(old, new))
    assert codebook is None
    assert any(found.startswith(problem) for found in problems), problems


def test_problems_of_the_other_file_are_named_by_its_own_lines(tmp_path: Path) -> None:
    codebook, problems = read(tmp_path, OWN, BASE.replace("family: CARE", "family: CURE"))
    assert codebook is None
    assert problems == ["clinic.yaml:8 the family `CURE` is not in `families:`"]


def test_a_ring_is_found_wherever_it_closes(tmp_path: Path) -> None:
    codebook, problems = read(tmp_path, OWN, BASE.replace("languages", "extends: money.yaml\nlanguages"))
    assert codebook is None
    assert problems == ["clinic.yaml:3 the codebook extends itself through `money.yaml`"]


def test_a_label_that_both_have_is_a_warning_and_a_cue_is_none(tmp_path: Path) -> None:
    own = OWN.replace("strong: [fee]", "strong: [long queue]").replace("label: Fees", "label: Waiting")
    codebook, problems = read(tmp_path, own)
    assert codebook is not None
    label = "PAY.FEE has the same label as CARE.WAIT (in the codebook that this one extends)"
    assert problems == [f"money.yaml:8 {label}"]


def test_a_shipped_codebook_can_be_extended_by_its_name(tmp_path: Path) -> None:
    own = OWN[: OWN.index("  - id: CARE.HOME")].replace("clinic.yaml", "blitar").replace("CARE.WAIT.queue", "CG.DLG")
    codebook = get_codebook(tmp_path, own.replace("CARE.WAIT", "CG.DLG"))
    blitar, _ = read_codebook(list_codebooks()["blitar"], "blitar.yaml")
    assert blitar is not None
    assert codebook.codes[:-1] == blitar.codes
