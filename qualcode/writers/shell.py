"""Words of commands that are shown, as a shell takes them."""

import re
import sys

# PowerShell takes curly quotation marks for straight ones.
_ENDS_DOUBLE, _ENDS_SINGLE = re.compile('["$`!%“”„]'), re.compile("(['‘’‚‛])")


def quote_for_shell(word: str) -> str:
    """One argument as sh, PowerShell and, of words with no more than blanks, cmd read it alike; what no quotes serve
    all, as the system's own shell does."""
    word = f"./{word}" if word.startswith("-") else word
    if re.fullmatch(r"[\w./:\\+=-]+", word) and (sys.platform == "win32" or "\\" not in word):
        return word
    if not _ENDS_DOUBLE.search(word) and not word.endswith("\\"):
        return f'"{word}"'
    if not _ENDS_SINGLE.search(word):
        return f"'{word}'"
    if sys.platform == "win32":
        return "'" + _ENDS_SINGLE.sub(r"\1\1", word) + "'"
    return "'" + word.replace("'", "'\\''") + "'"
