"""Labels at the beginning of a line: their shapes, and whether a string can name a speaker at all."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple

from qualcode.readers.talk import stamps
from qualcode.readers.talk.vocabulary import (
    HEAD_KEYS,
    INTERVIEWERS,
    MAIL_KEYS,
    PARTICLES,
    PERSONS,
    RESPONDENTS,
    SPEAKERS,
    TITLES,
)

# What stands between a label and the words: `Ani: words`, `Ani  0:10` and a new line, `[Ani] words`, `## Ani`,
# `Ani<tab>words` (or blanks for the tab), `Ani - words`, `A. words`, `**Ani** words`, `INTERVIEWER` alone, `Ani; words`
# and other marks, and `>>` or `- ` for a change of speaker without a name.
Shape = Literal["colon", "stamp", "bracket", "heading", "tab", "dash", "dot", "bold", "bare", "mark", "change"]

MAX_LABEL = 60
_WINDOW = 110  # a label with its time stamp ends before this column
_MAX_NAMES = 5


class Found(NamedTuple):
    """A string at the beginning of a line that may be a speaker's label; `end` is where the words begin."""

    shape: Shape
    label: str
    time: str | None
    end: int


_LEAD = re.compile(r"[\s\u200b-\u200f\ufeff]*(?:(>>+|[-–—•])(?!-)\s?|>\s?)?\s*(?:[\[(]?\d{1,4}[.)\]]\s+(?=[^\W\d]))?")
_JOINT = re.compile(r"\s*(?:[-–|]\s)?\s*")
_EMPHASIS = re.compile(r"[*_]{0,2}")
_COLON = re.compile(r"\s*(?:\*\*|__|\*)?[ \t]*[:：](?:-(?=[ \t]))?[ \t]*(?:\*\*|__|\*)?(?!//)[ \t]*")
_APART = re.compile(r"[ \t]+(?=\S)")
_BRACKET = re.compile(
    r"[\[<({](?P<label>(?:[^\[\]<>(){}:\n]|\([^()\n]{1,20}\)){1,30})[\])>}][ \t]*(?P<colon>[:：])?[ \t]*"
)
_HEADING = re.compile(r"\s{0,3}#{1,6}[ \t]+(?P<label>[^\n]{1,60}?)[ \t]*[:：]?[ \t]*#*\s*$")
_IN_HEADING = re.compile(r"\s{0,3}#{1,6}[ \t]")
_TAB = re.compile(r"(?P<label>[^\t\n]{1,60}?)(?: *\t\s*| {2,})(?=\S)")
_DASH = re.compile(r"(?P<label>[^\n–—-]{1,40}(?:-\d{1,3})?)\s+[-–—]\s+(?=\S)")
_DOT = re.compile(r"(?P<label>[A-Z]{1,2}\d{0,2})[.)][ \t]+(?=\S)")
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<label>[^*_\n]{1,60})(?P=mark)[ \t]*")
_MACHINE = re.compile(r"(?P<label>SPEAKER[_ ]?\d{1,3}|Speaker[_ ]\d{1,3})(?=\s|$)[ \t]*(?:[-–—][ \t]+)?")
_OTHER_COLON = re.compile(r"\([^()]+\)\s*\w|\[[^\[\]]+\]")  # `(Ani) Catatan: words`, `[Ani]: words`
_CHATTER = re.compile(r"\S[^\n]{0,39}")  # in a chat anything is a name: +62 812-3456-7890, ~rina
_SENT = re.compile(r"(?:From|Dari) +([^:]{1,40}?)(?: +(?:to|ke|kepada) +[^:]+)?(?= *(?::|$))")  # Zoom's chat
_FIRST_COLON = re.compile("[:：]")
_EDGES = "#*_ \t-–|,"
_WORDS = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"[A-Z]{1,4}[-_. ]?\d{0,3}[a-z]?|[A-Za-z]{1,4}[-_]?\d{1,3}")
_NEVER = re.compile(r"[\"“”„«»?!;|={}\t…:：]|[^\W\d_]{5}\. ")  # a longer word before a full stop ends a sentence


@lru_cache(maxsize=4096)
def fold(label: str) -> str:
    """The key under which different spellings of one label meet: casefolded, one space, no colon, no emphasis."""
    return " ".join(label.strip(" \t:*_").casefold().split())


