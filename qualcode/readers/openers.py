"""Lines that open a speaker's words, told from lines that only go on: for formats that wrap their lines."""

from collections import Counter
from collections.abc import Sequence

from qualcode.readers.talk.labels import Found, fold, is_known, read_label

_ON_A_LINE_OF_ITS_OWN = frozenset(("stamp", "bare", "heading"))
_COMMON_IN_PROSE = frozenset(("bare", "dash", "dot", "tab"))  # once, these are part of a sentence


def find_openers(lines: Sequence[str]) -> list[Found | None]:
    """For each line the label that it likely begins with, or None.

    A string that looks like a label counts where it comes again, is a word for speakers or begins with a capital:
    `yang penting: ...` once in the middle of a sentence does not. It is a first guess, for joining lines alone; who
    speaks is decided over the whole text.
    """
    founds = [read_label(line) for line in lines]
    counts = Counter(fold(found.label) for found in founds if found)
    return [found if found and _is_likely(found, counts) else None for found in founds]


def join_lines(lines: Sequence[str], opener: Found | None) -> str:
    """Wrapped lines as one; a label that stands on a line of its own (`Ani  0:10`) keeps it."""
    alone = opener is not None and opener.shape in _ON_A_LINE_OF_ITS_OWN
    return "\n".join((lines[0], " ".join(lines[1:]))) if alone and len(lines) > 1 else " ".join(lines)


def _is_likely(found: Found, counts: Counter[str]) -> bool:
    if counts[fold(found.label)] > 1:
        return True
    return found.shape not in _COMMON_IN_PROSE and (not found.label[:1].islower() or is_known(found.label))
