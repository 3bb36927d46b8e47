"""Made interviews of any size and a rule set for them: Zipf-distributed words, sentences of ordinary length, turns.

Nothing here resembles a real interview but its shape: how often words repeat, how long sentences and turns are, and
how often a cue stands in them.
"""

import itertools
import random
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from qualcode.model import Code, Codebook, Cue, Transcript, Turn, Words
from qualcode.model.text import Span

CODES = 11
TYPES = 30_000
# Ranks from which cues are taken: together they stand about 45 times in 1,000 words, as in a real codebook.
FIRST_CUE, LAST_CUE = 120, 6_000


def list_words(language: str) -> tuple[list[str], list[float]]:
    """Word types with their frequencies: wordfreq's where it is installed (`pip install 'qualcode[bench]'`), else the
    short words of simplemma by Zipf's law. `name_words` says which."""
    try:
        import wordfreq
    except ImportError:
        return _list_short_words(language)
    words = [word for word in wordfreq.top_n_list(language, TYPES) if word.replace("-", "").isalpha()]
    return words, [wordfreq.word_frequency(word, language) for word in words]


def name_words() -> str:
    """Where the words come from, for whoever reads a figure that hangs on them."""
    if find_spec("wordfreq"):
        return "words as people use them (wordfreq)"
    return "SHORT WORDS OF A DICTIONARY: few resemble a cue, so figures flatter (pip install 'qualcode[bench]')"


def _list_short_words(language: str) -> tuple[list[str], list[float]]:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    keys = DefaultDictionaryFactory().get_dictionary(language)
    found = [word.decode() if isinstance(word, bytes) else word for word in keys]
    words = [word for word in found if word.isalpha() and word.islower()]
    random.Random(1).shuffle(words)
    words.sort(key=len)
    words = words[:TYPES]
    return words, [1 / (rank + 2.7) for rank in range(len(words))]


def make_patterns(language: str) -> list[tuple[str, str]]:
    """About 150 cues for 11 codes, as pairs of code and pattern: lemmas, wildcards and phrases of two words."""
    words, _ = list_words(language)
    pool = [word for word in words[FIRST_CUE:LAST_CUE] if len(word) > 4 and "-" not in word]
    step = len(pool) // 150
    picked = pool[::step][:150]
    patterns = []
    for number, word in enumerate(picked):
        pattern = (word, word[:-1] + "*", word, f"{word} {pool[number * step + 1]}", word[:-1] + "*")[number % 5]
        patterns.append((f"B.{number % CODES:02d}", pattern))
    return patterns


def make_codebook(language: str) -> Codebook:
    """The rule set as a codebook."""
    cues: dict[str, list[Cue]] = {}
    for number, (code, pattern) in enumerate(make_patterns(language)):
        weight = "weak" if number % 7 == 6 else "strong"
        polarity = "contrary" if number % 9 == 8 else "supporting"
        cues.setdefault(code, []).append(
            Cue(f"{code}/{language}/{weight}/{number}", pattern, language, weight, polarity, 1)
        )
    none = Words()
    codes = tuple(
        Code(code, "B", none, none, none, (), (), (), (), (), tuple(found), (), 1, "0" * 64)
        for code, found in sorted(cues.items())
    )
    return Codebook("bench", "1", none, (), codes, (), (), (), {}, "0" * 64)


def write_corpus(folder: Path, transcripts: int, words: int, language: str) -> None:
    """Write so many text files of so many words: `P: ...` asks, `N: ...` answers, a blank line between."""
    types, frequencies = list_words(language)
    cumulative = list(itertools.accumulate(frequencies))
    phrases = [pattern.split() for _, pattern in make_patterns(language) if " " in pattern]
    dice = random.Random(20_250_101)
    for number in range(transcripts):
        drawn = iter(dice.choices(types, cum_weights=cumulative, k=words + 2_000))
        turns = []
        count = 0
        while count < words:
            asks = len(turns) % 2 == 0
            sentences = [_make_sentence(drawn, phrases, dice) for _ in range(1 if asks else dice.randint(3, 14))]
            if asks:
                sentences = [sentence[:9] for sentence in sentences]
            count += sum(map(len, sentences)) + 1
            said = " ".join(_write_sentence(sentence, dice) for sentence in sentences if sentence)
            turns.append(f"{'P' if asks else 'N'}: {said}")
            if count > words - 300:
                break
        (folder / f"t{number:04d}.txt").write_text("\n\n".join(turns) + "\n", encoding="utf-8", newline="\n")


def _make_sentence(drawn: Iterator[str], phrases: list[list[str]], dice: random.Random) -> list[str]:
    length = min(45, max(3, round(dice.lognormvariate(2.45, 0.5))))
    sentence = list(itertools.islice(drawn, length))
    if phrases and dice.random() < 0.1:
        sentence[length // 2 : length // 2] = dice.choice(phrases)
    return sentence


def _write_sentence(sentence: list[str], dice: random.Random) -> str:
    written = sentence.copy()
    if len(written) > 9:
        written[len(written) // 3] += ","
    written[0] = written[0].capitalize()
    return " ".join(written) + dice.choices((".", "?", "...", "!"), (88, 6, 4, 2))[0]


def read_transcript(path: Path, language: str) -> Transcript:
    """A made file as a transcript, its turns known."""
    text = path.read_text(encoding="utf-8")
    turns = []
    start = 0
    for number, paragraph in enumerate(text.rstrip("\n").split("\n\n"), 1):
        role = "interviewer" if paragraph[0] == "P" else "respondent"
        span = Span(start + 3, start + len(paragraph))
        turns.append(Turn(number, paragraph[0], role, span, None, "" if role == "interviewer" else path.stem))
        start += len(paragraph) + 2
    return Transcript(path.name, text, tuple(turns), language, "0" * 64, "0" * 64)
