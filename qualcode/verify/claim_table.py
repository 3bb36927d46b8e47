"""The claim table: each claim with what the interviews say for and against it, in columns of equal right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualcode.evidence.excerpts import Excerpt, find_excerpts
from qualcode.evidence.provenance import describe_basis, describe_boundaries, warn
from qualcode.evidence.selection import is_human, select
from qualcode.evidence.wording import name_informant, name_layer, name_subcodes, write_quote
from qualcode.messages import Translate
from qualcode.model import Cell, CellKind, Claim, Coding, EntryRule, Heading, Matrix, Rival, Side, Study, Verdict
from qualcode.verify.scope import find_in_scope
from qualcode.verify.to_decide import list_decisions
from qualcode.verify.words import name_lean

# A lean is no finding: its cell takes no side's colour.
KINDS: dict[Side, CellKind] = {"silent": "silent", "not checkable": "missing"}


@dataclass(frozen=True, slots=True)
class _Table:
    """What every cell of the table is written from; `counted` are all codings of the study that count."""

    study: Study
    counted: tuple[Coding, ...]
    t: Translate
    language: str


def build_claim_table(study: Study, verdicts: Sequence[Verdict], t: Translate, language: str = "en") -> Matrix:
    """A row a verdict, in the given order; every verdict's claim must be one of the study's.

    Columns: what the interviews lean to, for, against, silent informants, what was set aside, rivals, and what is
    left for a person to decide. `language` is the one in which claims are written out. Nothing here is a judgement.
    """
    table = _Table(study, select(study).counted, t, language)
    claims = {claim.id: claim for claim in study.claims}
    by_id = {coding.id: coding for coding in study.codings}
    shown = [by_id[id_] for verdict in verdicts for id_ in (*verdict.supporting, *verdict.contrary)]
    return Matrix(
        name="claims",
        title=t("Claims: for and against, side by side"),
        rows=tuple(_head_claim(claims[verdict.claim], table) for verdict in verdicts),
        columns=(
            Heading("interviews", t("The interviews")),
            Heading("for", t("For the claim")),
            Heading("against", t("Against the claim")),
            Heading("silent", t("Silent informants")),
            Heading("set-aside", t("Set aside"), t("wishes and hypotheticals")),
            Heading("rivals", t("Rivals to consider")),
            Heading("to-decide", t("Left for a person to decide")),
        ),
        cells=tuple(_fill_row(claims[verdict.claim], verdict, by_id, table) for verdict in verdicts),
        entry_rules=(*describe_basis(study, shown, t), *_describe_cells(t), *describe_boundaries(study, t)),
        notes=warn(study, shown, t),
    )


def _head_claim(claim: Claim, table: _Table) -> Heading:
    t = table.t
    codes = ", ".join(
        t("{code} contrary").format(code=code) if polarity == "contrary" else code for code, polarity in claim.codes
    )
    scope = ", ".join(f"{attribute}: {value}" for attribute, value in claim.scope.items())
    details = (
        claim.id,
        codes,
        t("only of {scope}").format(scope=scope) if scope else "",
        t("source: {source}").format(source=claim.source) if claim.source else "",
    )
    return Heading(claim.id, claim.text.in_language(table.language), "; ".join(filter(None, details)))


def _fill_row(claim: Claim, verdict: Verdict, by_id: dict[str, Coding], table: _Table) -> tuple[Cell, ...]:
    supporting = [by_id[id_] for id_ in verdict.supporting]
    contrary = [by_id[id_] for id_ in verdict.contrary]
    decisions = list_decisions(claim, verdict.side, supporting, contrary, table.t, table.language)
    return (
        _fill_lean(verdict, [*supporting, *contrary], table),
        _fill_side(supporting, "evidence", verdict, table),
        _fill_side(contrary, "contrary", verdict, table),
        _fill_silent(verdict, table),
        _fill_set_aside([by_id[id_] for id_ in verdict.set_aside], table),
        _fill_rivals(claim, table),
        Cell(decisions),
    )


def _fill_lean(verdict: Verdict, codings: Sequence[Coding], table: _Table) -> Cell:
    people_coded = any(map(is_human, table.study.codings))
    lean = name_lean(verdict.side, codings, table.t, people_coded=people_coded)
    return Cell((lean, verdict.searched), tuple(coding.id for coding in codings), KINDS.get(verdict.side, "value"))


def _fill_side(codings: Sequence[Coding], kind: CellKind, verdict: Verdict, table: _Table) -> Cell:
    t = table.t
    if verdict.side == "not checkable":
        return Cell((t("not searched"),), kind="missing")
    if not codings:
        return Cell((t("searched, none found"),), kind="silent")
    lines = []
    for speaker, found in _group_by_speaker(codings, table).items():
        excerpts = sorted(find_excerpts(found, table.study.codebook), key=lambda e: not is_human(e.codings[0]))
        line = f"{speaker}: {_quote(excerpts[0], table)}"
        if len(excerpts) > 1:
            line += " " + t("and {n} more").format(n=len(excerpts) - 1)
        lines.append(line)
    return Cell(tuple(lines), tuple(coding.id for coding in codings), kind)


def _group_by_speaker(codings: Iterable[Coding], table: _Table) -> dict[str, list[Coding]]:
    """The codings of each speaker, by the speaker's name and sector, in the order of the cases."""
    names = {case.id: name_informant(case, table.t) for case in table.study.cases}
    speakers: dict[str, list[Coding]] = {name: [] for name in names.values()}
    for coding in codings:
        name = names.get(coding.case) or f"{coding.speaker or '?'} ({coding.transcript})"
        speakers.setdefault(name, []).append(coding)
    return {name: found for name, found in speakers.items() if found}


