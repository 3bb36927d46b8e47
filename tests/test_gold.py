"""How the machine reads interviews that were coded by hand; what it reaches may rise, never fall.

Interviews of the project's own lie in `tests/interviews`. Others lie beside the project (`../shared/gold`) and are no
part of it; without them their tests are skipped. Two of those studies may be read while cues are written. Two are kept
aside: they are scored only when the environment variable `QUALCODE_KEPT_ASIDE` is set, seldom and at the end, and only
pooled figures of them are told.
"""

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from qualcode.workflow.agreeing import AgreeWishes, compare_with
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.opening import Wishes, open_study
from qualcode.writers.codings_csv import write_codings
from tests.gold import CODES, Tally, add_up, leave_out_weights, tally

GOLD = Path(__file__).resolve().parents[1] / ".." / "shared" / "gold"
OPEN = ("waste_bank", "mangrove_food")
ALL = (*OPEN, "weavers", "lobster_dairy")

INTERVIEWS = Path(__file__).parent / "interviews"
OWN = ("harbour_and_highland", "shoes_and_cloth")
LATER = ("tea_and_furrow", "reef_and_market")
LAST = ("ferry_and_posyandu",)

# By language and register: the least precision, F1 and agreement in polarity, of all codes pooled, by cues alone.
OWN_FLOORS = {
    ("en", "free"): (0.59, 0.37, 0.83),
    ("en", "guided"): (0.80, 0.77, 0.88),
    ("id", "free"): (0.52, 0.43, 0.85),
    ("id", "guided"): (0.75, 0.75, 0.84),
}
LATER_FLOORS = {
    ("en", "free"): (0.82, 0.70, 0.88),
    ("en", "guided"): (0.93, 0.93, 0.80),
    ("id", "free"): (0.82, 0.57, 0.92),
    ("id", "guided"): (0.93, 0.92, 0.88),
}
LAST_FLOORS = {
    ("en", "free"): (0.54, 0.45, 0.81),
    ("en", "guided"): (0.88, 0.89, 0.84),
    ("id", "free"): (0.61, 0.52, 0.87),
    ("id", "guided"): (0.97, 0.92, 0.89),
}
# The same of all these interviews with the words weighed; what words say was learned from them too.
WEIGHED_FLOORS = {
    ("en", "free"): (0.72, 0.70, 0.87),
    ("en", "guided"): (0.86, 0.86, 0.89),
    ("id", "free"): (0.74, 0.74, 0.89),
    ("id", "guided"): (0.82, 0.86, 0.89),
}
FLOORS = {
    ("en", "free"): (0.77, 0.65, 0.82),
    ("id", "free"): (0.58, 0.49, 0.86),
    ("id", "guided"): (0.68, 0.76, 0.86),
}
# What rules are to reach on interviews nobody wrote cues from: F1 by register; precision and polarity everywhere.
GOALS = {"guided": 0.62, "free": 0.40}
LEAST_PRECISION, LEAST_POLARITY = 0.45, 0.80

needs_gold = pytest.mark.skipif(not GOLD.is_dir(), reason="the hand-coded interviews are not beside the project")


def test_the_page_states_the_floors() -> None:
    page = (Path(__file__).parents[1] / "docs" / "agreement.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| (English|Indonesian), (free|guided)(|, later|, last|, others) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$",
        page,
        re.M,
    )
    stated: dict[str, dict[tuple[str, str], tuple[float, ...]]] = {"": {}, ", later": {}, ", last": {}, ", others": {}}
    for language, register, which, *figures in rows:
        key = ({"English": "en"}.get(language, "id"), register)
        stated[which][key] = tuple(map(float, figures))
    assert stated == {"": OWN_FLOORS, ", later": LATER_FLOORS, ", last": LAST_FLOORS, ", others": FLOORS}


