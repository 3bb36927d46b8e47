"""Two-variable case-ordered matrix: informants in the order of one variable, with the aspects of it and of a second
one beside each other (Miles, Huberman and Saldana 2014, ch. 6)."""

from collections.abc import Iterator

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.entry_rules import describe_marks
from qualcode.display.filling import prepare
from qualcode.display.ordering import choose_variable, require_places, sort_cases, write_place
from qualcode.errors import QualcodeError
from qualcode.evidence.narrowing import find_codes, list_case_fields, name_field, spell_code
from qualcode.messages import Translate, mark
from qualcode.model import EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: informants in the order of the first variable; columns: their place on it, its aspects, and those of the
    second.

    The first variable is what `options.sort` names, else the first family of impacts; the second are the codes and
    families among `options.columns`, else the first family of elements. Aspects of a family are its codes, those of a
    code its sub-codes; a sub-code is its own. Refused where there is no second variable.
    """
    places = require_places(study, ("impact",), options, t)
    first = options.sort or choose_variable(study, "impact") or ""
    second = tuple(word for word in options.columns if word not in ("place", first)) or tuple(
        filter(None, (choose_variable(study, "element"),))
    )
    if not second:
        raise QualcodeError(
            mark("The codebook has no family of elements for the second variable"),
            mark("Name both with --columns, such as --columns place,CODE,CODE"),
        )
    filling = prepare(study, options, t)
    own = () if name_field(first) in list_case_fields(study.cases) else (first,)
    columns = list(dict.fromkeys(each for word in (*own, *second) for each in _list_aspects(study, word, options)))
    cases = sort_cases(study.cases, places)
    return filling.finish(
        "two-variable",
        t("Two-variable case-ordered matrix"),
        map(filling.head_case, cases),
        (Heading("place", t("Place"), places.label), *columns),
        [
            (write_place(case, places, filling), *(filling.fill(case.id, each.key) for each in columns))
            for case in cases
        ],
        (
            EntryRule(t("Order of rows"), places.rule),
            EntryRule(t("Variables"), t("{first}; beside it {second}").format(first=first, second=", ".join(second))),
            *describe_marks(options, t),
        ),
    )


def _list_aspects(study: Study, word: str, options: DisplayOptions) -> Iterator[Heading]:
    word, codes = spell_code(study.codebook, word), find_codes(study.codebook, word)
    for code in study.codebook.codes:
        label = code.label.in_language(options.language)
        finer = [each for each in code.subcodes if word in (code.id, each.id)]
        if finer:
            for subcode in finer:
                yield Heading(subcode.id, subcode.label.in_language(options.language), f"{subcode.id}: {label}")
        elif code.id in codes:
            yield Heading(code.id, label, code.id)


PART = Display(
    name="two-variable",
    chapter=6,
    called="Two-variable case-ordered matrix",
    purpose=mark("Lay one variable beside another, informant by informant: do they rise and fall together?"),
    build=build,
    orders=True,
    on_paper="presence",
)
