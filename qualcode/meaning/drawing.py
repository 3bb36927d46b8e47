"""Tables and cells that aids share."""

from collections.abc import Iterable, Sequence

from qualcode.evidence.excerpts import choose_excerpts, find_excerpts
from qualcode.evidence.marks import SIGNS, count_side, count_units, find_kind, say_none
from qualcode.evidence.narrowing import describe_conditions
from qualcode.evidence.provenance import describe_basis, warn
from qualcode.evidence.selection import group_by_case, group_by_unit, list_ids
from qualcode.evidence.wording import count_informants, name_layer, name_sector, write_quote
from qualcode.meaning.material import Material
from qualcode.messages import Translate
from qualcode.model import Case, Cell, Coding, EntryRule, Heading, Matrix

YOURS = Cell(kind="open")  # for a person to fill in
FEW = 10  # informants; with fewer, what tells groups apart is each single person
LINE = 40  # characters of a line of names
NAMED = 6  # informants that a cell names; the rest is counted

Row = tuple[Heading, tuple[Cell, ...]]


def draw_table(
    material: Material,
    name: str,
    title: str,
    columns: Sequence[Heading],
    rows: Sequence[Row],
    rules: Iterable[EntryRule],
    notes: Iterable[str] = (),
) -> Matrix:
    """A table with what it rests on, what it was narrowed to, and its warnings, its own `notes` last.

    It rests on all codings in which something was looked for, found or not.
    """
    study, t, where = material.study, material.t, material.handed.where
    found = (*material.counted, *material.selection.unknown)
    narrowed = (EntryRule(t("Narrowed to"), describe_conditions(where, t)),) if where else ()
    return Matrix(
        name=name,
        title=title,
        rows=tuple(heading for heading, _ in rows),
        columns=tuple(columns),
        cells=tuple(cells for _, cells in rows),
        entry_rules=(*rules, *narrowed, *describe_basis(study, found, t)),
        notes=(*warn(study, found, t), *notes),
    )


def head_yours(key: str, label: str, t: Translate) -> Heading:
    """The head of a column that people fill in."""
    return Heading(key, label, t("for you to write"))


def head_code(code_id: str, material: Material) -> Heading:
    """A row's head: a code by its label and id."""
    code = material.study.codebook.find(code_id)
    return Heading(code_id, code.label.in_language(material.language) if code else code_id, code_id)


def fold(names: Iterable[str]) -> tuple[str, ...]:
    """Names in lines short enough to be shown beside others."""
    lines: list[str] = []
    for name in names:
        if lines and len(lines[-1]) + len(name) < LINE:
            lines[-1] += f", {name}"
        else:
            lines.append(name)
    return tuple(lines)


def draw_count(codings: Sequence[Coding], t: Translate) -> Cell:
    """How many units, suggestions and people's codings apart; silent where there is none."""
    if not codings:
        return say_none(t)
    return Cell((count_units(codings, t),), list_ids(codings))


def draw_side(codings: Sequence[Coding], t: Translate) -> Cell:
    """The same of codings that are all of one side, which the column says."""
    if not codings:
        return say_none(t)
    return Cell((count_side(codings, t),), list_ids(codings))


def count_who(cases: Sequence[Case], material: Material) -> str:
    """`3 of 4 informants (public, private)`, of those interviewed."""
    return count_informants(cases, len(material.informants), material.t)


def draw_who(codings: Sequence[Coding], material: Material) -> Cell:
    """How many of the informants, and by whose codings; silent where there are none."""
    if not codings:
        return say_none(material.t)
    return Cell((count_who(material.find_cases(codings), material),), list_ids(codings))


def draw_each(codings: Sequence[Coding], material: Material) -> Cell:
    """How many units of each informant, those of most units first; the last of many are counted together."""
    if not codings:
        return say_none(material.t)
    t = material.t
    by_case = group_by_case(codings)
    ranked = sorted(material.find_cases(codings), key=lambda case: -len(group_by_unit(by_case[case.id])))
    lines = [f"{case.id}: {count_units(by_case[case.id], t)}" for case in ranked[:NAMED]]
    if len(ranked) > NAMED:
        lines.append(t("and {n} more").format(n=len(ranked) - NAMED))
    return Cell(tuple(lines), list_ids(codings))


def draw_elicited(codings: Sequence[Coding], t: Translate) -> Cell:
    """How passages came up: volunteered, on a question, or not known."""
    words = {"volunteered": t("volunteered"), "prompted": t("prompted"), "unknown": t("not known")}
    lines = []
    for elicited, word in words.items():
        own = [coding for coding in codings if coding.elicited == elicited]
        if own:
            lines.append(f"{word}: {count_units(own, t)}")
    return Cell(tuple(lines), list_ids(codings)) if lines else say_none(t)


def draw_quotes(codings: Sequence[Coding], material: Material, most: int = 2) -> Cell:
    """The first quotes, accepted before suggested, of both sides where there are two; the rest is counted."""
    t = material.t
    if not codings:
        return say_none(t)
    excerpts = find_excerpts(codings, material.study.codebook)
    lines = [
        f"{SIGNS[find_kind(excerpt.codings)]} {write_quote(excerpt, t, name_layer(excerpt.codings, t))}"
        for excerpt in choose_excerpts(excerpts, most)
    ]
    if len(excerpts) > most:
        lines.append(t("and {n} more").format(n=len(excerpts) - most))
    return Cell(tuple(lines), list_ids(codings), find_kind(codings))


def split_sides(codings: Iterable[Coding]) -> tuple[list[Coding], list[Coding]]:
    """Supporting codings, and contrary ones."""
    sides: tuple[list[Coding], list[Coding]] = ([], [])
    for coding in codings:
        sides[coding.polarity == "contrary"].append(coding)
    return sides


def describe_case(case: Case, t: Translate) -> str:
    """What is known of an informant, in a few words."""
    return "; ".join(filter(None, (name_sector(case.sector, t), case.role)))


def tell_few(material: Material) -> tuple[str, ...]:
    """That there are too few informants for groups and frequencies, where that is so."""
    n, t = len(material.informants), material.t
    line = t("With {n} informants each of them makes or breaks what is seen here: name them, and give no percentages.")
    return (line.format(n=n),) if n < FEW else ()


def describe_counting(t: Translate) -> EntryRule:
    """How units are counted, for every aid alike."""
    return EntryRule(
        t("Counting"),
        t(
            "each unit once, whoever coded it; a sub-code counts as its code; rejected codings, wishes and "
            "hypotheticals not counted; suggestions stand apart from what people accepted"
        ),
    )
