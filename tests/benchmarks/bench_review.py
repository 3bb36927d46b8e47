"""The page on which people decide: from a click or a key to the answer, on a transcript of 20,000 words with 2,000
codings, in a real browser and, without one, at the server."""

import json
import random
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from qualcode.model import Coding, Evidence, Seen, Span, make_coding_id
from qualcode.page.render import render_page
from qualcode.review.asking import read_request
from qualcode.review.sitting import Sitting
from qualcode.review.views import show_transcript
from qualcode.store.codings import read_codings, write_codings
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import open_desk
from qualcode.workflow.opening import OpenStudy, Wishes, open_study
from tests.benchmarks.made_corpus import write_corpus

if TYPE_CHECKING:
    from tests.review.browser import Browser, Window

WORDS, CODINGS = 20_000, 2_000
NAME = "t0000.txt"
CHOOSE, WRITE = "press('Enter', $('picker-input'))", "$('memo-box').querySelector('.main').click()"


def main(folder: Path) -> None:
    """Print the times; `folder` should lie on the disk that matters."""
    shutil.rmtree(folder, ignore_errors=True)
    opened = make_study(folder / "study")
    sitting = Sitting(open_desk(opened, "ani"), lambda: datetime.now(UTC).isoformat(timespec="microseconds"))
    page = _time(lambda: _render(sitting))
    print(f"the page of {WORDS} words and {CODINGS} codings: {page * 1000:.0f} ms at the server")
    rows = list(sitting.shown[NAME].values())
    tell("a decision at the server, on the disk", [_time(lambda c=c: _accept(sitting, c)) for c, _ in rows[:400]])
    try:
        measure_in_browser(opened, folder)
    except BaseException as reason:
        if type(reason).__name__ != "Skipped":
            raise
        print(f"in the browser: not measured, {reason}")
    shutil.rmtree(folder)


def make_study(folder: Path) -> OpenStudy:
    """One long interview in which every fifth word or so begins a coding, all eleven codes in turn."""
    (folder / "transcripts").mkdir(parents=True)
    (folder / "study.yaml").write_text("title: Made\nlanguages: [id]\ncodebook: blitar\n", encoding="utf-8")
    write_corpus(folder / "transcripts", 1, WORDS, "id")
    opened = open_study(folder, Wishes(language="en"), folder)
    code_study(opened)
    ((sheet, _),) = read_codings(opened.place.codings)
    write_codings(opened.place.codings, sheet, tuple(make_codings(opened, sheet.text_sha256)))
    return opened


def make_codings(opened: OpenStudy, text_sha256: str) -> list[Coding]:
    """Suggestions on units of the interview, two and more on one where there are fewer units than codings."""
    from qualcode.language.units import split_units
    from qualcode.workflow.reading import read_interview

    assert opened.codebook
    transcript = read_interview(opened, NAME)
    assert transcript
    units = split_units(transcript, "sentence")
    dice = random.Random(5)
    places = sorted(dice.sample([(unit, code) for unit in units for code in opened.codebook.codes], CODINGS), key=str)
    codings = []
    for unit, code in places:
        cue = Span(unit.span.start, unit.span.start + 5)
        codings.append(
            Coding(
                make_coding_id(NAME, unit.span, code.id, "supporting", "actual", "rules"), NAME, "t0000", "N",
                unit.turn, unit.span, unit.span.of(transcript.text), code.id, "supporting", "actual", "unknown",
                "unknown", "rules", (Evidence(f"{code.id}/id/strong/x", cue.of(transcript.text), cue),), None,
                "suggested", f"{opened.codebook.name}@{opened.codebook.version}", code.hash, text_sha256,
            )
        )  # fmt: skip
    return sorted(codings, key=lambda each: (each.span, each.code))


def measure_in_browser(opened: OpenStudy, folder: Path) -> None:
    """From the key until the answer has been painted, as the browser's own clock tells."""
    from tests.review.browser import open_browser

    with open_browser() as browser:
        start = time.perf_counter()
        window = browser.new_window(f"{_serve(opened, folder, 'budi', 'suggestions')}transcript?name={NAME}")
        window.press("j")
        window.wait_for("document.querySelector('.stripe.now') !== null")
        print(f"the page is open and a coding is at hand: {time.perf_counter() - start:.2f} s")
        for what, script, before in (
            ("to the next coding", _press("j"), ""),
            ("accept, saved and shown", _press("a"), ""),
            ("change the polarity, saved and shown", _press("p"), ""),
            ("take back, saved and shown", _press("u"), ""),
            ("a click on a stripe", _act("stripes()[n++ % stripes().length].click()"), ""),
            ("open the list of codes", _press("c"), "leave()"),
            ("another code, saved and shown", _act(CHOOSE), "press('j'); press('c')"),
            ("a memo, saved and shown", _act(WRITE), "press('m'); $('memo-text').value = 'x'"),
            ("select the next sentence", _press("J"), ""),
            ("code it, saved and shown", _act(CHOOSE), "press('J'); press('c')"),
            ("no code here, saved and shown", _press("n"), "press('J')"),
            ("show or hide what was rejected", _press("t"), ""),
        ):
            tell(what, [_measure(window, before, script) for _ in range(60)])
        assert not window.errors, window.errors[:2]
        _measure_blind(opened, folder, browser)


