"""tables.tex: escaped letter by letter, and set by a real LaTeX where one is installed."""

import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.writers._text import strip_controls
from qualcode.writers.latex import escape, write

SHOWN = {
    r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^", r"\textasciigrave{}": "`",
    r"\textquotesingle{}": "'", r"\textquotedbl{}": '"', r"\textless{}": "<", r"\textgreater{}": ">",
    r"\textbar{}": "|", r"\ensuremath{-}": "−", r"\ensuremath{\pm}": "±", r"\ensuremath{\times}": "×",
    r"\ensuremath{\to}": "→", r"\ensuremath{\not\to}": "↛", r"\leavevmode\newline ": "\n",
    **{rf"\{sign}": sign for sign in "{}$&#_%"},
    **{f"{{{sign}}}": sign for sign in "[*-,"},
}  # fmt: skip
PIECE = re.compile("|".join([r"\\anyletter\{([0-9A-F]+)\}", *map(re.escape, sorted(SHOWN, key=len, reverse=True))]))
SPECIAL = set("\\{}$&#_%~^`'\"")


def read_back(tex: str) -> str:
    """What LaTeX sets: the only commands are those of the table, and no other letter means anything to it."""
    said, done = [], 0
    for piece in PIECE.finditer(tex):
        said += [tex[done : piece.start()], chr(int(piece[1], 16)) if piece[1] else SHOWN[piece[0]]]
        assert not SPECIAL & set(tex[done : piece.start()])
        done = piece.end()
    assert not SPECIAL & set(tex[done:])
    return "".join([*said, tex[done:]])


@given(st.text())
def test_any_text_is_set_as_typed(text):
    assert read_back(escape(text)) == strip_controls(text).replace("\t", " ")


def test_hostile_texts_stand_in_cells_and_quotes(report, hostile):
    tex = write(report)["tables.tex"].decode()
    for text in hostile:
        assert tex.count(escape(text)) >= 1
    assert tex.count(r"\begin{longtable}") == tex.count(r"\end{longtable}") > 1


def test_numbers_in_cells_lead_to_quotes(report):
    tex = write(report)["tables.tex"].decode()
    links, targets = (set(re.findall(rf"\\hyper{kind}{{(q\d+)}}", tex)) for kind in ("link", "target"))
    assert links
    assert links <= targets


def test_entry_rules_and_notices_are_there_and_bytes_are_the_same(report, make_report):
    tex = write(report)["tables.tex"].decode()
    assert escape(report.notices[0]) in tex
    assert escape(report.sections[1].body.entry_rules[0].value) in tex
    assert write(make_report()) == write(make_report())


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no LaTeX on this machine")
def test_a_real_latex_sets_it_without_an_error(report, tmp_path):
    (tmp_path / "tables.tex").write_bytes(write(report)["tables.tex"])
    command = ["pdflatex", "-no-shell-escape", "-halt-on-error", "-interaction=nonstopmode", "tables.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout.decode(errors="replace")[-2000:]
    assert (tmp_path / "tables.pdf").stat().st_size > 10_000
