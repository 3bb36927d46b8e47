"""The block under every display."""

import re

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.registry import find_parts
from tests.display.studies import block_of, four_informants

PARTS = sorted(find_parts("display"))


def block(name: str, **options) -> dict[str, str]:
    return block_of(find_parts("display")[name].load().build(four_informants(), DisplayOptions(**options), str))


@pytest.mark.parametrize("name", PARTS)
def test_every_display_says_how_it_was_filled(name: str) -> None:
    assert set(block(name)) >= {
        "Unit",
        "Codebook",
        "Coders",
        "Texts",
        "Statuses counted",
        "Counting",
        "Wishes and hypotheticals",
        "Cells",
        "Least evidence for a mark",
        "Empty cells",
        "Boundary rules",
    }


@pytest.mark.parametrize("name", PARTS)
def test_the_block_holds_no_path_and_no_date(name: str) -> None:
    said = "\n".join(block(name).values())
    assert not re.search(r"\d{4}-\d{2}-\d{2}|\d{2}:\d{2}|[A-Za-z]:\\|(?<!\w)/\w+/", said)


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("options", [{"layer": "suggested"}, {"layer": "human"}, {"wishes": True}], ids=str)
def test_which_codings_count_changes_every_display_s_block(name: str, options: dict) -> None:
    assert block(name) != block(name, **options)


def test_the_choice_of_quotes_stands_only_where_quotes_do() -> None:
    assert "Choice of quotes" in block("role-ordered")
    assert "Choice of quotes" not in block("role-ordered", content="counts")
    assert "the first 3" in block("role-ordered", quotes=3)["Choice of quotes"]
    assert "importan" in block("role-ordered", content="counts")["Cells"]
