"""cases.csv in."""

from pathlib import Path

import pytest

from qualcode.evidence.case_words import SECTORS
from qualcode.messages import translator
from qualcode.model import Case, Problem
from qualcode.store.cases import read_cases


def cases_of(tmp_path: Path, data: str | bytes) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    path = tmp_path / "cases.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_cases(path)


def test_a_row_is_a_case_and_other_columns_are_attributes(tmp_path: Path) -> None:
    cases, problems = cases_of(
        tmp_path,
        "case,transcript,speaker,role,organisation,sector,jurisdiction\n"
        'INF-01,a.docx,N,Ketua,"Paguyuban, Blitar",association,kota\n',
    )
    assert problems == ()
    assert cases == (
        Case("INF-01", ("a.docx",), "N", "Ketua", "Paguyuban, Blitar", "association", {"jurisdiction": "kota"}),
    )


@pytest.mark.parametrize(
    "data",
    [
        "\ufeffcase;transcript;role\r\nA;x.txt;Ketua\r\n".encode(),
        b"case\ttranscript\trole\nA\tx.txt\tKetua\n",
        b"Informan,Transkrip,Peran\nA,x.txt,Ketua\n",
        "case,transcript,role\n\nA , x.txt,Ketua\n,,\n".encode("cp1252"),
        b"\n;;\ncase;transcript;role\nA;x.txt;Ketua\n",
        b"sep=;\r\ncase;transcript;role\r\nA;x.txt;Ketua\r\n",
    ],
    ids=["excel-semicolons-bom-crlf", "tabs", "indonesian-heads", "blank-rows-and-spaces", "blank-rows-first", "hint"],
)
def test_as_spreadsheets_save_it(tmp_path: Path, data: bytes) -> None:
    cases, problems = cases_of(tmp_path, data)
    assert problems == ()
    assert [(case.id, case.transcripts, case.role) for case in cases] == [("A", ("x.txt",), "Ketua")]


def test_one_interview_in_several_files(tmp_path: Path) -> None:
    cases, _ = cases_of(tmp_path, "case,transcript\nA,one.txt; sub\\two.txt\n")
    assert cases[0].transcripts == ("one.txt", "sub/two.txt")


def test_every_problem_with_its_line(tmp_path: Path) -> None:
    cases, problems = cases_of(
        tmp_path,
        "case,transcript,sector\nA,a.txt,public\nA,b.txt,public\n,c.txt,\nB,d.txt,goverment\nC,e.txt,,x\nD,,\n",
    )
    assert [problem.where for problem in problems] == [f"cases.csv:{line}" for line in (3, 4, 5, 6)]
    assert [case.id for case in cases] == ["A", "B", "D"]


def test_a_head_that_names_no_case_is_told_with_its_line(tmp_path: Path) -> None:
    _, [problem] = cases_of(tmp_path, "\nname,transcript\nA,a.txt\n")
    assert problem.where == "cases.csv:2"


def test_a_file_without_anything_is_empty(tmp_path: Path) -> None:
    assert [problem.what for problem in cases_of(tmp_path, "")[1]] == ["the file is empty"]
    assert cases_of(tmp_path, "\n \n")[1]


def test_sectors_as_indonesian_results_name_them(tmp_path: Path) -> None:
    cases, problems = cases_of(tmp_path, "kasus,sektor,wilayah\nA,Pemerintah,kota\nB,swasta,\nC,Public,\n")
    assert problems == ()
    assert [case.sector for case in cases] == ["public", "private", "public"]
    assert cases[0].attributes["jurisdiction"] == "kota"


@pytest.mark.parametrize("sector", SECTORS)
def test_a_sector_is_read_as_it_is_shown(tmp_path: Path, sector: str) -> None:
    cases, problems = cases_of(tmp_path, f"case,sector\nA,{translator('id')(sector)}\n")
    assert (cases[0].sector, problems) == (sector, ())


def test_a_sector_of_the_study_s_own_is_kept(tmp_path: Path) -> None:
    cases, (problem,) = cases_of(tmp_path, "case,sector\nA,kesehatan\nB,kesehatan\n")
    assert (cases[0].sector, problem.where, problem.severity) == ("kesehatan", "cases.csv:2", "note")
    _, (problem,) = cases_of(tmp_path, "case,sector\nA,publik\nB,public\n")
    assert (problem.where, problem.severity) == ("cases.csv:2", "warning")


def test_windows_1252_names_are_read(tmp_path: Path) -> None:
    cases, _ = cases_of(tmp_path, "case,role\nA,Attaché\n".encode("cp1252"))
    assert cases[0].role == "Attaché"


def test_a_file_saved_as_unicode_by_excel(tmp_path: Path) -> None:
    cases, problems = cases_of(tmp_path, "case\trole\r\nA\tAttaché\r\n".encode("utf-16"))
    assert (cases[0].role, problems) == ("Attaché", ())


@pytest.mark.parametrize("data", [b"PK\x03\x04 an Excel table", b"\0\0\0", None], ids=["xlsx", "binary", "a folder"])
def test_what_cannot_be_read_is_a_problem(tmp_path: Path, data: bytes | None) -> None:
    path = tmp_path / "cases.csv"
    if data is None:
        path.mkdir()
    else:
        path.write_bytes(data)
    cases, problems = read_cases(path)
    assert cases == ()
    assert [problem.where for problem in problems] == ["cases.csv"]


@pytest.mark.parametrize("data", ["", "name,role\nA,B\n", "case,role,role\nA,B,C\n"])
def test_a_file_without_sense_is_a_problem(tmp_path: Path, data: str) -> None:
    cases, problems = cases_of(tmp_path, data)
    assert cases == ()
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("data", "where", "found"),
    [
        ('case,transcript,role\nA,a.txt,x\nB,b.txt,"Ketua\nC,c.txt,x\n', "cases.csv:3", ["A"]),
        ('case,transcript,role\nA,a.txt,"Ketua" RT\nB,b.txt,x\n', "cases.csv:2", []),
        (f"case,role\nA,x\nB,{'x' * 140_000}\n", "cases.csv:3", ["A"]),
        (f"{'x' * 140_000}\nA\n", "cases.csv:1", []),
    ],
    ids=["open-quote", "quote-inside", "endless-field", "endless-header"],
)
def test_what_is_no_csv_is_a_problem_with_its_line(tmp_path: Path, data: str, where: str, found: list[str]) -> None:
    cases, problems = cases_of(tmp_path, data)
    assert [problem.where for problem in problems] == [where]
    assert [case.id for case in cases] == found


@pytest.mark.parametrize("column", ["case", "transcript", "speaker"])
def test_a_line_end_inside_a_name_is_a_problem(tmp_path: Path, column: str) -> None:
    row = {"case": "B", "transcript": "b.txt", "speaker": "S", column: '"B\r\nC,c.txt"'}
    data = f'case,transcript,speaker,note\nA,a.txt,S,"two\nlines"\n{",".join(row.values())},\nD,d.txt,S,\n'
    cases, problems = cases_of(tmp_path, data)
    assert [(problem.where, column in problem.what) for problem in problems] == [("cases.csv:4", True)]
    assert [case.id for case in cases] == ["A", "D"]
