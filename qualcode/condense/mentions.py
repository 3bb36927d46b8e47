"""What people's files name by id: where it leads, and what leads nowhere."""

from collections.abc import Iterable

from qualcode.errors import suggest
from qualcode.messages import mark
from qualcode.model import Coding, Mention, Problem, Study

_KINDS = {"code": mark("code"), "coding": mark("coding"), "claim": mark("claim")}


def find_lost(study: Study, file: str, mentions: Iterable[Mention]) -> tuple[Problem, ...]:
    """A problem for each mention of what the study does not have, with `file` and line."""
    codes = list_codes(study)
    codings = {coding.id for coding in study.codings} | study.former_ids.keys()
    claims = tuple(claim.id for claim in study.claims)
    problems = []
    for mention in mentions:
        known = {"code": codes, "coding": codings, "claim": claims}[mention.kind]
        if mention.id not in known:
            names = {"code": codes, "coding": (), "claim": claims}[mention.kind]
            how = suggest(mention.id, names) if names else mark("Copy the 16 digits and letters of a coding")
            what = mark("there is no {kind} {id}", kind=_KINDS[mention.kind], id=mention.id)
            problems.append(Problem(f"{file}:{mention.line}", what, how, "warning"))
    return tuple(problems)


def list_codes(study: Study) -> tuple[str, ...]:
    """The ids that a mention of a code may have: families, codes and sub-codes."""
    book = study.codebook
    return (*(family.id for family in book.families), *book.list_ids())


def find_codings(study: Study, mentions: Iterable[Mention]) -> tuple[Coding, ...]:
    """The codings that mentions name themselves, by their present or a former id, in the order of codings.csv."""
    ids = {study.former_ids.get(mention.id, mention.id) for mention in mentions if mention.kind == "coding"}
    return tuple(coding for coding in study.codings if coding.id in ids)
