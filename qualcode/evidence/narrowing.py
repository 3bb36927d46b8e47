"""Looking at a part of a study: the informants and codings that fulfil conditions such as `role=Staf` or `code=CG`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from qualcode.errors import QualcodeError, find_nearest
from qualcode.evidence.case_words import CASE_WORDS, fold
from qualcode.evidence.selection import select
from qualcode.messages import Translate, join, mark, translator
from qualcode.model import Case, Codebook, Coding, Study

_CODING_FIELDS = ("speaker", "polarity", "modality", "directness", "elicited", "coder", "status")
_FIELD_WORDS = CASE_WORDS | {"kode": "code", "arah": "polarity", "pengode": "coder"}
_CLOSED = ("sector", "polarity", "modality", "directness", "elicited", "status")  # of words that readers see translated


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of an informant (`case`, `role`, `organisation`, `sector` or any column of cases.csv), of a code
    (`code`: a family, a code or a sub-code) or of a coding (`polarity`, `coder`, ...); case of letters apart."""

    field: str
    value: str


def read_conditions(texts: Iterable[str]) -> tuple[Condition, ...]:
    """Conditions written `field=value`, the field in English or Indonesian; several values of one field may be parted
    by commas. Else refused."""
    conditions: list[Condition] = []
    for text in texts:
        field, sign, values = text.partition("=")
        if not sign or not field.strip() or not values.strip():
            raise QualcodeError(
                mark("`{text}` is no condition", text=text),
                mark("Write field=value, such as role=Staf, code=CG.TRU or polarity=contrary"),
            )
        named = name_field(field)
        conditions += (Condition(named, value.strip()) for value in values.split(",") if value.strip())
    return tuple(conditions)


def name_field(word: str) -> str:
    """The field that a word means, as it is kept: in small letters; words for the usual ones are known that cases.csv
    may use as headings."""
    return _FIELD_WORDS.get(fold(word), fold(word))


def find_case_value(case: Case, field: str) -> str:
    """What is known of an informant under `field`, "" where nothing is."""
    own = {"case": case.id, "role": case.role, "organisation": case.organisation, "sector": case.sector}
    return own.get(field, case.attributes.get(field, ""))


def list_case_fields(cases: Iterable[Case]) -> tuple[str, ...]:
    """The fields that informants have, in the order of cases.csv."""
    attributes = dict.fromkeys(name for case in cases for name in case.attributes)
    return ("case", "role", "organisation", "sector", *attributes)


def tell_fields(word: str, known: tuple[str, ...]) -> str:
    """How to mend a field that there is not: the one that was meant, perhaps, and all that there are."""
    near = find_nearest(word, known)
    fields = mark("Fields are: {value}", value=", ".join(known))
    return join(" ", (mark("Did you mean `{near}`?", near=near), fields)) if near else fields


def narrow(study: Study, conditions: Sequence[Condition]) -> Study:
    """The study with the informants, codes and codings alone of which every field's conditions hold.

    Several conditions on one field mean any of them. A field that there is not and a value that nothing has are
    refused. What a person's coding stands for stays left out, even where that coding is not among those looked at.
    """
    by_field: dict[str, list[str]] = defaultdict(list)
    for condition in conditions:
        by_field[condition.field].append(condition.value)
    for field, values in by_field.items():
        study = _narrow_by(study, field, values)
    return study


def _narrow_by(study: Study, field: str, values: list[str]) -> Study:
    if field == "code":
        return _narrow_codes(study, values)
    if field == "transcript":
        return _narrow_transcripts(study, values)
    if field in _CODING_FIELDS:
        left_out = {coding.id for coding in select(study).superseded}
        _check(field, values, (getattr(coding, field) for coding in study.codings))
        matches = _match(field, values)
        kept = (c for c in study.codings if matches(getattr(c, field)) and c.id not in left_out)
        return replace(study, codings=tuple(kept))
    fields = list_case_fields(study.cases)
    if field not in fields:
        known = ("code", "transcript", *fields, *_CODING_FIELDS)
        raise QualcodeError(mark("Nothing has a field `{field}`", field=field), tell_fields(field, known))
    _check(field, values, (find_case_value(case, field) for case in study.cases))
    matches = _match(field, values)
    cases = tuple(case for case in study.cases if matches(find_case_value(case, field)))
    ids = {case.id for case in cases}
    return replace(study, cases=cases, codings=tuple(coding for coding in study.codings if coding.case in ids))


