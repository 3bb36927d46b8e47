"""The report in a real browser: what opens onto what, filters, keys, colours, widths, and words not to be trusted."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from qualcode.display.contract import DisplayOptions
from qualcode.model import Cell, Heading, Matrix, Prose, Section, Span
from qualcode.workflow.choosing import Choice
from qualcode.workflow.coding import code_study, load_study
from qualcode.workflow.deciding import decide
from qualcode.workflow.desk import open_desk, open_transcript
from qualcode.workflow.opening import Wishes, open_study
from qualcode.workflow.reporting import build_report as build_study_report
from qualcode.workflow.reporting import write_results
from qualcode.writers.html import write as write_html
from tests.conftest import write_study
from tests.review.browser import Browser, Window, open_browser
from tests.writers.conftest import build_report

ATTACKS = (
    "<script>document.title = 'gone'</script>",
    '"><img src=x onerror="document.title=1">',
    "</script><svg onload=document.title=2>",
    "--></style><b style=color:red onclick=alert(1)>",
    "emoji \U0001f468‍\U0001f469‍\U0001f467 before",
)
PANEL = "document.getElementById('panel')"
LIST = "document.getElementById('list')"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as found:
        yield found


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a study of which one interview is hostile."""
    folder = write_study(tmp_path_factory.mktemp("hostile") / "harvest study")
    turns = "\n\n".join(f"Dewi: They said {words} and the rain came. The neighbours helped." for words in ATTACKS)
    text = f"Interviewer: How was the rain?\n\n{turns}\n"
    (folder / "transcripts" / "dewi.txt").write_text(text, encoding="utf-8", newline="\n")
    opened = open_study(folder, Wishes(language="en"), folder)
    code_study(opened)
    write_results(opened, load_study(opened), DisplayOptions(language="en"))
    return folder / "results" / "report.html"


@pytest.fixture
def page(browser: Browser, report: Path) -> Window:
    window = browser.new_window(report.as_uri())
    window.wait_for(f"{LIST}.children.length")
    return window


def choose(page: Window, field: str, value: str) -> None:
    page.run(
        f"(() => {{ const field = document.getElementById('filters').elements.{field}; field.value = '{value}';"
        "field.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )


def test_no_interview_runs_script_or_becomes_markup(page: Window) -> None:
    title = page.run("document.title")
    choose(page, "view", "dewi.txt")
    said = page.run(f"[...{LIST}.querySelectorAll('.said')].map(p => p.textContent).join('\\n')")
    for words in ATTACKS:
        assert words in said
    assert page.run("document.title") == title
    assert (
        page.run("document.images.length + document.querySelectorAll('svg[onload], [onclick], b[style]').length") == 0
    )
    assert page.errors == []


def test_a_cell_opens_its_quotes_and_a_quote_every_cell_that_uses_it(page: Window) -> None:
    cell = page.run("document.querySelector('#section-code-by-case td.opens').id")
    page.run(f"document.getElementById('{cell}').querySelector('a.open').focus()")
    page.press("Enter")
    assert not page.run(f"{PANEL}.hidden")
    assert page.run("document.activeElement.id") == "panel-title"
    uses = page.run(f"[...{PANEL}.querySelector('.uses').querySelectorAll('a')].map(a => a.hash.slice(1))")
    assert cell in uses
    assert len(uses) > 3
    page.press("Escape")
    assert page.run(f"{PANEL}.hidden")
    assert page.run(f"document.activeElement.closest('td').id === '{cell}'")


def test_filters_narrow_quotes_and_stripes_alike(page: Window) -> None:
    count = "document.getElementById('filters').elements.found.value"
    everything = page.run(count)
    fields = page.run("[...document.querySelectorAll('#filters select')].map(s => s.name)")
    assert fields == ["view", "code", "case", "polarity", "coder", "status"]
    choose(page, "polarity", "contrary")
    assert page.run(count) != everything
    assert page.run(f"{LIST}.querySelectorAll('.quote').length === {LIST}.querySelectorAll('.contrary').length")
    choose(page, "view", "dewi.txt")
    assert page.run(f"{LIST}.querySelectorAll('.stripe').length") == 0
    choose(page, "polarity", "")
    assert page.run(f"{LIST}.querySelectorAll('.stripe').length") >= 2 * len(ATTACKS)


def test_a_quote_leads_into_its_interview_and_the_stripe_stands_beside_its_words(page: Window) -> None:
    choose(page, "case", page.run("[...document.getElementById('filters').elements.case.options].at(-1).value"))
    page.run(f"{LIST}.querySelector('a[href^=\"#said-\"]').click()")
    page.wait_for("document.activeElement.matches('.stripe')")
    stripe, words = page.run(
        "(() => { const stripe = document.activeElement, box = stripe.getBoundingClientRect();"
        "const mark = document.querySelector('.said mark.lit').getBoundingClientRect();"
        "return [[box.top, box.bottom], [mark.top, mark.bottom]]; })()"
    )
    assert stripe[0] <= words[1]
    assert words[0] <= stripe[1]
    page.press("Enter")
    page.wait_for(f"!{PANEL}.hidden")


@pytest.mark.parametrize("width", [320, 400, 420, 1300])
def test_wide_tables_scroll_in_their_box_and_the_page_never(page: Window, width: int) -> None:
    page.resize(width, 900)
    assert page.run("document.documentElement.scrollWidth") <= width
    choose(page, "view", "dewi.txt")
    assert page.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1300])
