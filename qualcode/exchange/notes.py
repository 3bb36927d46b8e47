"""What stands in the note on a coding: facts that qualcode writes, jottings under their writers' names, and whatever
people write beside them in another program.

`[qualcode] accepted; the machine (rules): keyword “rain”` and `[siti 2026-01-31] why so?` are known again by their
brackets; a line without is new.
"""

import re
from collections.abc import Iterator

from qualcode.evidence.applying import Memo
from qualcode.messages import LANGUAGES, Translate, translator
from qualcode.model import Coding, Modality

_FACT = "[qualcode] "
_JOTTING = re.compile(r"\[([^\]\n]+) (\d{4}-\d\d-\d\d)\] (.*)")


def write_facts(coding: Coding, made: str, against: str, t: Translate) -> Iterator[str]:
    """One line: modality where it is not the usual one, status, why the machine suggested it, who sees it otherwise."""
    facts = [_name(coding.modality, t), _name(coding.status, t), made]
    if against:
        facts.append(t("not accepted by {names}").format(names=against))
    yield _FACT + "; ".join(filter(None, facts))


def write_jotting(memo: Memo) -> Iterator[str]:
    """A jotting, its writer and day before each of its lines."""
    for line in memo.text.splitlines():
        yield f"[{memo.who} {memo.when[:10]}] {line}"


def read_modality(description: str) -> Modality:
    """The modality that the line of facts names, in either language."""
    first = next((line for line in description.splitlines() if line.startswith(_FACT)), "")
    word = first.removeprefix(_FACT).partition(";")[0].strip()
    choices: tuple[Modality, ...] = ("wish", "hypothetical")
    return next((each for each in choices if word in {_name(each, translator(lang)) for lang in LANGUAGES}), "actual")


def read_new(description: str) -> str:
    """What is neither a fact nor a jotting that went out with the coding."""
    lines = description.splitlines()
    return "\n".join(line for line in lines if not line.startswith(_FACT) and not _JOTTING.match(line)).strip()


def read_all(description: str) -> str:
    """Everything but the facts: jottings keep their writers' names."""
    return "\n".join(line for line in description.splitlines() if not line.startswith(_FACT)).strip()


def _name(word: str, t: Translate) -> str:
    words = {
        "wish": t("wish"),
        "hypothetical": t("hypothetical"),
        "suggested": t("suggested"),
        "accepted": t("accepted"),
        "edited": t("edited"),
        "manual": t("manual"),
    }
    return words.get(word, "")