@pytest.fixture(scope="module")
def cues(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The shipped codebook without its table of weights."""
    return leave_out_weights(tmp_path_factory.mktemp("cues"))


@pytest.fixture(scope="module")
def own_tallies(cues: str) -> list[Tally]:
    return [each for study in OWN for each in tally(INTERVIEWS / study, cues)]


@pytest.fixture(scope="module")
def later_tallies(cues: str) -> list[Tally]:
    return [each for study in LATER for each in tally(INTERVIEWS / study, cues)]


@pytest.fixture(scope="module")
def last_tallies(cues: str) -> list[Tally]:
    return [each for study in LAST for each in tally(INTERVIEWS / study, cues)]


@pytest.fixture(scope="module")
def tallies(cues: str) -> list[Tally]:
    return [each for study in OPEN for each in tally(GOLD / study, cues)]


@pytest.fixture(scope="module")
def weighed_tallies() -> list[Tally]:
    return [each for study in (*OWN, *LATER, *LAST) for each in tally(INTERVIEWS / study)]


def check_floor(tallies: list[Tally], group: tuple[str, str], floor: tuple[float, float, float]) -> None:
    figures = add_up(each for each in tallies if (each.language, each.register) == group)
    reached = (figures.precision, figures.f1, figures.polarity)
    assert all(now >= least for now, least in zip(reached, floor, strict=True)), f"{figures}, not {floor}"


@pytest.mark.parametrize("group", OWN_FLOORS, ids=" ".join)
def test_the_machine_reads_the_interviews_of_the_tests_no_worse(
    own_tallies: list[Tally], group: tuple[str, str]
) -> None:
    check_floor(own_tallies, group, OWN_FLOORS[group])


@pytest.mark.parametrize("group", LATER_FLOORS, ids=" ".join)
def test_the_machine_reads_the_later_interviews_no_worse(later_tallies: list[Tally], group: tuple[str, str]) -> None:
    check_floor(later_tallies, group, LATER_FLOORS[group])


@pytest.mark.parametrize("group", LAST_FLOORS, ids=" ".join)
def test_the_machine_reads_the_last_interviews_no_worse(last_tallies: list[Tally], group: tuple[str, str]) -> None:
    check_floor(last_tallies, group, LAST_FLOORS[group])


@pytest.mark.parametrize("group", WEIGHED_FLOORS, ids=" ".join)
def test_words_find_what_cues_miss(
    own_tallies: list[Tally],
    later_tallies: list[Tally],
    last_tallies: list[Tally],
    weighed_tallies: list[Tally],
    group: tuple[str, str],
) -> None:
    check_floor(weighed_tallies, group, WEIGHED_FLOORS[group])
    by_cues = [*own_tallies, *later_tallies, *last_tallies]
    before, now = (
        add_up(each for each in some if (each.language, each.register) == group) for some in (by_cues, weighed_tallies)
    )
    assert now.f1 > before.f1 + 0.03


def test_interviewers_of_the_tests_are_never_coded(
    own_tallies: list[Tally], later_tallies: list[Tally], last_tallies: list[Tally]
) -> None:
    assert {path.name for path in INTERVIEWS.iterdir() if path.is_dir()} == {*OWN, *LATER, *LAST}
    for tallies in (own_tallies, later_tallies, last_tallies):
        assert {(each.language, each.register) for each in tallies} == set(OWN_FLOORS)
        assert not [each.unit for each in tallies if each.fate == "leak"]


@needs_gold
@pytest.mark.parametrize("group", FLOORS, ids=" ".join)
def test_the_machine_reads_no_worse_than_it_did(tallies: list[Tally], group: tuple[str, str]) -> None:
    check_floor(tallies, group, FLOORS[group])


@needs_gold
def test_every_group_has_a_floor(tallies: list[Tally]) -> None:
    assert {(each.language, each.register) for each in tallies} == set(FLOORS)


@needs_gold
def test_interviewers_are_never_coded(tallies: list[Tally]) -> None:
    assert not [each.unit for each in tallies if each.fate == "leak"]


@needs_gold
@pytest.mark.skipif("QUALCODE_KEPT_ASIDE" not in os.environ, reason="kept aside: scored at the end, when asked for")
def test_interviews_kept_aside_are_read_as_well_as_was_set_out() -> None:
    tallies = [each for study in ALL for each in tally(GOLD / study)]
    short = []
    for group in sorted({(each.language, each.register) for each in tallies}):
        figures = add_up(each for each in tallies if (each.language, each.register) == group)
        goals = (LEAST_PRECISION, GOALS[group[1]], LEAST_POLARITY)
        if any(now < goal for now, goal in zip((figures.precision, figures.f1, figures.polarity), goals, strict=True)):
            short.append(f"{' '.join(group)}: {figures}")
    assert not short, "\n".join(short)


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the transcripts of one study, coded, its codings.csv, and what people coded as `people.csv`."""
    folder = tmp_path_factory.mktemp("gold")
    gold = GOLD / OPEN[0]
    (folder / "interviews").mkdir()
    units = {}
    for path in gold.glob("*.units.csv"):
        text = path.with_name(path.name.replace(".units.csv", ".txt"))
        (folder / "interviews" / text.name).write_bytes(text.read_bytes())
        units |= {row["unit"]: row for row in _read(path)}
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("transcript", "start", "end", "code", "polarity", "coder"))
        for path in gold.glob("coder*.csv"):
            for row in _read(path):
                unit = units[row["unit"]]
                rows.writerow(
                    (unit["file"], unit["start"], unit["end"], CODES[row["code"]], row["polarity"], path.stem)
                )
    opened = open_study(folder / "interviews", Wishes(codebook="blitar", out=folder / "out"), folder)
    code_study(opened)
    (folder / "codings.csv").write_bytes(write_codings(load_study(opened).codings))
    return folder


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@needs_gold
def test_the_scorer_of_the_gold_counts_the_same(coded: Path) -> None:
    command = [sys.executable, str(GOLD / "score.py"), str(coded / "codings.csv"), str(GOLD / OPEN[0])]
    printed = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    theirs = re.search(r"MICRO.*F1 ([\d.]+) polarity ([\d.]+) \(tp (\d+) fp (\d+) fn (\d+)\)", printed)
    ours = add_up(tally(GOLD / OPEN[0]))
    assert theirs is not None
    assert tuple(map(int, theirs.groups()[2:])) == (ours.hits, ours.extra, ours.misses)
    assert (f"{ours.f1:.3f}", f"{ours.polarity:.2f}") == theirs.groups()[:2]


@needs_gold
def test_the_command_counts_the_same_on_its_own_sentences(coded: Path) -> None:
    opened = open_study(coded / "interviews", Wishes(codebook="blitar", out=coded / "out"), coded)
    agreement = compare_with(opened, load_study(opened), coded / "people.csv", AgreeWishes())
    fates = Counter(each.fate for each in agreement.comparison.found)
    ours = add_up(tally(GOLD / OPEN[0]))
    counts = (fates["hit"], fates["extra"], fates["miss"])
    # Not to the last: the gold cuts a few sentences otherwise, such as those that a stage direction or dots end.
    assert counts == pytest.approx((ours.hits, ours.extra, ours.misses), rel=0.05)
