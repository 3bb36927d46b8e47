"""What is taken from Markdown, and what stays as it was typed."""

import pytest

from qualcode.formats.blocks import BOLD, ITALIC, Paragraph, Table
from qualcode.formats.markdown import read_markdown


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("*Apa?*", Paragraph("Apa?", faces=ITALIC)),
        ("_Apa\nitu?_", Paragraph("Apa\nitu?", faces=ITALIC)),
        ("**Apa?** ", Paragraph("Apa?", faces=BOLD)),
        ("***Apa?***", Paragraph("Apa?", faces=BOLD | ITALIC)),
        ("# Apa #", Paragraph("Apa", 2)),
        ("**Rina:** Apa?", Paragraph("**Rina:** Apa?")),
        ("*Apa* itu *dia*", Paragraph("*Apa* itu *dia*")),
        ("**tidak ditutup", Paragraph("**tidak ditutup")),
        ("#bukan judul", Paragraph("#bukan judul")),
    ],
)
def test_a_paragraph(text: str, paragraph: Paragraph) -> None:
    assert read_markdown(text).blocks == (paragraph,)


def test_a_table_between_paragraphs() -> None:
    text = "Judul\n| A | B |\n|:--|--:|\n| a \\| x | **b**<br>c |\n|  | d |\n\nIsi | bukan tabel\n"
    before, table, after = read_markdown(text).blocks
    assert (before, after) == (Paragraph("Judul"), Paragraph("Isi | bukan tabel"))
    assert table == Table(
        (
            ((Paragraph("A"),), (Paragraph("B"),)),
            ((Paragraph("a | x"),), (Paragraph("**b**\nc"),)),
            ((), (Paragraph("d"),)),
        )
    )