def _quote(excerpt: Excerpt, table: _Table) -> str:
    t = table.t
    return write_quote(
        excerpt,
        t,
        ", ".join(dict.fromkeys(coding.code for coding in excerpt.codings)),
        name_subcodes(table.study.codebook, excerpt.codings, table.language),
        name_layer(excerpt.codings, t),
        t("prompted") if any(coding.elicited == "prompted" for coding in excerpt.codings) else "",
        t("second-hand") if any(coding.directness == "second-hand" for coding in excerpt.codings) else "",
    )


def _fill_silent(verdict: Verdict, table: _Table) -> Cell:
    t = table.t
    if verdict.side == "not checkable":
        return Cell((t("not searched"),), kind="missing")
    cases = {case.id: case for case in table.study.cases}
    lines = [name_informant(cases[id_], t) for id_ in verdict.silent_cases]
    lines += [name_informant(cases[id_], t, t("no interview")) for id_ in verdict.missing_cases]
    return Cell(tuple(lines), kind="silent") if lines else Cell((t("none"),))


def _fill_set_aside(codings: Sequence[Coding], table: _Table) -> Cell:
    lines = [f"{speaker}: {len(found)}" for speaker, found in _group_by_speaker(codings, table).items()]
    return Cell(tuple(lines) or (table.t("none"),), tuple(coding.id for coding in codings))


def _fill_rivals(claim: Claim, table: _Table) -> Cell:
    t = table.t
    lines, ids = [], []
    for rival in claim.rivals:
        line = rival.text.in_language(table.language)
        if rival.codes:
            found = _find_rival_codings(rival, claim, table)
            who = ", ".join(_group_by_speaker(found, table)) or t("searched, none found")
            line += " " + t("({codes}: {who})").format(codes=", ".join(rival.codes), who=who)
            ids += [coding.id for coding in found]
        lines.append(line)
    return Cell(tuple(lines) or (t("none named"),), tuple(dict.fromkeys(ids)))


def _find_rival_codings(rival: Rival, claim: Claim, table: _Table) -> list[Coding]:
    """The codings that speak for the rival: of its codes, supporting, by the cases in the claim's scope."""
    ids = {case.id for case in find_in_scope(table.study.cases, claim.scope)}
    return [
        coding
        for coding in table.counted
        if coding.case in ids
        and coding.polarity == "supporting"
        and any(table.study.codebook.holds(code, coding.code) for code in rival.codes)
    ]


def _describe_cells(t: Translate) -> tuple[EntryRule, ...]:
    return (
        EntryRule(
            t("For and against"),
            t(
                "codings of the claim's codes, sub-codes included: for it those with the polarity the claim expects, "
                "against it the others; both are looked for in the same way and shown at the same length"
            ),
        ),
        EntryRule(
            t("Statuses counted"),
            t(
                "suggested, and accepted, edited or made by a person (“accepted”), marked apart; rejected never; a "
                "suggestion on words to which a person gave the same code gives way to it"
            ),
        ),
        EntryRule(t("Wishes and hypotheticals"), t("on neither side; they stand in a column of their own")),
        EntryRule(
            t("Choice of quotes"),
            t("the first of each informant on each side, accepted before suggested; the others are counted after it"),
        ),
        EntryRule(
            t("Silent informants"),
            t("interviewed and in the claim's scope, with nothing on either side: neither yes nor no"),
        ),
        EntryRule(
            t("Rivals to consider"),
            t("other explanations, with the informants who speak for the rival's codes; none wins by number"),
        ),
    )
