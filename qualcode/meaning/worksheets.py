"""Worksheets: what an aid lays out, with what people wrote into it, and under it the questions that it leaves open."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from qualcode.evidence.answers import find_answers, hash_basis
from qualcode.evidence.provenance import describe_basis, warn
from qualcode.evidence.typed import OpenCell, find_open, put_in_words
from qualcode.evidence.wording import name_answer
from qualcode.meaning.contract import Aid, OpenQuestion, Worksheet
from qualcode.meaning.material import Material
from qualcode.messages import Translate
from qualcode.model import Answer, Cell, EntryRule, Heading, Matrix, Study


def put_to_aid(aid: Aid, material: Material) -> Worksheet:
    """Lay out what an aid computes, with its questions, and what people have said to both so far."""
    laid_out, study, t = aid.lay_out(material), material.study, material.t
    basis = _hash_codings(laid_out.tables, study)
    whole = material.handed.whole() if material.handed.whole else material
    find_whole = cache(lambda: {table.name: table for table in aid.lay_out(whole).tables})
    find_basis = cache(lambda: _hash_codings(find_whole().values(), whole.study))
    answers = find_answers(study.decisions, "answer")
    questions = (
        OpenQuestion(
            id_ := name_question(aid.name, place), t(text), _mark_changed(answers.get(id_, ()), basis, find_basis)
        )
        for place, text in enumerate(aid.questions, start=1)
    )
    tables = (put_in_words(table, whole.study, partial(_pick, find_whole, table), t) for table in laid_out.tables)
    return Worksheet(aid.name, replace(laid_out, tables=tuple(tables)), tuple(questions), basis)


def find_fillable(aid: Aid, material: Material) -> tuple[OpenCell, ...]:
    """The cells that people fill in (`counting:CG.TRU:yours`), filled or not yet."""
    return tuple(cell for table in aid.lay_out(material).tables for cell in find_open(table, material.study))


def name_question(aid: str, place: int) -> str:
    """The id under which answers are kept: `clustering:1`."""
    return f"{aid}:{place}"


def list_questions(worksheet: Worksheet, t: Translate) -> tuple[str, ...]:
    """The questions left to a person, each with its id and what was answered, a line each."""
    lines = [t("Left for a person to decide:")]
    nobody = t("Nobody has answered yet.")
    for question in worksheet.questions:
        lines.append(f"- {question.id}  {question.text}")
        lines += [f"  {name_answer(answer, t)}" for answer in question.answers]
        if not question.answers:
            lines.append(f"  {nobody}")
    return tuple(lines)


def draw_questions(worksheet: Worksheet, material: Material) -> Matrix:
    """The questions as a table with room for answers, for reports and for sheets that are filled in by hand."""
    t = material.t
    example = name_question(worksheet.tactic, 1)
    return Matrix(
        name=f"{worksheet.tactic}@questions",
        title=t("Left for a person to decide"),
        rows=tuple(Heading(question.id.rpartition(":")[2], question.id) for question in worksheet.questions),
        columns=(Heading("question", t("Question")), Heading("answer", t("Answer"), t("for you to write"))),
        cells=tuple(
            (
                Cell((question.text,)),
                Cell(
                    tuple(name_answer(answer, t) for answer in question.answers),
                    kind="written" if question.answers else "open",
                ),
            )
            for question in worksheet.questions
        ),
        entry_rules=(
            EntryRule(
                t("Answers"),
                t(
                    "kept with the study's decisions; `qualcode meaning FOLDER {question} --answer TEXT` adds one"
                ).format(question=example),
            ),
        ),
        notes=warn(material.study, (), t),
    )


def build_overview(material: Material, worksheets: Iterable[Worksheet], purposes: Sequence[tuple[str, str]]) -> Matrix:
    """A row a tactic, in the order of the chapter: what was laid out, in a line, and how many questions are open."""
    t = material.t
    found = {worksheet.tactic: worksheet for worksheet in worksheets}
    used = {id_ for each in found.values() for id_ in each.laid_out.brief.coding_ids}
    codings = [coding for coding in material.study.codings if coding.id in used]
    return Matrix(
        name="meaning",
        title=t("Tactics for generating meaning"),
        rows=tuple(Heading(name, name, purpose) for name, purpose in purposes if name in found),
        columns=(
            Heading("laid-out", t("Laid out"), t("filled by the program")),
            Heading("open", t("Questions open"), t("for a person to answer")),
        ),
        cells=tuple((found[name].laid_out.brief, _count_open(found[name], t)) for name, _ in purposes if name in found),
        entry_rules=(
            EntryRule(
                t("Laid out"), t("how much there is to look at; nothing here is a finding until a person says so")
            ),
            EntryRule(t("The whole worksheet"), "qualcode meaning FOLDER TACTIC"),
            *describe_basis(material.study, codings, t),
        ),
        notes=warn(material.study, codings, t),
    )


def _count_open(worksheet: Worksheet, t: Translate) -> Cell:
    still = sum(not question.answers for question in worksheet.questions)
    return Cell((t("{n} of {total}").format(n=still, total=len(worksheet.questions)),))


def _hash_codings(tables: Iterable[Matrix], study: Study) -> str:
    ids = {id_ for table in tables for row in table.cells for cell in row for id_ in cell.coding_ids}
    return hash_basis(coding for coding in study.codings if coding.id in ids)


def _mark_changed(answers: Iterable[Answer], basis: str, find_whole: Callable[[], str]) -> tuple[Answer, ...]:
    """The answers, each with whether the codings are others since it was given; one on the whole, of which a part is
    laid out here, is as it was."""
    return tuple(
        replace(each, changed=("codings",)) if each.basis not in ("", basis) and each.basis != find_whole() else each
        for each in answers
    )


def _pick(find_whole: Callable[[], Mapping[str, Matrix]], table: Matrix) -> Matrix:
    """The same table of the whole study; the table itself where the whole has none of its name."""
    return find_whole().get(table.name, table)
