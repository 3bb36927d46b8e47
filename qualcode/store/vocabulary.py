"""codings/.words: what coding learnt of the words of a study, so that they need not be looked up again.

It is derived and can be deleted. One that was changed, and one of another edition of words (see `language.edition`), is
passed over: all is learnt again.
"""

import json
from hashlib import sha256
from pathlib import Path

from qualcode.formats.json_text import parse_json
from qualcode.language.edition import find_edition
from qualcode.language.lemmas import Learnt, begin_with
from qualcode.store.files import write_file

NAME = ".words"


class Vocabulary:
    """The words of the study that keeps its codings in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._learnt = _read(self._path)
        self._kept = self._learnt.size

    def use(self) -> None:
        """Let lemmas be found with what is known of these words, and learnt for this study alone."""
        begin_with(self._learnt)

    def keep(self) -> None:
        """Write down what has been learnt since."""
        if self._learnt.size > self._kept:
            known = {name: getattr(self._learnt, name) for name in Learnt.__slots__}
            body = json.dumps(known, ensure_ascii=False, separators=(",", ":")).encode()
            write_file(self._path, _seal(body) + body)
            self._kept = self._learnt.size


def _read(path: Path) -> Learnt:
    try:
        head, end, body = path.read_bytes().partition(b"\n")
        return Learnt(**parse_json(body)) if head + end == _seal(body) else Learnt()
    except (OSError, ValueError, TypeError):
        return Learnt()


def _seal(body: bytes) -> bytes:
    """The first line: the edition, and the hash of what follows."""
    return f"{find_edition()} {sha256(body).hexdigest()}\n".encode()