def read_label(line: str) -> Found | None:
    """The label that may stand at the beginning of a line, with its time stamp; None where there can be none.

    Whether it is one is decided over the whole text (see belief.py).
    """
    head = line[:_WINDOW]
    if not head:
        return None
    has_colon = ":" in head or "：" in head
    if not has_colon and not _may_begin_otherwise(head):
        return None
    if head.lstrip()[:1] == "#" and (heading := _HEADING.match(line)):
        return Found("heading", heading["label"].strip("*_ "), None, len(line))
    lead = _LEAD.match(head)
    start, change = (lead.end(), lead[1]) if lead else (0, None)
    stamp = stamps.ANY.match(head, start) if has_colon and not head[start : start + 1].isalpha() else None
    time = stamps.strip_stamp(stamp[0]) if stamp else None
    begin = _skip(_JOINT, head, stamp.end()) if stamp else start
    sent = stamp is not None and _SENT.match(head, begin)
    chat = stamps.is_dated(time) or sent
    found = _read_colon(head, begin, line, _CHATTER.fullmatch if chat else can_name) if has_colon else None
    if not found and (begin or not has_colon or _may_begin_otherwise(head)):
        found = _read_other(head, begin, line, stamped=bool(stamp))
    heads = _IN_HEADING.match(head) and found and len(words_of(found.label)) > 1  # `### The researcher: years abroad`
    if found and not heads:
        label = _SENT.sub(r"\1", found.label) if sent else found.label
        return found._replace(label=label, time=time or found.time)
    if change and line[start:].strip():
        return Found("change", "", time, start)
    return None


def has_label(words: str) -> bool:
    """Whether the first line may begin with a label, a change of speaker without a name not counted."""
    found = read_label(words[:200].split("\n", 1)[0])
    return found is not None and bool(found.label)


def _may_begin_otherwise(head: str) -> bool:
    """A quick look, for every line of a text comes here: most hold no label and must cost little."""
    first = head[0]
    if not first.isalnum():
        return first in "[<({#*_>-–—•" or first.isspace()
    return (
        (" - " in head or "\t" in head or "  " in head or " – " in head or " — " in head)
        or (first.isupper() and _DOT.match(head) is not None)
        or (first in "sS" and _MACHINE.match(head) is not None)
        or (head.count(" ") < 3 and _stands_alone(head.rstrip()))
    )


def _stands_alone(line: str) -> bool:
    """Whether a whole line is a word for a speaker: INTERVIEWER, Speaker 1, Tim Peneliti."""
    return line[:1].isupper() and "  " not in line and is_known(line) and PERSONS.isdisjoint(words_of(line))


def _skip(pattern: re.Pattern[str], head: str, position: int) -> int:
    match = pattern.match(head, position)
    return match.end() if match else position


def _read_colon(head: str, begin: int, line: str, names: Callable[[str], object]) -> Found | None:
    """`Ani: words`, `**Ani:** words`, `Ani [0:10]: words`, `Ani: [0:10] words`, `Ani  0:10`."""
    start = _skip(_EMPHASIS, head, begin)
    at_end = stamps.AT_END.search(line) if len(line) <= _WINDOW and not line.rstrip()[-1].isalpha() else None
    if at_end and ":" not in line[start : at_end.start()]:
        label = line[start : at_end.start()].strip(_EDGES)
        label = label[1:-1] if label[:1] == "[" and label[-1] == "]" else label
        return Found("stamp", label, stamps.strip_stamp(at_end[0]), len(line)) if can_name(label) else None
    colon = _FIRST_COLON.search(head, start)
    if not colon:
        return None
    stamp = stamps.ANY.search(head, start) if head[colon.end() : colon.end() + 1].isdigit() else None
    if stamp and not stamp.start() < colon.start() < stamp.end():  # the first colon is not the clock's
        stamp = None
    label = head[start : stamp.start() if stamp else colon.start()].strip(_EDGES)
    dotted = stamps.DOTTED_AT_END.search(label) if not stamp and label[-1:] in (")", "]") else None
    label = label[: dotted.start()] if dotted else label
    joint = _COLON.match(head, stamp.end() if stamp else colon.start())
    if stamp and not joint:  # `Ani [0:10] words`, `Ani  0:10  words`
        set_off = stamp[0][0] in "[(" or head[: stamp.start()].endswith(("  ", "\t"))
        joint = _APART.match(head, stamp.end()) if set_off else None
    if not joint or not names(label) or _inside_number(head, joint) or _OTHER_COLON.match(label):
        return None
    later = None if stamp else stamps.BRACKETED.match(head, joint.end())
    time = stamp or dotted or later
    return Found("colon", label, stamps.strip_stamp(time[0]) if time else None, (later or joint).end())


