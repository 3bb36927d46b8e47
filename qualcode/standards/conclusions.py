"""What is on file of the conclusions: claims, what speaks for and against them, themes, quotes, feedback."""

from collections.abc import Iterable, Iterator, Sequence

from qualcode.evidence.act_words import name_status
from qualcode.evidence.answers import find_answers
from qualcode.evidence.selection import group_by_code, group_by_unit, list_ids
from qualcode.evidence.wording import count_speakers, name_scope
from qualcode.model import Coding
from qualcode.standards.contract import Fact, Records, Tell
from qualcode.standards.work import CODINGS

CLAIMS = "claims.yaml"


def tell_claims(records: Records) -> Iterator[Fact]:
    """How many claims were written down, by whom, and how many state their rivals."""
    t = records.t
    claims = records.study.claims
    if claims:
        line = t("Claims on file: {n}; with an author: {authors}; with a rival explanation: {rivals}")
        authors, rivals = (sum(bool(getattr(claim, name)) for claim in claims) for name in ("author", "rivals"))
        yield Fact(line.format(n=len(claims), authors=authors, rivals=rivals), CLAIMS)


def tell_limits(records: Records) -> Iterator[Fact]:
    """Which claims interviews cannot answer, or only in part, and what source would be needed."""
    t = records.t
    names = {"no": t("not from interviews"), "partly": t("from interviews in part")}
    for claim in records.study.claims:
        if claim.checkable in names:
            needs = claim.needs.in_language(records.language)
            yield Fact(": ".join(filter(None, (claim.id, names[claim.checkable], needs))), CLAIMS)


def tell_scopes(records: Records) -> Iterator[Fact]:
    """Which claims hold for some informants alone."""
    t = records.t
    for claim in records.study.claims:
        if claim.scope:
            line = t("{claim} is claimed for {scope} alone")
            yield Fact(line.format(claim=claim.id, scope=name_scope(claim.scope, t)), CLAIMS)


def tell_expectations(records: Records) -> Iterator[Fact]:
    """What was expected beforehand, by whom and when."""
    t = records.t
    filed = [expected for claim in records.study.claims for expected in claim.expectations]
    if filed:
        line = t("Expectations on file: {n}, dated {first} to {last}, by {names}")
        days = sorted(each.date for each in filed)
        names = ", ".join(sorted({each.by for each in filed}))
        yield Fact(line.format(n=len(filed), first=days[0], last=days[-1], names=names), CLAIMS)


def tell_tactic(tactic: str) -> Tell:
    """A teller of what one tactic found, claim by claim in its own words, and what people answered."""

    def tell(records: Records) -> Iterator[Fact]:
        t = records.t
        for verdict in records.verdicts:
            if verdict.tactic == tactic and verdict.brief.kind != "missing":
                said = " ".join(verdict.brief.lines)
                answers = (f"{each.text} ({each.who}, {each.when[:10]})" for each in verdict.answers)
                answered = (t("answered: {answer}").format(answer=answer) for answer in answers)
                text = "; ".join((f"{verdict.claim}: {said}", *answered))
                yield Fact(text, f"{verdict.tactic}@{verdict.claim}", verdict.brief.coding_ids)

    return tell


def tell_tactics(records: Records) -> Iterator[Fact]:
    """How many tactics computed something for claims, and how many of their questions a person answered."""
    t = records.t
    if records.verdicts:
        tactics = {verdict.tactic for verdict in records.verdicts}
        answered = sum(bool(verdict.answers) for verdict in records.verdicts)
        line = t("Claims put to tactics: {claims}; tactics: {tactics}; answers by people: {answered} of {all}")
        claims = len({verdict.claim for verdict in records.verdicts})
        yield Fact(
            line.format(claims=claims, tactics=len(tactics), answered=answered, all=len(records.verdicts)), CLAIMS
        )


def tell_judgements(records: Records) -> Iterator[Fact]:
    """What people judged of claims, each with who and when."""
    for claim, answers in find_answers(records.study.decisions, "judge").items():
        for each in answers:
            said = ": ".join(filter(None, (name_status(each.label, records.t), each.text)))
            yield Fact(f"{claim}: {said} ({each.who}, {each.when[:10]})", "decisions")


