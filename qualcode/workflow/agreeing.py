"""How far the machine agrees with people, or one coder with another: from a file of codings to tables and quotes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from qualcode.agreement.agreement_table import Comparison, build_code_table, build_group_table
from qualcode.agreement.coding_table import read_rows
from qualcode.agreement.confusion_table import build_confusion_table
from qualcode.agreement.contract import Measure
from qualcode.agreement.decided import gather_people
from qualcode.agreement.disagreements import judge
from qualcode.agreement.entry_rules import describe_comparison, warn_of_people
from qualcode.agreement.people import People, read_people
from qualcode.agreement.unit_frame import FramedUnit, find_compared, lay_over
from qualcode.errors import QualcodeError, suggest
from qualcode.evidence.links import list_languages
from qualcode.evidence.narrowing import name_field
from qualcode.evidence.provenance import describe_basis, tell_once, warn
from qualcode.language.units import split_units
from qualcode.messages import mark, translator
from qualcode.model import Code, Codebook, Coding, Matrix, Report, Section, Study, Transcript
from qualcode.registry import find_parts, require_part
from qualcode.verify.claims.scope import find_in_scope, list_attributes
from qualcode.workflow.coding import load_coded
from qualcode.workflow.commands import refuse_changed
from qualcode.workflow.contexts import Shown, quote_in_context
from qualcode.workflow.notices import build_notices
from qualcode.workflow.opening import OpenStudy
from qualcode.workflow.reading import Interview, Progress, no_progress, read_interviews
from qualcode.workflow.reporting import write_report

USUAL_MEASURES = ("precision", "recall", "f1", "alpha")
Passages = Literal["hits", "misses", "extra", "polarity"]


@dataclass(frozen=True, slots=True)
class AgreeWishes:
    """What to compare and how.

    `coders` are two names, the first judged by the second; empty means the machine by all people of the file.
    `codes` limits the comparison to these; empty means all of the codebook. `by` is "transcript", "language" or an
    attribute of cases, "" for none. `measures` are shown beside the usual ones. `confusions` adds the table of what was
    coded instead.
    """

    coders: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    by: str = ""
    measures: tuple[str, ...] = ()
    confusions: bool = False
    wishes: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """The tables, and what they rest on: `study` holds the codings of both sides, in codings.csv order."""

    matrices: tuple[Matrix, ...]
    comparison: Comparison
    study: Study


def compare_with(
    opened: OpenStudy, study: Study, path: Path | None, wishes: AgreeWishes, progress: Progress = no_progress
) -> Agreement:
    """Hold the machine's codings of a study against those of people in the CSV file `path`, or, without one, against
    what people coded blind inside the study.

    The machine's are those that it suggests now, whatever people decided on them; what it suggested once and somebody
    accepted is not among them. A file that does not fit the study is refused with all its problems; so is a coder,
    code, measure or attribute that is not there.
    """
    t = translator(opened.language)
    read = _prepare_reading(path, study)
    transcripts = _read_coded(opened, study, progress)
    people = read(transcripts)
    suggested = {coding.id for coding in load_coded(opened).codings}
    machine = _take_as_one([coding for coding in study.codings if coding.id in suggested])
    comparison, codings = _compare(study, machine, transcripts, people, wishes)
    set_aside = sum(coding.modality != "actual" for coding in codings)
    rules = (*describe_comparison(comparison, set_aside, wishes.wishes, t), *describe_basis(study, codings, t))
    notes = (*warn(study, codings, t), *warn_of_people(people, comparison, t))
    matrices = [build_code_table(comparison, rules, notes, t, opened.language)]
    if by := name_field(wishes.by):
        matrices.append(build_group_table(comparison, by, _group(comparison, by, study), t))
    if wishes.confusions:
        matrices.append(build_confusion_table(comparison, t, opened.language))
    return Agreement(tuple(matrices), comparison, replace(study, codings=codings))


def show_found(opened: OpenStudy, agreement: Agreement, kind: Passages) -> Shown:
    """The passages of one kind in context, both sides' codings: hits, misses, extra, or hits that part in polarity."""
    t = translator(opened.language)
    heading = {
        "hits": t("Hits: both sides gave the code. Units: {n}"),
        "misses": t("Misses: the others gave the code, {judged} did not. Units: {n}"),
        "extra": t("Extra: {judged} alone gave the code. Units: {n}"),
        "polarity": t("Both sides gave the code, with different polarity. Units: {n}"),
    }[kind]
    fate = {"hits": "hit", "misses": "miss", "extra": "extra", "polarity": "hit"}[kind]
    found = agreement.comparison.found
    chosen = [each for each in found if each.fate == fate and not (kind == "polarity" and each.same_polarity)]
    ids = {id_ for each in chosen for id_ in (*each.against_ids, *each.judged_ids)}
    quotes = quote_in_context(opened, agreement.study, ids, opened.language)
    return Shown(heading.format(judged=agreement.comparison.judged, n=len(chosen)), (), quotes)


