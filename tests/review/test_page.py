"""The page in a real browser: keys, mouse, stripes, two windows, and words that are not to be trusted."""

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from qualcode.review.app import build_app
from qualcode.review.queue import Queue
from qualcode.review.server import Address, lead_to, open_door, serve
from qualcode.review.sitting import Sitting
from qualcode.store.decisions import read_decisions
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import open_desk
from tests.review.browser import SECONDS, Browser, Window, open_browser
from tests.review.conftest import HOSTILE, make_clock
from tests.review.test_server import start_server

SAVED = "document.getElementById('status').textContent.startsWith('saved')"
AT_HAND = "document.getElementById('code-name').textContent"
ALARM = "!document.getElementById('alarm').hidden && document.getElementById('alarm').textContent"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as found:
        yield found


@pytest.fixture
def serve_as(opened, tmp_path: Path) -> Callable[..., str]:
    """Serve the study to a coder, in a thread of its own; gives the address."""

    def start(coder: str = "ani", seen: Any = "suggestions") -> str:
        door, address = open_door(tmp_path / "own", f"{coder} {seen}")
        sitting = Sitting(open_desk(opened, coder, seen), make_clock())
        app = build_app(sitting, Queue(), address.token, address.port, lambda seed: None)
        threading.Thread(target=serve, args=(app, door), daemon=True).start()
        return address.url

    return start


@pytest.fixture
def window(browser, serve_as) -> Iterator[Window]:
    found = browser.new_window(serve_as() + "transcript?name=ana.txt")
    yield found
    assert found.errors == []


@pytest.fixture
def kept(opened) -> Callable[[], list[Any]]:
    return lambda: list(read_decisions(opened.place.decisions).decisions)


def quote_at_hand(window: Window) -> str:
    return str(window.run("document.getElementById('quote').textContent"))


def test_keys_go_through_the_codings_and_decide(window, kept):
    window.press("j")
    assert quote_at_hand(window) == "The rain came late."
    window.press("j")
    assert quote_at_hand(window) == "We had no rain in May, I remember that well."
    window.press("k", "a")
    window.wait_for(SAVED)
    assert quote_at_hand(window) == "We had no rain in May, I remember that well."
    window.press("r")
    window.wait_for("document.getElementById('progress').value === 2")
    assert [(each.act, each.passage.quote) for each in kept()] == [
        ("accept", "The rain came late."),
        ("reject", "We had no rain in May, I remember that well."),
    ]


def test_what_is_called_saved_is_on_the_disk_and_the_stripe_shows_it(window, kept):
    window.press("j", "p")
    window.wait_for(SAVED)
    assert [(each.act, each.to_polarity) for each in kept()] == [("polarity", "contrary")]
    window.wait_for("document.querySelector('.stripe.now.edited') !== null")
    assert "− contrary" in window.run("document.getElementById('facts').textContent")
    assert "−RAIN" in window.run("document.querySelector('.stripe.now').textContent")


def test_narrow_stripes_still_say_whose_they_are(window):
    window.resize(700, 800)
    stripes = "[...document.querySelectorAll('.stripe')]"
    window.wait_for(f"{stripes}.length && {stripes}.every((stripe) => stripe.offsetWidth < 60)")
    assert all(name.startswith("?") for name in window.run(f"{stripes}.map((stripe) => stripe.textContent)"))


def test_u_takes_back_and_goes_to_what_was_taken_back(window, kept):
    window.press("j", "r")
    window.wait_for(SAVED)
    window.press("u")
    window.wait_for("document.getElementById('status').textContent.startsWith('taken back')")
    assert [each.act for each in kept()] == ["reject", "undo"]
    assert quote_at_hand(window) == "The rain came late."
    assert window.run("document.querySelector('.stripe.now.suggested') !== null")


def test_an_undo_that_could_not_be_saved_is_not_forgotten(window, kept):
    window.press("j", "a")
    window.wait_for(SAVED)
    window.run(
        "{ const own = fetch; later = []; fetch = () => new Promise((_, fail) => later.push(fail));"
        "goOn = () => { fetch = own; later.forEach((fail) => fail(new Error('away'))); }; }"
    )
    window.press("u", "u")
    window.wait_for("later.length > 0")
    window.run("goOn()")
    assert "Not saved" in window.wait_for(ALARM)
    assert window.run("later.length") == 1
    assert [each.act for each in kept()] == ["accept"]
    window.press("u", "u")
    window.wait_for("document.getElementById('status').textContent.startsWith('taken back')")
    assert [each.act for each in kept()] == ["accept", "undo"]
    assert window.run("sessionStorage.getItem('undoable')") == "[]"


