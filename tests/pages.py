"""Run the console blocks of a Markdown page and compare what they print.

In a block fenced as `console`, a line that begins with `$ ` is a command and the lines after it are what it must print;
a line `...` stands for any lines, and `...` inside a line for any text. A command may end with `# exit N`, the exit
status it must have (0 where nothing is said). The pages are written for QUALCODE_LANG=en, as docs/commands.md says.
"""

import os
import re
import shlex
import sys
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.conftest import run_command

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Step:
    """One command of a page, the line it stands on, and what it must print."""

    line: int
    command: str
    status: int
    expected: str


def find_blocks(page: Path, language: str) -> list[tuple[int, str]]:
    """The fenced blocks of a language with the line they begin on."""
    text = page.read_text(encoding="utf-8")
    found = re.finditer(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)
    return [(text.count("\n", 0, block.start(1)) + 1, block.group(1)) for block in found]


def read_steps(page: Path) -> list[Step]:
    """Every command of a page, in order."""
    steps: list[Step] = []
    for first, block in find_blocks(page, "console"):
        for number, line in enumerate(block.splitlines()):
            if line.startswith("$ "):
                command, _, status = line[2:].partition("  # exit ")
                steps.append(Step(first + number, command, int(status or 0), ""))
            else:
                last = steps.pop()
                steps.append(Step(last.line, last.command, last.status, last.expected + line + "\n"))
    return steps


def run_step(step: Step, folder: Path) -> None:
    """Run one command in a folder and compare its exit status and output."""
    words = shlex.split(step.command)
    assert words[0] == "qualcode", f"line {step.line}: only qualcode is run from a page"
    status, printed = _run(words, folder)
    assert status == step.status, f"line {step.line}: {step.command}\n{printed}"
    if step.expected:
        pattern = re.escape(step.expected.strip()).replace(re.escape("..."), ".*?")
        assert re.search(pattern, printed.replace("\r\n", "\n"), re.S), f"line {step.line}: {step.command}\n{printed}"


def _run(words: list[str], folder: Path) -> tuple[int, str]:
    """The exit status of a command and all that it prints. It runs in this process: with one of its own for each of
    some 160 commands the pages alone would take as long as half of all tests."""
    printed = [TextIOWrapper(BytesIO(), "utf-8", write_through=True) for _ in range(2)]
    with pytest.MonkeyPatch.context() as patch, Path(os.devnull).open(encoding="utf-8") as nobody:
        patch.chdir(folder)
        patch.setattr(sys, "stdin", nobody)  # to press a key
        patch.setattr(sys, "stdout", printed[0])
        patch.setattr(sys, "stderr", printed[1])
        patch.setenv("COLUMNS", "120")
        patch.setenv("QUALCODE_LANG", "en")
        status = run_command(patch, *words[1:])
    return status, "".join(each.buffer.getvalue().decode() for each in printed)
