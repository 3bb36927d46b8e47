"""Tactics for generating meaning: aids put to a study with what other rooms hand over, and what people answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from qualcode.condense.contract import Material as CondenseMaterial
from qualcode.condense.passages import read_interviews
from qualcode.errors import QualcodeError, find_nearest
from qualcode.evidence.narrowing import Condition, describe_conditions, name_field, narrow
from qualcode.meaning.contract import Aid, Worksheet
from qualcode.meaning.material import Assertion, Handed, Material, Said, gather
from qualcode.meaning.worksheets import build_overview, draw_questions, find_fillable, list_questions, put_to_aid
from qualcode.messages import mark, translator
from qualcode.model import AnalyticMemo, EntryRule, Matrix, Question, Section, Study
from qualcode.registry import line_up_parts, list_purposes, require_part
from qualcode.verify.material import gather as gather_claims
from qualcode.workflow import answering
from qualcode.workflow.condensing import build_condensation
from qualcode.workflow.condensing import gather as gather_condensing
from qualcode.workflow.desk import require_person
from qualcode.workflow.judging import refuse_empty
from qualcode.workflow.opening import OpenStudy

ALL_AIDS = "all"


def gather_for_meaning(
    opened: OpenStudy,
    study: Study,
    language: str,
    where: Sequence[Condition] = (),
    by: str = "",
    most: int = 40,
) -> Material:
    """What aids work from: the part of the study that `where` names. `by` and `most` are as in `Handed`."""
    part = narrow(study, where)
    condensing = gather_condensing(opened, part, language, most)
    t = translator(language)
    rules = (EntryRule(t("Narrowed to"), describe_conditions(where, t)),) if where else ()

    def condense(name: str) -> tuple[Matrix, ...]:
        found = build_condensation(condensing, name)
        return tuple(replace(matrix, entry_rules=(*matrix.entry_rules, *rules)) for matrix in found)

    @cache
    def read_said() -> tuple[Said, ...]:
        return tuple(_read_said(condensing, narrowed=bool(where)))

    handed = Handed(
        list_assertions=cache(lambda: tuple(_list_assertions(condensing))),
        condense=condense,
        read_said=read_said,
        where=tuple(where),
        by=name_field(by),
        most=most,
        whole=cache(partial(gather_for_meaning, opened, study, language, most=0)) if where or by or most else None,
    )
    return gather(part, t, language, handed)


def lay_out(material: Material, names: Sequence[str] = ()) -> tuple[Worksheet, ...]:
    """The worksheets of the aids named, none: of all; an unknown name is refused with the nearest known ones."""
    return tuple(put_to_aid(aid, material) for aid in _load(*names))


def _load(*names: str) -> tuple[Aid, ...]:
    for name in names:
        require_part("meaning", name, mark("There is no tactic {name} for generating meaning", name=name))
    return tuple(entry.load() for entry in line_up_parts("meaning") if not names or entry.name in names)


def build_meaning_overview(material: Material, worksheets: Sequence[Worksheet] = ()) -> Matrix:
    """What every aid lays out, in a line each, and how many of its questions are open."""
    return build_overview(material, worksheets or lay_out(material), list_purposes("meaning", material.language))


def find_table(opened: OpenStudy, study: Study, name: str) -> Matrix | None:
    """A table of an aid (`clustering`, `clustering@distances`) or the overview (`meaning`); None where none is."""
    material = gather_for_meaning(opened, study, opened.language, most=0)
    if name == "meaning":
        return build_meaning_overview(material)
    [worksheet] = lay_out(material, (name.partition("@")[0],))
    tables = (*worksheet.laid_out.tables, draw_questions(worksheet, material))
    return next((table for table in tables if table.name == name), None)


def list_left_open(worksheet: Worksheet, language: str) -> tuple[str, ...]:
    """The questions that an aid leaves to a person, with their ids, and what was answered, a line each."""
    return list_questions(worksheet, translator(language))


def write_sections(material: Material, names: Sequence[str]) -> Iterator[Section]:
    """Worksheets as sections of a report: a section a table, and one of the questions. `all` names every aid."""
    language = material.language
    purposes = dict(list_purposes("meaning", language))
    chosen = () if tuple(names) == (ALL_AIDS,) else names
    for worksheet in lay_out(material, chosen):
        name = worksheet.tactic
        for place, table in enumerate(worksheet.laid_out.tables):
            intro = (purposes[name],) if place == 0 else ()
            yield Section(f"meaning-{table.name}", f"{table.title} ({name})", table, intro)
        asked = draw_questions(worksheet, material)
        yield Section(f"meaning-{asked.name}", f"{asked.title} ({name})", asked)


def answer_aid(opened: OpenStudy, study: Study, on: str, text: str, coder: str, when: str) -> tuple[str, ...]:
    """Append what `coder` says to a question (`clustering:1`) or writes into an empty cell (`counting:CG.TRU:yours`).

    An empty text takes the coder's last words there back. Gives remarks on odd files.

    `when` is ISO 8601 in UTC. Refused are ids that no aid asks, a coder without a name or with a machine's, and taking
    back what was not said.
    """
    coder = require_person(coder)
    name = on.partition(":")[0].partition("@")[0]
    material = gather_for_meaning(opened, study, opened.language, most=0)
    [aid] = _load(name)
    worksheet = put_to_aid(aid, material)
    asked = {question.id: worksheet.basis for question in worksheet.questions}
    fillable = {cell.id: cell.basis for cell in find_fillable(aid, material)}
    if on not in asked | fillable:
        near, some = find_nearest(on, tuple(asked | fillable)), next(iter(fillable), "")
        how = (
            mark("Did you mean `{near}`?", near=near)
            if near
            else mark("Questions: {asked}; cells such as {some}", asked=", ".join(asked), some=some or mark("none"))
        )
        raise QualcodeError(mark("{name} asks nothing under {on}", name=name, on=on), how)
    act: Question = "answer" if on in asked else "fill"
    refuse_empty(study, act, on, text, coder)
    said = answering.Said(on, text.strip(), basis=(asked | fillable)[on])
    return answering.record_answers(opened, coder, act, (said,), when)


def _read_said(condensing: CondenseMaterial, *, narrowed: bool) -> Iterator[Said]:
    """What respondents say, unit by unit; of a narrowed study, what its informants say."""
    cases = {case.id for case in condensing.study.cases}
    for interview in read_interviews(condensing):
        text = interview.transcript.text
        for unit in interview.units:
            if unit.turn.case in cases or not narrowed:
                turn = unit.turn
                yield Said(
                    interview.transcript.name,
                    interview.transcript.language,
                    turn.number,
                    turn.case,
                    turn.speaker,
                    unit.span,
                    unit.span.of(text),
                )


def _list_assertions(condensing: CondenseMaterial) -> Iterator[Assertion]:
    """The claims and the pattern codes of a study, with the codings for and against each."""
    study, language = condensing.study, condensing.language
    for claim in gather_claims(study, translator(language), language):
        memos = [memo.title for memo in condensing.memos if claim.claim.id in _list_claims(memo)]
        yield Assertion(
            claim.claim.id,
            "claim",
            claim.claim.text.in_language(language),
            claim.supporting,
            claim.contrary,
            tuple(memos),
            len(claim.claim.rivals),
            claim.claim.relation,
            claim.claim.checkable != "no",
        )
    [patterns] = build_condensation(condensing, "patterns")
    by_id = {coding.id: coding for coding in study.codings}
    keys = [column.key for column in patterns.columns]
    for row, cells in zip(patterns.rows, patterns.cells, strict=True):
        sides = (cells[keys.index(side)].coding_ids for side in ("for", "against"))
        supporting, contrary = (tuple(by_id[id_] for id_ in ids) for ids in sides)
        yield Assertion(f"pattern-{row.key}", "pattern", row.label, supporting, contrary)


def _list_claims(memo: AnalyticMemo) -> list[str]:
    return [mention.id for mention in memo.mentions if mention.kind == "claim"]