def test_two_decisions_are_taken_back_one_after_the_other(window, kept):
    window.press("j", "a", "a")
    window.wait_for("document.getElementById('progress').value === 2")
    for left in (1, 0):
        window.press("u")
        window.wait_for(f"document.getElementById('progress').value === {left}")
    assert [each.act for each in kept()] == ["accept", "accept", "undo", "undo"]


def test_c_recodes_by_id_or_by_a_label_that_is_begun(window, kept):
    window.press("j", "c")
    window.wait_for("document.getElementById('picker').open")
    window.type("neigh")
    assert "H.HELP" in window.run("document.querySelector('#picker-list [aria-selected=true]').textContent")
    window.press("Enter")
    window.wait_for(SAVED)
    assert [(each.act, each.to_code) for each in kept()] == [("recode", "H.HELP")]
    assert window.run(AT_HAND) == "H.HELP Neighbours' help"


def test_words_are_selected_with_the_mouse_whole_and_coded(window, kept):
    (x, y), end = window.find_words("sister laughed")
    window.drag((x + 14, y), (end[0] - 14, end[1]))
    window.wait_for("!document.getElementById('words-acts').hidden")
    assert quote_at_hand(window) == "sister laughed"
    window.press("c")
    window.type("H.HELP")
    window.press("Enter")
    window.wait_for(SAVED)
    assert [(each.act, each.code, each.passage.quote) for each in kept()] == [("code", "H.HELP", "sister laughed")]
    assert window.run("document.querySelector('.stripe.now.manual') !== null")


