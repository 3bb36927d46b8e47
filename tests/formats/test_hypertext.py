"""Pages as text: what is a paragraph, what is passed over, and that no tag can do harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.formats.blocks import BOLD, ITALIC, UNDERLINED, Paragraph, Table
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


@pytest.mark.parametrize(
    ("number", "note"),
    [
        ('<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>', '<p><a href="#ftnt_ref1">[1]</a> Samaran.</p>'),
        ('<a href="#cmnt1">[a]</a>', '<div><p><a href="#cmnt_ref1">[a]</a><span>Kutip ini</span></p></div>'),
        ('<a href="#_ftn1"><span>[1]</span></a>', '<div id=ftn1><p><a href="#_ftnref1">[1]</a> Samaran.</p></div>'),
        ('<a href="#_msocom_1">[D1]</a>', '<p><a href="#_msoanchor_1">[D1]</a>Kode?</p>'),
        ('<a href="#sdfootnote1sym"><sup>1</sup></a>', '<p><a href="#sdfootnote1anc">1</a>Samaran.</p>'),
    ],
)
def test_notes_of_word_processors_are_left_out(number: str, note: str) -> None:
    document = read_hypertext(f"<p>N: Modal{number} kurang.</p><p>P: Lalu?</p>{note}<p>N: Ya.</p>")
    assert [block.text for block in document.blocks] == ["N: Modal kurang.", "P: Lalu?", "N: Ya."]
    assert sum(document.left_out.values()) == 1


def test_running_heads_of_libreoffice_and_days_of_telegram_are_left_out() -> None:
    day = '<div class="message service"><div class="body details">12 May 2025</div></div>'
    page = (
        day
        + '<div title="header"><p>Rahasia</p><div>x</div></div><p>Apa?</p><div title="footer"><p>Halaman 1</p></div>'
    )
    assert [block.text for block in read_hypertext(page).blocks] == ["Apa?"]


@pytest.mark.parametrize("piece", ["<select><option>a", '<a href="#_ftn1">[1]'])
def test_what_is_not_closed_ends_with_the_paragraph(piece: str) -> None:
    assert [block.text for block in read_hypertext(f"<p>Apa{piece}</p><p>Itu.</p>").blocks] == ["Apa", "Itu."]


def test_a_part_that_is_passed_over_and_never_ends_does_not_swallow_the_talk() -> None:
    assert read_hypertext("<textarea><p>P: Apa?<template><p>N: Itu.").blocks == (
        Paragraph("P: Apa?"),
        Paragraph("N: Itu."),
    )


def test_faces_that_a_style_sheet_or_a_tag_s_own_style_gives() -> None:
    page = (
        "<style>p{margin:0}.c1{color:#000;font-weight:700}.c2{font-style:italic}</style>"
        '<p class="c0"><span class="c0 c1">Apa?</span></p><p><span class="c1">Rina</span><span>: Itu.</span></p>'
        '<p class="c2">Lalu?<p style="font-weight:bold"><span style="text-decoration:underline">Ya.</span><p>Oh.'
    )
    assert read_hypertext(page).blocks == (
        Paragraph("Apa?", faces=BOLD),
        Paragraph("Rina: Itu.", lead="Rina"),
        Paragraph("Lalu?", faces=ITALIC),
        Paragraph("Ya.", faces=BOLD | UNDERLINED),
        Paragraph("Oh."),
    )


@pytest.mark.parametrize("piece", ["<div x", "<!-- x", "<a href=x", "<span>x", "<b>x"])
def test_tags_that_never_end_cost_no_more_than_their_number(piece: str) -> None:
    """A hundred thousand of them would take hours if each were looked for to the page's end."""
    (paragraph,) = read_hypertext("<p>P: Apa?" + piece * 100_000).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.startswith("P: Apa?")
