"""What people said to what results leave open, and the links that they drew, as they stand now."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import sha256

from qualcode.evidence.standing import drop_undone
from qualcode.model import Answer, Coding, Decision, DrawnLink, Question, Study

NO_LINK = "none"


def find_answers(decisions: Iterable[Decision], question: Question) -> dict[str, tuple[Answer, ...]]:
    """The answers by what they are on, one a coder, the oldest first.

    Of one coder's answers on the same the last counts; where that is empty, it was taken back and there is none.
    """
    last: dict[tuple[str, str], Decision] = {}
    for decision in drop_undone(decisions):
        if decision.act == question:
            last[decision.on, decision.who] = decision
    standing = [each for each in last.values() if each.comment.strip() or each.label]
    found: dict[str, list[Answer]] = defaultdict(list)
    for each in sorted(standing, key=lambda each: (each.when, each.who)):
        found[each.on].append(Answer(each.on, each.who, each.when, each.comment, each.label, each.basis))
    return {on: tuple(answers) for on, answers in found.items()}


def find_drawn(study: Study) -> tuple[DrawnLink, ...]:
    """The links that people drew and did not take away again, the oldest first, with the present ids of their codings.

    A link is the person's who drew it: two who draw the same give two. An end that was recoded, or given other bounds,
    is what it became; one that is gone altogether, or of which two people made different things, keeps the id that it
    had. What was taken away stays away, also where somebody made something else of an end since.
    """
    standing = {coding.id for coding in study.codings if coding.status != "rejected"}
    roots = {now: root for now, root in study.roots.items() if now in standing}
    counts = Counter(roots.values())
    names = {root: now for now, root in roots.items() if counts[root] == 1} | study.former_ids
    last: dict[tuple[str, str, str], Decision] = {}
    for decision in drop_undone(study.decisions):
        if decision.act != "link":
            continue
        cause, effect = (on if on in standing else names.get(on, on) for on in (decision.on, decision.to_on))
        if decision.label != NO_LINK:
            last[decision.who, cause, effect] = decision
            continue
        causes, effects = {cause, study.roots.get(cause)}, {effect, study.roots.get(effect)}  # as they were drawn, too
        for key in [key for key in last if key[0] == decision.who and key[1] in causes and key[2] in effects]:
            del last[key]
    links = [
        DrawnLink(cause, effect, who, decision.when, decision.comment)
        for (who, cause, effect), decision in last.items()
    ]
    return tuple(sorted(links, key=lambda link: (link.when, link.who, link.cause, link.effect)))


def hash_basis(codings: Iterable[Coding]) -> str:
    """A hash of the codings that an answer is given on: whose words, coded as what, and what people decided on each.

    Where they stand in the text is left out, so that a word mended elsewhere in the transcript changes nothing.
    """
    lines = sorted(
        "\x1f".join((each.case, each.speaker, each.quote, each.code, each.polarity, each.modality, each.status))
        for each in codings
    )
    return sha256("\n".join(lines).encode()).hexdigest()[:16]