def test_a_finger_selects_words_codes_them_and_goes_to_codings(window, kept):
    window.ask("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=1)
    (x, y), _ = window.find_words("My sister")
    window.tap(x + 5, y)  # as the system does after a finger was held: the words are selected, no mouse is let go
    window.run(
        "(() => { const words = [...document.querySelectorAll('.words')].find((p) => p.textContent.includes('sister'));"
        "const at = words.textContent.indexOf('sister');"
        "getSelection().setBaseAndExtent(words.firstChild, at, words.firstChild, at + 'sister laugh'.length); })()"
    )
    window.wait_for("document.getElementById('quote').textContent === 'sister laughed'")
    assert window.run("getSelection().toString()") == "sister laugh"  # its handles are there still
    window.tap(*window.find_middle("[data-do=code]"))
    window.wait_for("document.getElementById('picker').open")
    window.type("help")
    window.press("Enter")
    window.wait_for(SAVED)
    assert [(each.act, each.passage.quote) for each in kept()] == [("code", "sister laughed")]
    (x, y), _ = window.find_words("We had no rain")
    window.tap(x + 5, y)
    window.wait_for("document.getElementById('quote').textContent.startsWith('We had no rain in May')")


def test_with_alt_just_what_was_selected(window):
    (x, y), end = window.find_words("laughed")
    window.drag((x, y), (end[0] - 20, end[1]), alt=True)
    window.wait_for("!document.getElementById('words-acts').hidden")
    quote = quote_at_hand(window)
    assert "laughed".startswith(quote)
    assert 0 < len(quote) < len("laughed")


def test_words_are_selected_with_the_keys(window, kept):
    window.press("J")
    first = quote_at_hand(window)
    assert first == "The rain came late."
    window.press("ArrowLeft", shift=True)
    assert quote_at_hand(window) == "The rain came"
    window.press("ArrowDown", shift=True)
    assert quote_at_hand(window) == "rain came"
    window.press("ArrowRight", shift=True, alt=True)
    window.press("n")
    window.wait_for(SAVED)
    assert [(each.act, each.passage.quote) for each in kept()] == [("nothing", "rain came")]
    assert window.run("document.querySelectorAll('.nothing').length") == 1


def test_only_the_turn_that_was_read_is_drawn_anew(window):
    rows = "JSON.parse(document.getElementById('data').textContent).rows.length"
    window.wait_for(f"document.querySelectorAll('.stripe').length === {rows}")
    window.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    window.press("J", "J", "J")
    quote = quote_at_hand(window)
    window.run("document.querySelectorAll('.stripe').forEach((stripe) => { stripe.title += ' old'; })")
    window.press("n")
    window.wait_for("document.querySelector('.nothing') !== null")
    is_old = "[...document.querySelectorAll('.stripe')].map((each) => [each.closest('.turn').textContent, each.title])"
    drawn = {(quote in words, title.endswith(" old")) for words, title in window.run(is_old)}
    assert drawn == {(True, False), (False, True)}


def test_a_new_code_comes_from_the_words_at_hand(window, kept):
    window.find_words("laughed at me")
    start, end = window.find_words("laughed at me")
    window.drag(start, end)
    window.press("c")
    window.type("xyz")
    window.run("document.getElementById('picker-input').value = ''")
    window.run("document.getElementById('picker-input').dispatchEvent(new Event('input'))")
    window.run("[...document.querySelectorAll('#picker-list li')].at(-1).click()")
    window.wait_for(SAVED)
    assert [(each.act, each.label, each.code) for each in kept()] == [("propose", "laughed at me", "NEW.laughed_at_me")]
    assert window.run(AT_HAND) == "NEW.laughed_at_me laughed at me"


def test_a_new_code_in_place_of_a_suggestion_is_taken_back_whole(window, kept):
    window.press("j", "c")
    window.type("Late rain")
    window.press("Enter")
    window.wait_for(SAVED)
    window.press("u")
    window.wait_for("document.getElementById('status').textContent.startsWith('taken back')")
    assert [each.act for each in kept()] == ["reject", "propose", "undo", "undo"]
    assert window.run("document.querySelector('.stripe.now.suggested') !== null")


def test_a_coding_is_set_to_the_selected_words(window, kept):
    window.press("j")
    start, end = window.find_words("rain came late")
    window.drag(start, end)
    window.wait_for("!document.getElementById('words-acts').hidden")
    window.press("s")
    window.wait_for(SAVED)
    assert [(each.act, each.to_passage.quote) for each in kept()] == [("move", "rain came late")]


def test_a_memo_is_kept_and_a_draft_survives(window, kept):
    window.press("j", "m")
    window.wait_for("document.getElementById('memo-box').open")
    window.type("half a thought")
    window.press("Escape")
    window.open(window.run("location.href"))
    window.press("m")
    assert window.run("document.getElementById('memo-text').value") == "half a thought"
    window.press("Enter", control=True)
    window.wait_for(SAVED)
    assert [(each.act, each.comment) for each in kept()] == [("comment", "half a thought")]
    assert "half a thought" in window.run("document.getElementById('memos').textContent")


def test_the_panel_tells_why_and_what_the_codebook_says(window):
    window.press("j")
    assert "keyword “rain”" in window.run("document.getElementById('why').textContent")
    assert "The speaker tells of rain" in window.run("document.getElementById('entry').textContent")


def test_two_windows_do_not_lose_each_others_work(browser, serve_as, kept):
    url = serve_as() + "transcript?name=ana.txt"
    one, other = browser.new_window(url), browser.new_window(url)
    deaf = "to === 'changes' ? new Response('{}', { status: 500 }) : own(to, how)"
    other.run(f"{{ const own = fetch; fetch = (to, how) => {deaf}; }}")
    one.press("j", "a")
    one.wait_for(SAVED)
    other.press("j", "r")
    other.wait_for(ALARM)
    assert "accepted" in other.run(ALARM)
    assert [each.act for each in kept()] == ["accept"]
    other.run("document.querySelector('#alarm button').click()")
    other.wait_for(SAVED)
    assert [each.act for each in kept()] == ["accept", "reject"]
    one.ask("Page.bringToFront")
    one.wait_for("document.querySelector('.stripe.rejected, .stripe.accepted') === null")


def test_a_window_hears_what_another_person_decides(window, opened):
    window.press("j")
    codings = open_desk(opened, "budi").decided["ana.txt"].codings
    decide(open_desk(opened, "budi"), [Choice("accept", codings[0].id)], "2026-01-01T09:00:00+00:00", "terminal")
    window.run("dispatchEvent(new Event('focus'))")
    window.wait_for("document.querySelector('.stripe.accepted') !== null")
    assert "budi" in window.run("document.getElementById('facts').textContent")


def test_a_window_outlives_its_server(browser, opened, kept):
    with start_server(opened.place.root, "--lang", "en") as server:
        window = browser.new_window(server.url + "transcript?name=ana.txt")
        window.press("j")
    window.press("a")
    window.wait_for(f"({ALARM} || '').includes('Not saved')")
    window.run("dispatchEvent(new Event('focus'))")
    window.run("new Promise((done) => setTimeout(done, 500))")
    assert "Not saved" in window.wait_for(ALARM)
    with start_server(opened.place.root, "--lang", "en"):
        window.press("a")
        window.wait_for("document.querySelector('.stripe.accepted') !== null")
        assert [(each.act, each.passage.quote) for each in kept()] == [("accept", "The rain came late.")]
        window.press("u")
        window.wait_for("document.querySelector('.stripe.accepted') === null")


class Listener(BaseHTTPRequestHandler):
    """A program that takes the port of a server that has ended, and writes down what it hears."""

    heard: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.heard.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"proof": "' + b"00" * 32 + b'"}')

    do_POST = do_GET  # noqa: N815  # as the library calls them

    def log_message(self, *_: Any) -> None:
        pass