def _inside_number(head: str, joint: re.Match[str]) -> bool:
    """Whether the colon stands between digits: Pukul 10:30, Matius 5:3."""
    return (
        head[joint.end() - 1] in ":："
        and head[joint.start() - 1].isdigit()
        and head[joint.end() : joint.end() + 1].isdigit()
    )


def _read_other(head: str, begin: int, line: str, *, stamped: bool) -> Found | None:
    shapes: tuple[tuple[Shape, re.Pattern[str]], ...] = (
        ("bare", _MACHINE),
        ("bracket", _BRACKET),
        ("bold", _BOLD),
        ("tab", _TAB),
        ("dot", _DOT),
        ("dash", _DASH),
    )
    alone = line[begin:].strip()
    if len(alone) <= MAX_LABEL and (is_known(alone) if stamped else _stands_alone(alone)):
        return Found("bare", alone, None, len(line))
    for shape, pattern in shapes:
        match = pattern.match(head, begin)
        if match and can_name(label := match["label"].strip("*_ \t")):
            if shape == "bracket" and not (is_code(label) or is_known(label) or is_name(label)):
                continue
            return Found("colon" if shape == "bracket" and match["colon"] else shape, label, None, match.end())
    return None


@lru_cache(maxsize=4096)
def words_of(label: str) -> tuple[str, ...]:
    """The label's words, casefolded, without digits and punctuation."""
    return tuple(word.casefold() for word in _WORDS.findall(label))


@lru_cache(maxsize=4096)
def is_code(label: str) -> bool:
    """Whether the label is a letter, initials or a number code: P, KS, I1, INF-02, id1."""
    return _CODE.fullmatch(label.strip()) is not None


@lru_cache(maxsize=4096)
def is_known(label: str) -> bool:
    """Whether the label is made of words that mark speakers: Pewawancara, Informan 2, Tim Peneliti, SPEAKER_00."""
    words = words_of(label)
    if not words or len(words) > 3 or _NEVER.search(label):
        return False
    known = INTERVIEWERS | RESPONDENTS | SPEAKERS
    if all(word in known for word in words):
        return label[:1].isupper() or len(words) == 1
    return (words[0] in known or words[-1] in known) and is_name(label)


@lru_cache(maxsize=4096)
def is_head_key(label: str) -> bool:
    """Whether the label names a field of a transcript's head: Tanggal, Lokasi, Kode informan, Transcript ID."""
    words = words_of(label)
    numbered = is_code(label) and label[-1:].isdigit()  # [id1] is a speaker
    return (
        bool(words) and not numbered and ((words[0] in HEAD_KEYS and len(words) <= 4) or label.casefold() in MAIL_KEYS)
    )


@lru_cache(maxsize=4096)
def can_name(label: str) -> bool:
    """Whether a string can be a speaker's label by its form alone: a name, a known word, a code, or one plain word."""
    if not label or len(label) > MAX_LABEL or _NEVER.search(label):
        return False
    if not words_of(label):
        return False
    return is_code(label) or is_known(label) or is_name(label) or label.isalpha()


def is_name(label: str) -> bool:
    """Whether every word is written as names are: capital, title, particle, number, or a script without capitals."""
    plain = re.sub(r"\([^)]*\)?", " ", label)  # Interviewer (KS), Bu Lastri (pemilik usaha)
    names = 0
    for word in re.split(r"[\s/&+,]+", plain):
        bare = word.strip(".'’`\"-_#")
        if not bare or bare.casefold() in PARTICLES or bare.isdigit():
            continue
        if bare[0].islower() and bare.islower() and bare not in TITLES:  # iPhone is a name
            return False
        names += "." not in word and bare.casefold() not in TITLES
    return bool(plain.strip()) and names <= _MAX_NAMES
