"""What PyYAML and libyaml say of a file that is no YAML, in plain words, with what to do about it."""

import re
from typing import Any

from qualcode.messages import mark

_QUOTES = mark("Put the whole text in quotes")
# What they say, what it means, what to do, and whether the fault is where what they speak of began.
_FAULTS: tuple[tuple[str, str, str, bool], ...] = (
    (
        r"mapping values are not allowed",
        mark("a colon stands where none can"),
        mark("Put a text that holds a colon in quotes, and let keys that belong together begin in the same column"),
        False,
    ),
    (
        r"expected ',' or ']'",
        mark("a list that begins here with [ goes wrong"),
        mark("Part its items with commas, end it with ], and put texts that hold commas, brackets or colons in quotes"),
        True,
    ),
    (
        r"expected ',' or '}'",
        mark("what begins here with { goes wrong"),
        mark("Part its items with commas, end it with }, and put texts that hold commas, braces or colons in quotes"),
        True,
    ),
    (r"unexpected end of stream", mark("a quote is opened here and never closed"), mark("Close it"), True),
    (r"could not find expected ':'", mark("a key above has no colon"), mark("Write `key: value`"), False),
    (
        r"cannot start any token",
        mark("a text begins here with a sign that YAML keeps for itself"),
        _QUOTES,
        False,
    ),
    (
        r"alphabetic or numeric character|expected tag|expected URI|undefined tag|tag handle",
        mark("a text begins here with *, & or !, which YAML keeps for itself"),
        _QUOTES,
        False,
    ),
    (
        r"unknown escape character",
        mark("a backslash stands in double quotes"),
        mark("Use single quotes, or write two backslashes"),
        False,
    ),
    (
        r"comment or line break|chomping or indentation",
        mark("a text begins on the line of > or |"),
        mark("Begin it on the next line, further to the right"),
        False,
    ),
    (
        r"sequence entries are not allowed",
        mark("an item of a list stands behind a key"),
        mark("Begin it with `- ` on a line of its own"),
        False,
    ),
    (
        r"expected key|'-' indicator|<block end>",
        mark("this line does not begin in the column of those that it belongs to"),
        mark("Indent it with as many blanks as they have; a quote or a bracket above may be closed too early"),
        False,
    ),
    (r"document start", mark("this line belongs to nothing"), mark("Write `key: value`"), False),
)


def explain(error: Any, text: str) -> tuple[int, str, str]:
    """The line (from 1, 0 for none), what is wrong there and how to mend it, of PyYAML's MarkedYAMLError.

    What is not known here is told in PyYAML's own words.
    """
    place = error.problem_mark or error.context_mark
    line = place.line + 1 if place else 0
    lines = text.splitlines()
    if 0 < line <= len(lines) and re.match(r" *\t", lines[line - 1]):
        return line, mark("this line begins with a tab"), mark("Indent with blanks; YAML knows no tabs")
    for said, what, how, at_begin in _FAULTS:
        if re.search(said, error.problem or ""):
            begin = error.context_mark if at_begin and error.context_mark else place
            return (begin.line + 1 if begin else 0), mark("not valid YAML: {problem}", problem=what), how
    how = mark("Check indents, colons and quotes there and in the line above")
    return line, mark("not valid YAML: {problem}", problem=error.problem), how
