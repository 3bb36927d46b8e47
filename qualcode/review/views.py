"""What each view of the page shows: a desk in, what the template and the script need out."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlencode

from qualcode.errors import QualcodeError
from qualcode.evidence.provenance import warn
from qualcode.evidence.wording import name_code
from qualcode.language.units import split_units
from qualcode.messages import mark, translate, translator
from qualcode.model import Coding, Span, Transcript, Turn
from qualcode.review.progress import count_by_code, count_by_transcript
from qualcode.review.queue import Queue
from qualcode.review.rows import write_rows
from qualcode.review.waiting import list_unread, list_waiting, name_unit
from qualcode.review.wording import list_codes, list_keys, name_kinds, name_orders, name_queue, name_words
from qualcode.workflow.desk import Desk, list_codings, list_read, open_transcript

AT_ONCE = 20  # passages of a queue that one page shows
AROUND = 400  # code points of a long turn that are shown on either side of a queue's passage


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one turn as they are shown: `text` stands at `span` of the transcript, `cut` where the turn goes on."""

    transcript: str
    turn: int
    speaker: str
    role: str
    time: str
    span: Span
    text: str
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A stop of the queue: what it is about, and the turn it stands in, after the question before it."""

    heading: str
    passages: tuple[Passage, ...]


def show_start(desk: Desk, queue: Queue) -> dict[str, Any]:
    """The first view: how far each transcript and code has come, and which queue to begin."""
    language = desk.opened.language
    cases = {sheet.transcript: ", ".join(sheet.cases) for sheet in desk.coded.accounts}
    transcripts = [
        {"name": name, "cases": cases[name], "progress": progress}
        for name, progress in count_by_transcript(desk).items()
    ]
    codes = [
        {"id": id_, "label": name_code(desk.coded.codebook, id_, language), "progress": progress}
        for id_, progress in count_by_code(desk).items()
    ]
    families = [(each.id, each.label.in_language(language)) for each in desk.coded.codebook.families]
    return _frame(desk, "start") | {
        "transcripts": transcripts,
        "codes": codes,
        "families": families,
        "cases": [case.id for case in desk.coded.cases if case.transcripts],
        "queue": queue,
        "orders": _choose_orders(desk),
        "kinds": name_kinds(translator(language)),
        "problems": [translate(str(problem), translator(language)) for problem in desk.problems],
        "data": {},
    }


def show_transcript(desk: Desk, name: str) -> dict[str, Any]:
    """One transcript whole, with everything coded in it."""
    transcript = open_known(desk, name)
    names = [sheet.transcript for sheet in desk.coded.accounts]
    place = names.index(name)
    items = (Item("", tuple(_show_turn(transcript, turn) for turn in transcript.turns)),)
    orphans = [each for each in desk.orphans if each.who == desk.coder and each.transcript == name and each.passage]
    return _frame(desk, "transcript") | {
        "name": name,
        "items": items,
        "before": names[place - 1] if place else "",
        "after": names[place + 1] if place + 1 < len(names) else "",
        "orphans": [(each.on, each.code, each.passage.quote) for each in orphans if each.passage],
        "data": _collect(desk, (transcript,), list_codings(desk, name), stops=None),
    }


def show_queue(desk: Desk, queue: Queue, after: str) -> dict[str, Any]:
    """The next passages of a queue behind the one called `after`, each in its turn and under its question."""
    shown = (_show_units if desk.seen == "blind" else _show_codings)(desk, queue, after)
    transcripts = {name: open_known(desk, name) for name, _ in shown.places}
    items = tuple(
        Item(_name_place(desk, transcripts[name], span), _show_around(transcripts[name], span))
        for name, span in shown.places
    )
    codings = [coding for name in transcripts for coding in list_codings(desk, name)]
    near = [coding for coding in codings if _is_shown(coding, items)]
    return _frame(desk, "queue") | {
        "items": items,
        "queue_name": name_queue(queue, translator(desk.opened.language)),
        "next_page": _find_next(queue, shown),
        "more": shown.left > len(shown.stops),
        "data": _collect(desk, transcripts.values(), near, stops=shown.stops)
        | {"which": queue.which, "left": shown.left},
    }


def _choose_orders(desk: Desk) -> list[tuple[str, str]]:
    """Blind, there is nothing yet that could be ordered by code or by strength."""
    names = name_orders(translator(desk.opened.language))
    return [each for each in names if desk.seen != "blind" or each[0] in ("transcript", "random")]


def _find_next(queue: Queue, shown: "_Shown") -> str:
    """The address of the page with the passages that come after these."""
    after = shown.stops[-1]["key"] if shown.stops else ""
    return "queue?" + urlencode({name: value for name, value in asdict(queue).items() if value} | {"after": after})


def open_known(desk: Desk, name: str) -> Transcript:
    """A transcript of the study; any other name is refused before a file is looked at."""
    if all(sheet.transcript != name for sheet in desk.coded.accounts):
        raise QualcodeError(mark("There is no transcript {name}", name=name), mark("Choose one from the list"))
    return open_transcript(desk, name)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A part of the queue: how each stop is called, where it stands, and how many wait from its first on."""

    stops: list[dict[str, Any]]
    places: list[tuple[str, Span]]
    left: int


