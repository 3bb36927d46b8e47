"""A draft: a standard's items with what the records tell, each fact with its file, and what is left to the authors.

What authors answered stands in the study's decisions, filled into the cell `STANDARD:ITEM:authors`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from qualcode.evidence.answers import find_answers
from qualcode.evidence.provenance import describe_basis, warn
from qualcode.model import Answer, Cell, EntryRule, Heading, Matrix
from qualcode.standards.contract import Domain, Fact, Item, Records, Standard, Standing

_OWN_RULES = 3  # entry rules of the draft itself; those after them tell what the study rests on


def build_draft(standard: Standard, records: Records) -> Matrix:
    """A row an item. Columns: what it asks, what the records tell, what is left to the authors.

    Nothing is inferred: an item of which nothing is on file says so.
    """
    items = [item for domain in standard.domains for item in domain.items]
    study, t = records.study, records.t
    codings = records.counted
    answers = find_answers(study.decisions, "fill")
    return Matrix(
        name=standard.name,
        title=t(standard.title),
        rows=tuple(Heading(item.number, f"{item.number}. {t(item.name)}") for item in items),
        columns=(
            Heading("asked", t("Asked")),
            Heading("records", t("From the records")),
            Heading("authors", t("For the authors")),
        ),
        cells=tuple(_fill(item, records, answers.get(name_answer(standard, item), ())) for item in items),
        entry_rules=(
            EntryRule(
                t("From the records"),
                t(
                    "what the study's files say; the file stands in brackets behind the last line from it; nothing is "
                    "inferred, nothing is judged"
                ),
            ),
            EntryRule(
                t("For the authors"),
                t("what no file says; a draft to be completed and checked, not a checklist that was met"),
            ),
            EntryRule(
                t("Items"),
                t("{source}; worded anew and short: read the original before you hand anything in").format(
                    source=t(standard.source)
                ),
            ),
            *describe_basis(study, codings, t),
        ),
        notes=warn(study, codings, t),
    )


def split_domains(draft: Matrix, standard: Standard) -> tuple[tuple[Domain, Matrix], ...]:
    """The rows of a draft under the headings of its standard; cells keep their ids.

    What all of it rests on is printed under the last.
    """
    places = {row.key: place for place, row in enumerate(draft.rows)}
    parts = []
    for domain in standard.domains:
        own = [places[item.number] for item in domain.items]
        rows = tuple(draft.rows[place] for place in own)
        cells = tuple(draft.cells[place] for place in own)
        rules = draft.entry_rules if domain is standard.domains[-1] else draft.entry_rules[:_OWN_RULES]
        parts.append((domain, replace(draft, rows=rows, cells=cells, entry_rules=rules)))
    return tuple(parts)


def build_standings(standards: Iterable[Standard], records: Records) -> Matrix:
    """A row a standard: how many of its items authors answered, and how many of the others the records answer, answer
    in part, or leave open."""
    t = records.t
    names: dict[Standing, str] = {
        "answered": t("Answered"),
        "records": t("From the records"),
        "in part": t("In part"),
        "open": t("Open"),
    }
    answers = find_answers(records.study.decisions, "fill")
    rows, cells = [], []
    for standard in standards:
        items = [item for domain in standard.domains for item in domain.items]
        counts = Counter(
            find_standing(item, _tell(item, records), answers.get(name_answer(standard, item), ())) for item in items
        )
        rows.append(Heading(standard.name, standard.name, t(standard.title)))
        cells.append((Cell((str(len(items)),)), *(Cell((str(counts[standing]),)) for standing in names)))
    return Matrix(
        name="standards",
        title=t("Standards and what the records answer"),
        rows=tuple(rows),
        columns=(Heading("items", t("Items")), *(Heading(key.replace(" ", "-"), names[key]) for key in names)),
        cells=tuple(cells),
        entry_rules=(
            EntryRule(t("Answered"), t("the authors said it; answers are kept with the decisions")),
            EntryRule(
                t("From the records"),
                t("the study's files say all that is asked; whether it is enough, and good enough, is yours to judge"),
            ),
            EntryRule(t("In part"), t("the files say some of it")),
            EntryRule(t("Open"), t("nothing is on file; the authors alone can say")),
        ),
    )


def name_answer(standard: Standard, item: Item) -> str:
    """The id of the cell that an item's answer is filled into."""
    return f"{standard.name}:{item.number}:authors"


def find_standing(item: Item, facts: Sequence[Fact], answers: Sequence[Answer]) -> Standing:
    """Whether the authors have answered an item, else whether the records do, do in part, or do not."""
    if answers:
        return "answered"
    if not facts:
        return "open"
    return "records" if item.whole else "in part"


def _tell(item: Item, records: Records) -> tuple[Fact, ...]:
    return tuple(fact for tell in item.tell for fact in tell(records))


def _fill(item: Item, records: Records, answers: Sequence[Answer]) -> tuple[Cell, ...]:
    t = records.t
    facts = _tell(item, records)
    left: dict[Standing, tuple[str, ...]] = {
        "answered": tuple(f"{answer.text} ({answer.who}, {answer.when[:10]})" for answer in answers),
        "records": (t("Check it; nothing else is asked."),),
        "in part": (t("Check it, and say the rest:"),),
        "open": (t("To be answered:"),),
    }
    told = Cell((t("nothing on file"),), kind="missing")
    if facts:
        ids = dict.fromkeys(id_ for fact in facts for id_ in fact.coding_ids)
        told = Cell(tuple(_list_lines(facts)), tuple(ids))
    return Cell((t(item.question),)), told, Cell(left[find_standing(item, facts, answers)])


def _list_lines(facts: Sequence[Fact]) -> Iterator[str]:
    """A line a fact; the file stands in brackets behind the last of neighbours that come from it."""
    for fact, after in zip_longest(facts, facts[1:]):
        yield fact.text if after and after.source == fact.source else f"{fact.text} [{fact.source}]"
