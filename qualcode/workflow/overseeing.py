"""Look over what people decided: odd files, words that are gone, links that count nowhere, proposals to take
up, disagreements."""

from qualcode.errors import QualcodeError
from qualcode.messages import mark
from qualcode.model import Problem, Study
from qualcode.store.decisions import read_decisions
from qualcode.store.log import read_last
from qualcode.workflow.cells import check_cells
from qualcode.workflow.coding import load_study
from qualcode.workflow.desk import list_proposals
from qualcode.workflow.linking import check_links
from qualcode.workflow.opening import OpenStudy


def check_decisions(opened: OpenStudy) -> tuple[Problem, ...]:
    """Everything about people's decisions that a person should know; nothing is written.

    Chains are held against the heads that the log tells of, so that files which were cut short or taken away are
    missed. Without codings of the machine only the files themselves are looked at.
    """
    if not opened.place.decisions.is_dir():
        return _miss_heads(opened)
    try:
        study = load_study(opened)
    except QualcodeError:
        return (*read_decisions(opened.place.decisions).problems, *_miss_heads(opened))
    return (
        *study.problems,
        *_miss_heads(opened),
        *check_links(study),
        *check_cells(study, opened.language),
        *_list_proposed(study),
        *_list_disputed(study),
    )


def _miss_heads(opened: OpenStudy) -> tuple[Problem, ...]:
    last = read_last(opened.place.log, "decisions")
    if last is None or not isinstance(last["decisions"], dict):
        return ()
    known = {decision.hash for decision in read_decisions(opened.place.decisions).decisions}
    return tuple(
        Problem(
            f"decisions/{name}",
            mark("the last decision that log.jsonl tells of ({last}) is not there", last=last.get("when", "")),
            mark("Put the file back from a backup or another copy"),
            "warning",
        )
        for name, head in last["decisions"].items()
        if head and head not in known
    )


def _list_proposed(study: Study) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            passages[0].transcript,
            mark(
                "a new code is proposed: {code} “{label}”, on passages: {count}",
                code=code,
                label=passages[0].label,
                count=len(passages),
            ),
            mark("Take it up with `qualcode codebook add`, and give the passages that code"),
            "note",
        )
        for code, passages in list_proposals(study.decisions, study).items()
    )


def _list_disputed(study: Study) -> tuple[Problem, ...]:
    found: dict[str, list[str]] = {}
    for coding in study.codings:
        if coding.disputed_by:
            found.setdefault(coding.transcript, []).append(coding.id)
    return tuple(
        Problem(
            name,
            mark("codings on which people disagree: {count}, the first is {ids}", count=len(ids), ids=ids[0]),
            mark("Go through them with `qualcode review --which disputed`"),
            "note",
        )
        for name, ids in found.items()
    )
