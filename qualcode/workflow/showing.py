"""Open a coding, a cell, a claim or a code onto what is behind it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from qualcode.codebook.describe import describe_code
from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError, find_nearest
from qualcode.evidence.case_words import fold
from qualcode.evidence.selection import is_human, list_ids
from qualcode.evidence.standing import drop_undone
from qualcode.evidence.typed import find_written
from qualcode.evidence.wording import describe_decision, name_code, name_sector
from qualcode.messages import LANGUAGES, mark, translate, translator
from qualcode.model import Claim, Coding, Matrix, Quote, Study
from qualcode.registry import find_parts
from qualcode.store.log import read_log
from qualcode.verify.drawing import describe_search
from qualcode.verify.judging import describe_judging, find_judging
from qualcode.workflow.audit.auditing import list_trail, list_verdicts
from qualcode.workflow.cells import find_display
from qualcode.workflow.commands import name_study
from qualcode.workflow.condensing import build_condensation, gather
from qualcode.workflow.contexts import Shown, quote_in_context
from qualcode.workflow.displaying import build_display
from qualcode.workflow.drafting import draft, gather_records
from qualcode.workflow.generating import find_table
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.reading import read_interview
from qualcode.workflow.verifying import build_tactics_overview, build_verification, find_material, put_to_tactics

AROUND = 2  # turns shown on either side of one


def find_shown(opened: OpenStudy, study: Study, identifier: str, most: int = 0) -> Shown:
    """What is behind a coding's id, a cell's id (`display:row:column`), a claim's id, a code's id or label, an
    informant or a transcript; of a claim at most `most` quotes a side, 0 for all.

    A name of none of these is refused.
    """
    language = opened.language
    identifier = study.former_ids.get(identifier, identifier)
    if any(coding.id == identifier for coding in study.codings):
        return Shown(identifier, _tell_decisions(opened, study, identifier), _quote(opened, study, (identifier,)))
    for claim in study.claims:
        if claim.id == identifier:
            return _show_claim(opened, study, claim, most)
    for rule in study.codebook.boundary_rules:
        if rule.id == identifier:
            return Shown(f"{rule.id} {rule.question.in_language(language)}", (rule.rule.in_language(language),), ())
    identifier = _find_code(study, identifier) or identifier
    found = (
        _show_code(opened, study, identifier)
        or _show_cell(opened, study, identifier)
        or _show_turn(opened, study, identifier)
        or _show_former(opened, study, identifier, most)
        or _show_interview(opened, study, identifier)
        or _show_alike(opened, study, identifier, most)
    )
    if found is not None:
        return found
    near = _find_near(study, identifier)
    raise QualcodeError(
        mark("Nothing here is called {identifier}", identifier=identifier),
        mark("Did you mean `{near}`?", near=near)
        if near
        else mark(
            "Name a coding (16 digits and letters), a cell (display:row:column), a claim, a code, an informant, a "
            "transcript, or TRANSCRIPT:TURN"
        ),
    )


def _show_code(opened: OpenStudy, study: Study, identifier: str) -> Shown | None:
    code, language = study.codebook.find(identifier), opened.language
    if code is None:
        return None
    ids = list_ids(coding for coding in study.codings if study.codebook.holds(identifier, coding.code))
    lines = describe_code(study.codebook, code, language, translator(language))
    heading = f"{identifier} {name_code(study.codebook, identifier, language)}"
    return Shown(heading, lines, _quote(opened, study, ids))


def _find_code(study: Study, written: str) -> str:
    """The id of the one code that has this id or label, whatever the capitals; "" where none or several have it."""
    names = ((code.id, code.id, *map(code.label.in_language, LANGUAGES)) for code in study.codebook.codes)
    found = [id_ for id_, *called in names if written.casefold() in map(str.casefold, called)]
    return found[0] if len(found) == 1 else ""


def _show_alike(opened: OpenStudy, study: Study, written: str, most: int) -> Shown | None:
    """The one claim, rule, informant or transcript that is called so in whatever letter case, a transcript without its
    ending too; None where none or several are."""
    claims, rules = (claim.id for claim in study.claims), (rule.id for rule in study.codebook.boundary_rules)
    called = {name: [name] for name in (*claims, *rules, *(case.id for case in study.cases))}
    called |= {sheet.transcript: [sheet.transcript, sheet.transcript.rpartition(".")[0]] for sheet in study.accounts}
    found = [name for name, alike in called.items() if fold(written) in map(fold, alike)]
    return find_shown(opened, study, found[0], most) if len(found) == 1 and found[0] != written else None


def _show_interview(opened: OpenStudy, study: Study, identifier: str) -> Shown | None:
    """All that an informant says, or that is said in a transcript, under a code; None where there is no such one."""
    t = translator(opened.language)
    case = next((case for case in study.cases if case.id == identifier), None)
    if case is None and identifier not in {sheet.transcript for sheet in study.accounts}:
        return None
    known = (name_sector(case.sector, t), case.role, case.organisation) if case else ()
    ids = list_ids(coding for coding in study.codings if identifier in (coding.case, coding.transcript))
    heading = ": ".join(filter(None, (identifier, "; ".join(filter(None, known)))))
    return Shown(heading, () if ids else (t("nothing coded"),), _quote(opened, study, ids))


def _show_former(opened: OpenStudy, study: Study, identifier: str, most: int) -> Shown | None:
    """A code by an id that it had, with what became of that; None where no code had it. What was split is refused."""
    name, since = identifier, None
    for line in read_log(opened.place.log)[0]:
        for old, into in line.became.items():
            if f"{name}.".startswith(f"{old}.") and old not in into:
                names = [each + name[len(old) :] for each in into]
                since = mark(
                    "{code} became {into} on {day} ({who})",
                    code=name,
                    into=", ".join(names),
                    day=line.when[:10],
                    who=line.coder or line.who,
                )
                if len(names) > 1:
                    raise QualcodeError(since, mark("Name one of these"))
                name = names[0]
    if since is None or study.codebook.find(name) is None:
        return None
    shown = find_shown(opened, study, name, most)
    return replace(shown, lines=(translate(since, translator(opened.language)), *shown.lines))


def _find_near(study: Study, identifier: str) -> str:
    """The claim, code or boundary rule whose id is spelled nearly so, or the cell in a display that is, else ""."""
    name, colon, place = identifier.partition(":")
    if colon:
        near = find_nearest(name, (*find_parts("display"), *find_parts("condense")))
        return near and f"{near}:{place}"
    rules = (rule.id for rule in study.codebook.boundary_rules)
    return find_nearest(identifier, (*study.codebook.list_ids(), *(claim.id for claim in study.claims), *rules))


def _show_turn(opened: OpenStudy, study: Study, identifier: str) -> Shown | None:
    """A turn (`a.docx:12`) with the turns around it, and the codings on it; None where the id names no turn."""
    name, _, number = identifier.rpartition(":")
    transcript = read_interview(opened, name) if number.isdecimal() and name else None
    if transcript is None or not 1 <= int(number) <= len(transcript.turns):
        return None
    around = transcript.turns[max(0, int(number) - 1 - AROUND) : int(number) + AROUND]
    lines = tuple(f"{turn.number} {turn.speaker}: {turn.span.of(transcript.text)}" for turn in around)
    ids = list_ids(c for c in study.codings if c.transcript == name and c.turn == int(number))
    return Shown(identifier, lines, _quote(opened, study, ids))


def _tell_decisions(opened: OpenStudy, study: Study, identifier: str) -> tuple[str, ...]:
    """Who decided what on a coding, and when, a line each; what was decided on another, such as the one that this was
    made from or that a link leads from, stands after its id."""
    t = translator(opened.language)
    root = study.roots.get(identifier, identifier)
    lines = []
    for decision in drop_undone(study.decisions):
        ends = [study.roots.get(each, each) for each in (decision.on, decision.to_on) if each]
        if root in ends:
            other = "" if study.former_ids.get(decision.on, decision.on) == identifier else f"{decision.on}: "
            lines.append(other + describe_decision(decision, t))
    return tuple(lines)


def _find_matrix(opened: OpenStudy, study: Study, identifier: str) -> Matrix | None:
    language = opened.language
    name = identifier.partition(":")[0]
    if name in find_parts("display"):
        return find_display(study, identifier, DisplayOptions(language=language), partial(build_display, study))
    if name in find_parts("standards"):
        return draft(gather_records(opened, study), name)
    if name in _TABLES:
        return _TABLES[name](opened, study)
    part = name.partition("@")[0]
    if part in find_parts("condense"):
        condensed = build_condensation(gather(opened, study, language, most=0), part)
        return next((matrix for matrix in condensed if matrix.name == name), None)
    if name == "meaning" or part in find_parts("meaning"):
        return find_table(opened, study, name)
    return _find_verified(study, name, language)


def _find_verified(study: Study, name: str, language: str) -> Matrix | None:
    tactic, at, claim = name.partition("@")
    if name == "tactics":
        return build_tactics_overview(study, language)
    if at:
        return put_to_tactics(study, language, (tactic,), (claim,))[0].computed
    matrix = build_verification(study, language)
    return matrix if matrix.name == name else None


def _show_cell(opened: OpenStudy, study: Study, identifier: str) -> Shown | None:
    matrix = _find_matrix(opened, study, identifier)
    if matrix is None:
        return None
    place = matrix.find(identifier)
    if place:
        row, column = place
        cell = matrix.cells[row][column]
        quotes = _quote(opened, study, cell.coding_ids)
        typed = (each for each in find_written(study).get(identifier, ()))
        words = tuple(f"{each.who} {each.when[:10]}: “{each.text}”" for each in typed)
        lines = words if quotes or words else cell.lines
        return Shown(f"{matrix.title}: {matrix.rows[row].label}, {matrix.columns[column].label}", lines, quotes)
    rows = ", ".join(row.key for row in matrix.rows)
    columns = ", ".join(column.key for column in matrix.columns)
    raise QualcodeError(
        mark("{name} has no cell {identifier}", name=matrix.name, identifier=identifier),
        mark("Rows: {rows}. Columns: {columns}", rows=rows, columns=columns),
    )


def _show_claim(opened: OpenStudy, study: Study, claim: Claim, most: int) -> Shown:
    t = translator(opened.language)
    material = find_material(study, claim.id, opened.language)
    sides = {"for": material.supporting, "against": material.contrary}
    chosen = {side: _choose(codings, most) for side, codings in sides.items()}
    heads = {"for": t("For: {n} passages"), "against": t("Against: {n} passages")}
    if is_short := any(len(chosen[side]) < len(sides[side]) for side in sides):
        heads = {"for": t("For: {n} passages, here {few}"), "against": t("Against: {n} passages, here {few}")}
    lines = (
        *describe_judging(find_judging(material), t),
        describe_search(material),
        *(heads[side].format(n=len(sides[side]), few=len(chosen[side])) for side in sides),
        *((t("All of them: {command}").format(command=_write_command(opened, claim)),) if is_short else ()),
    )
    quotes = (quote for side in sides for quote in _quote(opened, study, list_ids(chosen[side])))
    return Shown(f"{claim.id} {claim.text.in_language(opened.language)}", lines, tuple(quotes))


def _choose(codings: Sequence[Coding], most: int) -> Sequence[Coding]:
    """At most so many, people's before suggestions and every informant's first before anybody's second; 0 for all."""
    if not most:
        return codings
    turns: Counter[str] = Counter()
    ranks: list[tuple[bool, int]] = []
    for coding in codings:
        ranks.append((not is_human(coding), turns[coding.case]))
        turns[coding.case] += 1
    places = sorted(range(len(codings)), key=ranks.__getitem__)[:most]
    return [codings[place] for place in places]


def _write_command(opened: OpenStudy, claim: Claim) -> str:
    return f"qualcode show {name_study(opened)} {claim.id}"


def _quote(opened: OpenStudy, study: Study, ids: Iterable[str]) -> tuple[Quote, ...]:
    return quote_in_context(opened, study, frozenset(ids), opened.language)


_TABLES: dict[str, Callable[[OpenStudy, Study], Matrix]] = {
    "trail": list_trail,
    "audit": list_verdicts,
}