def _show_codings(desk: Desk, queue: Queue, after: str) -> _Shown:
    waiting = list_waiting(desk, queue, after)
    page = waiting[:AT_ONCE]
    stops = [{"key": each.id, "id": each.id} for each in page]
    return _Shown(stops, [(each.transcript, each.span) for each in page], len(waiting))


def _show_units(desk: Desk, queue: Queue, after: str) -> _Shown:
    waiting = list_unread(desk, queue, after)
    page = waiting[:AT_ONCE]
    stops = [{"key": name_unit(name, unit), "start": unit.span.start, "end": unit.span.end} for name, unit in page]
    return _Shown(stops, [(name, unit.span) for name, unit in page], len(waiting))


def _show_turn(transcript: Transcript, turn: Turn) -> Passage:
    return Passage(
        transcript.name,
        turn.number,
        turn.speaker,
        turn.role,
        turn.time or "",
        turn.span,
        turn.span.of(transcript.text),
    )


def _show_around(transcript: Transcript, span: Span) -> tuple[Passage, ...]:
    """The turn in which the words stand, cut where it is long, after what was said before it."""
    number = next(n for n, turn in enumerate(transcript.turns) if turn.span.start <= span.start < turn.span.end)
    turn = transcript.turns[number]
    passages = [_show_turn(transcript, each) for each in transcript.turns[max(0, number - 1) : number]]
    shown = [_cut(each, Span(each.span.end - 1, each.span.end)) for each in passages if each.span]
    return (*shown, _cut(_show_turn(transcript, turn), span))


def _cut(passage: Passage, around: Span) -> Passage:
    start = _find_blank(passage, max(passage.span.start, around.start - AROUND), -1)
    end = _find_blank(passage, min(passage.span.end, around.end + AROUND), 1)
    text = passage.text[start - passage.span.start : end - passage.span.start]
    cut_before, cut_after = start > passage.span.start, end < passage.span.end
    return replace(passage, span=Span(start, end), text=text, cut_before=cut_before, cut_after=cut_after)


def _find_blank(passage: Passage, at: int, step: int) -> int:
    """The nearest end of a word in this direction."""
    while passage.span.start < at < passage.span.end and not passage.text[at - passage.span.start].isspace():
        at += step
    return at


def _is_shown(coding: Coding, items: Sequence[Item]) -> bool:
    return any(
        coding.transcript == passage.transcript
        and passage.span.start <= coding.span.start
        and coding.span.end <= passage.span.end
        for item in items
        for passage in item.passages
    )


def _name_place(desk: Desk, transcript: Transcript, span: Span) -> str:
    t = translator(desk.opened.language)
    turn = next(turn for turn in transcript.turns if turn.span.start <= span.start < turn.span.end)
    place = t("{transcript}, turn {turn}").format(transcript=transcript.name, turn=turn.number)
    return f"{turn.case} · {place}" if turn.case else place


def _frame(desk: Desk, view: str) -> dict[str, Any]:
    language = desk.opened.language
    t = translator(language)
    return {
        "view": view,
        "language": language,
        "title": desk.opened.title,
        "notices": tuple(filter(None, (*warn(desk.coded, (), t), desk.coded.settings.notice.in_language(language)))),
        "coder": desk.coder,
        "blind": desk.seen == "blind",
        "t": t,
        "keys": list_keys(t),
    }


def _collect(
    desk: Desk, transcripts: Iterable[Transcript], codings: Iterable[Coding], stops: list[dict[str, Any]] | None
) -> dict[str, Any]:
    found = tuple(transcripts)
    return {
        "words": name_words(translator(desk.opened.language)),
        "language": desk.opened.language,
        "coder": desk.coder,
        "blind": desk.seen == "blind",
        "codes": list_codes(desk),
        "rows": write_rows(desk, codings),
        "stops": stops,
        "units": {
            each.name: [[unit.span.start, unit.span.end] for unit in split_units(each, desk.opened.settings.unit)]
            for each in found
        },
        "read": {each.name: [[span.start, span.end] for span in list_read(desk, each.name)] for each in found},
    }
