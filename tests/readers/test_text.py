from pathlib import Path

from qualcode.readers.text import read
from tests.packages import put, show


def test_the_text_is_the_file_itself(tmp_path: Path) -> None:
    text = "---\ncase: sri\n---\r\nP: Apa kabar?\r\n\r\nI: Baik.\t \n"
    (draft,) = read(put(tmp_path, "a.md", text))
    assert draft.text == text
    assert draft.passages == draft.notes == ()


def test_the_notes_name_an_encoding_that_is_not_utf_8(tmp_path: Path) -> None:
    (draft,) = read(put(tmp_path, "a.txt", "P: “Ya”".encode("cp1252")))
    assert draft.text == "P: “Ya”"
    assert draft.notes == ("read as Windows-1252: the file is not UTF-8",)


NVIVO = [("0:00.0 - 0:04.1", "Apa kabar?", "Peneliti"), ("0:04.1 - 0:09.0", 'Baik, "katanya".', "Bu Sri")] * 2
SAID = ["Peneliti | Apa kabar?", 'Bu Sri | Baik, "katanya".'] * 2


def voices(path: Path) -> list[str]:
    return [f"{passage.speaker} | {passage.words}" for draft in read(path) for passage in draft.passages]


def test_columns_between_tabs_under_a_header(tmp_path: Path) -> None:
    rows = "\r\n".join("\t".join(row) for row in [("Timespan", "Content", "Speaker"), *NVIVO])
    assert voices(put(tmp_path, "a.txt", rows)) == SAID
    numbered = "\n".join(f"{n or ''}\t{row}" for n, row in enumerate(rows.split("\r\n")))
    assert voices(put(tmp_path, "a.txt", numbered)) == SAID


def test_columns_between_commas_under_a_header(tmp_path: Path) -> None:
    rows = "Timespan,Content,Speaker\n" + "\n".join(
        f'{time},"{words.replace(chr(34), chr(34) * 2)}",{who}' for time, words, who in NVIVO
    )
    assert voices(put(tmp_path, "a.txt", rows)) == SAID


def test_columns_without_a_header_whose_speakers_stand_last(tmp_path: Path) -> None:
    assert voices(put(tmp_path, "a.txt", "\n".join("\t".join(row) for row in NVIVO))) == SAID


def test_lines_that_begin_with_a_label_and_a_tab_are_text(tmp_path: Path) -> None:
    text = "0:01\tP:\tApa kabar, Bu?\n0:04\tI:\tBaik.\n" * 3
    (draft,) = read(put(tmp_path, "a.txt", text))
    assert draft.text == text


def test_a_table_of_markdown(tmp_path: Path) -> None:
    rows = "Judul\n\n| Penutur | Ucapan |\n|---|---|\n" + "\n".join(f"| {who} | {words} |" for _, words, who in NVIVO)
    assert voices(put(tmp_path, "a.md", rows)) == ["None | Judul", *SAID]


def test_questions_in_italics_of_markdown(tmp_path: Path) -> None:
    text = "*Apa?*\n\nItu.\n\n_Lalu?_\n\nSudah.\n\n*Siapa?*\n\nKami.\n"
    said = ["Q | Apa?", "A | Itu.", "Q | Lalu?", "A | Sudah.", "Q | Siapa?", "A | Kami."]
    assert voices(put(tmp_path, "a.md", text)) == said
    (draft,) = read(put(tmp_path, "a.txt", text))
    assert draft.text == text


def test_questions_as_headings_of_markdown(tmp_path: Path) -> None:
    text = "# Wawancara\n\n### Apa?\n\nItu.\n\n### Lalu?\n\nSudah.\n\n### Siapa?\n\nKami.\n"
    said = ["None | Wawancara", "Q | Apa?", "A | Itu.", "Q | Lalu?", "A | Sudah.", "Q | Siapa?", "A | Kami."]
    assert voices(put(tmp_path, "a.md", text)) == said


def test_tab_delimited_text_of_elan(tmp_path: Path) -> None:
    said = (("Rina", 1, "Sejak kapan?"), ("Rina", 5, "Lalu?"), ("Pak Joko", 3, "Dulu."), ("Pak Joko", 7, "Ya, begitu."))
    text = "".join(f"{who}\t\t00:00:0{n}.250\t{n}.25\t00:00:0{n}.900\t{n}.9\t{words}\n" for who, n, words in said)
    (draft,) = read(put(tmp_path, "a.txt", text))
    assert show(draft) == [
        f"00:00:0{n}.250 | {who} | {words}" for who, n, words in sorted(said, key=lambda row: row[1])
    ]
