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


LONG = "“" + "panjang " * 25 + "”"


@pytest.mark.parametrize("width", [80, 120])
def test_where_texts_do_not_fit_columns_each_row_is_a_block_that_tells_them_all(width):
    seen = run(print_matrix, make_matrix(11, LONG), "en", width=width)
    assert seen.count("panjang") == 11 * 25
    assert "± 3" not in seen  # no other quantity under a column's head
    assert seen.count("Kepercayaan") == 11
    assert all(len(line) <= width for line in seen.split("\n") if "qualcode show" not in line)


def test_a_very_long_text_is_cut_and_keeps_who_said_it_and_the_whole_is_named():
    line = "“" + "panjang " * 60 + "” (N, turn 3)"
    seen = run(print_matrix, make_matrix(5, line), "en", folder="'my study'")
    assert 5 * 20 < seen.count("panjang") < 5 * 40
    assert " ".join(seen.split()).count("…” (N, turn 3)") == 5
    assert "\n  qualcode show 'my study' roles:r:CG.C0\n" in seen


def test_a_command_is_never_broken_and_names_the_study():
    rule = EntryRule("Turns", "a turn opens in context with `qualcode show FOLDER " + "x" * 70 + ":TURN`, and so on")
    seen = run(print_matrix, replace(make_matrix(1, "x"), entry_rules=(rule,)), "en", folder="sample")
    assert f"\n    qualcode show sample {'x' * 70}:TURN\n" in seen
    assert "FOLDER" not in seen
    assert ", and so on" in seen
    rule = EntryRule("Links", "draw them with `qualcode link add`.")
    seen = run(print_matrix, replace(make_matrix(1, "x"), entry_rules=(rule,)), "en", folder="sample")
    assert not any(line.strip() == "." for line in seen.splitlines())


def test_columns_of_which_nothing_is_said_stand_together():
    matrix = make_matrix(11, LONG)
    cells = (*matrix.cells[0][:2], *(Cell(kind="silent") for _ in range(9)))
    seen = run(print_matrix, replace(matrix, cells=(cells,)), "en")
    assert "silent: Kepercayaan 2, Kepercayaan 3" in seen
    alone = (*matrix.cells[0][:10], Cell(("searched, none found",), kind="silent"))
    assert "Kepercayaan 10: searched, none found" in run(print_matrix, replace(matrix, cells=(alone,)), "en")


def test_a_matrix_that_show_does_not_know_opens_in_the_report():
    seen = run(print_matrix, make_matrix(11, LONG), "en", shown=False)
    assert "qualcode show" not in seen
    assert "The report opens each cell" in seen


def test_two_codes_with_quotes_show_the_quotes():
    seen = run(print_matrix, make_matrix(2, "“" + "panjang " * 12 + "”"), "en", width=120)
    assert seen.count("panjang") == 24


def test_entry_rules_and_notes_are_printed(report):
    seen = run(print_matrix, report.sections[1].body, "en")
    assert "! A note | of the display" in seen
    assert "Minimum evidence: + = at least 1 | first-hand [unit] & no <wish>" in seen


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_signs_fall_back_where_the_console_is_not_utf8(report, encoding):
    assert run(print_matrix, make_matrix(3, "− “apa”"), "en", encoding=encoding).count("- ") >= 3
    run(print_matrix, report.sections[1].body, "en", encoding=encoding)
    assert "contrary" in run(print_quotes, report.quotes, "en", encoding=encoding)


def test_no_text_steers_the_terminal(make_report):
    report = make_report(("merah \x1b[31m\x07\x9b1m kata",))
    seen = run(print_matrix, report.sections[1].body, "en") + run(print_quotes, report.quotes, "en")
    assert not set(seen) & set("\x1b\x07\x9b")


def test_a_quote_stands_in_its_context_with_turn_and_reason(report):
    seen = run(print_quotes, report.quotes[:1], "en", width=120)
    assert "sebelum <b>»Ya [tertawa] begitu, Bu«sesudah {{y}}" in seen
    assert "a.docx, turn 1, characters 0–23" in seen
    assert "Why: keyword “Ya”" in seen
    assert "Rules: CG.DLG/id/strong/1" in seen
    assert report.quotes[0].coding.id in seen


def test_words_are_marked_by_signs_only_where_no_style_can(report):
    def draw(**choices) -> str:
        file = io.StringIO()
        print_quotes(report.quotes[:1], "en", Console(file=file, width=120, highlight=False, **choices))
        return file.getvalue()

    assert "»Ya [tertawa] begitu, Bu«" in draw()
    assert ">>Ya [tertawa] begitu, Bu<<" in run(print_quotes, report.quotes[:1], "en", width=120, encoding="ascii")
    assert "\x1b[1" in (styled := draw(force_terminal=True, color_system="standard"))
    assert not set("»«") & set(styled)


def test_rows_are_printed_as_typed():
    seen = run(lambda console: print_rows(console, ("file", "why"), [("[a].txt", "asks [much]")]))
    assert "[a].txt" in seen
    assert "asks [much]" in seen


def test_a_table_without_rows_says_so():
    seen = run(print_matrix, Matrix("m", "M", (), (Heading("a", "a"),), (), ()), "en")
    assert "none" in seen
    assert "─" not in seen