def _measure_blind(opened: OpenStudy, folder: Path, browser: "Browser") -> None:
    """The same where a blind coder has made as many codings."""
    desk = open_desk(opened, "citra", "blind")
    ((_, codings),) = read_codings(opened.place.codings)
    own = [Choice("code", transcript=NAME, span=each.span, code=each.code) for each in codings]
    decide(desk, own, datetime.now(UTC).isoformat(timespec="microseconds"), "review")
    window = browser.new_window(f"{_serve(opened, folder, 'citra', 'blind')}transcript?name={NAME}")
    for what, script, before in (
        ("blind, to the next sentence", _press("j"), ""),
        ("blind, code it, saved and shown", _act(CHOOSE), "press('j'); press('c')"),
        ("blind, no code here, saved and shown", _press("n"), "press('j')"),
        ("blind, take back, saved and shown", _press("u"), ""),
    ):
        tell(what, [_measure(window, before, script) for _ in range(60)])
    assert not window.errors, window.errors[:2]


def _measure(window: "Window", before: str, script: str) -> float:
    """Seconds that a click takes, after what comes before it has been painted."""
    window.run(_act(before))
    return float(window.run(script)) / 1000


def _serve(opened: OpenStudy, folder: Path, coder: str, seen: Seen) -> str:
    """Serve the page in a thread of its own; gives its address."""
    import threading

    from qualcode.review.app import build_app
    from qualcode.review.queue import Queue
    from qualcode.review.server import open_door, serve

    sitting = Sitting(open_desk(opened, coder, seen), lambda: datetime.now(UTC).isoformat(timespec="microseconds"))
    door, address = open_door(folder / "own", f"bench {coder}")
    app = build_app(sitting, Queue(), address.token, address.port, lambda seed: None)
    threading.Thread(target=serve, args=(app, door), daemon=True).start()
    return address.url


def _press(key: str) -> str:
    """A script that presses a key and gives the milliseconds until it is saved, shown and painted."""
    return _act(f"press({json.dumps(key)})")


def _act(work: str) -> str:
    """A script that does some work and gives the milliseconds until it is saved, shown and painted."""
    return f"""new Promise((done) => {{
      const $ = (id) => document.getElementById(id);
      const stripes = () => [...document.querySelectorAll('.stripe')];
      const press = (key, on) => (on || document.activeElement).dispatchEvent(new KeyboardEvent('keydown', {{ key,
        bubbles: true, cancelable: true }}));
      const leave = () => document.querySelectorAll('dialog[open]').forEach((each) => each.close());
      window.n ??= 0;
      const start = performance.now();
      const look = () => ($('status').textContent.endsWith('…') ? setTimeout(look)
        : requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))));
      {work};
      look();
    }})"""


def tell(what: str, seconds: list[float]) -> None:
    """One line: the middle, the slowest twentieth and the slowest."""
    worst = quantiles(seconds, n=20)[-1]
    print(
        f"{what}: {median(seconds) * 1000:.0f} ms, 95 of 100 within {worst * 1000:.0f} ms, "
        f"slowest {max(seconds) * 1000:.0f} ms",
        flush=True,
    )


def _render(sitting: Sitting) -> None:
    shown = sitting.read(lambda desk: show_transcript(desk, NAME))
    render_page("review", shown.pop("data") | {"view": "transcript"}, shown, connect="'self'")


def _accept(sitting: Sitting, coding: Coding) -> None:
    """What one click costs from the body of its request to the answer's bytes."""
    known = {"epoch": sitting.epoch, "version": sitting.version, "transcripts": [NAME]}
    body = {"choices": [{"act": "accept", "on": coding.id}], "known": known}
    json.dumps(sitting.decide(*read_request(json.dumps(body).encode())))


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(Path(__file__).parent / ".review")
