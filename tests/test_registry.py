"""A folder of parts is its own register."""

import subprocess
import sys

import pytest

from qualcode.registry import find_parts

ROOMS = ("readers", "coders", "display", "verify", "writers")


@pytest.mark.parametrize("room", ROOMS)
def test_every_part_loads_and_bears_its_name(room: str) -> None:
    parts = find_parts(room)
    assert parts
    for name, entry in parts.items():
        assert entry.load().name == name == entry.keywords["name"]


def test_no_two_readers_claim_one_extension() -> None:
    extensions = [extension for entry in find_parts("readers").values() for extension in entry.keywords["extensions"]]
    assert len(extensions) == len(set(extensions))
    assert all(extension == extension.lower() and extension.startswith(".") for extension in extensions)


def test_finding_parts_imports_none() -> None:
    script = (
        "import sys; from qualcode.registry import find_parts\n"
        f"for room in {ROOMS}: find_parts(room)\n"
        "print([name for name in sys.modules if name.startswith('qualcode.')])"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "['qualcode.registry']"
