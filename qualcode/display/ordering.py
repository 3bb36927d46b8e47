"""Order informants by how a variable stands with them: an attribute, or what they say to a code.

Case-ordered displays rest on it (Miles, Huberman and Saldana 2014, ch. 8 to 10); so does `sort`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from qualcode.display.contract import DisplayOptions
from qualcode.display.filling import Filling
from qualcode.errors import QualcodeError
from qualcode.evidence.marks import find_kind
from qualcode.evidence.narrowing import find_case_value, find_codes, list_case_fields, name_field, spell_code
from qualcode.evidence.numbers import find_thousands, read_number
from qualcode.evidence.selection import group_by_unit, list_ids, select
from qualcode.evidence.wording import name_code
from qualcode.messages import Translate, mark, write_decimal
from qualcode.model import Case, Cell, Coding, Study

Level = Literal["high", "middle", "low", "none"]

_LEVELS: tuple[Level, ...] = ("high", "middle", "low", "none")
# Words by which researchers rate a case, highest first.
_WORDS = (("high", "tinggi"), ("medium", "middle", "moderate", "sedang", "menengah"), ("low", "rendah"))


@dataclass(frozen=True, slots=True)
class Places:
    """Where informants stand on one variable. `rank` orders case ids, 0 first; `level` and `codings` are by case id;
    `label` names the variable and `rule` says how it orders."""

    label: str
    rule: str
    rank: dict[str, int]
    level: dict[str, Level]
    value: dict[str, str]
    codings: dict[str, tuple[Coding, ...]]


def choose_variable(study: Study, kind: str) -> str | None:
    """The id of the first family of a kind ("impact", "element", "obstacle"), None where there is none."""
    return next((family.id for family in study.codebook.families if family.kind == kind), None)


def list_variables(study: Study) -> tuple[str, ...]:
    """All that informants can be ordered by: families, codes and columns of cases.csv."""
    codebook = study.codebook
    codes = (code.id for code in codebook.codes)
    return (*(family.id for family in codebook.families), *codes, *list_case_fields(study.cases))


def find_places(study: Study, word: str, options: DisplayOptions, t: Translate) -> Places | None:
    """The informants' places on what `word` means: a column of cases.csv, a family, a code or a sub-code; None where
    it means none of these."""
    field = name_field(word)
    if field in list_case_fields(study.cases):
        return _place_by_attribute(study.cases, field, t)
    try:
        word = spell_code(study.codebook, word)
    except QualcodeError:
        return None
    codes = find_codes(study.codebook, word)
    return _place_by_codes(study, word, codes, options, t)


def _place_by_codes(study: Study, word: str, codes: Sequence[str], options: DisplayOptions, t: Translate) -> Places:
    own = [word] if word not in {family.id for family in study.codebook.families} else list(codes)
    by_case: dict[str, list[Coding]] = {case.id: [] for case in study.cases}
    for coding in select(study, options.layer, options.wishes).counted:
        if coding.case in by_case and any(study.codebook.holds(each, coding.code) for each in own):
            by_case[coding.case].append(coding)
    units = {case: _count_sides(study, found) for case, found in by_case.items()}
    level = {case: _find_level(found) for case, found in by_case.items()}
    order = sorted(by_case, key=lambda case: (_LEVELS.index(level[case]), -_find_share(*units[case])))
    family = next((each.label for each in study.codebook.families if each.id == word), None)
    label = family.in_language(options.language) if family else name_code(study.codebook, word, options.language)
    said = t(
        "by {variable}: high where all that counts speaks for it, middle where some speaks against, low where all does "
        "(+5 −2: five units for it, two against); inside a level the larger share of units for it first, then the "
        "order of the cases; silent and not interviewed last, which is no low place"
    )
    return Places(
        f"{word} {label}",
        said.format(variable=f"{word} {label}"),
        {case: place for place, case in enumerate(order)},
        level,
        {case: _write_sides(*units[case], t) for case in by_case},
        {case: tuple(found) for case, found in by_case.items()},
    )


def _count_sides(study: Study, codings: Sequence[Coding]) -> tuple[int, int]:
    """Units for and against; each unit once a code, one coded both ways among those against."""
    by_code: dict[str, list[Coding]] = {}
    for coding in codings:
        by_code.setdefault(study.codebook.name_whole(coding.code), []).append(coding)
    units = [unit for found in by_code.values() for unit in group_by_unit(found)]
    against = sum(any(coding.polarity == "contrary" for coding in unit) for unit in units)
    return len(units) - against, against


def _find_share(units_for: int, against: int) -> float:
    return units_for / (units_for + against) if units_for + against else 0.0


def _find_level(codings: Sequence[Coding]) -> Level:
    if not codings:
        return "none"
    return {"evidence": "high", "mixed": "middle", "contrary": "low"}[find_kind(codings)]  # type: ignore[return-value]


def _write_sides(units_for: int, against: int, t: Translate) -> str:
    if not units_for + against:
        return t("silent")
    return f"+{units_for} −{against}"


def _place_by_attribute(cases: Sequence[Case], field: str, t: Translate) -> Places:
    values = {case.id: find_case_value(case, field) for case in cases}
    thousands = find_thousands(values.values())
    read = {case: read_number(value, thousands) for case, value in values.items()}
    numbers = {case: number for case, number in read.items() if number is not None}
    rated = {
        case: place for case, value in values.items() for place, words in enumerate(_WORDS) if value.casefold() in words
    }
    known = [case for case, value in values.items() if value]
    level: dict[str, Level] = dict.fromkeys(values, "none")
    if known and len(numbers) == len(known):
        ends = {max(numbers.values()): "high", min(numbers.values()): "low"} if len(set(numbers.values())) > 1 else {}
        level |= {case: ends.get(number, "middle") for case, number in numbers.items()}  # type: ignore[misc]
        order = sorted(values, key=lambda case: -numbers.get(case, float("-inf")))
        said = t("by {variable}, the highest number first; those without a value last")
        if thousands:
            said += "; " + t("{figure} is read as {number}").format(**_show_thousands(values.values(), thousands, t))
    elif known and len(rated) == len(known):
        level |= {case: _LEVELS[place] for case, place in rated.items()}
        order = sorted(values, key=lambda case: rated.get(case, len(_WORDS)))
        said = t("by {variable} as rated in the table of cases: high, middle, low; those without a value last")
    else:
        order = sorted(values, key=lambda case: (not values[case], values[case].casefold()))
        said = t("by {variable} as it stands in the table of cases, in alphabetical order; those without a value last")
    return Places(
        field,
        said.format(variable=field),
        {case: place for place, case in enumerate(order)},
        level,
        {case: value or t("no value") for case, value in values.items()},
        dict.fromkeys(values, ()),
    )


def _show_thousands(values: Iterable[str], thousands: str, t: Translate) -> dict[str, str]:
    """One figure with its thousands parted, and the number that it is taken for."""
    figure = next(value for value in values if thousands in value)
    return {"figure": figure, "number": write_decimal(f"{read_number(figure, thousands):.12g}", t)}


def require_places(study: Study, kinds: Sequence[str], options: DisplayOptions, t: Translate) -> Places:
    """The informants' places on the variable that `options.sort` names, else on the first family of one of `kinds`.

    Refused where the study has no such family and none was named, and where what was named is no variable.
    """
    families = (choose_variable(study, kind) for kind in kinds)
    word = options.sort or next(filter(None, families), None)
    if word is None:
        raise QualcodeError(
            mark("The codebook has no family of kind {kinds} to order the informants by", kinds=" / ".join(kinds)),
            mark("Name a code, a family or a column of cases.csv with --sort"),
        )
    places = find_places(study, word, options, t)
    if places is None:
        known = ", ".join((*(family.id for family in study.codebook.families), *list_case_fields(study.cases)))
        raise QualcodeError(
            mark("Informants cannot be ordered by {word}", word=word),
            mark("Order by a code or one of: {known}", known=known),
        )
    return places


def sort_cases(cases: Sequence[Case], places: Places) -> list[Case]:
    """The cases in the order of their places."""
    return sorted(cases, key=lambda case: places.rank[case.id])


def write_place(case: Case, places: Places, filling: Filling) -> Cell:
    """The cell that says where an informant stands, and opens onto the codings that put the informant there."""
    t, codings = filling.t, places.codings[case.id]
    if case.id not in filling.interviewed:
        return Cell((t("no interview"),), kind="missing")
    words = {"high": t("high"), "middle": t("middle"), "low": t("low"), "none": ""}
    line = " ".join(filter(None, (words[places.level[case.id]], places.value[case.id])))
    return Cell((line, *(filling.name_layer(codings) if codings else ())), list_ids(codings))
