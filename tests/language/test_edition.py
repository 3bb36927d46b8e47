"""Another library is another edition."""

import importlib.metadata

import pytest

from qualcode.language.edition import LIBRARIES, find_edition


@pytest.mark.parametrize("library", LIBRARIES)
def test_another_version_of_a_library_is_another_edition(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    now, read = find_edition(), importlib.metadata.version
    monkeypatch.setattr(importlib.metadata, "version", lambda name: "0.0" if name == library else read(name))
    assert find_edition.__wrapped__() != now
