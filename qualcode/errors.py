"""One family of errors: what a user can mend, told in two plain lines."""

from qualcode.messages import mark


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
