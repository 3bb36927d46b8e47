"""Conceptually clustered matrix: codes that belong together side by side (Miles, Huberman and Saldana 2014, ch. 7)."""

from qualcode.display.case_by_code import build_case_by_code
from qualcode.display.contract import Display, DisplayOptions
from qualcode.messages import Translate, mark
from qualcode.model import EntryRule, Family, Heading, Matrix, Study

KINDS = ("element", "obstacle", "impact", "other")


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: informants in the order of the cases; columns: codes by family: elements, obstacles, impacts,
    others, and last the codes without a family."""
    language = options.language
    groups = sorted(study.codebook.list_families(), key=lambda group: _rank(group[0]))
    families = [family for family, _ in groups if family]
    return build_case_by_code(
        "conceptually-clustered",
        t("Conceptually clustered matrix"),
        study.cases,
        [
            Heading(code.id, code.label.in_language(language), "; ".join((code.id, *_name(family, language))))
            for family, codes in groups
            for code in codes
        ],
        (
            EntryRule(t("Order of rows"), t("the order of the cases")),
            EntryRule(t("Why these columns stand together"), _explain_clusters(families, language, t)),
        ),
        study,
        options,
        t,
    )


def _rank(family: Family | None) -> int:
    return KINDS.index(family.kind) if family else len(KINDS)


def _name(family: Family | None, language: str) -> tuple[str, ...]:
    return (family.label.in_language(language),) if family else ()


def _explain_clusters(families: list[Family], language: str, t: Translate) -> str:
    reasons = {
        "element": t("elements of one process, each said to rest on the others"),
        "obstacle": t("what is said to hinder the process"),
        "impact": t("what is said to follow from it"),
        "other": t("a family of the codebook"),
    }
    told = "; ".join(f"{family.label.in_language(language)}: {reasons[family.kind]}" for family in families)
    return told or t("the order of the codebook")


PART = Display(
    name="conceptually-clustered",
    chapter=7,
    called="Conceptually clustered matrix",
    purpose=mark("Read each informant across codes that belong together: elements, obstacles, impacts."),
    build=build,
    in_report=True,
)