def test_stripes_that_find_no_room_beside_one_another_stand_below(browser: Browser, tmp_path: Path, width: int) -> None:
    opened = open_study(write_study(tmp_path / "study"), Wishes(language="en"), tmp_path)
    code_study(opened)
    report = build_study_report(opened, load_study(opened), DisplayOptions(language="en"))
    quote = report.quotes[0]
    many = tuple(replace(quote, coding=replace(quote.coding, id=f"c{n}", code=f"CG.{n}")) for n in range(20))
    (tmp_path / "report.html").write_bytes(write_html(replace(report, quotes=many))["report.html"])
    window = browser.new_window((tmp_path / "report.html").as_uri())
    window.wait_for(f"{LIST}.children.length")
    window.resize(width, 900)
    choose(window, "view", quote.coding.transcript)
    boxes, turns = window.run(  # both at once: the page may scroll in between
        f"['.stripe', '.turn'].map(each => [...{LIST}.querySelectorAll(each)].map(part => part.getBoundingClientRect())"
        ".map(box => [box.left, box.top, box.right, box.bottom]))"
    )
    assert len(boxes) == len(many)
    assert window.run("document.documentElement.scrollWidth") <= width
    for (left, top, right, bottom), (other_left, other_top, other_right, other_bottom) in combinations(boxes, 2):
        assert right <= other_left or other_right <= left or bottom <= other_top or other_bottom <= top
    assert max(bottom for *_, bottom in boxes) <= max(bottom for *_, bottom in turns)


def test_light_and_dark_follow_the_system_until_a_reader_chooses(page: Window) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    page.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "light"}])
    light = page.run(ground)
    page.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    dark = page.run(ground)
    assert light != dark
    page.click("#theme")
    assert page.run(ground) == light
    page.ask("Emulation.setEmulatedMedia", media="print", features=[])
    assert page.run(ground) == "rgb(255, 255, 255)"


def test_what_stands_above_a_table_is_printed_in_one_piece_and_beside_it(page: Window) -> None:
    page.ask("Emulation.setEmulatedMedia", media="print", features=[])
    kept = "const look = getComputedStyle({}); `${{look.breakInside}} ${{look.breakAfter}}`"
    assert page.run("{" + kept.format("document.querySelector('.note')") + "}") == "avoid avoid"
    page.run("document.querySelector('main').insertAdjacentHTML('beforeend', '<figure class=figure></figure>')")
    assert page.run("getComputedStyle(document.querySelector('main > .figure')).breakInside") == "avoid"


def test_a_screen_reader_finds_landmarks_names_and_heads(page: Window) -> None:
    assert (
        page.run("['header', 'nav', 'main', 'aside'].map(n => document.querySelectorAll(n).length).join()") == "1,1,1,1"
    )
    assert page.run("document.querySelectorAll('th:not([scope])').length") == 0
    assert page.run("[...document.querySelectorAll('svg')].every(s => s.getAttribute('aria-labelledby'))")
    assert page.run("[...document.querySelectorAll('#filters input, #filters select')].every(f => f.labels.length)")
    assert page.run("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size") == page.run(
        "document.querySelectorAll('[id]').length"
    )
    page.press("Tab")
    assert page.run("document.activeElement.className") == "skip"


ROWS = 400
LARGE = "document.querySelector('#section-large table')"
LAST = f"{LARGE}.rows[{ROWS}]"


@pytest.fixture
def large(browser: Browser, tmp_path: Path) -> Window:
    """The page of a table with hundreds of rows of quotes, far below its beginning."""
    report = build_report(("A quote.",))
    ids = (report.quotes[0].coding.id,)
    heads = tuple(Heading(f"r{n}", f"Row {n}") for n in range(ROWS))
    cells = tuple(
        (Cell((f"words{n} " + "said at length " * 20,), ids, "evidence"), Cell((f"{n}",))) for n in range(ROWS)
    )
    matrix = Matrix("large", "Large", heads, (Heading("q", "Quote"), Heading("n", "Number")), cells, ())
    after = Section("after", "After", Prose(("What comes after.",)))
    sections = (*report.sections, Section("large", "Large", matrix), after)
    (tmp_path / "report.html").write_bytes(write_html(replace(report, sections=sections))["report.html"])
    window = browser.new_window((tmp_path / "report.html").as_uri())
    window.wait_for(f"{LIST}.children.length")
    return window


def is_laid_out(element: str) -> str:
    """The question to the browser, which lays out what has come near with its next frame: wait for a yes."""
    return f"{element}.checkVisibility({{ contentVisibilityAuto: true }})"


