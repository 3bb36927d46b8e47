import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import UnreadableSource
from qualcode.formats.blocks import BOLD, ITALIC, UNDERLINED, Paragraph, flatten
from qualcode.formats.rich_text import read_rich_text


def texts(body: str, head: str = r"\ansi\ansicpg1252") -> list[str]:
    return [flatten((block,)) for block in read_rich_text(rf"{{\rtf1{head} {body}}}").blocks]


def test_what_textedit_writes() -> None:
    source = r"""{\rtf1\ansi\ansicpg1252\cocoartf2639
\cocoatextscaling0\cocoaplatform0{\fonttbl\f0\fswiss\fcharset0 Helvetica;}
{\colortbl;\red255\green255\blue255;}
{\*\expandedcolortbl;;}
\pard\tx720\pardirnatural\partightenfactor0

\f0\fs24 \cf0 Interviewer: caf\'e9 \'93ya\'94\
P: na\uc0\u239 ve \u8364 \u55357 \u56832  ok\
\
}"""
    found = read_rich_text(source).blocks
    assert found == (Paragraph("Interviewer: café “ya”"), Paragraph("P: naïve €😀 ok"))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_text_written_as_unicode_escapes_comes_out_the_same(text: str) -> None:
    pairs = text.encode("utf-16-le")
    units = [int.from_bytes(pairs[at : at + 2], "little", signed=True) for at in range(0, len(pairs), 2)]
    assert texts("P: " + "".join(rf"\u{unit}?" for unit in units) + r"\par")[0] == f"P: {text}".strip()


def test_fallback_characters_are_passed_over_as_often_as_uc_says() -> None:
    assert texts(r"\u8217\'92s \uc2\u233 e'x {\uc0\u233 y}\u233\'e9\'e9z\par") == ["’s éx éyéz"]


def test_deletions_hidden_text_notes_and_codes_are_left_out_and_counted() -> None:
    document = read_rich_text(
        r"{\rtf1 a{\deleted GONE\par}b{\v HIDDEN}c{\footnote NOTE}{\*\annotation COMMENT}"
        r"{\field{\*\fldinst HYPERLINK x}{\fldrslt d}}{\pict 0a0b}{\*\unknown X}\v0 e\par}"
    )
    assert document.blocks == (Paragraph("abcde"),)
    assert document.notes == (
        "1 comment left out", "1 footnote left out", "1 hidden passage left out", "1 tracked deletion left out",
    )  # fmt: skip


def test_characters_and_line_breaks() -> None:
    assert texts(r"a\tab b\line c anak\_anak pe\-merintah x\~y \{z\} \emdash\rquote\par") == [
        "a\tb\nc anak-anak pemerintah x\xa0y {z} —’"
    ]


def test_bytes_go_by_the_font_and_the_code_page() -> None:
    fonts = r"{\fonttbl{\f0 Arial;}{\f1\fcharset204 Cyr;}{\f2\fcharset128 Kanji;}}"
    assert texts(rf"{fonts}\f0 \'e9 \f1 \'e4\'e0 \f2 \'82\'a0\f0\par") == ["é да あ"]
    assert texts(r"\'8e\par", head=r"\mac") == ["é"]
    assert texts("\xe9\\par") == ["é"]
    assert texts(r"\'e9\par", head=r"\ansi\ansicpg99999") == ["é"]


def test_tables_and_text_boxes() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    body = row.format("Waktu", "Ucapan") + "\n" + row.format("0:01", r"a\par b") + r"\pard sesudah\par"
    assert texts(body) == ["Waktu\tUcapan\n0:01\ta\nb", "sesudah"]
    box = r"{\shp{\*\shpinst{\sp{\sn x}}{\shptxt \pard in the box\par}}{\shprslt TWICE}}"
    assert texts(rf"before {box}after\par") == ["in the box", "before after"]


def test_a_picture_in_bytes_is_stepped_over() -> None:
    assert texts("{\\pict\\bin4 }{}\\}a\\par") == ["a"]


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("P: halo", "does not begin"),
        (r"{\rtf1 a", "cut off"),
        (r"{\rtf1" + "{" * 2000, "too deep"),
        ("{\\rtf1 a\\", "cut off"),
    ],
)
def test_what_is_refused(source: str, what: str) -> None:
    with pytest.raises(UnreadableSource, match=what):
        read_rich_text(source)


def test_what_is_in_bold() -> None:
    body = r"{\b Apa?}\par \b Rina \b0 Apa?\par Itu {\b Rina}\par \b Lalu\plain  itu.\par"
    blocks = read_rich_text(rf"{{\rtf1\ansi {body}}}").blocks
    found = [(block.faces == BOLD, block.lead) for block in blocks if isinstance(block, Paragraph)]
    assert found == [(True, ""), (False, "Rina"), (False, ""), (False, "Lalu")]


def test_what_is_in_italics_or_underlined() -> None:
    source = r"{\rtf1 {\i Apa?}\par {\ul Itu.\ulnone}\par \i Lalu\i0  ya.\par \plain Sudah.\par}"
    found = [block.faces for block in read_rich_text(source).blocks if isinstance(block, Paragraph)]
    assert found == [ITALIC, UNDERLINED, 0, 0]
