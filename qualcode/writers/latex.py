r"""tables.tex: every display as a longtable of booktabs, for a thesis in LaTeX, with the quotes that its cells name.

Any engine sets it. What pdfTeX has no letter for is set by `\anyletter`, which other engines set as it is.
"""

import re
from collections.abc import Iterator, Sequence

from qualcode.messages import Translate, translator
from qualcode.model import Cell, Heading, Matrix, Quote, Report
from qualcode.writers._quotes import find_known, find_marks, join_runs, name_run, number_printed, take_printed
from qualcode.writers._text import strip_controls
from qualcode.writers._widths import measure
from qualcode.writers._words import (
    cell_lines,
    describe_coding,
    describe_place,
    explain_printed,
    explain_signs,
    name_speaker,
)
from qualcode.writers.contract import Writer

_UPRIGHT, _TURNED = 15.5, 23.5  # cm between the margins
_GAP, _USED = 0.42, 0.88  # cm between two columns, and what is left of the page beside them
_PREAMBLE = r"""\documentclass[10pt,a4paper]{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \usepackage{lmodern}
  \newcommand{\anyletter}[1]{[U+#1]}
\else
  \usepackage{fontspec}
  \newcommand{\anyletter}[1]{\char"#1\relax}
\fi
\usepackage{textcomp}
\usepackage[margin=2.5cm]{geometry}
\usepackage{array,booktabs,longtable,pdflscape}
\usepackage[hidelinks]{hyperref}
\newcolumntype{P}[1]{>{\raggedright\arraybackslash\hspace{0pt}}p{#1}}
\setlength{\parindent}{0pt}
"""
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
    "'": r"\textquotesingle{}",
    '"': r"\textquotedbl{}",
    "[": "{[}",  # after a line's end it would begin an option
    "*": "{*}",
    "-": "{-}",  # two of them would become a dash, as two commas or angles become quotation marks
    ",": "{,}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "−": r"\ensuremath{-}",
    "±": r"\ensuremath{\pm}",
    "×": r"\ensuremath{\times}",
    "→": r"\ensuremath{\to}",
    "↛": r"\ensuremath{\not\to}",
    "\t": " ",
    "\n": r"\leavevmode\newline ",
}
_SPECIAL = re.compile(f"[{re.escape(''.join(_COMMANDS))}]|[^ -~À-ÿ–—‘’“”„…·«»§°]")


def write(report: Report) -> dict[str, bytes]:
    """One file, `tables.tex`. Interview text is escaped letter by letter; control characters are left out."""
    t = translator(report.language)
    printed = number_printed(report)
    numbers = {quote.coding.id: number for number, quote in printed.items()}
    lines = [_PREAMBLE, rf"\title{{{escape(report.title)}}}", r"\date{}", r"\begin{document}", r"\maketitle"]
    lines.append(rf"\renewcommand{{\tablename}}{{{escape(t('Table {n}. {title}').split('{n}')[0].strip())}}}")
    lines += (rf"\textbf{{{escape(notice)}}}\par" for notice in report.notices)
    if report.on_paper:
        lines.append(rf"{escape(report.on_paper)}\par")
    for matrix in map(take_printed, report.sections):
        if isinstance(matrix, Matrix):
            lines += _write_matrix(matrix, numbers, t)
    if report.quotes:
        lines.append(rf"\section*{{{escape(t('Quotes'))}}}")
        lines.append(rf"{escape(explain_printed(len(printed), len(report.quotes), t))}\par")
        lines += (_write_quote(number, quote, t) for number, quote in printed.items())
    return {"tables.tex": "\n".join([*lines, r"\end{document}", ""]).encode()}


def escape(text: str) -> str:
    """Text that LaTeX sets as typed."""
    return _SPECIAL.sub(lambda found: _name(found[0]), strip_controls(text))


def _name(letter: str) -> str:
    return _COMMANDS.get(letter) or rf"\anyletter{{{ord(letter):04X}}}"


def _write_matrix(matrix: Matrix, numbers: dict[str, int], t: Translate) -> Iterator[str]:
    widths = measure(matrix, t)
    turned = len(widths.choose_blocks(_UPRIGHT * _USED)) > 1
    room = _TURNED if turned else _UPRIGHT
    if turned:
        yield r"\begin{landscape}"
    yield rf"\section*{{{escape(matrix.title)}}}"
    for block in widths.choose_blocks(room * _USED):
        yield from _write_block(matrix, block, widths.fit(block, room - _GAP * (len(block) + 1)), numbers, t)
    yield r"{\footnotesize"
    notes = filter(None, (*matrix.notes, explain_signs(matrix, t)))
    yield from (rf"{escape(note)}\par" for note in notes)
    rules = (rf"\emph{{{escape(rule.label)}:}} {escape(rule.value)}\par" for rule in matrix.entry_rules)
    yield rf"\textbf{{{escape(t('Entry rules'))}}}\par"
    yield from rules
    yield "}"
    if turned:
        yield r"\end{landscape}"


def _write_block(
    matrix: Matrix, block: range, widths: Sequence[float], numbers: dict[str, int], t: Translate
) -> Iterator[str]:
    heads = ["", *(_write_head(matrix.columns[column]) for column in block)]
    yield rf"\begingroup\scriptsize\setlength{{\tabcolsep}}{{{_GAP / 2}cm}}"
    yield rf"\begin{{longtable}}{{@{{}}{''.join(f'P{{{width}cm}}' for width in widths)}@{{}}}}"
    yield rf"\caption{{{escape(matrix.title)}}}\\"
    yield rf"\toprule {' & '.join(heads)} \\ \midrule \endfirsthead"
    yield rf"\toprule {' & '.join(heads)} \\ \midrule \endhead"
    yield r"\bottomrule \endlastfoot"
    for heading, row in zip(matrix.rows, matrix.cells, strict=True):
        cells = [_write_head(heading), *(_write_cell(row[column], numbers, t) for column in block)]
        yield rf"{' & '.join(cells)} \\ \addlinespace"
    yield r"\end{longtable}"
    yield r"\endgroup"


def _write_head(heading: Heading) -> str:
    detail = rf"\newline {escape(heading.detail)}" if heading.detail else ""
    return rf"\textbf{{{escape(heading.label)}}}{detail}"


def _write_cell(cell: Cell, numbers: dict[str, int], t: Translate) -> str:
    lines = [escape(line) for line in cell_lines(cell, t)]
    known = [numbers[coding_id] for coding_id in find_known(cell, numbers)]
    if known:
        runs = (rf"\hyperlink{{q{first}}}{{{escape(name_run(first, last))}}}" for first, last in join_runs(known))
        rest = ", …" if len(known) < len(cell.coding_ids) else ""
        lines.append(f"{{[}}{', '.join(runs)}{rest}]")
    return r"\leavevmode\newline ".join(lines)


def _write_quote(number: int, quote: Quote, t: Translate) -> str:
    coding = quote.coding
    said, done = "", 0
    for start, end in find_marks(coding):
        said += rf"{escape(coding.quote[done:start])}\emph{{{escape(coding.quote[start:end])}}}"
        done = end
    who = name_speaker(quote)
    facts = (f"{who}: {describe_place(coding, t)}", describe_coding(coding, t), coding.id)
    head = f"{number}. {coding.code} {quote.code_label}".rstrip()
    return (
        rf"\hypertarget{{q{number}}}{{}}\textbf{{{escape(head)}:}} {said}{escape(coding.quote[done:])}\newline "
        rf"{{\scriptsize {escape(' · '.join(facts))}}}\par\smallskip"
    )


PART = Writer(name="latex", write=write)
