"""What a user is told to do next: commands, with the study as they take it."""

from typing import NoReturn

from qualcode.errors import QualcodeError
from qualcode.messages import mark
from qualcode.shipped import list_codebooks
from qualcode.workflow.opening import OpenStudy
from qualcode.writers.shell import quote_for_shell


def name_study(opened: OpenStudy) -> str:
    """The study as the next command takes it: its folder, and of a bare folder its codebook too."""
    folder = quote_for_shell(str(opened.place.root))
    if opened.place.settings:
        return folder
    shipped = [name for name, path in list_codebooks().items() if path == opened.codebook_path]
    return f"{folder} --codebook {quote_for_shell((shipped or [str(opened.codebook_path)])[0])}"


def refuse_changed(opened: OpenStudy, name: str) -> NoReturn:
    """Refuse a transcript that is not as it was coded: codings would point at other words."""
    raise QualcodeError(mark("{name} has changed since it was coded", name=name), suggest_coding(opened))


def suggest_coding(opened: OpenStudy) -> str:
    """What to do where codings are missing or of another state."""
    return mark("Run `qualcode code {study}`", study=name_study(opened))
