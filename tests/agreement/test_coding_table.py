import pytest

from qualcode.agreement.coding_table import read_rows
from qualcode.errors import QualcodeError


def write(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "people.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_save_is_read(tmp_path, separator, encoding):
    rows = read_rows(
        write(tmp_path, "Transcript,Start,End,Code\r\na.txt,3,9,CG.TRU\r\n".replace(",", separator), encoding)
    )
    assert [row.fields for row in rows] == [{"transcript": "a.txt", "start": "3", "end": "9", "code": "CG.TRU"}]


def test_lines_are_counted_over_quotes_of_several_lines_and_blank_rows(tmp_path):
    rows = read_rows(write(tmp_path, 'transcript,quote,code\na.txt,"one\ntwo",X\n,,\na.txt,three,Y\n'))
    assert [row.line for row in rows] == [2, 5]


@pytest.mark.parametrize("before", ["sep=;\r\n", "SEP=;\n", "\n;;\n"])
def test_a_hint_of_excel_and_blank_rows_may_stand_before_the_head(tmp_path, before):
    rows = read_rows(write(tmp_path, before + "transcript;quote;code\na.txt;one, two;X\n", "utf-8-sig"))
    assert [row.fields["quote"] for row in rows] == ["one, two"]


@pytest.mark.parametrize(
    ("rows", "line"), [('a.txt,"one,X\nb.txt,two,Y\n', 2), ('a.txt,one,X\nb.txt,"two" more,Y\n', 3)]
)
def test_a_quotation_mark_that_is_not_closed_is_refused_with_its_line(tmp_path, rows, line):
    with pytest.raises(QualcodeError, match=f"people.csv:{line}: "):
        read_rows(write(tmp_path, "transcript,quote,code\n" + rows))


@pytest.mark.parametrize("header", ["code,start,end", "transcript,start,code", "unit,code,polarity"])
def test_another_table_is_refused(tmp_path, header):
    with pytest.raises(QualcodeError, match="is no table of codings"):
        read_rows(write(tmp_path, f"{header}\n1,2,3\n"))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(QualcodeError, match="There is no file"):
        read_rows(tmp_path / "none.csv")
