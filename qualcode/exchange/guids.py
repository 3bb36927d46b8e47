"""Ids as REFI-QDA wants them, made from what they name: the same thing has the same one in every file."""

from uuid import UUID, uuid5

_QUALCODE = UUID("6f0d4a1e-8c35-5b0a-9a57-2f1f4c6f2f10")  # drawn once; every guid of a file follows from it


def make_guid(kind: str, *names: object) -> str:
    """The guid of the thing of this kind (`code`, `user`, ...) that bears these names."""
    return str(uuid5(_QUALCODE, "\x1f".join((kind, *map(str, names)))))


def level_guid(guid: str | None) -> str:
    """A guid as programs write it (capitals, braces) in one form; "" for none."""
    return (guid or "").strip().strip("{}").casefold()
