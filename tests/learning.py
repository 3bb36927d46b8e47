"""Learn word weights from coded interviews: `python -m tests.learning TABLE FOLDER ...` writes TABLE.

Folders are in gold format (see `tests.gold`). With `--hold-out 4` the folders that begin with one of `--of` are dealt
into four heaps, each heap is coded by what was learned from all the others, and the figures are printed: what to expect
of interviews from which nothing was learned. scikit-learn is needed (`pip install 'qualcode[learn]'`).

What is learned is a logistic regression for each code on which words stand in a sentence, its neighbours and the
question. Only words of four folders or more count, so that no name and no place of a single study is learned.
"""

import argparse
import csv
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qualcode.codebook.word_weights import TONE, TONE_OF_OBSTACLES
from qualcode.coders.questions import list_answers, list_questions
from qualcode.coders.weighing import LemmaReader
from qualcode.language.units import choose_splitter
from qualcode.model import Transcript
from qualcode.workflow.opening import Wishes, open_study
from qualcode.workflow.reading import read_what_changed
from tests.gold import CODES, POLARITIES, add_up, tally

COLUMNS = (*CODES.values(), TONE, TONE_OF_OBSTACLES)
RATES = {"said": 1.0, "around": 0.5, "asked": 1.0}  # how much a word there counts before learning
STRENGTH = 0.3  # of the regression, the inverse of its penalty
LEAST = 8  # points: a word with less of them says nothing
FEWEST_FOLDERS = 4


@dataclass(frozen=True)
class Sentence:
    """A respondent's sentence: the words in it, around it and in the question by `place:words`, and its codes."""

    folder: str
    language: str
    words: dict[str, float]
    codes: dict[str, str] = field(default_factory=dict)


def read_folder(folder: Path) -> Iterator[Sentence]:
    """The sentences of a folder in gold format, with the words that coding would weigh."""
    given = _read_codes(folder)
    with tempfile.TemporaryDirectory() as made:
        bare = Path(made, "interviews")
        bare.mkdir()
        for path in folder.glob("*.units.csv"):
            shutil.copy(path.with_name(path.name.replace(".units.csv", ".txt")), bare)
        opened = open_study(bare, Wishes(codebook="blitar", out=Path(made, "out")), Path(made))
        for met in read_what_changed(opened, lambda *_: None, lambda *_: ()):
            if hasattr(met, "transcript"):
                yield from _read_transcript(folder.name, met.transcript, given[met.transcript.name])


def _read_transcript(
    folder: str, transcript: Transcript, given: Sequence[tuple[int, int, dict[str, str]]]
) -> Iterator[Sentence]:
    reader, split, text = LemmaReader(transcript.language), choose_splitter("sentence"), transcript.text
    questions = list_questions(transcript)
    for number, turns in list_answers(transcript, questions):
        asked = reader.read(questions[number].span.of(text)) if number >= 0 else []
        for turn in turns:
            bounds = split(text, turn.span.start, turn.span.end)
            read = [reader.read(text[start:end]) for start, end in bounds]
            for place, (start, end) in enumerate(bounds):
                beside = [lemma for at in (place - 1, place + 1) if 0 <= at < len(read) for lemma in read[at]]
                words: defaultdict[str, float] = defaultdict(float)
                for place_of, lemmas in (("said", read[place]), ("around", beside), ("asked", asked)):
                    for lemma in lemmas:
                        words[f"{place_of}:{lemma}"] += RATES[place_of]
                codes = {
                    code: polarity
                    for first, last, codes in given
                    if 2 * (min(last, end) - max(first, start)) >= min(last - first, end - start)
                    for code, polarity in codes.items()
                }
                yield Sentence(folder, transcript.language, dict(words), codes)


def _read_codes(folder: Path) -> dict[str, list[tuple[int, int, dict[str, str]]]]:
    codes: dict[str, dict[str, str]] = defaultdict(dict)
    for path in sorted(folder.glob("coder*.csv")):
        for row in _read_rows(path):
            codes[row["unit"]].setdefault(CODES[row["code"]], POLARITIES[row["polarity"]])
    return defaultdict(
        list,
        {
            path.name.replace(".units.csv", ".txt"): [
                (int(row["start"]), int(row["end"]), codes[row["unit"]]) for row in _read_rows(path)
            ]
            for path in folder.glob("*.units.csv")
        },
    )


