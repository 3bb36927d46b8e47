"""Words and marks, the one tokeniser of qualcode: regular expressions over the canonical text, offsets in code points.

A word is what people typed as one: `kira-kira`, `antar-dinas`, `UMKM-nya`, `don't`, `2.500.000`, `Kab.`, `S.E.`;
`Rp` and the percent sign stand apart from their number, and so do the two ends of `50%-70%`. Every other visible
character is a mark of its own; dots in a row, a flag and an emoji with its modifiers are one mark. No token depends
on what stands beyond the white space around it, so that tokens may be remembered for whatever white space separates.
"""

import re
from collections.abc import Iterable

from qualcode.language.words import words

# Abbreviations of names, titles and places: more must follow, so they never end a sentence.
TITLES = words(
    "al bpk bp co cv dr dra drs gg hj hlm ir jl jln kab kades kec kel kep maks mis mr mrs ms nn ny prof prov pt pte"
    " rek sdr sdri spt sr st tgl tlp tn yth"
)
# Abbreviations that may end a sentence or not.
CLOSERS = words("dkk dll dsb dsj dst etc inc jr ltd tbk tsb ybs vs")
# Abbreviations before a number only: "No.5", against the answer "No."
BEFORE_NUMBERS = words("art hal no nos nr pp psl vol")

# Marks that combine with the letter before them, and the joiners of Arabic and Indic scripts.
_COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0e31-\u0e3a\u0e47-\u0e4e\u1b00-\u1b04\u1b34-\u1b44\ua980-\ua983\ua9b3-\ua9c0\u200c\u200d"
)


def _look_behind(abbreviations: Iterable[str], after: str = "") -> str:
    """A test that one of them stands before the full stop just read; look-behinds want one width each."""
    by_width: dict[int, list[str]] = {}
    for word in sorted(abbreviations):
        by_width.setdefault(len(word), []).append(word)
    return "|".join(rf"(?<=\b(?:{'|'.join(group)})\.){after}" for _, group in sorted(by_width.items()))


_ABBREVIATION = _look_behind(TITLES | CLOSERS) + "|" + _look_behind(BEFORE_NUMBERS, r"(?=\d)")
_LETTER = r"[^\W\d_]"
_LAST_STOP = "|".join(rf"(?<=\b{_LETTER}\.{_LETTER * letters}\.)" for letters in range(1, 5)) + r"|(?<=\b[Pp]h\.[Dd]\.)"
_INSIDE_WORD = (
    r"(?<=\d)[.,:]\d+"  # 2.500.000,00 and 08.30
    r"|(?<!\d)[-‑]\w+|(?<=\d)[-‑][^\W\d]\w*"  # kira-kira, Covid-19 and 2000-an, but not 2019-2020
    r"|['’]\w+"  # jum'at, don't
    rf"|[{_COMBINING}]+\w*"
    r"|\.(?:(?<=\b[^\W\d_]\.)[^\W\d_]{1,4}(?!\w)|(?<=\b[Pp]h\.)[Dd]\b"  # S.E, M.Si, a.n, Ph.D
    rf"|{_LAST_STOP}"  # and their last full stop
    rf"|(?i:{_ABBREVIATION}))"
)
_WORD = rf"[Rr][Pp](?=\d)|\w+(?:(?=[-‑'’.,:{_COMBINING}])(?:{_INSIDE_WORD}))*"
_MARK = (
    r"\.{2,}"
    r"|[\U0001f1e6-\U0001f1ff]{2}"
    r"|[^\w\s][\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*(?:\u200d[^\w\s][\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*)*"
)

WORD = re.compile(_WORD)
TOKEN = re.compile(f"{_WORD}|{_MARK}")


ENDING = ",.?!"
WITH_STOP = TITLES | CLOSERS


def list_tokens(text: str) -> list[str]:
    """The words and marks of a text in lower case, the same that `TOKEN` finds: most of what stands between two blanks
    is a plain word, or one with a mark of `ENDING` that is no stop of an abbreviation, and needs no pattern. (`ſt.` may
    be one: the pattern takes an ſ for an s.)"""
    tokens: list[str] = []
    for chunk in text.split():
        if chunk.isalpha():
            tokens.append(chunk)
        elif chunk[-1] in ENDING and (word := chunk[:-1]).isalpha() and word.isascii() and word not in WITH_STOP:
            tokens += (word, chunk[-1])
        else:
            tokens += TOKEN.findall(chunk)
    return tokens


def find_words(text: str) -> list[str]:
    """The words of `text` in order, without marks."""
    return WORD.findall(text)


def is_word(token: str) -> bool:
    """Whether a token is a word; else it is a mark."""
    return token[0].isalnum() or token[0] == "_"
