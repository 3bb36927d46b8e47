"""Modes: ways to read one codebook that differ in where they file a sub-code."""

from dataclasses import replace

from qualcode.codebook.code_entry import Known
from qualcode.codebook.fields import read_words
from qualcode.errors import suggest
from qualcode.formats.marked_yaml import Checker, Entry, name_part
from qualcode.messages import mark
from qualcode.model import Codebook, Mode


def read_modes(check: Checker, entry: Entry | None, known: Known) -> tuple[Mode, ...]:
    """What stands under `modes:`, in the order of the file. Noted: a mode without label, a move of what is no
    sub-code, and one to what is no code."""
    modes = []
    for key, item in check.mapping(
        entry, "modes", mark("Write one mode a line: its id, a colon and its label")
    ).items():
        entries = check.keys(item, ("label", "moves"), mark("the mode {key}", key=key))
        label = read_words(
            check,
            entries.get("label"),
            name_part("label", key),
            known.languages,
            needed_at=item,
        )
        how = mark("Write one sub-code a line: `CG.COM.support: CG.OUT`")
        moves = check.mapping(entries.get("moves"), mark("moves of {key}", key=key), how)
        modes.append(Mode(key, label, {own: _read_target(check, own, target, known) for own, target in moves.items()}))
    return tuple(modes)


def _read_target(check: Checker, subcode: str, entry: Entry, known: Known) -> str:
    code = check.text(entry, mark("the code for {subcode}", subcode=subcode))
    if subcode not in known.subcodes:
        check.note(entry, mark("there is no sub-code `{subcode}`", subcode=subcode), suggest(subcode, known.subcodes))
    if code not in known.codes:
        check.note(entry, mark("there is no code `{code}`", code=code), suggest(code, known.codes))
    elif subcode.startswith(f"{code}."):
        check.note(
            entry,
            mark("`{subcode}` is under {code} already", subcode=subcode, code=code),
            mark("Name another code, or take the line out"),
        )
    return code


def set_mode(codebook: Codebook, mode: str) -> Codebook:
    """The codebook as it is read in `mode` ("": its first): what the mode moves is a sub-code of the other code, for
    `find` and in the codes' own lists. Hashes stay those of the file. A mode that is not there raises `KeyError`."""
    if not codebook.modes:
        return codebook
    chosen = {each.id: each for each in codebook.modes}[mode or codebook.modes[0].id]
    read = replace(codebook, mode=chosen)
    subcodes = [subcode for code in codebook.codes for subcode in code.subcodes]

    def is_under(subcode_id: str, code_id: str) -> bool:
        code = read.find(subcode_id)
        return code is not None and code.id == code_id

    return replace(
        read,
        codes=tuple(
            replace(code, subcodes=tuple(each for each in subcodes if is_under(each.id, code.id)))
            for code in codebook.codes
        ),
    )