def _read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def learn(sentences: Sequence[Sentence], table: Path) -> None:
    """Learn the weights of each language and write the table."""
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("language", "place", "word", *COLUMNS))
        for language in sorted({each.language for each in sentences}):
            learned = _learn([each for each in sentences if each.language == language])
            for key, points in sorted(learned.items()):
                place, _, words = key.partition(":")
                rows.writerow((language, place, words, *(each or "" for each in points)))


def _learn(sentences: Sequence[Sentence]) -> dict[str, list[int]]:
    folders: dict[str, set[str]] = defaultdict(set)
    for each in sentences:
        for word in each.words:
            folders[word].add(each.folder)
    known = sorted(
        word
        for word, where in folders.items()
        if len(where) >= FEWEST_FOLDERS and not any(letter.isdigit() for letter in word)
    )
    points = {word: [0] * len(COLUMNS) for word in known} | {"base:": [0] * len(COLUMNS)}
    for column, name in enumerate(COLUMNS):
        if name in (TONE, TONE_OF_OBSTACLES):
            cases = _list_tones(sentences, of_obstacles=name == TONE_OF_OBSTACLES)
        else:
            cases = [(each.words, name in each.codes) for each in sentences]
        for word, weight in _regress(cases, known).items():
            points[word][column] = weight
    return {word: row for word, row in points.items() if any(row)}


def _list_tones(sentences: Sequence[Sentence], *, of_obstacles: bool) -> list[tuple[dict[str, float], bool]]:
    """What is said of elements and impacts, or of obstacles, and whether it speaks for them."""
    cases = []
    for each in sentences:
        for code, polarity in each.codes.items():
            if code.startswith("OB.") == of_obstacles:
                cases.append((each.words, polarity == "supporting"))
    return cases


def _regress(cases: Sequence[tuple[dict[str, float], bool]], known: Sequence[str]) -> dict[str, int]:
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    numbers = {word: number for number, word in enumerate(known)}
    ends, places, values = [0], [], []
    for words, _ in cases:
        for word, value in words.items():
            if word in numbers:
                places.append(numbers[word])
                values.append(value)
        ends.append(len(places))
    matrix = csr_matrix((values, places, ends), shape=(len(cases), len(known)))
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(
        matrix, [is_so for _, is_so in cases]
    )
    weights = {
        word: round(100 * weight * RATES[word.partition(":")[0]])
        for word, weight in zip(known, model.coef_[0], strict=True)
    }
    learned = {word: weight for word, weight in weights.items() if abs(weight) >= LEAST}
    return learned | {"base:": round(100 * float(model.intercept_[0]))}


def hold_out(folders: Sequence[Path], heaps: int, of: str) -> None:
    """Print how well interviews are coded from which nothing was learned."""
    sentences = [sentence for folder in folders for sentence in read_folder(folder)]
    print(len(sentences), "sentences")
    fresh = [folder for folder in folders if folder.name.startswith(tuple(of.split(",")))]
    tallies = []
    with tempfile.TemporaryDirectory() as made:
        for heap in range(heaps):
            held = fresh[heap::heaps]
            names = {folder.name for folder in held}
            codebook = _copy_codebook(Path(made, f"heap{heap}"))
            learn([each for each in sentences if each.folder not in names], codebook.with_name("blitar_weights.csv"))
            for folder in held:
                tallies += tally(folder, str(codebook))
    for group in sorted({(each.language, each.register) for each in tallies}):
        print(*group, add_up(each for each in tallies if (each.language, each.register) == group), flush=True)


def _copy_codebook(folder: Path) -> Path:
    from qualcode.shipped import list_codebooks

    folder.mkdir()
    return Path(shutil.copy(list_codebooks()["blitar"], folder))


def main(arguments: Sequence[str]) -> None:
    """Learn, or hold out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--hold-out", type=int, default=0)
    parser.add_argument("--of", default="")
    wishes = parser.parse_args(arguments)
    if wishes.hold_out:
        hold_out(wishes.folders, wishes.hold_out, wishes.of)
        return
    sentences = [sentence for folder in wishes.folders for sentence in read_folder(folder)]
    learn(sentences, wishes.table)
    print(len(sentences), "sentences", wishes.table.stat().st_size, "bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
