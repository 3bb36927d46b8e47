import csv
import io
from pathlib import Path

import pytest

from qualcode.errors import UnreadableSource
from qualcode.readers.csv_table import read
from tests.packages import put, show

ROWS = [["Waktu", "Penutur", "Ucapan"], ["0:01", "P", "Apa, kabar; Bu?"], ["0:04", "Bu Sri", 'Baik "sekali",\nya']]


def written(rows: list[list[str]], delimiter: str) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


@pytest.mark.parametrize(
    ("delimiter", "head"), [(",", ""), (";", ""), ("\t", ""), (";", "sep=;\r\n"), ("|", "sep=|\n")]
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_dialect_gives_the_same_talk(tmp_path: Path, delimiter: str, head: str, codec: str) -> None:
    (draft,) = read(put(tmp_path, "a.csv", (head + written(ROWS, delimiter)).encode(codec)))
    assert show(draft) == ["0:01 | P | Apa, kabar; Bu?", '0:04 | Bu Sri | Baik "sekali",\nya']
    assert draft.suffix == ""


def test_a_transcript_in_a_cell_longer_than_csv_allows(tmp_path: Path) -> None:
    talk = "P: Apa?\n\nI: " + "Itu. " * 40_000
    first, second = read(
        put(tmp_path, "a.csv", written([["id", "transcript", "bahasa"], ["a", talk, "id"], ["b", talk, "en"]], ","))
    )
    assert (first.suffix, second.suffix) == ("#1", "#2")
    assert (first.language, second.language) == ("id", "en")
    assert [p.words[:4] for p in first.passages] == ["P: A", "I: I"]
    assert first.notes == ("interview: a",)


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "nama,umur\nSri,45\n", "judul saja\n"])
def test_a_table_without_words_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableSource, match="no column of words"):
        read(put(tmp_path, "a.csv", text))


@pytest.mark.parametrize(
    ("rows", "line"), [('P,"Apa kabar?\nR,Baik.\nR,Ya.\n', 2), ('P,Apa?\nR,"Baik" sekali.\nR,Ya.\n', 3)]
)
def test_a_quotation_mark_that_is_not_closed_is_refused_with_its_line(tmp_path: Path, rows: str, line: int) -> None:
    with pytest.raises(UnreadableSource, match=f"from line {line} on"):
        read(put(tmp_path, "a.csv", f"Penutur,Ucapan\n{rows}".encode()))


def test_a_cell_may_hold_a_whole_transcript_and_other_tables_keep_their_limit(tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    (draft,) = read(put(tmp_path, "a.csv", f"Penutur,Ucapan\nP,Apa?\nR,{'ya ' * 60_000}\n".encode()))
    assert "ya ya" in "".join(show(draft))
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize(
    "header",
    ["transcript,start,end,code", "transcript,quote,code,coder", "Transkrip;Mulai;Akhir;Kode", "berkas\tkode\tkutipan"],
)
def test_a_table_of_codings_is_no_interview(tmp_path: Path, header: str) -> None:
    delimiter = next(sign for sign in ",;\t" if sign in header)
    row = {"transcript": "Pak Slamet.docx", "start": "0", "end": "31", "quote": "Kami dulu tidak percaya."}
    known = {"transkrip": "transcript", "berkas": "transcript", "mulai": "start", "akhir": "end", "kutipan": "quote"}
    cells = [row.get(known.get(name.lower(), name), "CG.TRU") for name in header.split(delimiter)]
    with pytest.raises(UnreadableSource, match="table of codings"):
        read(put(tmp_path, "coded.csv", f"{header}\n" + f"{delimiter.join(cells)}\n" * 3))


def test_turns_with_codes_beside_them_are_an_interview(tmp_path: Path) -> None:
    rows = "0,4,P,Apa kabar?,\n4,9,R,Baik sekali.,CG.TRU\n"
    (draft,) = read(put(tmp_path, "a.csv", "start,end,speaker,transcript,code\n" + rows))
    assert [passage.speaker for passage in draft.passages] == ["P", "R"]
