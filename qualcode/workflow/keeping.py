"""Which codings are kept although the codebook has changed.

People change a codebook in small steps: a definition, an example, a cue. What a cue changes it changes where it stands.
So the codings of a transcript in which no cue that came or went can stand are as a full run would make them, but for
the hashes and the version that they name, and only these are written anew.
"""

import json
from functools import cached_property
from pathlib import Path

from qualcode.codebook.patterns import PatternError
from qualcode.coders.cue_words import CueWords
from qualcode.model import Codebook, Cue
from qualcode.store.codings import Standing, restamp_codings
from qualcode.store.files import write_file

CUES = ".cues.json"  # beside the codings: the cues of the last run that came to its end


def describe_frame(codebook: Codebook) -> tuple[object, ...]:
    """What decides about codings in a codebook apart from its cues."""
    return (
        sorted((code.id, sorted(sub.id for sub in code.subcodes)) for code in codebook.codes),
        sorted(codebook.list_obstacles()),
        sorted((actor.pattern, actor.language) for actor in codebook.actors),
        sorted((friend.pattern, friend.language, friend.code) for friend in codebook.false_friends),
        sorted((language, sorted(words.items())) for language, words in codebook.lemma_exceptions.items()),
    )


class Keeper:
    """Keeps the codings in `folder` that `codebook` would make just so."""

    def __init__(self, folder: Path, codebook: Codebook) -> None:
        self.folder = folder
        self._codebook = codebook

    def keep(self, standings: tuple[Standing, ...]) -> tuple[Standing, ...]:
        """Those of one source, if all of them are to be kept; what they name of the codebook is set right. Else ()."""
        codebook = self._codebook
        other = [each for each in standings if each.makings.codebook != codebook.hash]
        if not all(map(self._is_same, other)):
            return ()
        for standing in other:
            edition = f"{codebook.name}@{codebook.version}"
            restamp_codings(self.folder, standing, codebook.hash, edition, self._hash_code)
        return standings

    def keep_cues(self) -> None:
        """Note the cues by which all codings are made now."""
        content = {"codebook": self._codebook.hash, "cues": sorted(map(_lay_out, _list_cues(self._codebook)))}
        write_file(self.folder / CUES, json.dumps(content, ensure_ascii=False).encode())

    def _is_same(self, standing: Standing) -> bool:
        known, changed = self._changed
        words = standing.makings.words.split(" ")
        return known == standing.makings.codebook and not changed.can_stand(words, standing.account.language)

    @cached_property
    def _changed(self) -> tuple[str, CueWords]:
        """The hash of the codebook of the last run, and the cues that came or went since."""
        nothing = "", CueWords((), {})
        try:
            content = json.loads((self.folder / CUES).read_text(encoding="utf-8"))
            then = {tuple(cue) for cue in content["cues"]}
            now = {_lay_out(cue) for cue in _list_cues(self._codebook)}
            patterns = {(pattern, language) for _, pattern, language, *_ in then ^ now}
            return content["codebook"], CueWords(patterns, self._codebook.lemma_exceptions)
        except (OSError, ValueError, KeyError, TypeError, PatternError):
            return nothing  # whatever it is, all is made again

    def _hash_code(self, code_id: str) -> str:
        code = self._codebook.find(code_id)
        return code.hash if code else ""


def _list_cues(codebook: Codebook) -> list[Cue]:
    return [cue for code in codebook.codes for cue in code.cues]


def _lay_out(cue: Cue) -> tuple[str, ...]:
    return cue.rule, cue.pattern, cue.language, cue.weight, cue.polarity, cue.subcode
