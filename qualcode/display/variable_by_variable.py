"""Variable-by-variable matrix: where two variables are linked, and whether speakers say so (Miles, Huberman and Saldana
2014, ch. 9)."""

from qualcode.display.contract import Display, DisplayOptions
from qualcode.display.filling import prepare
from qualcode.display.link_rules import describe_links
from qualcode.display.linked import prepare_links, require_codes_of_kind
from qualcode.evidence.narrowing import find_codes
from qualcode.messages import Translate, mark
from qualcode.model import Codebook, EntryRule, Heading, Matrix, Study


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: obstacles, columns: elements, or the codes and families that `options.rows` and `options.columns` name;
    cells: links between the two, either way, stated ones apart from what is only nearby. Refused where the codebook has
    no obstacles or elements and no others were named."""
    rows = _choose(study, options.rows, "obstacle")
    columns = _choose(study, options.columns, "element")
    filling = prepare(study, options, t)
    linked = prepare_links(filling)
    cells = [[linked.fill(linked.find((row,), (column,), either_way=True)) for column in columns] for row in rows]
    stated = any(link.kind == "stated" for link in linked.find(rows, columns, either_way=True))
    none = t("No link between these codes is stated in so many words; what is nearby is to be read, not counted.")
    return filling.finish(
        "variable-by-variable",
        t("Variable-by-variable matrix"),
        [_head(study.codebook, code, options.language) for code in rows],
        [_head(study.codebook, code, options.language) for code in columns],
        cells,
        (
            EntryRule(t("Cells"), t("links between a code of the row and one of the column, either way")),
            *describe_links(linked),
        ),
        notes=() if stated else (none,),
    )


def _choose(study: Study, words: tuple[str, ...], kind: str) -> tuple[str, ...]:
    if not words:
        return require_codes_of_kind(study, kind)
    return tuple(dict.fromkeys(code for word in words for code in find_codes(study.codebook, word)))


def _head(codebook: Codebook, code_id: str, language: str) -> Heading:
    code = codebook.find(code_id)
    return Heading(code_id, code.label.in_language(language) if code else code_id, code_id)


PART = Display(
    name="variable-by-variable",
    chapter=9,
    called="Variable-by-variable matrix",
    purpose=mark(
        "See which obstacles are told together with which elements: links that speakers state, apart from nearness."
    ),
    build=build,
)
