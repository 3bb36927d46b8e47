"""A folder of parts is its own register."""

import subprocess
import sys
from ast import literal_eval

import pytest

from qualcode.errors import QualcodeError
from qualcode.registry import find_parts, require_part

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
    assert sorted(literal_eval(shown)) == ["qualcode.errors", "qualcode.messages", "qualcode.registry"]


def test_a_part_that_there_is_not_is_refused_with_the_nearest_or_with_all():
    assert require_part("agreement", "kappa", "no").name == "kappa"
    with pytest.raises(QualcodeError) as near:
        require_part("display", "Role ordered", "There is no display Role ordered")
    assert near.value.what == "There is no display Role ordered"
    assert near.value.how.startswith("Did you mean `role-ordered")
    with pytest.raises(QualcodeError) as turned:
        require_part("display", "case-by-code", "There is no display case-by-code")
    assert turned.value.how == "Did you mean `code-by-case`?"
    with pytest.raises(QualcodeError, match="no") as none:
        require_part("agreement", "x", "no")
    assert none.value.how == f"There are: {', '.join(find_parts('agreement'))}"


def test_a_part_of_another_command_is_refused_with_that_command():
    with pytest.raises(QualcodeError) as refused:
        require_part("display", "data-accounting", "There is no display data-accounting")
    assert refused.value.how == "`qualcode condense FOLDER data-accounting` shows it"
    with pytest.raises(QualcodeError, match="no") as refused:
        require_part("condense", "role-ordered", "no")
    assert "qualcode display FOLDER role-ordered" in refused.value.how
