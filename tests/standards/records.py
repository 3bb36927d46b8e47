"""Studies with and without each record, for the standards."""

from dataclasses import replace
from typing import Any

from qualcode.evidence.selection import select
from qualcode.model import AnalyticMemo, Change, Decision, Guide, GuideQuestion, LogLine, PatternCode, Words
from qualcode.standards.contract import Fact, Records, Standard
from tests.factories import CASES, code_words, make_claim, make_codebook, make_study, make_transcript

FIRST = make_transcript(
    "a.txt", "P: Percaya?", "N: Kami rutin bertemu. Saya percaya. Katanya tidak rukun.", case="INF-01"
)
SECOND = make_transcript("b.txt", "N: Tidak pernah bertemu. Saya percaya.", case="INF-02")
MEETING = code_words(FIRST, "Kami rutin bertemu.", "CG.DLG", status="accepted", decided_by=("ana",))
TRUST = code_words(FIRST, "Saya percaya.", "CG.TRU", elicited="prompted")
RUMOUR = code_words(FIRST, "Katanya tidak rukun.", "OB.COO", directness="second-hand")
NEVER = code_words(SECOND, "Tidak pernah bertemu.", "CG.DLG", "contrary", disputed_by=("budi",))
TRUST_TOO = code_words(SECOND, "Saya percaya.", "CG.TRU", directness="unknown")
CODINGS = (MEETING, TRUST, RUMOUR, NEVER, TRUST_TOO)


def decide(act: str, who: str, on: str = "", seen: str = "suggestions", **more: Any) -> Decision:
    values = {"transcript": "a.txt", "hash": f"{act}{who}{on}"} | more
    return Decision(act, who, "2026-02-03T10:00:00+00:00", "review", seen, on=on, **values)


def make_records(**changes: Any) -> Records:
    """A study of two interviews, coded, without anything else on file."""
    own = {key: changes.pop(key) for key in list(changes) if key in Records.__slots__}
    study = own.pop("study", None) or replace(make_study([FIRST, SECOND], CODINGS), **changes)
    values = {"t": str, "language": "en", "files": frozenset({"cases.csv"})} | own
    return Records(study, select(study).counted, **values)


def find_facts(standard: Standard, number: str, records: Records) -> tuple[Fact, ...]:
    """What the records tell of an item."""
    [item] = [item for domain in standard.domains for item in domain.items if item.number == number]
    return tuple(fact for tell in item.tell for fact in tell(records))


def read_lines(standard: Standard, number: str, records: Records) -> list[str]:
    """The same as lines, each with its file."""
    return [f"{fact.text} [{fact.source}]" for fact in find_facts(standard, number, records)]


def list_numbers(standard: Standard) -> list[str]:
    return [item.number for domain in standard.domains for item in domain.items]


INTERVIEWED = {
    "date": "2026-01-05",
    "duration_min": "45",
    "tempat": "Kantor",
    "others_present": "staf",
    "rekaman": "audio",
}


def describe_cases(**columns: str) -> tuple[Any, ...]:
    """The cases, INF-01 with these columns and the others with none of them."""
    return tuple(
        replace(
            case, attributes={**case.attributes, **(columns if case.id == "INF-01" else dict.fromkeys(columns, ""))}
        )
        for case in CASES
    )


MEMO = AnalyticMemo("2026-01-01-saya.md", "Saya orang dinas", "personal", "ana", "2026-01-01")
PATTERN = PatternCode("Rukun dulu", "category", (), "why", "ana", "2026-01-02", 2)
LINE = LogLine(
    1,
    "2026-01-02T08:00:00+00:00",
    "ana",
    "0.1.0",
    ("run", "."),
    hashes={"codebooks": {"small": "aa"}, "outputs": {"report.md": "bb", "report.docx": "cc"}},
    libraries={"spacy": "3.8"},
)
GUIDE = Guide((GuideQuestion("Q1", Words("Rukun?", ""), ("CG.TRU", "CG.DLG"), (Words("Masa?", ""),)),))
CLAIM = make_claim("C1", author="ana", scope={"sector": "public"}, checkable="partly", needs=Words("", "minutes"))
CHANGED = make_codebook()
CHANGED = replace(
    CHANGED,
    source=Words(en="Ansell and Gash 2008"),
    codes=(replace(CHANGED.codes[0], changed=(Change("2026-01-03", "ana", "why"),)), *CHANGED.codes[1:]),
)
