"""codings/.words.json: what coding learnt of the words of a study, so that they need not be looked up again.

It is derived and can be deleted. Another version of the program begins anew.
"""

import json
from pathlib import Path

from qualcode import __version__
from qualcode.formats.json_text import parse_json
from qualcode.language.lemmas import Learnt, begin_with
from qualcode.store.files import write_file

NAME = ".words.json"


class Vocabulary:
    """The words of the study that keeps its codings in `folder`; a file that is none is passed over."""

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
            content = {"version": __version__, **known}
            write_file(self._path, json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())
            self._kept = self._learnt.size


def _read(path: Path) -> Learnt:
    try:
        content = parse_json(path.read_bytes())
        if content.pop("version") == __version__:
            learnt = Learnt(**content)
            lemmas = {*map(type, learnt.id.values()), *map(type, learnt.en.values())}
            if lemmas <= {str} and {*map(type, learnt.listed.values())} <= {bool}:
                return learnt
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass  # whatever it is, all is learnt again
    return Learnt()
