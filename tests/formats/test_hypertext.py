"""Pages as text: what is a paragraph, what is passed over, and that no tag can do harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.formats.blocks import ITALIC, Paragraph, Table
from qualcode.formats.hypertext import read_hypertext


def test_paragraphs_headings_and_faces() -> None:
    page = (
        "<html><head><title>x</title><style>p{}</style></head><body><h2>Judul</h2>"
        "<p><b>Rina:</b>\n  Apa &lt;itu&gt;?<br>Ya.</p><p><i>Lalu?</i></p><div>Sudah</div><script>x</script>"
    )
    assert read_hypertext(page).blocks == (
        Paragraph("Judul", 3),
        Paragraph("Rina: Apa <itu>?\nYa.", lead="Rina:"),
        Paragraph("Lalu?", faces=ITALIC),
        Paragraph("Sudah"),
    )


def test_a_table() -> None:
    page = "a<table><tr><th>A<td>B<tr><td><p>c</p><p>d</p><td><table><tr><td>e</table></table>f"
    assert read_hypertext(page).blocks == (
        Paragraph("a"),
        Table(
            (
                ((Paragraph("A"),), (Paragraph("B"),)),
                ((Paragraph("c"), Paragraph("d")), (Paragraph("e"),)),
            )
        ),
        Paragraph("f"),
    )


def test_times_of_otranscribe_stand_in_brackets() -> None:
    page = '<p><span class="timestamp" data-timestamp="17.2">0:17</span>P: <b>Apa?</b></p>'
    assert read_hypertext(page).blocks == (Paragraph("[0:17] P: Apa?"),)


@pytest.mark.parametrize("page", ["</p></b></table></td>", "<td>a", "<tr>a", "<table>a", "<b>a", "a</span>"])
def test_tags_that_open_or_close_nothing(page: str) -> None:
    read_hypertext(page)


TAGS = [f"<{mark}{tag}>" for mark in ("", "/") for tag in ("p", "b", "table", "tr", "td", "script", "h1", "span")]


@given(st.lists(st.sampled_from([*TAGS, "kata ", "&amp;", "<", "<!--", "]]>", "<br/>"])))
def test_nothing_breaks_it(pieces: list[str]) -> None:
    read_hypertext("".join(pieces))


def test_type_that_is_never_closed_costs_no_more_for_being_much() -> None:
    page = "<b>" * 100_000 + "kata" + "</i>" * 100_000 + "</b>" * 100_001
    (paragraph,) = read_hypertext(page).blocks
    assert paragraph == Paragraph("kata", faces=1)


@pytest.mark.parametrize("head", ["<head><title>x</title>", "<head><meta charset=utf-8><script>x</script>"])
def test_a_head_need_not_be_closed(head: str) -> None:
    assert read_hypertext(f"<html>{head}<body><p>Rina: Halo.").blocks == (Paragraph("Rina: Halo."),)
