"""Codebooks made out of a codebook to ask a coder what stands in a text besides what it coded."""

from dataclasses import replace
from itertools import starmap

from qualcode.model import Code, Codebook, Cue, FalseFriend, Words


def loosen(codebook: Codebook) -> Codebook:
    """The codebook with weak cues and cues of answers as good as strong ones and without false friends: what it finds
    is where cues stand, whether or not they count there. Each cue keeps its rule."""
    return replace(
        codebook,
        codes=tuple(replace(code, cues=tuple(map(_strengthen, code.cues))) for code in codebook.codes),
        false_friends=(),
    )


def expose_false_friends(codebook: Codebook) -> Codebook:
    """A codebook that looks for the false friends of `codebook` alone, each a code with its number for an id."""
    return replace(
        codebook,
        families=(),
        codes=tuple(starmap(_expose, enumerate(codebook.false_friends))),
        false_friends=(),
        actors=(),
    )


def _expose(number: int, friend: FalseFriend) -> Code:
    code_id = str(number)
    cue = Cue(code_id, friend.pattern, friend.language, "strong", "supporting", friend.line)
    return Code(code_id, "", Words(), Words(), Words(), (), (), (), (), (), (cue,), (), friend.line, "")


def _strengthen(cue: Cue) -> Cue:
    return replace(cue, weight="strong") if cue.weight in ("weak", "answer") else cue
