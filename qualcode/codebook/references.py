"""Where a file names a code: renamed where the name stands for the code, listed where it only stands in a text."""

import re
from collections.abc import Iterator, Mapping

from qualcode.codebook.diffing import rename
from qualcode.codebook.layout import Edit, Keys, Layout, Scalar

_OWN_IDS = {("codes", "id"), ("codes", "subcodes", "id")}
_PROSE = {"short", "definition", "use_when", "do_not_use_when", "rule", "why", "note"}


def rename_references(layout: Layout, renamed: Mapping[str, str], spared: tuple[str, ...] = ()) -> list[Edit]:
    """What makes the file name the codes in `renamed` by their new ids; their sub-codes come along.

    A definition or rule is changed only where the id holds a full stop, because `TRUST` may be meant as a word.
    Passages, cues and the logs under `changed:` and `history:` stay as they are, and so does a text that names one of
    the `spared` codes too: it tells the two apart.
    """
    edits = []
    dotted = {old: new for old, new in renamed.items() if "." in old}
    for scalar in layout.walk():
        written = layout.text[scalar.start : scalar.end]
        wanted = renamed if _is_reference(scalar) else dotted if _is_prose(scalar.path) else {}
        now = rename(written, wanted)
        if now != written and not any(names_code(written, code_id) for code_id in spared):
            edits.append(Edit(scalar.start, scalar.end, now))
    return edits


def find_mentions(text: str, code_id: str) -> tuple[int, ...]:
    """The lines of the file whose texts name a code; its own entry's id and logs under `changed:` are left out."""
    layout = Layout(text)
    return tuple(sorted({line for scalar in layout.walk() for line in _find_lines(layout, scalar, code_id)}))


def _find_lines(layout: Layout, scalar: Scalar, code_id: str) -> Iterator[int]:
    if "changed" not in scalar.path and scalar.path not in _OWN_IDS:
        for found in _pattern(code_id).finditer(layout.text, scalar.start, scalar.end):
            yield layout.text.count("\n", 0, found.start()) + 1


def names_code(text: str, code_id: str) -> bool:
    """Whether a text names a code or one of its sub-codes."""
    return _pattern(code_id).search(text) is not None


def _pattern(code_id: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-]){re.escape(code_id)}(?![\w-])")


def _is_reference(scalar: Scalar) -> bool:
    """Whether what stands here is the id of a code or sub-code, or a question between codes."""
    match scalar.path:
        case ("codes", "id") | ("codes", "subcodes", "id") | ("codes", "boundary_with"):
            return True
        case ("codes", "near_misses", "goes_to") | ("codes", "cues", _, _, "subcode"):
            return not scalar.is_key
        case ("false_friends", _, "code") | ("boundary_rules", "question", *_) | ("questions", "codes"):
            return not scalar.is_key
        case ("modes", _, "moves", *_):
            return True
        case (
            ("claims", "codes", "code")
            | ("claims", "rivals", "codes")
            | ("claims", "relation" | "if_then", "from" | "to" | "if" | "then")
        ):
            return not scalar.is_key
    return False


def _is_prose(path: Keys) -> bool:
    return not _PROSE.isdisjoint(path) and {"changed", "history", "exemplars"}.isdisjoint(path)
