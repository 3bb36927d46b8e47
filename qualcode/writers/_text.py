"""Interview text made fit for a format, and nothing more done to it."""

import re

# What XML 1.0 cannot hold and what would steer a terminal; tab and newline stay.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def strip_controls(text: str) -> str:
    r"""The text without control characters; every kind of line break becomes `\n`, tabs stay."""
    if text.isprintable():  # none of either can stand in it, and most texts are
        return text
    return _CONTROLS.sub("", _BREAKS.sub("\n", text))