@pytest.mark.skipif(os.name == "nt", reason="Windows has no Ctrl+C for a child alone")
def test_a_program_that_takes_the_port_never_hears_the_secret(browser, opened, kept):
    with start_server(opened.place.root, "--lang", "en") as server:
        window = browser.new_window(server.url + "transcript?name=ana.txt")
        window.press("j")
        server.process.send_signal(signal.SIGINT)  # what is being asked just then is still answered
        server.process.wait(SECONDS)
    port, secret = server.url.removeprefix("http://127.0.0.1:").rstrip("/").split("/")
    Listener.heard.clear()
    other = ThreadingHTTPServer(("127.0.0.1", int(port)), Listener)
    thread = threading.Thread(target=other.serve_forever, daemon=True)
    thread.start()
    window.press("a")
    window.wait_for(ALARM)
    window.run("dispatchEvent(new Event('focus'))")
    end = time.monotonic() + SECONDS
    while len(Listener.heard) < 2 and time.monotonic() < end:
        time.sleep(0.05)
    other.shutdown()
    other.server_close()
    assert len(Listener.heard) >= 2
    assert not [path for path in Listener.heard if secret in path]
    with start_server(opened.place.root, "--lang", "en"):
        window.press("a")
        window.wait_for("document.querySelector('.stripe.accepted') !== null")
        assert [each.act for each in kept()] == ["accept"]


def test_the_file_that_a_browser_is_started_with_leads_to_the_page(browser, serve_as, tmp_path):
    url = serve_as()
    port, token = url.removeprefix("http://127.0.0.1:").rstrip("/").split("/")
    with lead_to(Address(int(port), token), tmp_path / "own") as file:
        window = browser.new_window()
        window.ask("Page.navigate", url=file)
        window.wait_for("document.title.startsWith('Review')")
        assert window.run("location.href") == url
        assert window.errors == []


def test_interview_text_never_becomes_markup_or_script(browser, serve_as):
    url = serve_as()
    window = browser.new_window(url + "transcript?name=dewi.txt")
    window.press("j", "m")
    window.type(HOSTILE[1])
    window.press("Enter", control=True)
    window.wait_for(SAVED)
    window.press("c")
    text = window.run("document.body.innerText")
    for words in (HOSTILE[0], HOSTILE[1], HOSTILE[2], HOSTILE[4]):
        assert words in text
    assert "49" not in text
    assert window.run("document.querySelectorAll('main img, main svg, aside img, dialog img').length") == 0
    assert window.run("document.title").startswith("Review")
    assert window.errors == []


def test_marks_that_turn_the_direction_stay_inside_their_turn(browser, serve_as):
    window = browser.new_window(serve_as() + "transcript?name=dewi.txt")
    kind = "getComputedStyle(document.querySelector('.words')).unicodeBidi"
    assert window.run(kind) in ("isolate", "plaintext")
    (x, _), (end, _) = window.find_words("and rain again.")
    assert x < end


def test_characters_beyond_the_first_plane_shift_nothing(browser, serve_as, kept):
    window = browser.new_window(serve_as() + "transcript?name=dewi.txt")
    window.find_words("rain and rain")
    start, end = window.find_words("rain and rain")
    window.drag(start, end)
    window.wait_for("!document.getElementById('words-acts').hidden")
    window.press("c")
    window.type("H.HELP")
    window.press("Enter")
    window.wait_for(SAVED)
    assert [each.passage.quote for each in kept()] == ["rain and rain"]
    window.press("K")
    assert quote_at_hand(window) == f"The rain said {HOSTILE[4]} and rain again."


def test_blind_the_page_goes_from_unit_to_unit(browser, serve_as, kept):
    window = browser.new_window(serve_as("ani", "blind") + "transcript?name=ana.txt")
    assert window.run("document.querySelectorAll('.stripe').length") == 0
    window.press("j")
    assert quote_at_hand(window) == "The rain came late."
    window.press("n")
    window.wait_for(SAVED)
    window.wait_for("document.getElementById('quote').textContent.startsWith('We had')")
    window.press("c")
    window.type("RAIN")
    window.press("Enter")
    window.wait_for("document.querySelector('.stripe.manual') !== null")
    assert [(each.act, each.seen) for each in kept()] == [("nothing", "blind"), ("code", "blind")]
    left = window.run("document.getElementById('left').textContent")
    window.open(window.run("location.href"))
    assert window.run("document.getElementById('left').textContent") == left
    assert window.run("document.querySelectorAll('.nothing').length") == 1