def write_agreement(opened: OpenStudy, agreement: Agreement) -> Path:
    """Write the tables with all quotes behind them, in every format, into `results/agreement`; gives that folder."""
    folder, t = opened.place.results / "agreement", translator(opened.language)
    used = frozenset().union(*(matrix.coding_ids for matrix in agreement.matrices))
    report = Report(
        title=agreement.matrices[0].title,
        language=opened.language,
        notices=build_notices(agreement.study, opened.language),
        sections=tell_once(
            (Section(matrix.name, matrix.title, matrix) for matrix in agreement.matrices), agreement.study, t
        ),
        quotes=quote_in_context(opened, agreement.study, used, opened.language),
    )
    write_report(report, folder)
    return folder


def _prepare_reading(path: Path | None, study: Study) -> Callable[[dict[str, Transcript]], People]:
    """What gives people's codings once the transcripts are read; what has none is refused before that."""
    if path is None:
        inside = gather_people(study)
        return lambda _transcripts: inside
    name, rows, machines = path.name, read_rows(path), frozenset(find_parts("coders"))
    return lambda transcripts: read_people(name, rows, transcripts, study.codebook, machines)


def _read_coded(opened: OpenStudy, study: Study, progress: Progress) -> dict[str, Transcript]:
    """The transcripts that were coded, by name; one that has changed since is refused."""
    hashes = {sheet.transcript: sheet.text_sha256 for sheet in study.accounts}
    read = {}
    for interview in read_interviews(opened, progress):
        if isinstance(interview, Interview) and interview.transcript.name in hashes:
            transcript = interview.transcript
            if transcript.text_sha256 != hashes[transcript.name]:
                refuse_changed(opened, transcript.name)
            read[transcript.name] = transcript
    return read


def _compare(
    study: Study,
    machine: Sequence[Coding],
    transcripts: dict[str, Transcript],
    people: People,
    wishes: AgreeWishes,
) -> tuple[Comparison, tuple[Coding, ...]]:
    """The comparison that was asked for, and the codings of its coders in codings.csv order."""
    readers = {_name_machine(machine): frozenset(transcripts)} | people.read
    judged, *against = _choose_coders(wishes.coders, tuple(readers))
    codings = sorted((c for c in (*machine, *people.codings) if c.coder in (judged, *against)), key=_place)
    codes = _choose_codes(wishes.codes, study.codebook)
    frame = lay_over(
        (unit for transcript in transcripts.values() for unit in _frame(transcript, study.settings.unit)),
        (coding for coding in codings if wishes.wishes or coding.modality == "actual"),
        {coder: readers[coder] for coder in (judged, *against)},
        study.codebook,
        people.passages,
    )
    found = tuple(judge(frame, [code.id for code in codes], judged, against))
    measures = _choose_measures(wishes.measures)
    return Comparison(frame, codes, judged, tuple(against), found, measures, people.has_polarity), tuple(codings)


def _frame(transcript: Transcript, unit: str) -> Iterator[FramedUnit]:
    cases = {turn.number: turn.case for turn in transcript.turns}
    for each in split_units(transcript, unit):
        yield FramedUnit(transcript.name, each.span, cases[each.turn])


def _take_as_one(codings: Sequence[Coding]) -> list[Coding]:
    """The machine's codings under one coder's name, whichever of its coders made them."""
    name = _name_machine(codings)
    return [coding if coding.coder == name else replace(coding, coder=name) for coding in codings]


def _name_machine(codings: Iterable[Coding]) -> str:
    return "+".join(sorted({coding.coder for coding in codings})) or "rules"


def _place(coding: Coding) -> tuple[object, ...]:
    return (coding.transcript, coding.span, coding.code, coding.coder, coding.polarity)


def _choose_coders(wished: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    for name in wished:
        if name not in known:
            raise QualcodeError(mark("There is no coder {name}", name=name), suggest(name, known))
    if wished and len(set(wished)) != 2:
        raise QualcodeError(mark("Two coders are compared"), mark("Name two different ones, separated by a comma"))
    return wished or known


def _choose_codes(wished: tuple[str, ...], codebook: Codebook) -> tuple[Code, ...]:
    ids = tuple(code.id for code in codebook.codes)
    for name in wished:
        if name not in ids:
            raise QualcodeError(mark("The codebook has no code {name}", name=name), suggest(name, ids))
    return tuple(code for code in codebook.codes if not wished or code.id in wished)


def _choose_measures(more: tuple[str, ...]) -> tuple[Measure, ...]:
    names = dict.fromkeys((*USUAL_MEASURES, *more))
    return tuple(
        require_part("agreement", name, mark("There is no measure {name}", name=name)).load() for name in names
    )


def _group(comparison: Comparison, by: str, study: Study) -> dict[str, list[int]]:
    """The numbers of the units by transcript, language or an attribute of the case; "" where that is not stated."""
    frame = comparison.frame
    languages = list_languages(study)
    attributes = list_attributes(study.cases)
    if by not in ("transcript", "language", *attributes):
        raise QualcodeError(
            mark("Cases have no attribute {by}", by=by), suggest(by, ("transcript", "language", *attributes))
        )
    values = {case.id: value for value in attributes.get(by, ()) for case in find_in_scope(study.cases, {by: value})}
    groups: dict[str, list[int]] = {}
    for number in find_compared(frame, comparison.judged, comparison.against):
        unit = frame.units[number]
        own = {"transcript": unit.transcript, "language": languages[unit.transcript]}
        groups.setdefault(own.get(by, values.get(unit.case, "")), []).append(number)
    return dict(sorted(groups.items()))
