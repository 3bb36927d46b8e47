"""results/codings.csv: every current coding, one a row; the contract with other programs."""

from collections.abc import Iterable, Iterator

from qualcode.model import Coding
from qualcode.writers.csv_rows import write_rows

COLUMNS = (
    "coding_id",
    "transcript",
    "case",
    "speaker",
    "turn",
    "start",
    "end",
    "quote",
    "code",
    "polarity",
    "modality",
    "directness",
    "elicited",
    "coder",
    "rule",
    "cue",
    "cue_start",
    "cue_end",
    "score",
    "status",
    "codebook",
    "codebook_hash",
    "text_sha256",
)
_BOM = b"\xef\xbb\xbf"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_codings(codings: tuple[Coding, ...], *, excel: bool = False, separator: str = ",") -> bytes:
    r"""The codings as CSV: UTF-8 without BOM, `\n`, sorted by transcript, start, end, code and coder.

    Offsets are code points in the canonical text, half open. Where several rules fired, the n-th of `rule`, `cue`,
    `cue_start` and `cue_end` belong together, joined with `|`; a `|` inside a rule or cue is written `\|` and a
    backslash `\\`. `score` is empty for rules. Everything else is verbatim.

    `excel` is for opening by double click: it writes a BOM, takes `separator` (what the reader's Excel expects,
    often `;`) and puts an apostrophe before a text that begins with `=`, `+`, `-`, `@`, tab or carriage return, so
    that no interview turns into a formula (OWASP, CSV injection).
    """
    rows = list_rows(codings)
    if not excel:
        return write_rows((COLUMNS, *rows), separator)
    return _BOM + write_rows((COLUMNS, *(map(_guard, row) for row in rows)), separator)


def list_rows(codings: tuple[Coding, ...]) -> Iterator[tuple[str, ...]]:
    """The codings as rows of `COLUMNS`, in the order of the file."""
    return (_describe(coding) for coding in sorted(codings, key=_place))


def _place(coding: Coding) -> tuple[str, int, int, str, str, str, str]:
    span = coding.span
    return (coding.transcript, span.start, span.end, coding.code, coding.coder, coding.polarity, coding.modality)


def _describe(coding: Coding) -> tuple[str, ...]:
    reasons = sorted(coding.evidence)
    return (
        coding.id,
        coding.transcript,
        coding.case,
        coding.speaker,
        str(coding.turn),
        str(coding.span.start),
        str(coding.span.end),
        coding.quote,
        coding.code,
        coding.polarity,
        coding.modality,
        coding.directness,
        coding.elicited,
        coding.coder,
        "|".join(_escape(reason.rule for reason in reasons)),
        "|".join(_escape(reason.cue for reason in reasons)),
        "|".join(str(reason.span.start) for reason in reasons),
        "|".join(str(reason.span.end) for reason in reasons),
        "" if coding.score is None else repr(coding.score),
        coding.status,
        coding.codebook,
        coding.code_hash,
        coding.text_sha256,
    )


def _escape(texts: Iterable[str]) -> Iterator[str]:
    return (text.replace("\\", "\\\\").replace("|", "\\|") for text in texts)


def _guard(text: str) -> str:
    return "'" + text if text.startswith(_FORMULA_STARTS) else text
