"""What a browser window asks for, taken out of JSON; whatever does not fit is refused."""

from collections.abc import Mapping
from typing import Any, get_args

from qualcode.errors import QualcodeError
from qualcode.formats.json_text import parse_json
from qualcode.model import Act, Modality, Polarity, Span
from qualcode.review.sitting import Asked, AskedLink, Known
from qualcode.workflow.choosing import Choice

_ACTS = tuple(act for act in get_args(Act) if act not in ("rename", "join", "link", "answer", "fill", "judge"))
_TEXTS = ("on", "transcript", "code", "label", "comment", "state")
_AT_ONCE = 50
_MOST_TRANSCRIPTS = 50


class NotUnderstood(QualcodeError):
    """A request that the page's own script would not send."""

    def __init__(self, what: str) -> None:
        super().__init__(what, "Open the page again")


def read_request(body: bytes) -> tuple[list[Asked], Known]:
    """The choices of a request, and what its window knows."""
    request = _read_object(body)
    choices = request.get("choices", [])
    if not isinstance(choices, list) or len(choices) > _AT_ONCE:
        raise NotUnderstood("The choices are no short list")
    return [_read_choice(each) for each in choices], _read_known(request.get("known"))


def read_link(body: bytes) -> tuple[AskedLink, Known]:
    """The link that a request draws or takes away, and what its window knows."""
    request = _read_object(body)
    cause, effect, why, drawn = (request.get(name) for name in ("cause", "effect", "why", "drawn"))
    if not all(isinstance(each, str) for each in (cause, effect, why)) or not isinstance(drawn, bool):
        raise NotUnderstood("A link holds what it cannot hold")
    return AskedLink(str(cause), str(effect), str(why), drawn), _read_known(request.get("known"))


def _read_object(body: bytes) -> dict[str, Any]:
    try:
        request = parse_json(body)
    except ValueError:
        raise NotUnderstood("The request is no JSON") from None
    if not isinstance(request, dict):
        raise NotUnderstood("The request is no object")
    return request


def _read_known(known: object) -> Known:
    if not isinstance(known, Mapping):
        raise NotUnderstood("The request does not say what the window knows")
    epoch, version, transcripts = (known.get(name) for name in ("epoch", "version", "transcripts"))
    is_list = isinstance(transcripts, list) and len(transcripts) <= _MOST_TRANSCRIPTS
    if not isinstance(epoch, str) or not _is_number(version) or not is_list:
        raise NotUnderstood("The request does not say what the window knows")
    return Known(epoch, version, tuple(str(name) for name in transcripts))  # type: ignore[arg-type, union-attr]


def _read_choice(fields: object) -> Asked:
    if not isinstance(fields, dict) or fields.get("act") not in _ACTS:
        raise NotUnderstood("A choice has no act that can be decided")
    texts = {name: fields.get(name, "") for name in _TEXTS}
    polarity = fields.get("polarity")
    modality = fields.get("modality", "actual")
    fits = all(isinstance(text, str) for text in texts.values())
    if not fits or polarity not in (*get_args(Polarity), None) or modality not in get_args(Modality):
        raise NotUnderstood("A choice holds what it cannot hold")
    state = texts.pop("state")
    act = fields["act"]
    return Asked(Choice(act, span=_read_span(fields), polarity=polarity, modality=modality, **texts), state)


def _read_span(fields: dict[str, Any]) -> Span | None:
    start, end = fields.get("start"), fields.get("end")
    if start is None and end is None:
        return None
    if not _is_number(start) or not _is_number(end):
        raise NotUnderstood("A place is no pair of numbers")
    return Span(start, end)  # type: ignore[arg-type]


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31
