"""What a codebook leaves uncoded: phrases that come back in sentences without a code.

Phrases are found level by level, longer ones only among those whose parts are frequent themselves (Agrawal and Srikant
1994), so that the work stays small however large the study is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcode.language.matter import find_matter
from qualcode.language.tokens import TOKEN

LONGEST = 3
FEWEST_TRANSCRIPTS = 2
MOST = 15  # phrases of one length: a list that is longer is not read

_BRACKETS = {"(": 1, "[": 1, ")": -1, "]": -1}

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Uncoded:
    """A respondent's unit without a code: its transcript, its words as typed, and its matter, one lemma a word.
    "" stands in `lemmas` for marks and for words that say little of the matter."""

    transcript: str
    text: str
    lemmas: Phrase
    typed: Phrase


@dataclass(frozen=True, slots=True)
class Frequent:
    """A phrase of lemmas that comes back: how often, in which transcripts, how it is mostly said, and one unit with
    it, verbatim."""

    lemmas: Phrase
    times: int
    transcripts: tuple[str, ...]
    said: str
    quote: str


def take_in(transcript: str, text: str, language: str) -> Uncoded:
    """A unit without a code, read for its matter; what stands in brackets is the transcriber's. `language` is "id" or
    "en"."""
    typed = tuple(token.casefold() for token in TOKEN.findall(text))
    depth = 0
    lemmas = []
    for token in typed:
        depth = max(0, depth + _BRACKETS.get(token, 0))
        lemmas.append("" if depth else find_matter(token, language))
    return Uncoded(transcript, text, tuple(lemmas), typed)


def find_frequent(units: Sequence[Uncoded]) -> tuple[Frequent, ...]:
    """The phrases of one to three neighbouring words of matter that stand in at least two transcripts.

    At most 15 of a length, single words first; those in the most transcripts come first, then those said most often.
    A phrase that stands nowhere but inside one longer phrase gives way to it.
    """
    levels: list[dict[Phrase, list[int]]] = []
    for length in range(1, LONGEST + 1):
        places = _find_places(units, length, levels[-1] if levels else None)
        levels.append(
            {phrase: at for phrase, at in places.items() if len(_name_transcripts(units, at)) >= FEWEST_TRANSCRIPTS}
        )
    swallowed = {
        part
        for shorter, longer in pairwise(levels)
        for phrase, at in longer.items()
        for part in (phrase[:-1], phrase[1:])
        if len(shorter[part]) == len(at)
    }
    return tuple(frequent for level in levels for frequent in _choose(units, level, swallowed))


def _find_places(
    units: Sequence[Uncoded], length: int, shorter: dict[Phrase, list[int]] | None
) -> dict[Phrase, list[int]]:
    """The phrases of this length by the units they stand in, once for each time they stand there."""
    places: dict[Phrase, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        for start in range(len(unit.lemmas) - length + 1):
            phrase = unit.lemmas[start : start + length]
            if all(phrase) and (shorter is None or (phrase[:-1] in shorter and phrase[1:] in shorter)):
                places[phrase].append(number)
    return places


def _name_transcripts(units: Sequence[Uncoded], at: Iterable[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(units[number].transcript for number in at))


def _choose(units: Sequence[Uncoded], level: dict[Phrase, list[int]], swallowed: set[Phrase]) -> Iterator[Frequent]:
    """The phrases of one length that lead the list."""
    found = [(phrase, at, _name_transcripts(units, at)) for phrase, at in level.items() if phrase not in swallowed]
    found.sort(key=lambda each: (-len(each[2]), -len(each[1]), each[0]))
    for phrase, at, transcripts in found[:MOST]:
        said = Counter(saying for number in dict.fromkeys(at) for saying in _find_sayings(units[number], phrase))
        most = min(said, key=lambda saying: (-said[saying], saying))
        yield Frequent(phrase, len(at), transcripts, most, units[at[0]].text)


def _find_sayings(unit: Uncoded, phrase: Phrase) -> Iterator[str]:
    """The phrase as it is typed in a unit."""
    for start in range(len(unit.lemmas) - len(phrase) + 1):
        if unit.lemmas[start : start + len(phrase)] == phrase:
            yield " ".join(unit.typed[start : start + len(phrase)])
