"""Score the machine on interviews that were coded by hand, sentence by sentence: `python -m tests.gold FOLDER ...`.

A folder in gold format holds interviews `LANGUAGE_NAME.txt`, their sentences `LANGUAGE_NAME.units.csv` (unit, file,
speaker, start, end), what each coder gave them `coderN.csv` (unit, code, polarity) and `roles.csv` (file, interviewer,
register). The interviews are coded by the shipped codebook as `qualcode code` would on a bare folder, roles worked out.

A sentence counts as coded if the machine's codings of a code cover at least half of it. Where several people coded, a
hit is a sentence that any of them gave the code, a miss one that all of them gave it.
"""

import csv
import re
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

CODES = {
    "dialogue": "CG.DLG",
    "trust": "CG.TRU",
    "commitment": "CG.COM",
    "understanding": "CG.UND",
    "outcomes": "CG.OUT",
    "structural": "OB.STR",
    "technical": "OB.TEC",
    "coordinative": "OB.COO",
    "resource": "OB.RES",
    "economy": "IM.ECO",
    "competitiveness": "IM.CMP",
}
POLARITIES = {"+": "supporting", "-": "contrary"}


@dataclass(frozen=True)
class Tally:
    """What became of one code on one sentence: hit, extra (the machine alone), miss or leak (an interviewer's)."""

    language: str
    register: str
    code: str
    fate: str
    unit: str
    polarity_agrees: bool = False


@dataclass(frozen=True)
class Figures:
    """Counts of hits, extras and misses, and what follows from them (0 where there is nothing to divide by)."""

    hits: int
    extra: int
    misses: int
    polarity_agrees: int

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + self.extra)

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + self.misses)

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, 2 * self.hits + self.extra + self.misses)

    @property
    def polarity(self) -> float:
        return self.polarity_agrees / max(1, self.hits)

    def __str__(self) -> str:
        return (
            f"P {self.precision:.2f} R {self.recall:.2f} F1 {self.f1:.3f} polarity {self.polarity:.2f} "
            f"(hits {self.hits} extra {self.extra} misses {self.misses})"
        )


def tally(folder: Path, codebook: str = "blitar") -> Iterator[Tally]:
    """What became of every code on every sentence of a folder in gold format."""
    people = _read_people(folder)
    roles = {row["file"]: row for row in _read_rows(folder / "roles.csv")}
    spans = code(folder, codebook)
    for path in sorted(folder.glob("*.units.csv")):
        language = path.name.partition("_")[0]
        for unit in _read_rows(path):
            role = roles[unit["file"]]
            start, end = int(unit["start"]), int(unit["end"])
            found = _find_covered(spans[unit["file"]], start, end)
            for code_id in CODES.values():
                given = [codes[code_id] for codes in (person[unit["unit"]] for person in people) if code_id in codes]
                fate = _judge(code_id in found, len(given), len(people), unit["speaker"] == role["interviewer"])
                if fate:
                    agrees = fate == "hit" and found[code_id] == given[0]
                    yield Tally(language, role.get("register") or "free", code_id, fate, unit["unit"], agrees)


def code(folder: Path, codebook: str) -> dict[str, list[tuple[int, int, str, str]]]:
    """The machine's codings that count (start, end, code, polarity) by file; wishes and hypotheticals do not count."""
    from qualcode.store.codings import read_codings
    from qualcode.workflow.coding import code_study
    from qualcode.workflow.opening import Wishes, open_study

    spans: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as made:
        bare = Path(made, "interviews")
        bare.mkdir()
        for path in folder.glob("*.units.csv"):
            shutil.copy(path.with_name(path.name.replace(".units.csv", ".txt")), bare)
        opened = open_study(bare, Wishes(codebook=codebook, out=Path(made, "out")), Path(made))
        code_study(opened)
        for sheet, codings in read_codings(opened.place.codings):
            for coding in codings:
                code_id = ".".join(coding.code.split(".")[:2])
                if coding.modality == "actual":
                    spans[sheet.transcript].append((coding.span.start, coding.span.end, code_id, coding.polarity))
    return spans


def leave_out_weights(folder: Path) -> str:
    """A copy of the shipped codebook in `folder` that codes by its cues alone."""
    from qualcode.shipped import list_codebooks

    text = list_codebooks()["blitar"].read_text(encoding="utf-8")
    copy = folder / "by_cues.yaml"
    copy.write_text(re.sub(r"^weights:.*\n", "", text, flags=re.M), encoding="utf-8")
    return str(copy)


def add_up(tallies: Iterable[Tally]) -> Figures:
    """The figures of these sentences pooled (micro)."""
    counts: Counter[str] = Counter()
    for each in tallies:
        counts[each.fate] += 1
        counts["agrees"] += each.polarity_agrees
    return Figures(counts["hit"], counts["extra"], counts["miss"], counts["agrees"])


def _read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read_people(folder: Path) -> list[dict[str, dict[str, str]]]:
    people = []
    for path in sorted(folder.glob("coder*.csv")):
        units: dict[str, dict[str, str]] = defaultdict(dict)
        for row in _read_rows(path):
            units[row["unit"]][CODES[row["code"]]] = POLARITIES[row["polarity"]]
        people.append(units)
    return people


def _find_covered(spans: list[tuple[int, int, str, str]], start: int, end: int) -> dict[str, str]:
    """The codes that cover at least half of `[start, end)`, each with the polarity that covers most of it."""
    places: dict[str, set[int]] = defaultdict(set)
    weights: dict[str, Counter[str]] = defaultdict(Counter)
    for first, last, code_id, polarity in spans:
        shared = range(max(start, first), min(end, last))
        if shared:
            places[code_id].update(shared)
            weights[code_id][polarity] += len(shared)
    return {
        code_id: weights[code_id].most_common(1)[0][0]
        for code_id, covered in places.items()
        if 2 * len(covered) >= end - start
    }


def _judge(found: bool, given: int, people: int, interviewer: bool) -> str:
    if interviewer:
        return "leak" if found else ""
    if found:
        return "hit" if given else "extra"
    return "miss" if given == people else ""


def _print_table(heading: str, tallies: list[Tally]) -> None:
    print(f"== {heading}")
    for name, code_id in CODES.items():
        print(f"{code_id} {name:16}{add_up(each for each in tallies if each.code == code_id)}")
    print(f"{'pooled':23}{add_up(tallies)}")
    print()


def main(folders: list[str]) -> None:
    """Print a table a language and register, and one for all of it."""
    tallies = [each for folder in folders for each in tally(Path(folder))]
    groups = sorted({(each.language, each.register) for each in tallies})
    for group in groups:
        _print_table(" ".join(group), [each for each in tallies if (each.language, each.register) == group])
    _print_table("all", tallies)
    for group in groups:
        print(f"{' '.join(group):23}{add_up(each for each in tallies if (each.language, each.register) == group)}")
    print(f"{'all':23}{add_up(tallies)}")
    print(f"interviewers' sentences coded: {sum(each.fate == 'leak' for each in tallies)}")


if __name__ == "__main__":
    main(sys.argv[1:])
