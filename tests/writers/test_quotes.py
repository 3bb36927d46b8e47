"""Which quotes are printed, and by which numbers cells name them."""

from dataclasses import replace

from qualcode.writers._quotes import MOST_PRINTED, choose_printed, find_matrices, number_printed, number_quotes
from qualcode.writers.docx import write as write_docx
from qualcode.writers.latex import write as write_latex
from qualcode.writers.markdown import write as write_markdown


def test_few_quotes_are_printed_all(report) -> None:
    assert choose_printed(report) == report.quotes
    assert [*number_printed(report)] == [*number_quotes(report).values()]


def test_of_many_quotes_each_cell_has_its_first_under_the_number_it_has_among_all(make_report) -> None:
    report = make_report(tuple(f"Kalimat {n}." for n in range(MOST_PRINTED + 1)))
    summary = [*find_matrices(report)][1]
    alone = report.sections[0], report.sections[2]
    report = replace(report, sections=alone)
    first = summary.cells[0][0].coding_ids[0]
    assert {number: quote.coding.id for number, quote in number_printed(report).items()} == {1: first}
    tex = write_latex(report)["tables.tex"].decode()
    markdown = write_markdown(report)["report.md"].decode()
    assert f"Of {MOST_PRINTED + 1} quotes only the first" in markdown.replace("\\", "")
    assert f"and {MOST_PRINTED} more" in markdown
    assert tex.count(r"\hypertarget") == markdown.count('<a id="coding-') == 1
    assert len(write_docx(report)["report.docx"]) < 60_000