def test_of_a_large_table_only_what_is_near_is_laid_out(large: Window) -> None:
    large.run(f"{LARGE}.scrollIntoView()")
    large.wait_for(is_laid_out(f"{LARGE}.rows[1].cells[1]"))
    laid_out = large.run(f"[...{LARGE}.rows].filter(r => {is_laid_out('r.cells[1]')}).length")
    assert laid_out < ROWS / 3
    assert not large.run(is_laid_out(f"{LAST}.cells[1]"))


def test_what_is_not_laid_out_is_found_by_its_words_and_by_its_address(large: Window) -> None:
    assert large.run(f"window.find('words{ROWS - 1}')")
    large.wait_for(is_laid_out(f"{LAST}.cells[1]"))
    cell = large.run(f"{LARGE}.rows[{ROWS // 2}].cells[1].id")
    large.run(f"location.hash = '{cell}'")
    large.wait_for(f"!{PANEL}.hidden")
    large.wait_for(is_laid_out(f"{LARGE}.rows[{ROWS // 2}].cells[1]"))


@pytest.mark.parametrize("width", [320, 1300])
def test_the_columns_of_a_large_table_stand_under_their_heads_in_every_part(large: Window, width: int) -> None:
    large.resize(width, 900)
    assert large.run("document.documentElement.scrollWidth") <= width
    lefts = f"(r => [...{LARGE}.rows[r].cells].map(c => Math.round(c.getBoundingClientRect().left)))"
    large.run(f"{LAST}.scrollIntoView()")
    assert large.run(f"{lefts}({ROWS})") == large.run(f"{lefts}(0)") == large.run(f"{lefts}({ROWS - 9})")
    box = "document.querySelector('#section-large .box')"
    assert large.run(
        f"Math.round({LARGE}.tHead.getBoundingClientRect().top - {box}.getBoundingClientRect().top)"
    ) <= 1 or (
        width < 700  # there the page scrolls, not the box
    )


def test_the_contents_lead_past_a_large_table_on_a_small_screen(large: Window) -> None:
    large.resize(400, 900)
    large.run("location.hash = 'section-after'")
    large.run("new Promise(done => setTimeout(done, 300))")
    assert 0 <= large.run("document.getElementById('section-after').getBoundingClientRect().top") < 900


def test_a_large_table_is_a_table_in_print_and_to_readers_of_screens(large: Window) -> None:
    roles = f"[...{LARGE}.querySelectorAll('*')].map(e => e.getAttribute('role')).filter(Boolean)"
    assert large.run(f"new Set({roles}).size") == 5
    large.ask("Emulation.setEmulatedMedia", media="print", features=[])
    assert large.run(f"getComputedStyle({LAST}).display") == "table-row"
    large.wait_for(is_laid_out(f"{LAST}.cells[1]"))


def test_every_row_of_a_large_table_is_printed(large: Window) -> None:
    printed = b64decode(large.ask("Page.printToPDF")["data"])
    words = " ".join(page.get_textpage().get_text_bounded() for page in PdfDocument(printed))
    assert {f"words{n}" for n in range(ROWS)} <= set(words.split())


def test_what_people_noted_stands_beside_its_turn(browser: Browser, tmp_path: Path) -> None:
    folder = write_study(tmp_path / "harvest study")
    opened = open_study(folder, Wishes(language="en"), folder)
    code_study(opened)
    desk = open_desk(opened, "siti")
    coding = next(coding for coding in desk.codings.values() if coding.transcript == "ana.txt")
    sister = open_transcript(desk, "ana.txt").text.index("My sister")
    words = Span(sister, sister + len("My sister laughed at me."))
    noted = "Said <b>softly</b>."
    choices = (
        Choice("comment", coding.id, comment="Is this rain?"),
        Choice("nothing", transcript="ana.txt", span=words, comment=noted),
    )
    decide(desk, choices, "2026-01-03T10:00:00+00:00", "review")
    write_results(opened, load_study(opened), DisplayOptions(language="en"))
    page = browser.new_window((folder / "results" / "report.html").as_uri())
    page.wait_for(f"{LIST}.children.length")
    choose(page, "view", "ana.txt")
    beside = "[...document.querySelectorAll('.turn')].map(turn => [turn.querySelector('small').textContent.trim(),"
    beside += "...[...turn.querySelectorAll('.jottings')].map(p => p.textContent)]).filter(told => told[1])"
    told = [line for _, *lines in page.run(beside) for line in lines]
    assert told == [f"Jotting, {coding.code}: siti 2026-01-03: “Is this rain?”", f"Jotting, siti 2026-01-03: “{noted}”"]
    assert page.run("document.querySelectorAll('.turn b b').length") == 0


def test_the_cells_that_use_a_quote_are_large_enough_to_touch(page: Window) -> None:
    page.run("document.querySelector('#section-code-by-case td.opens a.open').focus()")
    page.press("Enter")
    page.run(f"{PANEL}.querySelectorAll('details').forEach(details => {{ details.open = true; }})")
    heights = page.run(
        f"[...{PANEL}.querySelectorAll('.uses a, .uses summary')].map(e => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24
