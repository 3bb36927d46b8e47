from pathlib import Path

import pytest

from qualcode.errors import UnreadableSource
from qualcode.readers.canonical import make_transcript
from qualcode.readers.docx import read
from tests.packages import par, put, run, show, table, word

TALK = par("P: Apa kabar?") + par("I: Baik.") + par("P: Lalu?") + par("I: Begitu saja.")


def test_a_table_of_talk_gives_speakers_and_times(tmp_path: Path) -> None:
    rows = (
        ("No.", "Waktu", "Penutur", "Ucapan"),
        ("1", "00:05", "Peneliti:", "Apa kabar?"),
        ("2", "00:09", "Bu Sri", "Baik.\nSehat."),
    )
    (draft,) = read(put(tmp_path, "a.docx", word(par("Judul") + table(*rows) + par("Selesai"))))
    assert show(draft) == [
        "- | - | Judul", "00:05 | Peneliti | Apa kabar?", "00:09 | Bu Sri | Baik.\nSehat.", "- | - | Selesai",
    ]  # fmt: skip
    assert draft.notes == ("table columns left out: No.",)


def test_teams_writes_name_and_time_on_a_line_before_the_words(tmp_path: Path) -> None:
    paragraph = par(f"{run('Sri Rahayu', '<w:b/>')}<w:r><w:t>   0:10</w:t><w:br/><w:t>Selamat pagi.</w:t></w:r>")
    (draft,) = read(put(tmp_path, "a.docx", word(paragraph)))
    assert show(draft) == ["- | - | Sri Rahayu   0:10\nSelamat pagi."]


def test_the_notes_say_what_was_left_out(tmp_path: Path) -> None:
    deleted = "<w:del><w:r><w:delText>tidak </w:delText></w:r></w:del>"
    (draft,) = read(put(tmp_path, "a.docx", word(par("I: saya ", deleted, "setuju"))))
    assert show(draft) == ["- | - | I: saya setuju"]
    assert draft.notes == ("1 tracked deletion left out",)


def test_a_document_of_several_interviews(tmp_path: Path) -> None:
    body = par("Lampiran") + par("Wawancara 1", style="Judul1") + TALK + par("Wawancara 2", style="Judul1") + TALK
    first, second = read(put(tmp_path, "a.docx", word(body)))
    assert (first.suffix, second.suffix) == ("#1", "#2")
    assert show(first)[:2] == ["- | - | Lampiran", "- | - | Wawancara 1"]
    assert len(second.passages) == 5
    assert second.notes == ("one of 2 interviews: Wawancara 2",)


def test_labelled_paragraphs_around_a_table_are_talk_too(tmp_path: Path) -> None:
    body = TALK + table(("Penutur", "Ucapan"), ("P", "Ada lagi?"), ("I", "Tidak.")) + par("P: Terima kasih.")
    (draft,) = read(put(tmp_path, "a.docx", word(body)))
    transcript = make_transcript(draft, "a.docx", "")
    assert transcript is not None
    assert [turn.speaker for turn in transcript.turns] == ["P", "I", "P", "I", "P", "I", "P"]


@pytest.mark.parametrize("body", ["", par(""), par("  "), table(("", ""))])
def test_a_document_without_words_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(UnreadableSource, match="no text in it"):
        read(put(tmp_path, "a.docx", word(body)))


def test_python_docx_writes_it_and_it_is_read(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Kepercayaan", 1)
    document.add_paragraph("P: Apa\tkabar?\nBaik?")
    document.save(str(tmp_path / "a.docx"))
    (draft,) = read(tmp_path / "a.docx")
    assert show(draft) == ["- | - | Kepercayaan", "- | - | P: Apa\tkabar?\nBaik?"]
