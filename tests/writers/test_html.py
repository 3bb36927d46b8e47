import json
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Cell, Heading, Matrix, Section, Span
from qualcode.model.coding import Evidence
from qualcode.writers.html import write

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Page(HTMLParser):
    """Elements, ids and links of a page, and the words of each element with an id."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[tuple[str, str | None]] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: dict[str, str] = {}
        self.opening: list[str | None] = []  # ids of the cells that open, in the order of the page
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes
        if tag == "td" and "opens" in (dict(attributes).get("class") or "").split():
            self.opening.append(dict(attributes).get("id"))
        if tag not in VOID:
            self.open.append((tag, dict(attributes).get("id")))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for _, id_ in self.open:
            if id_:
                self.words[id_] = self.words.get(id_, "") + data


def load(report):
    text = write(report)["report.html"].decode()
    page = Page(text)
    assert page.open == []
    return page, json.loads(page.words["data"])


def read_quotes(data) -> list[dict]:
    numbers = {"id", "turn", "start", "length", "marks", "lead", "trail"}
    said, judged = data["said"], data["judged"]
    columns = [*said["columns"], *judged["columns"], *data["columns"]]
    return [
        {
            name: value if name in numbers else data["strings"][value]
            for name, value in zip(columns, (*said["rows"][where], *judged["rows"][how], *row), strict=True)
        }
        for where, how, *row in data["rows"]
    ]


def test_interview_text_comes_out_as_typed(report, hostile):
    page, data = load(report)
    quotes = read_quotes(data)
    for n, text in enumerate(hostile):
        assert text in page.words[f"cell-role-ordered:kabid:CG.{n}"]
        assert text in page.words["section-about"]
        assert text in page.words[f"coding-{report.quotes[n].coding.id}"]
        assert quotes[n]["quote"] == text


def test_the_page_runs_two_scripts_of_its_own_and_loads_nothing(report):
    page, _ = load(report)
    assert page.tags.count("script") == 2  # the data and the script
    assert not set(page.tags) & {"img", "link", "iframe", "object"}
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "style")]
    assert all(value.startswith("#") for name, value in page.attributes if name == "href")


def test_each_cell_opens_onto_its_quotes(report):
    page, data = load(report)
    ids = [quote["id"] for quote in read_quotes(data)]
    cells = dict(zip(page.opening, data["cells"], strict=True))
    for section in report.sections[1:]:
        matrix = section.body
        for r, row in enumerate(matrix.cells):
            for c, cell in enumerate(row):
                anchor = f"cell-{matrix.cell_id(r, c)}"
                assert anchor in page.words or not cell.lines
                quotes = data["lists"][cells[anchor]] if anchor in cells else []
                assert [ids[n] for n in accumulate(quotes)] == list(cell.coding_ids)


def test_each_quote_stands_in_the_data_once(report):
    _, data = load(report)
    assert len(data["rows"]) == len(report.quotes)
    assert len(set(data["strings"])) == len(data["strings"])


def test_what_quotes_have_in_common_stands_in_the_data_once(make_report):
    _, data = load(make_report(("Satu.", "Dua.", "Tiga.")))
    for shared in (data["said"], data["judged"]):
        assert len(set(map(tuple, shared["rows"]))) == len(shared["rows"])
    assert len(data["said"]["rows"]) == 1


def test_without_script_cells_link_to_a_plain_list_of_quotes(report):
    page, _ = load(report)
    ids = {value for name, value in page.attributes if name == "id"}
    links = {value[1:] for name, value in page.attributes if name == "href" and value.startswith("#coding-")}
    assert links
    assert links <= ids


def test_too_many_quotes_are_not_listed_twice(make_report):
    text = write(make_report(tuple(f"Kalimat {n}." for n in range(2001))))["report.html"].decode()
    assert text.count("Kalimat 1999.") == 3  # prose, cell, data
    assert "codings.csv holds them all" in text


def test_notices_and_entry_rules_are_there(report):
    page, _ = load(report)
    for notice in report.notices:
        assert notice in page.words["notices"]
        assert notice in page.words["strip"]
    for section in report.sections[1:]:
        for rule in section.body.entry_rules:
            assert rule.value in page.words[f"section-{section.key}"]


def test_cues_are_marked_by_code_points_inside_the_quote(make_report):
    report = make_report(("👩 kami rapat lagi",))
    quote = report.quotes[0]
    evidence = tuple(Evidence("r", "x", Span(a, b)) for a, b in ((2, 6), (4, 12), (13, 99)))
    quote = replace(quote, coding=replace(quote.coding, evidence=evidence))
    data = load(replace(report, quotes=(quote,)))[1]
    assert read_quotes(data)[0]["marks"] == [2, 12, 13, len(quote.coding.quote)]


def test_what_is_written_is_in_the_reports_language(make_report):
    assert '<html lang="id">' in write(make_report(language="id"))["report.html"].decode()


def test_same_report_same_bytes(make_report):
    assert write(make_report()) == write(make_report())


@given(st.text(min_size=1))
def test_any_text_is_only_text(make_report, text):
    page, data = load(make_report((text,)))
    assert page.tags.count("script") == 2
    assert "img" not in page.tags
    assert read_quotes(data)[0]["quote"] == text


BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
def test_in_a_browser_a_cell_opens_its_quotes_and_no_interview_runs(make_report, tmp_path):
    attack = "document.title='run'"
    texts = (f"</script><script>{attack}</script>", f'--></style><img src=x onerror="{attack}">[tertawa]')
    file = tmp_path / "report.html"
    file.write_bytes(write(make_report(texts))["report.html"])
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", f"--user-data-dir={tmp_path / 'user'}"]
    address = f"{file.as_uri()}#cell-role-ordered:kabid:CG.1"
    command = [BROWSER, *flags, "--virtual-time-budget=3000", "--dump-dom", address]
    dom = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode()
    assert "<title>Blitar &lt;uji&gt;</title>" in dom
    panel = dom[dom.index('<aside id="panel"') : dom.index("</aside>")]
    assert "hidden" not in panel.split(">", 1)[0]
    assert re.sub(r"<[^>]*>", "", panel).count("--&gt;&lt;/style&gt;&lt;img src=x") == 1
    assert "[tertawa]" in panel


def test_contents_name_a_step_once_with_its_sections_under_it(report):
    about, roles, summary = report.sections
    steps = (about, replace(roles, step="Step 2: display"), replace(summary, step="Step 2: display"))
    page = write(replace(report, sections=steps))["report.html"].decode()
    nav = page[page.index("<nav") : page.index("</nav>")]
    assert nav.count("Step 2: display") == 1
    inner = nav[nav.index("Step 2") :]
    assert inner.index("<ol>") < inner.index("#section-roles") < inner.index("#section-summary") < inner.index("</ol>")
    assert nav.count("<ol>") == nav.count("</ol>") == 2
    assert page.count('<h2 id="step-roles">Step 2: display</h2>') == 1
    assert "<h3>Roles</h3>" in page
    assert "<h2>About</h2>" in page


def test_a_link_that_has_no_sign_carries_no_empty_mark(report):
    ids = tuple(quote.coding.id for quote in report.quotes[:1])
    cells = ((Cell(("1",), ids), Cell(("+",), ids, "evidence")),)
    heads = (Heading("a", "a"), Heading("b", "b"))
    matrix = Matrix("m", "m", (Heading("r", "r"),), heads, cells, ())
    page = write(replace(report, sections=(Section("m", "M", matrix),)))["report.html"].decode()
    counted, supporting = re.findall(r'<a class="open.*?</a>', page)
    assert "<b>" not in counted
    assert "><b>+</b> " in supporting


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("1", ["1"]),
        ("1 accepted, 1 contrary", ["1 accepted, 1 contrary"]),
        ("2", ["2", "1 quote"]),
        ("1 of 4 informants", None),
    ],
)
def test_a_number_that_opens_its_quotes_stands_in_its_cell_once(report, line, said):
    ids = tuple(quote.coding.id for quote in report.quotes[:1])
    matrix = Matrix("m", "m", (Heading("r", "r"),), (Heading("a", "a"),), ((Cell((line,), ids),),), ())
    page = write(replace(report, sections=(Section("m", "M", matrix),)))["report.html"].decode()
    cell = re.search(r'<td id="cell-m.*?</td>', page, re.DOTALL)[0]
    assert re.findall(r">([^<]+)<", re.sub(r"<span.*?</span>", "", cell)) == (said or [line, "1 quote"])


def test_a_table_without_rows_says_so(report):
    matrix = Matrix("m", "m", (), (Heading("a", "a"),), (), ())
    page = write(replace(report, sections=(Section("m", "M", matrix),)))["report.html"].decode()
    assert "<p>none</p>" in page
