"""What people noted on codings, to stand beside their quotes (jottings: Miles, Huberman and Saldana 2014, ch. 4)."""

from collections import defaultdict

from qualcode.evidence.applying import Memo
from qualcode.evidence.standing import drop_undone
from qualcode.model import Study


def find_jottings(study: Study) -> dict[str, tuple[Memo, ...]]:
    """The jottings that stand, by the present ids of their codings, the oldest first.

    What was noted on a coding stands beside everything that came of it: a suggestion's jotting beside the edited coding
    too. Jottings on passages without a code stand beside no quote.
    """
    noted: dict[str, list[Memo]] = defaultdict(list)
    for decision in drop_undone(study.decisions):
        if decision.comment and decision.passage and decision.on:
            root = find_root(study, decision.on)
            noted[root].append(Memo(decision.who, decision.when, decision.comment))
    if not noted:
        return {}
    by_coding = ((coding.id, noted.get(find_root(study, coding.id), ())) for coding in study.codings)
    return {id_: tuple(sorted(found, key=lambda memo: memo.when)) for id_, found in by_coding if found}


def write_jotting(memo: Memo) -> str:
    """`siti 2026-01-31: “why so?”`."""
    return f"{memo.who} {memo.when[:10]}: “{memo.text}”"


def find_root(study: Study, id_: str) -> str:
    """The id that a coding was first decided on by, from its present id or one that it had before."""
    return study.roots.get(id_) or study.roots.get(study.former_ids.get(id_, id_), study.former_ids.get(id_, id_))