def tell_contrary(records: Records) -> Iterator[Fact]:
    """How many codings speak against their code."""
    t = records.t
    codings = records.counted
    contrary = list_ids(coding for coding in codings if coding.polarity == "contrary")
    line = t("Contrary codings, shown beside the supporting ones: {n} of {all}")
    yield Fact(line.format(n=len(contrary), all=len(codings)), CODINGS, contrary)


def tell_saturation(records: Records) -> Iterator[Fact]:
    """What can be said of saturation, and whether anything can."""
    yield from (Fact(line, "saturation") for line in records.saturation)


def tell_quotes(records: Records) -> Iterator[Fact]:
    """How many passages can be quoted, from how many informants, and that each names its speaker."""
    t = records.t
    codings = records.counted
    passages = {(coding.transcript, coding.span) for coding in codings}
    cases = {coding.case for coding in codings if coding.case}
    line = t("Passages that can be quoted, each with informant, transcript and turn: {n}, of {cases} informants")
    ids = list_ids(codings)
    yield Fact(line.format(n=len(passages), cases=len(cases)), CODINGS, ids)
    unnamed = list_ids(coding for coding in codings if not coding.case)
    if unnamed:
        yield Fact(t("Codings whose speaker no case names: {n}").format(n=len(unnamed)), CODINGS, unnamed)


def tell_major(records: Records) -> Iterator[Fact]:
    """Each code that more than one informant speaks to, with its passages and informants."""
    for code, codings in _by_code(records):
        if _count_cases(codings) > 1:
            yield _tell_code(code, codings, records)


def tell_minor(records: Records) -> Iterator[Fact]:
    """Each code that one informant alone speaks to, and those that nobody speaks to."""
    t = records.t
    silent = []
    for code, codings in _by_code(records):
        if not codings:
            silent.append(code)
        elif _count_cases(codings) < 2:
            yield _tell_code(code, codings, records)
    if silent:
        yield Fact(t("Codes that nobody speaks to: {codes}").format(codes=", ".join(silent)), CODINGS)


def tell_divided(records: Records) -> Iterator[Fact]:
    """The codes of which passages speak for and against."""
    t = records.t
    for code, codings in _by_code(records):
        sides = [[c for c in codings if c.polarity == polarity] for polarity in ("supporting", "contrary")]
        if all(sides):
            line = t("{code}: supporting passages {supporting}, contrary {contrary}")
            supporting, contrary = (len(group_by_unit(side)) for side in sides)
            text = line.format(code=code, supporting=supporting, contrary=contrary)
            yield Fact(text, CODINGS, list_ids(codings))


def tell_feedback(records: Records) -> Iterator[Fact]:
    """How many sheets were written to read informants' words back to them, and how many answers were put down."""
    t = records.t
    given = find_answers(records.study.decisions, "answer")
    replies = sum(len(answers) for on, answers in given.items() if ":feedback:" in on)
    if replies:
        line = t("Answers of informants to statements with their words, put down by people: {n}")
        yield Fact(line.format(n=replies), "decisions")
    if records.fed_back:
        line = t("Sheets written to read words back to informants: {n}")
        if not replies:
            line = t("Sheets written to read words back to informants: {n}; whether they were used is not on file")
        yield Fact(line.format(n=len(records.fed_back)), "results/feedback")


def _by_code(records: Records) -> Iterable[tuple[str, tuple[Coding, ...]]]:
    return group_by_code(records.counted, records.study.codebook).items()


def _count_cases(codings: Iterable[Coding]) -> int:
    """How many informants speak; whoever no case names may be any of them."""
    return len({coding.case for coding in codings} - {""})


def _tell_code(code: str, codings: Sequence[Coding], records: Records) -> Fact:
    study, t = records.study, records.t
    line = t("{code}: passages {n}; {who}").format(
        code=code, n=len(group_by_unit(codings)), who=count_speakers(codings, study, t)
    )
    return Fact(line, CODINGS, list_ids(codings))
