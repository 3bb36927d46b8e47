"""What stands in the note on a coding: facts that qualcode writes, jottings under their writers' names, and whatever
people write beside them in another program.

`[qualcode: accepted; the machine (rules): keyword “rain”]` is known again by its brackets, so that what somebody types
right behind them is theirs, and `[siti 2026-01-31] why so?` by being here already; all else is new.
"""

import re
from collections.abc import Collection, Iterator

from qualcode.codebook.fact_words import name_facts
from qualcode.evidence.applying import Memo
from qualcode.messages import LANGUAGES, Translate, translator
from qualcode.model import Coding, Modality

_FACTS = re.compile(r"^\[qualcode: ([^\]\n]*)\]", re.MULTILINE)
_INSIDE = str.maketrans("[]\n", "() ")


def write_facts(coding: Coding, made: str, against: str, t: Translate) -> Iterator[str]:
    """One line: modality where it is not the usual one, status, why the machine suggested it, who sees it otherwise."""
    names = name_facts(t)
    facts = ["" if coding.modality == "actual" else names[coding.modality], names[coding.status], made]
    if against:
        facts.append(t("not accepted by {names}").format(names=against))
    yield f"[qualcode: {'; '.join(filter(None, facts)).translate(_INSIDE)}]"


def sign_jotting(memo: Memo) -> Iterator[str]:
    """A jotting, its writer and day before each of its lines."""
    for line in memo.text.splitlines():
        yield f"[{memo.who} {memo.when[:10]}] {line}"


def read_modality(description: str) -> Modality:
    """The modality that the line of facts names, in either language."""
    found = _FACTS.search(description)
    word = found[1].partition(";")[0].strip() if found else ""
    choices: tuple[Modality, ...] = ("wish", "hypothetical")
    return next(
        (each for each in choices if word in {name_facts(translator(lang))[each] for lang in LANGUAGES}), "actual"
    )


def read_new(description: str, known: Collection[str]) -> str:
    """What is neither a fact nor one of the `known` lines, which are those of jottings that are here; other jottings
    keep their writers' names."""
    lines = _FACTS.sub("", description).splitlines()
    return "\n".join(line for line in lines if line.strip() not in known).strip()
