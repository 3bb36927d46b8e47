"""What is on file of the people: who was interviewed, by whom, when, where and how long, and who was not."""

import re
from collections import Counter
from collections.abc import Iterator

from qualcode.evidence.days import COLUMNS as DAYS
from qualcode.evidence.days import find_day
from qualcode.evidence.wording import find_interviewed, list_unheard, name_attribute, name_informant, name_sector
from qualcode.model import Case
from qualcode.standards.contract import Fact, Records

CASES = "cases.csv"
TRANSCRIPTS = "transcripts"

# Columns of cases.csv by what they tell, in English and in Indonesian.
_COLUMNS = {
    "date": DAYS,
    "minutes": ("duration_min", "duration", "minutes", "durasi", "durasi_menit", "menit"),
    "place": ("place", "setting", "tempat", "lokasi"),
    "present": ("others_present", "present", "hadir_lain", "yang_hadir"),
    "recording": ("recording", "recorded", "rekaman", "perekaman"),
    "interviewer": ("interviewer", "pewawancara"),
    "approach": ("approach", "recruitment", "cara_rekrut", "rekrutmen"),
    "consent": ("consent", "consent_scope", "persetujuan", "izin"),
}
_NO_SAMPLE = frozenset(("synthetic", *(name for names in _COLUMNS.values() for name in names)))
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def tell_interviewers(records: Records) -> Iterator[Fact]:
    """Who asks, by the labels in the transcripts, and by the column of cases.csv where there is one."""
    t = records.t
    accounts = records.study.accounts
    labels = sorted({label for sheet in accounts for label in sheet.interviewers if label})
    if labels:
        yield Fact(t("Labels of interviewers: {labels}").format(labels=", ".join(labels)), TRANSCRIPTS)
    unmarked = sum(not any(sheet.interviewers) for sheet in accounts)
    if unmarked:
        yield Fact(t("Transcripts in which nobody is marked as interviewer: {n}").format(n=unmarked), TRANSCRIPTS)
    names = sorted({value for _, value in _list_values(records, "interviewer")})
    if names:
        yield Fact(t("Interviewers: {names}").format(names=", ".join(names)), CASES)


def tell_sample(records: Records) -> Iterator[Fact]:
    """How many informants were interviewed, who they are, and who stands in the cases without an interview."""
    t = records.t
    cases, silent = _part(records)
    source = CASES if CASES in records.files else TRANSCRIPTS
    yield Fact(t("Informants interviewed: {n}").format(n=len(cases)), source)
    if cases:
        yield Fact("; ".join(name_informant(case, t, case.role) for case in cases), source)
    if silent:
        names = "; ".join(name_informant(case, t, case.role) for case in silent)
        yield Fact(t("In the cases, but in no transcript: {names}").format(names=names), source)


def tell_attributes(records: Records) -> Iterator[Fact]:
    """How the informants interviewed spread over each column of cases.csv."""
    t = records.t
    cases, _ = _part(records)
    if CASES not in records.files:
        return
    columns = {"role": [case.role for case in cases], "sector": [name_sector(case.sector, t) for case in cases]}
    for key in dict.fromkeys(key for case in cases for key in case.attributes):
        if key.casefold() not in _NO_SAMPLE:
            columns[key] = [case.attributes.get(key, "") for case in cases]
    for key, values in columns.items():
        if any(values):
            counts = Counter(value or t("not stated") for value in values)
            yield Fact(f"{name_attribute(key, t)}: " + ", ".join(f"{value} {n}" for value, n in counts.items()), CASES)


def tell_unheard(records: Records) -> Iterator[Fact]:
    """The roles that the study is about and that nobody interviewed has."""
    t = records.t
    missing = list_unheard(records.study)
    if missing:
        yield Fact(
            t("Roles that the study is about and nobody speaks for: {roles}").format(roles=", ".join(missing)),
            "study.yaml",
        )
    elif records.study.settings.roles:
        yield Fact(t("Every role that the study is about has an informant."), "study.yaml")


def tell_repeats(records: Records) -> Iterator[Fact]:
    """Who speaks in several transcripts."""
    t = records.t
    counts = {case.id: sum(case.id in sheet.cases for sheet in records.study.accounts) for case in _part(records)[0]}
    several = [f"{case} ({n})" for case, n in counts.items() if n > 1]
    if several:
        yield Fact(t("Informants in several transcripts: {names}").format(names=", ".join(several)), TRANSCRIPTS)
    elif counts:
        yield Fact(t("No informant speaks in more than one transcript."), TRANSCRIPTS)


def tell_dates(records: Records) -> Iterator[Fact]:
    """From when to when interviews were held."""
    t = records.t
    days = sorted(filter(None, map(find_day, _part(records)[0])))
    if days:
        line = t("Interviews held from {first} to {last}; dated: {n} of {total} informants")
        total = len(_part(records)[0])
        yield Fact(line.format(first=days[0], last=days[-1], n=len(days), total=total), CASES)


def tell_durations(records: Records) -> Iterator[Fact]:
    """How long interviews took."""
    t = records.t
    found = [_NUMBER.match(value) for _, value in _list_values(records, "minutes")]
    minutes = sorted(float(each[0].replace(",", ".")) for each in found if each)
    if minutes:
        line = t("Minutes: {low:g} to {high:g}; stated for {n} of {total} informants")
        total = len(_part(records)[0])
        yield Fact(line.format(low=minutes[0], high=minutes[-1], n=len(minutes), total=total), CASES)


def tell_places(records: Records) -> Iterator[Fact]:
    """Where interviews were held."""
    yield from _tell_each(records, "place")


def tell_present(records: Records) -> Iterator[Fact]:
    """Who else was there."""
    yield from _tell_each(records, "present")


def tell_recordings(records: Records) -> Iterator[Fact]:
    """How interviews were recorded."""
    yield from _tell_each(records, "recording")


def tell_approach(records: Records) -> Iterator[Fact]:
    """How informants were approached."""
    yield from _tell_each(records, "approach")


def tell_consent(records: Records) -> Iterator[Fact]:
    """What informants consented to."""
    yield from _tell_each(records, "consent")


def _tell_each(records: Records, what: str) -> Iterator[Fact]:
    """What a column says, informant by informant, as it stands there."""
    said = "; ".join(f"{case.id}: {value}" for case, value in _list_values(records, what))
    if said:
        yield Fact(said, CASES)


def _list_values(records: Records, what: str) -> list[tuple[Case, str]]:
    """The values of the column that tells this, of those interviewed, blank ones left out."""
    return [
        (case, value.strip())
        for case in _part(records)[0]
        for name, value in case.attributes.items()
        if name.casefold() in _COLUMNS[what] and value.strip()
    ]


def _part(records: Records) -> tuple[list[Case], list[Case]]:
    """The cases that were interviewed, and the others."""
    interviewed = find_interviewed(records.study)
    cases = records.study.cases
    return [case for case in cases if case.id in interviewed], [case for case in cases if case.id not in interviewed]
