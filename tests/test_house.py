"""The rules of the house, as programs: they run with the tests or they die."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from qualcode.registry import find_parts

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "qualcode").rglob("*.py"))
PARTS = [
    (room, entry)
    for room in ("readers", "coders", "condense", "display", "meaning", "verify", "standards", "agreement", "writers")
    for entry in find_parts(room).values()
]
HEAVY = (
    "spacy",
    "pandas",
    "numpy",
    "docx",
    "lxml",
    "simplemma",
    "rich",
    "openpyxl",
    "xlsxwriter",
    "jinja2",
    "yaml",
    "starlette",
)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_is_short_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    assert ast.get_docstring(ast.parse(text)), "no docstring"


@pytest.mark.parametrize(("room", "entry"), PARTS, ids=lambda part: getattr(part, "name", part))
def test_a_part_has_a_test(room: str, entry: object) -> None:
    file = entry.module.rpartition(".")[2]  # type: ignore[attr-defined]
    assert (ROOT / "tests" / room / f"test_{file}.py").is_file()


@pytest.mark.parametrize(
    "room", ["readers", "condense", "display", "meaning", "verify", "standards", "agreement", "writers"]
)
def test_every_part_has_its_place_in_the_docs(room: str) -> None:
    page = {
        "readers": "transcripts.md",
        "condense": "condensation.md",
        "display": "displays.md",
        "meaning": "meaning.md",
        "verify": "claims.md",
        "standards": "standards.md",
        "agreement": "agreement.md",
        "writers": "results.md",
    }[room]
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    for name, entry in find_parts(room).items():
        for word in entry.keywords.get("extensions", (name,)):
            assert word in text.lower(), f"{word} is not in docs/{page}"


def test_tests_mirror_the_house() -> None:
    rooms = {path.parent.name for path in MODULES if path.parent.parent == ROOT / "qualcode"} - {"_shipped"}
    assert rooms <= {path.name for path in (ROOT / "tests").iterdir()}


@pytest.mark.parametrize(
    "arguments", [("--help",), ("run", "--help"), ("review", "--help"), ("codebook", "check", "--help"), ("--version",)]
)
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    script = f"import sys; sys.argv = ['qualcode', *{arguments!r}]\nfrom qualcode.cli.main import main\n"
    script += "try: main()\nexcept SystemExit: pass\n"
    script += f"print('heavy:', [name for name in {HEAVY} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert shown.rstrip().endswith("heavy: []")


def test_core_never_prints() -> None:
    for path in MODULES:
        if path.parent.name != "cli":
            assert not re.search(r"^\s*print\(", path.read_text(encoding="utf-8"), re.M), path


def test_nothing_else_lies_at_the_top() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in tracked.stdout.splitlines()}
    assert top <= {
        "qualcode", "codebooks", "transcripts_sample", "tests", "docs", ".ci", "pyproject.toml", "README.md",
        "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", ".gitignore", ".gitattributes",
    }  # fmt: skip


@pytest.mark.parametrize(
    "tool",
    [
        ("-m", "ruff", "check", "."),
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "mypy"),
        ("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"),
    ],
    ids=("ruff", "format", "mypy", "floors"),
)
def test_the_linters_are_green(tool: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, *tool], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
