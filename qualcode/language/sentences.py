"""Where sentences end in transcribed speech, Indonesian and English alike.

A full stop after an abbreviation, an initial, an academic degree or inside a number ends nothing; dots in a row are a
pause unless a capital follows; a quoted question followed by "he asked" goes on. A line break is no end, a blank line
is. A remark such as `(tertawa)` belongs to the sentence before it.
"""

import re

from qualcode.language.tokens import BEFORE_NUMBERS, CLOSERS, TITLES

_CLOSING = "\"'”’»)\\]"
_REMARK = r"\s+(?:\([^\W\d][^()\n]{0,40}\)|\[[^\W\d][^\[\]\n]{0,40}\])[.…]*(?=\s|\Z)"
_ABBREVIATIONS = TITLES | CLOSERS | BEFORE_NUMBERS
_LETTERS = r"[^\W\d_]"


def _follow_word(letters: int) -> str:
    """A test that the stop just read follows a word of so many letters that is no abbreviation."""
    abbreviations = "|".join(sorted(word for word in _ABBREVIATIONS if len(word) == letters))
    return rf"(?<=\s{_LETTERS}{{{letters}}}[.!?])(?<!(?i:{abbreviations})\.)"


_LONGEST = max(map(len, _ABBREVIATIONS))
_LONG_WORD = rf"(?<={_LETTERS}{{{_LONGEST + 1}}}[.!?])"
_END = re.compile(
    r"[.!?…؟۔\n](?:"
    rf"(?:{_LONG_WORD}|{'|'.join(map(_follow_word, range(2, _LONGEST + 1)))})(?=\s+[^\s(\[])(?P<sure>)\s+"  # most
    rf"|(?<!\n)(?P<stop>[.!?…؟۔]*)(?P<close>[{_CLOSING}]*)(?=\s|\Z|(?<=[a-z]{{2}}\.)[A-Z][a-z])"  # two: "ya.Kami"
    rf"(?:{_REMARK})?(?P<end>)\s*"
    r"|(?<=\n)[^\S\n]*\n\s*"
    r"|(?<=\n)[^\S\n]*(?=[-•*–][^\S\n])"
    r")"
)
_OPENING = "\"'“‘«([¿¡-–—*"
_WORD_BACKWARDS = re.compile(r"[^\s\"'“‘(\[]*")
_MOST_LETTERS = 20


def find_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]` as pairs `(start, end)` in code points of `text`, in order, trimmed of
    white space. Together they hold every visible character."""
    end = len(text) if end is None else end
    sentences: list[tuple[int, int]] = []
    stretch = text[start:end]
    begin = start + len(stretch) - len(stretch.lstrip())
    end = begin + len(stretch.strip())
    for match in _END.finditer(text, begin, end):
        kind = match.lastgroup
        if kind is None:  # a blank line, or a line that begins with a bullet
            sentences.append((begin, begin + len(text[begin : match.start()].rstrip())))
        elif kind == "sure" or match.end() == end or _ends_sentence(text, begin, match):
            sentences.append((begin, match.end(kind)))
        else:
            continue
        begin = match.end()
    if begin < end:
        sentences.append((begin, end))
    return sentences


def _ends_sentence(text: str, begin: int, match: re.Match[str]) -> bool:
    stop = text[match.start() : match.end("stop")]
    following = text[match.end() : match.end() + 40].lstrip(_OPENING)[:1]
    goes_on = following.islower()
    if match["close"] and goes_on:  # "Kapan?" tanya saya.
        return False
    if stop[0] == "…" or (stop[:2] == ".." and set(stop) == {"."}):
        return not goes_on
    if stop != ".":
        return True
    backwards = text[max(begin, match.start() - _MOST_LETTERS) : match.start()][::-1]
    word = _WORD_BACKWARDS.match(backwards)
    before = word.group()[::-1] if word else ""
    is_first = before.isdigit() and not text[begin : match.start() - len(before)].strip()
    return not _is_abbreviated(before, following, is_first)


def _is_abbreviated(word: str, following: str, is_first: bool) -> bool:
    """Whether the full stop after `word` belongs to it, given the first letter of what follows."""
    plain = word.casefold()
    if plain in TITLES:
        return True
    if plain in CLOSERS:
        return not following.isupper()
    if plain in BEFORE_NUMBERS or (is_first and len(plain) < 3 and plain.isdigit()):  # No. 5; 1. Rapat
        return following.isdigit() or plain.isdigit()
    if len(word) == 1:
        return word.isupper() and following.isupper()  # A. Yani
    pieces = plain.split(".")
    return len(pieces) > 1 and len(pieces[0]) <= 2 and all(piece.isalpha() and len(piece) <= 4 for piece in pieces)