def test_a_queue_goes_on_to_its_next_page(browser, serve_as, kept, monkeypatch):
    monkeypatch.setattr("qualcode.review.views.AT_ONCE", 2)
    window = browser.new_window(serve_as() + "queue?order=code")
    seen = [quote_at_hand(window)]
    window.press("a")
    window.wait_for(f"document.getElementById('quote').textContent !== {json.dumps(seen[0])}")
    window.press("a")
    window.wait_for("location.search.includes('after=')")
    window.wait_for("document.getElementById('progress').value === 0")
    assert len(kept()) == 2
    assert window.run("document.querySelectorAll('.stripe.now').length") == 1


def test_the_place_is_kept_when_the_page_is_loaded_again(browser, serve_as):
    window = browser.new_window(serve_as() + "transcript?name=dewi.txt")
    window.press("j", "j", "j", "j")
    quote, top = quote_at_hand(window), window.run("scrollY")
    window.open(window.run("location.href"))
    assert (quote_at_hand(window), window.run("scrollY")) == (quote, top)


@pytest.mark.parametrize(("width", "height", "zoom"), [(1280, 720, 1), (1280, 720, 2), (390, 800, 1)])
def test_nothing_is_cut_off_at_the_sides(browser, serve_as, width, height, zoom):
    window = browser.new_window()
    window.resize(width, height, zoom)
    url = serve_as()
    for view in ("", "transcript?name=ana.txt", "queue?order=weakest"):
        window.open(url + view)
        if view:
            window.press("j")
        assert window.run("document.documentElement.scrollWidth <= innerWidth"), view


def test_the_focus_is_seen_and_boxes_keep_it(window):
    window.press("j")
    assert window.run("document.activeElement.classList.contains('stripe')")
    assert window.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    window.press("?")
    assert window.run("document.getElementById('help').open")
    assert "accept, reject" in window.run("document.getElementById('help').textContent")
    window.press("Escape")
    assert not window.run("document.getElementById('help').open")
    assert window.run("document.activeElement.classList.contains('stripe')")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Café", ["café", "CAFÉ"]),
        ("cafe\u0301 d", ["café d", "CAFÉ d"]),
        ("istanbul", ["İstanbul"]),
        ("hujan", ["hujan"]),
        ("\u0301", []),
    ],
)
def test_searching_finds_words_with_accents_where_they_stand(browser, serve_as, opened, typed, found):
    said = "İ\U0001f600 In İstanbul, a café de luxe, CAFÉ de Paris; the rain, hujan."
    text = f"Interviewer: Where?\n\nAna: {said}\n"
    (opened.place.root / "transcripts" / "ana.txt").write_text(text, encoding="utf-8", newline="\n")
    code_study(opened)
    window = browser.new_window(serve_as() + "transcript?name=ana.txt")
    window.press("/")
    window.type(typed)
    assert window.run("[...CSS.highlights.get('found')].map(String)") == found
    assert window.errors == []


def test_searching_marks_what_is_found(window):
    window.press("/")
    window.type("rain")
    window.wait_for("document.getElementById('found').textContent === '3 found'")
    window.press("Enter")
    assert window.run("document.getElementById('found').textContent") == "1 / 3"


def test_a_link_is_begun_on_one_coding_and_drawn_on_the_other_with_its_reason(window, kept):
    window.press("j")
    first = window.run(AT_HAND)
    window.press("l")
    assert "leads to" in window.run("document.getElementById('status').textContent")
    while window.run(AT_HAND) == first:
        window.press("j")
    window.press("l")
    window.wait_for("document.getElementById('link-box').open")
    assert window.run("document.getElementById('link-from').textContent").startswith(first.split()[0])
    window.press("s", "o")
    window.press("Enter", control=True)
    window.wait_for(SAVED)
    (link,) = kept()
    assert (link.act, link.comment, link.tool) == ("link", "so", "review")
    assert link.on != link.to_on
    linked = "[...document.querySelectorAll('#links li')].map((line) => line.textContent).join()"
    assert window.run(linked).startswith(f"⇐ {first.split()[0]}")
    window.press("u")
    window.wait_for("document.getElementById('links').hidden")
    assert [each.label for each in kept()] == ["", "none"]
    window.press("u")
    assert "left to take back" in window.run("document.getElementById('status').textContent")
    window.press("l", "l")
    assert "no link begun" in window.run("document.getElementById('status').textContent")
