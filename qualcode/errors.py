"""One family of errors: what a user can mend, told in two plain lines."""

from itertools import takewhile

from qualcode.messages import mark

MOST_NAMED = 14  # known words listed in one line
_ALIKE = 0.6  # from which share of common letters on a word may be a typing error of another


class QualcodeError(Exception):
    """A mistake that the user can mend: `what` went wrong and `how` to mend it, one plain line each.

    Anything else that is raised is a bug of qualcode's own. The command line ends with exit status 1 for the first
    and 3 for the second.
    """

    def __init__(self, what: str, how: str) -> None:
        super().__init__(f"{what}\n{how}")
        self.what = what
        self.how = how


class UnreadableSource(QualcodeError):
    """A transcript file that cannot be read; the other files still load."""


class OwnResult(UnreadableSource):
    """A file that qualcode itself wrote as a result; it holds no interview."""

    def __init__(self) -> None:
        super().__init__(
            mark("it holds results of qualcode, no interview, and is passed over"),
            mark("Move it out of the folder of transcripts"),
        )


class MissingExtra(QualcodeError):
    """A part that needs a package which is not installed.

    `extra` names the group to install, as in `pip install 'qualcode[pdf]'`.
    """

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(what, mark("Install it with: {command}", command=f"pip install 'qualcode[{extra}]'"))


def suggest(word: str, known: tuple[str, ...]) -> str:
    """How to mend a word that is not among the known ones: the nearest of them, or the first few."""
    near = find_nearest(word, known)
    if near:
        return mark("Did you mean `{near}`?", near=near)
    more = ", ..." if len(known) > MOST_NAMED else ""
    return mark("Known: {known}", known=(", ".join(known[:MOST_NAMED]) + more) or mark("none"))


def find_nearest(word: str, known: tuple[str, ...]) -> str:
    """The known word that is most like one, of those alike the one that begins most like it; "" where none is."""
    from difflib import SequenceMatcher

    def measure(each: str) -> tuple[float, int]:
        one, other = word.casefold(), each.casefold()
        begin = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
        alike = 1.0 if sorted(one.split("-")) == sorted(other.split("-")) else SequenceMatcher(None, one, other).ratio()
        return alike, len(list(begin))

    alike, nearest = max(((measure(each), each) for each in known), key=lambda pair: pair[0], default=((0.0, 0), ""))
    return nearest if alike[0] >= _ALIKE else ""
