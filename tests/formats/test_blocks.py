"""Paragraphs as they are written piece by piece."""

import pytest

from qualcode.formats.blocks import BOLD, ITALIC, Paragraph, Writing


@pytest.mark.parametrize(
    ("pieces", "faces", "lead"),
    [
        ([("[0:10] ", 0), ("Apa?", BOLD)], BOLD, ""),
        ([("Apa", BOLD), ("?", 0)], BOLD, ""),
        ([("Rina", BOLD), (": ", 0), ("Apa?", 0)], 0, "Rina"),
        ([("Rina ", BOLD), ("Apa?", 0)], 0, "Rina"),
        ([("1998", 0), (".", BOLD)], 0, ""),
        ([("1998.", ITALIC)], ITALIC, ""),
    ],
)
def test_times_and_marks_beside_words_are_in_any_face(pieces: list[tuple[str, int]], faces: int, lead: str) -> None:
    writing = Writing()
    for words, face in pieces:
        writing.add(words, face)
    assert writing.finish() == Paragraph("".join(words for words, _ in pieces), 0, faces, lead)


def test_nothing_but_blanks_is_no_paragraph() -> None:
    writing = Writing()
    writing.add(" ", BOLD)
    assert writing.finish() is None
