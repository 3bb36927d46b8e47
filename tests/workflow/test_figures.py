"""Displays that are networks, drawn into a file."""

from pathlib import Path

import pytest

from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError
from qualcode.workflow.figures import build_network, draw_display, write_network
from tests.display.linked_talk import linked_study


def test_a_network_is_drawn_in_the_format_that_the_name_asks_for() -> None:
    network = build_network(linked_study(), "causal-chain", DisplayOptions())
    assert write_network(network, Path("chain.SVG"), "en").startswith(b"<svg")
    assert b"graph LR" in write_network(network, Path("chain.mmd"), "en")


def test_what_is_no_network_and_what_is_no_format_are_refused() -> None:
    with pytest.raises(QualcodeError, match="role-ordered is no network") as refused:
        build_network(linked_study(), "role-ordered", DisplayOptions())
    assert "causal-chain" in refused.value.how
    network = build_network(linked_study(), "code-relations", DisplayOptions())
    with pytest.raises(QualcodeError, match=r"chain\.bmp"):
        write_network(network, Path("chain.bmp"), "en")


def test_a_heat_map_is_drawn_and_what_is_neither_is_refused() -> None:
    study, options = linked_study(), DisplayOptions()
    assert b"Heat map" in draw_display(study, "code-by-case", options, Path("map.svg"))
    assert b"<svg" in draw_display(study, "causal-chain", options, Path("chain.svg"))
    with pytest.raises(QualcodeError, match=r"map\.mmd is of no format for heat maps"):
        draw_display(study, "code-by-case", options, Path("map.mmd"))
    with pytest.raises(QualcodeError, match="role-ordered is no network and no heat map"):
        draw_display(study, "role-ordered", options, Path("map.svg"))
