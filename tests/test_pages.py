"""Every block of the README and of the pages in docs/ does what it says."""

import re
import shutil
from pathlib import Path

import pytest

from qualcode.cli.main import COMMANDS
from tests.pages import ROOT, find_blocks, read_steps, run_step

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with the sample study in it, never run before."""
    ignore = shutil.ignore_patterns("results", "codings", "log.jsonl", ".*")
    shutil.copytree(ROOT / "transcripts_sample", tmp_path / "transcripts_sample", ignore=ignore)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_blocks_of_a_page_run(page: Path, folder: Path) -> None:
    for step in read_steps(page):
        run_step(step, folder)


def test_every_command_is_documented_and_tried() -> None:
    tried = {step.command.split()[1] for step in read_steps(ROOT / "docs" / "commands.md")}
    assert set(COMMANDS) <= tried


def test_links_lead_somewhere() -> None:
    for page in (*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"):
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
            assert target.startswith("https://") or (page.parent / target).exists(), f"{page.name}: {target}"


def test_ci_runs_the_commands_of_the_readme() -> None:
    commands = [block.strip() for _, block in find_blocks(ROOT / "README.md", "sh")]
    assert len(commands) == 2
    assert all("\n" not in command for command in commands)
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for mark, command in zip(("sh: main job", "sh: tests"), commands, strict=True):
        assert f'readme_command "{mark}"' in script
        assert f"<!-- {mark} -->\n```sh\n{command}\n```" in text
