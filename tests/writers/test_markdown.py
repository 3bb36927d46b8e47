import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import Curve
from qualcode.writers._text import strip_controls
from qualcode.writers.figures import write as write_figures
from qualcode.writers.markdown import escape, write


class Page(HTMLParser):
    """What a reader sees of a page, its elements and the targets that links may lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: set[str] = set()
        self.links: set[str] = set()
        self.anchors: set[str] = set()

    def handle_starttag(self, tag, attributes):
        self.elements.add(tag)
        values = dict(attributes)
        if tag == "a" and values.get("href"):
            self.links.add(values["href"])
        if values.get("id"):
            self.anchors.add("#" + values["id"])
        if tag == "br":
            self.words.append("\n")

    def handle_data(self, data):
        self.words.append(data)


def draw(markdown: str) -> Page:
    from markdown_it import MarkdownIt

    page = Page()
    page.feed(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))
    return page


def flat(text: str) -> str:
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


def test_interview_text_comes_out_as_typed(report, hostile):
    page = draw(write(report)["report.md"].decode())
    seen = flat("".join(page.words))
    for text in hostile:
        assert seen.count(flat(text)) >= 3, text  # prose, cell, quote
    assert not page.elements & {"script", "img", "code", "em", "del", "style"}


def test_nothing_in_a_text_becomes_a_link(report):
    page = draw(write(report)["report.md"].decode())
    assert all(link.startswith("#coding-") for link in page.links)


def test_addresses_mentions_and_emoji_are_broken_up_for_github():
    assert escape("https://a.id www.a.id a@b.id :smile: #12") == (r"https\://a.id www\.a.id a\@b.id \:smile: \#12")


def test_every_coding_of_a_cell_is_a_link_that_leads_somewhere(report):
    page = draw(write(report)["report.md"].decode())
    ids = {f"#coding-{id_}" for s in report.sections[1:] for row in s.body.cells for c in row for id_ in c.coding_ids}
    assert ids == page.links
    assert page.links <= page.anchors


def test_a_cell_links_eight_quotes_and_counts_the_rest(make_report):
    texts = tuple(f"Kalimat {n}." for n in range(40))
    rows = [
        line for line in write(make_report(texts))["report.md"].decode().split("\n") if line.startswith("| Dialogue")
    ]
    assert rows[0].count("](#coding-") == 8
    assert "and 32 more" in rows[0]


def test_notices_come_first_and_entry_rules_under_each_matrix(report):
    seen = "".join(draw(write(report)["report.md"].decode()).words)
    assert max(seen.index(notice) for notice in report.notices) < seen.index(report.sections[0].heading)
    for section in report.sections[1:]:
        for rule in section.body.entry_rules:
            assert seen.index(section.heading) < seen.index(f"{rule.label}: {rule.value}")


def test_same_report_same_bytes(make_report):
    assert write(make_report()) == write(make_report())


@given(st.text(min_size=1))
def test_any_text_survives_in_a_paragraph_and_in_a_cell(make_report, text):
    wanted = flat(strip_controls("x" + text + "x")).replace("\u00ad", "\u00ad")
    page = draw(write(make_report(("x" + text + "x",)))["report.md"].decode())
    assert flat("".join(page.words)).count(wanted) >= 3
    assert not page.elements & {"code", "em", "script", "img"}


@given(st.text(alphabet="#+-=*_>|`~[]()!<&:{}\\0123.x \n", min_size=1))
def test_markup_at_the_start_of_a_line_is_text(make_report, text):
    page = draw(write(make_report((text + "x",)))["report.md"].decode())
    assert flat(strip_controls(text + "x")) in flat("".join(page.words))
    assert "code" not in page.elements


def test_a_step_is_named_once_above_its_sections(report):
    about, roles, summary = report.sections
    steps = (about, replace(roles, step="Step 2"), replace(summary, step="Step 2"))
    lines = write(replace(report, sections=steps))["report.md"].decode().splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# Blitar &lt;uji&gt;",
        "## About",
        "## Step 2",
        "### Roles",
        "### Summary",
        "## Quotes",
    ]


def test_figures_are_shown_from_their_files_with_words_for_whoever_cannot_see_them(report):
    about, roles, summary = report.sections
    curve = Curve("c", "Growth [x](y)", "x", "y", ("a", "b"), "line", (1, 2), "band", (1, 1), (2, 3))
    figures = (about, replace(roles, figure=curve), summary)
    lines = write(replace(report, sections=figures))["report.md"].decode().splitlines()
    (shown,) = (line for line in lines if line.startswith("!["))
    assert shown.endswith("](figures/roles.svg)")
    assert "Growth \\[x\\](y)" in shown
    assert "figures/roles.svg" in write_figures(replace(report, sections=figures))
