"""The kinds of groups in which a tactic looks at informants: sector, role, jurisdiction."""

from collections.abc import Iterable

from qualcode.evidence.narrowing import find_case_value
from qualcode.evidence.wording import name_value
from qualcode.messages import Translate
from qualcode.model import Case, Heading


def list_kinds(t: Translate) -> dict[str, str]:
    """Each attribute that informants are grouped by, and what it is called at the beginning of a line."""
    return {"sector": t("Sector"), "role": t("Role"), "jurisdiction": t("Jurisdiction")}


def group_by_value(cases: Iterable[Case], kind: str) -> dict[str, list[Case]]:
    """The cases by what they have under an attribute, in the order in which it first comes; without, in no group."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        if value := find_case_value(case, kind):
            groups.setdefault(value, []).append(case)
    return groups


def head_group(kind: str, label: str, value: str, t: Translate) -> Heading:
    """The heading of a group: `Sector: public`, by a key that names its kind and value."""
    return Heading(f"{kind}={value}", f"{label}: {name_value(kind, value, t)}")
