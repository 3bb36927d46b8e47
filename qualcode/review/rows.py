"""A coding as the page's script gets it."""

from bisect import bisect_right
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from qualcode.evidence.applying import Memo
from qualcode.evidence.reasons import name_kind, quote_reason
from qualcode.evidence.wording import name_coder, shorten
from qualcode.language.sentences import find_sentences
from qualcode.messages import Translate, translator
from qualcode.model import GUIDE_RULE, Coding, DrawnLink, Evidence, Transcript, Turn
from qualcode.review.waiting import waits
from qualcode.workflow.desk import Desk, find_coding, list_links, list_memos, name_coding, open_transcript


def write_rows(desk: Desk, codings: Iterable[Coding]) -> list[dict[str, Any]]:
    """Codings with their memos, the links drawn from and to them and, for a machine's, the words and the question that
    each rests on.

    Offsets are code points of the canonical text. `state` changes whenever a decision changes the coding, `open` says
    whether it waits for this coder.
    """
    t = translator(desk.opened.language)
    labels: dict[str, str] = {}
    rows = []
    for coding in codings:
        if coding.code not in labels:
            labels[coding.code] = name_coding(desk, coding.code)
        transcript = open_transcript(desk, coding.transcript)
        rows.append(
            {
                "id": coding.id,
                "transcript": coding.transcript,
                "start": coding.span.start,
                "end": coding.span.end,
                "code": coding.code,
                "label": labels[coding.code],
                "polarity": coding.polarity,
                "modality": coding.modality,
                "coder": coding.coder,
                "by": name_coder(coding.coder, t),
                "status": coding.status,
                "decided": coding.decided_by,
                "disputed": coding.disputed_by,
                "memos": [_write_memo(memo) for memo in list_memos(desk, coding.id)],
                "links": [_write_link(desk, link, coding) for link in list_links(desk, coding.id)],
                "reasons": [_write_reason(reason, coding, transcript, t) for reason in sorted(coding.evidence)],
                "open": waits(desk, coding),
                "state": hash_state(coding),
            }
        )
    return rows


def hash_state(coding: Coding) -> str:
    """A short hash over what decisions can change in a coding: two windows that show the same hold the same."""
    parts = (coding.status, coding.code, coding.polarity, coding.span, coding.decided_by, coding.disputed_by)
    return blake2b(repr(parts).encode(), digest_size=6).hexdigest()


def _write_memo(memo: Memo) -> dict[str, str]:
    return {"who": memo.who, "when": memo.when, "text": memo.text}


def _write_link(desk: Desk, link: DrawnLink, coding: Coding) -> dict[str, str]:
    """A link as the coding at one of its ends sees it: which way it leads, and what stands at the other end."""
    leads = link.cause == coding.id
    other = find_coding(desk, link.effect if leads else link.cause)
    end = f"{other.code} “{shorten(other.quote)}”" if other else link.effect if leads else link.cause
    return {"way": "⇒" if leads else "⇐", "end": end, "why": link.why, "who": link.who, "when": link.when}


def _write_reason(reason: Evidence, coding: Coding, transcript: Transcript, t: Translate) -> dict[str, Any]:
    """The cue in words; one in another turn, such as an interviewer's question, with the sentence around it."""
    written: dict[str, Any] = {"rule": reason.rule, "start": reason.span.start, "end": reason.span.end, "said": ""}
    turn = _find_turn(transcript, reason)
    if reason.rule.startswith(GUIDE_RULE):
        written["why"] = quote_reason(reason, coding, t)
    else:
        written["why"] = name_kind(reason.rule, f"“{reason.cue}”", t)
    if turn and turn.number != coding.turn:
        where = t("in the question, turn {turn}") if turn.role == "interviewer" else t("in turn {turn}")
        written["why"] += f", {where.format(turn=turn.number)}"
        written["said"] = f"{turn.speaker}: {_find_sentence(transcript, turn, reason)}"
    return written


def _find_turn(transcript: Transcript, reason: Evidence) -> Turn | None:
    number = bisect_right(transcript.turns, reason.span.start, key=lambda turn: turn.span.start)
    turn = transcript.turns[number - 1] if number else None
    return turn if turn and reason.span.start < turn.span.end else None


def _find_sentence(transcript: Transcript, turn: Turn, reason: Evidence) -> str:
    for start, end in find_sentences(transcript.text, turn.span.start, turn.span.end):
        if start <= reason.span.start < end:
            return transcript.text[start : max(end, reason.span.end)]
    return reason.cue
