"""Role-ordered matrix: those who stand in the same role stand together (Miles, Huberman and Saldana 2014, ch. 7)."""

from qualcode.display.case_by_code import build_case_by_code
from qualcode.display.contract import Display, DisplayOptions
from qualcode.messages import Translate, mark
from qualcode.model import Case, EntryRule, Heading, Matrix, Study

SECTORS = ("public", "association", "private")


def build(study: Study, options: DisplayOptions, t: Translate) -> Matrix:
    """Rows: informants by sector, then by role; columns: the codes in the order of the codebook."""
    return build_case_by_code(
        "role-ordered",
        t("Role-ordered matrix"),
        sort_by_role(study.cases),
        [Heading(code.id, code.label.in_language(options.language), code.id) for code in study.codebook.codes],
        (
            EntryRule(
                t("Order of rows"),
                t(
                    "by sector: public, association, private, then all others; inside a sector persons of one role "
                    "stand together, in the order of the cases"
                ),
            ),
        ),
        study,
        options,
        t,
    )


def sort_by_role(cases: tuple[Case, ...]) -> list[Case]:
    """Cases by sector, then by role in the order in which roles first come; persons are never put together."""
    roles = list(dict.fromkeys(case.role for case in cases))
    return sorted(cases, key=lambda case: (_rank_sector(case.sector), roles.index(case.role)))


def _rank_sector(sector: str) -> int:
    return SECTORS.index(sector) if sector in SECTORS else len(SECTORS)


PART = Display(
    name="role-ordered",
    chapter=7,
    called="Role-ordered matrix",
    purpose=mark("Compare what people in different roles say about each code."),
    build=build,
    in_report=True,
    on_paper="presence",
)
