"""WebVTT as Teams, Zoom and YouTube write it: voices, labels in the words, dashes at a change of speaker.

Parsed here: two voices in one cue, times as written and cues after a slip in the format must not be lost.
"""

import re
from html import unescape
from pathlib import Path

from qualcode.errors import UnreadableSource
from qualcode.formats.encoding import decode
from qualcode.formats.source import load
from qualcode.messages import mark
from qualcode.readers.contract import Draft, Reader
from qualcode.readers.cues import Cue, join_cues, split_cues

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]*)>")
_MARKUP = re.compile(r"</?(?:[cibuv]|ruby|rt|lang)(?:[.\s][^>]*)?>|<(?:\d+:)?\d{2}:\d{2}[.,]\d{3}>")


def read(path: Path) -> tuple[Draft, ...]:
    """One interview. A file without a cue is refused."""
    decoded = decode(load(path))
    cues = split_cues(decoded.text, blank_ends=True)
    passages = join_cues([voiced for cue in cues for voiced in _split_voices(cue)])
    if not passages:
        raise UnreadableSource(mark("there are no captions in it"), mark("Export the transcript again as .vtt"))
    return (Draft(passages=passages, notes=decoded.notes),)


def _split_voices(cue: Cue) -> list[Cue]:
    """The cue in stretches of one voice each."""
    before, *voiced = _VOICE.split("\n".join(cue.lines))
    stretches = [(cue.voice, before), *zip(voiced[::2], voiced[1::2], strict=True)]
    return [
        Cue(
            cue.time,
            tuple(unescape(_MARKUP.sub("", words)).split("\n")),
            " ".join(unescape(name or "").split()) or None,
        )
        for name, words in stretches
        if words.strip()
    ]


PART = Reader(name="vtt", extensions=(".vtt",), read=read)