def _narrow_transcripts(study: Study, values: list[str]) -> Study:
    """Some interviews, with the informants who speak in them: of others nothing could be said, not even silence."""
    _check("transcript", values, (sheet.transcript for sheet in study.accounts))
    matches = _match("transcript", values)
    accounts = tuple(sheet for sheet in study.accounts if matches(sheet.transcript))
    heard = {case for sheet in accounts for case in sheet.cases}
    return replace(
        study,
        accounts=accounts,
        cases=tuple(case for case in study.cases if case.id in heard),
        codings=tuple(coding for coding in study.codings if matches(coding.transcript)),
    )


def _match(field: str, values: Iterable[str]) -> Callable[[str], bool]:
    """What tells whether a value is one of these, in English as it is kept or in Indonesian as displays say it."""
    wanted = set(map(fold, values))
    if field not in _CLOSED:
        return lambda value: fold(value) in wanted
    say = cache(translator("id"))
    return lambda value: fold(value) in wanted or fold(say(value)) in wanted


def _check(field: str, values: Iterable[str], known: Iterable[str]) -> None:
    found = dict.fromkeys(value for value in known if value)
    for value in values:
        if not any(map(_match(field, [value]), found)):
            there = join(", ", map(mark, found)) if field in _CLOSED else ", ".join(found)
            how = mark("There is: {found}", found=there)
            if not found:
                how = mark("Nothing has any yet; what is known of informants stands in cases.csv")
            if near := find_nearest(value, tuple(found)):
                how = join(" ", (mark("Did you mean `{near}`?", near=mark(near) if field in _CLOSED else near), how))
            raise QualcodeError(mark("Nothing has the {field} `{value}`", field=_say_field(field), value=value), how)


def _say_field(field: str) -> str:
    """A field for a message: of the usual ones the word that is translated; a study's own columns stay."""
    return mark(field) if field in _FIELD_WORDS.values() else field


def _narrow_codes(study: Study, values: list[str]) -> Study:
    book = study.codebook
    values = [spell_code(book, value) for value in values]
    codes = tuple(code for code in book.codes if any(code.id in find_codes(book, value) for value in values))
    # A suggestion may have given way to a coding of the whole code, which is not among those of a sub-code.
    left_out = {coding.id for coding in select(study).superseded}
    whole = [value for value in values if book.name_whole(value) == value]
    kept = (c for c in study.codings if any(bears(book, c, each) for each in (whole if c.id in left_out else values)))
    return replace(study, codebook=replace(book, codes=codes), codings=tuple(kept))


def bears(book: Codebook, coding: Coding, word: str) -> bool:
    """Whether a coding bears what a family's, a code's or a sub-code's id means."""
    code = book.find(coding.code)
    return code is not None and (code.family == word or book.holds(word, coding.code))


def spell_code(book: Codebook, word: str) -> str:
    """A family's, a code's or a sub-code's id as the codebook writes it, in whatever letter case it is given; any other
    word is refused."""
    families = tuple(family.id for family in book.families)
    known = (*families, *book.list_ids())
    if word in known:
        return word
    alike = [id_ for id_ in known if fold(id_) == fold(word)]
    if len(alike) == 1:
        return alike[0]
    codes = tuple(code.id for code in book.codes)
    near = find_nearest(word, tuple(alike) or known)
    how = mark("Families: {families}. Codes: {codes}", families=", ".join(families), codes=", ".join(codes))
    raise QualcodeError(
        mark("The codebook has no code {word}", word=word),
        join(" ", (mark("Did you mean `{near}`?", near=near), how)) if near else how,
    )


def find_codes(book: Codebook, word: str) -> tuple[str, ...]:
    """The ids of the codes that a family's, a code's or a sub-code's id means; any other word is refused."""
    word = spell_code(book, word)
    if any(family.id == word for family in book.families):
        return tuple(code.id for code in book.codes_of(word))
    return (book.name_whole(word),)


def describe_conditions(conditions: Sequence[Condition], t: Translate) -> str:
    """Conditions in words, for the entry rules of what was narrowed: fields and values as `read_conditions` takes them,
    in the reader's language where they have names there."""
    by_field: dict[str, list[str]] = {}
    for condition in conditions:
        field, value = condition.field, condition.value
        said = t(field) if field in _FIELD_WORDS.values() else field
        by_field.setdefault(said, []).append(t(value.casefold()) if field in _CLOSED else value)
    either = t(" or ")
    parts = [f"{field} = {either.join(values)}" for field, values in by_field.items()]
    return "; ".join((*parts, t("informants and codings that are not so are left out of every cell and every count")))
