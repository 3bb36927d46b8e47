"""What a reader of results sees, in Indonesian or English.

English is the source; `locale/` holds the catalogues (gettext).
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

Translate = Callable[[str], str]

LANGUAGES = ("id", "en")


def mark(message: str) -> str:
    """Show the catalogue a message that is translated later, where it is shown; gives it as it is."""
    return message


@cache
def translator(language: str) -> Translate:
    """A function that turns an English message into `language` ("id" or "en").

    Name it `t` where it is used: `t("…")` with a literal is what the catalogue is extracted from. Values are put
    in afterwards: `t("{n} of {total} informants").format(n=3, total=4)`.
    """
    import gettext

    if language == "en":
        return str
    return gettext.translation(
        "qualcode", Path(__file__).parent / "locale", languages=[language], fallback=True
    ).gettext
