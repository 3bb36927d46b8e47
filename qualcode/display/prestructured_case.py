"""Pre-structured case: an outline that is written before coding ends, filled by a person and revised with the data
(Miles, Huberman and Saldana 2014, ch. 6). The program lays the evidence ready and writes none of it."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import prepare
from qualcode.evidence.typed import to_be_written
from qualcode.messages import Translate, mark
from qualcode.model import EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: the codes as headings of an outline, family by family; columns: what was expected and what it comes to,
    which a person writes, and between them who speaks to it and what is said for and against."""
    filling = prepare(study, options, t)
    language = options.language
    heads = [
        Heading(code.id, code.label.in_language(language), family.label.in_language(language) if family else "")
        for family, codes in study.codebook.list_families()
        for code in codes
    ]
    cells = []
    for head in heads:
        found = filling.find_whole(head.key)
        cells.append(
            (
                to_be_written(t),
                filling.name_speakers(found),
                filling.fill_side(found, "supporting"),
                filling.fill_side(found, "contrary"),
                to_be_written(t),
            )
        )
    return filling.finish(
        "prestructured-case",
        t("Pre-structured case: outline"),
        heads,
        (
            Heading("expected", t("What was expected"), t("written before coding")),
            Heading("who", t("Who says so")),
            Heading("for", t("For it")),
            Heading("against", t("Against it")),
            Heading("found", t("What it comes to"), t("revised with the data")),
        ),
        cells,
        (
            EntryRule(t("Order of rows"), t("the order of the codebook, family by family")),
            EntryRule(t("For a person"), t("expectations and conclusions: the program writes neither")),
            *describe_marks(options, t),
        ),
    )


PART = Display(
    name="prestructured-case",
    chapter=6,
    called="Pre-structured case",
    purpose=mark(
        "An outline of the case with the evidence laid ready; what was expected and found is for you to write."
    ),
    build=build,
)
