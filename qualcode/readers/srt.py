"""SubRip subtitles, with or without a speaker's name before the words."""

import re
from pathlib import Path

from qualcode.errors import UnreadableSource
from qualcode.formats.encoding import decode
from qualcode.formats.source import load
from qualcode.messages import mark
from qualcode.readers.contract import Draft, Reader
from qualcode.readers.cues import Cue, join_cues, split_cues

_MARKUP = re.compile(r"</?(?:[ibu]|font)(?:\s[^>]*)?>|\{\\an?\d\}", re.IGNORECASE)


def read(path: Path) -> tuple[Draft, ...]:
    """One interview. A file without a cue is refused."""
    decoded = decode(load(path))
    cues = split_cues(decoded.text, blank_ends=False)
    passages = join_cues([Cue(cue.time, tuple(_MARKUP.sub("", line) for line in cue.lines)) for cue in cues])
    if not passages:
        raise UnreadableSource(mark("there are no captions in it"), mark("Export the transcript again as .srt"))
    return (Draft(passages=passages, notes=decoded.notes),)


PART = Reader(name="srt", extensions=(".srt",), read=read)
