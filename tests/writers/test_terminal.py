import io
from dataclasses import replace

import pytest
from rich.console import Console

from qualcode.model import Cell, EntryRule, Heading, Matrix
from qualcode.writers.terminal import print_matrix, print_quotes, print_rows


def run(draw, *arguments, width: int = 80, encoding: str = "utf-8", **choices: bool) -> str:
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")  # strict: what does not fit raises
    draw(*arguments, Console(file=file, width=width, highlight=False), **choices)
    file.flush()
    return file.buffer.getvalue().decode(encoding)


def make_matrix(columns: int, line: str, ids: tuple[str, ...] = ("x", "y", "z")) -> Matrix:
    return Matrix(
        "roles",
        "Roles",
        (Heading("r", "Kepala [bidang]", "public; Dinas"),),
        tuple(Heading(f"CG.C{n}", f"Kepercayaan {n}") for n in range(columns)),
        (tuple(Cell((line,), ids, "mixed") for _ in range(columns)),),
        (EntryRule("Cells", "[signs] for codings"),),
    )


def test_brackets_are_never_markup(report):
    seen = run(print_matrix, report.sections[1].body, "en", width=120)
    assert "[tertawa]" in seen
    assert "Kepala [bidang]" in seen
    assert "first-hand [unit]" in seen
    assert "[tertawa]" in run(print_quotes, report.quotes[:1], "en")


@pytest.mark.parametrize("width", [80, 120])
def test_eleven_codes_with_quotes_show_counts_and_fit(width):
    seen = run(print_matrix, make_matrix(11, "“" + "panjang " * 30 + "”"), "en", width=width)
    assert seen.count("± 3") == 11
    assert "panjang" not in seen
    assert "roles:r:CG.C0" in seen
    assert all(len(line) <= width for line in seen.split("\n"))
    assert seen.count("Kepercayaan") == 11


def test_a_matrix_that_show_does_not_know_opens_in_the_report():
    seen = run(print_matrix, make_matrix(11, "“" + "panjang " * 30 + "”"), "en", shown=False)
    assert "qualcode show" not in seen
    assert "the report opens them" in seen


def test_what_is_said_of_a_cell_before_its_quotes_is_never_counted_away():
    matrix = make_matrix(11, "x")
    lines = ("suggestions lean for: not yet judged", "+ “" + "panjang " * 30 + "”", "and 2 more")
    cells = (tuple(replace(cell, lines=lines) for cell in matrix.cells[0]),)
    seen = run(print_matrix, replace(matrix, cells=cells), "en")
    assert seen.count("suggestions") == 11
    assert "panjang" not in seen
    assert "more" not in seen


def test_two_codes_with_quotes_show_the_quotes():
    seen = run(print_matrix, make_matrix(2, "“" + "panjang " * 12 + "”"), "en", width=120)
    assert seen.count("panjang") == 24


def test_entry_rules_and_notes_are_printed(report):
    seen = run(print_matrix, report.sections[1].body, "en")
    assert "! A note | of the display" in seen
    assert "Minimum evidence: + = at least 1 | first-hand [unit] & no <wish>" in seen


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_signs_fall_back_where_the_console_is_not_utf8(report, encoding):
    matrix = make_matrix(11, "“" + "panjang " * 30 + "”")
    contrary = replace(matrix, cells=(tuple(replace(cell, kind="contrary") for cell in matrix.cells[0]),))
    assert run(print_matrix, contrary, "en", encoding=encoding).count("- 3") == 11
    run(print_matrix, report.sections[1].body, "en", encoding=encoding)
    assert "contrary" in run(print_quotes, report.quotes, "en", encoding=encoding)


def test_no_text_steers_the_terminal(make_report):
    report = make_report(("merah \x1b[31m\x07\x9b1m kata",))
    seen = run(print_matrix, report.sections[1].body, "en") + run(print_quotes, report.quotes, "en")
    assert not set(seen) & set("\x1b\x07\x9b")


def test_a_quote_stands_in_its_context_with_turn_and_reason(report):
    seen = run(print_quotes, report.quotes[:1], "en", width=120)
    assert "sebelum <b>Ya [tertawa] begitu, Busesudah {{y}}" in seen
    assert "a.docx, turn 1, characters 0–23" in seen
    assert "CG.DLG/id/strong/1 “Ya”" in seen
    assert report.quotes[0].coding.id in seen


def test_rows_are_printed_as_typed():
    seen = run(lambda console: print_rows(console, ("file", "why"), [("[a].txt", "asks [much]")]))
    assert "[a].txt" in seen
    assert "asks [much]" in seen


def test_quotes_in_a_cell_that_takes_no_side_are_counted_too_and_what_leads_them_stays():
    matrix = make_matrix(11, "x")
    lines = ("nearby: INF-02", "nearby: + A · − B: “" + "panjang " * 30 + "”")
    told = replace(matrix, cells=(tuple(Cell(lines, ("x", "y"), "value") for _ in range(11)),))
    seen = run(print_matrix, told, "en", width=120)
    assert "panjang" not in seen
    assert seen.count("nearby: INF-02") == 11
