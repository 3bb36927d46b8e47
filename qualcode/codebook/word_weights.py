"""Word weights: what single words say of codes, as learned from interviews that were coded before.

The table lies beside the codebook that names it under `weights:`, a CSV with a row for each word, as a lemma, and a
column of points for each code. A point is a hundredth of a log-odds: points of all the words add up, and how likely a
code is follows from their sum (logistic regression, Cox 1958).
"""

import csv
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from qualcode.errors import QualcodeError
from qualcode.formats.marked_yaml import Checker, Entry
from qualcode.messages import mark
from qualcode.model import WordWeights
from qualcode.shipped import find_shipped

PLACES = ("base", "said", "around", "asked")
TONE, TONE_OF_OBSTACLES = "tone", "tone_of_obstacles"
_HEAD = ["language", "place", "word"]
_KEYS = ",".join(_HEAD)

Points = tuple[int, ...]


class Table(NamedTuple):
    """The points of one language. `columns` are ids of codes and the two tones, which tell for elements and for
    obstacles whether what is said of them speaks for them. `base` holds without any word; the others are by lemma, of
    words that are said in a sentence, in its neighbours, and in the question."""

    columns: tuple[str, ...]
    base: Points
    said: dict[str, Points]
    around: dict[str, Points]
    asked: dict[str, Points]


def find_weights(check: Checker, entry: Entry | None, folder: Path) -> WordWeights | None:
    """The table that `weights:` names, beside the codebook in `folder` or, where none is there, a shipped one. One that
    is not there or is no such table is noted."""
    name = check.text(entry, "weights")
    if entry is None or not name:
        return None
    path = next((place / name for place in (folder, find_shipped("codebooks")) if (place / name).is_file()), None)
    if path is None:
        check.note(
            entry,
            mark("there is no table of weights `{name}`", name=name),
            mark("Put it beside the codebook, or take the line out"),
        )
        return None
    content = path.read_bytes()
    if not content.startswith(_KEYS.encode()):
        check.note(entry, *_refuse(name))
        return None
    return WordWeights(path, sha256(content).hexdigest())


def read_table(weights: WordWeights, language: str) -> Table:
    """The points for texts in `language`; no rows where the table has none for it. A row of another length, with
    another place or with what is no whole number is refused."""
    places: dict[str, dict[str, Points]] = {place: {} for place in PLACES}
    try:
        with weights.path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            columns = tuple(next(rows)[len(_HEAD) :])
            for of, place, words, *points in rows:
                if len(points) != len(columns):
                    raise ValueError(words)
                if of == language:
                    places[place][words] = tuple(int(each or 0) for each in points)
    except (ValueError, KeyError) as error:
        raise QualcodeError(*_refuse(weights.path.name)) from error
    base, said, around, asked = places.values()
    return Table(columns, base.get("", (0,) * len(columns)), said, around, asked)


def _refuse(name: str) -> tuple[str, str]:
    """What is wrong, and how to mend it."""
    how = mark("Its first line is {keys} and the ids of codes, and each other line has whole numbers", keys=_KEYS)
    return mark("`{name}` is no table of weights", name=name), how
