"""Curves as SVG."""

import re
from xml.etree import ElementTree as ET

import pytest

from qualcode.model import Curve, EntryRule
from qualcode.writers.curves import draw_svg, write_svg

NASTY = 'a "b" <script>alert(1)</script> & ]] \x07.txt'
CURVE = Curve(
    "saturation", NASTY, "Interviews", "Codes", (NASTY, "b.txt", "c.txt"), "in this order", (3, 4, 4), "other orders",
    (1, 3, 4), (4, 4, 4), (EntryRule("Run", "of two"),), ("Only a machine has coded.",),
)  # fmt: skip


def test_the_figure_is_well_formed_holds_no_script_and_tells_its_numbers_in_words() -> None:
    root = ET.fromstring(write_svg(CURVE, "en"))
    assert "script" not in {element.tag.rpartition("}")[2] for element in root.iter()}
    said = next(element.text for element in root.iter() if element.tag.endswith("desc"))
    assert "b.txt: 4 (3–4)" in said
    assert not re.search(rb"(href|src|style)=", write_svg(CURVE, "en"))


def test_notes_and_entry_rules_stand_under_a_figure_of_its_own() -> None:
    text = write_svg(CURVE, "en").decode()
    assert "! Only a machine has coded." in text
    assert "Run: of two" in text
    assert "Run: of two" not in draw_svg(CURVE)


def test_the_line_lies_inside_the_band() -> None:
    root = ET.fromstring(draw_svg(CURVE))
    heights = [float(circle.get("cy")) for circle in root.iter() if circle.tag.endswith("circle")]
    assert heights[0] > heights[1] == heights[2]  # SVG counts downwards


def test_many_places_leave_most_labels_out() -> None:
    count = 100
    values = tuple(range(1, count + 1))
    many = Curve("s", "S", "x", "y", tuple(map(str, values)), "l", values, "b", values, values)
    labels = re.findall(r'text-anchor="middle">(\d+)<', draw_svg(many))
    assert labels[0] == "1"
    assert len(labels) <= 12


def test_a_curve_needs_a_value_for_each_place() -> None:
    with pytest.raises(ValueError, match="a value is needed"):
        Curve("s", "S", "x", "y", ("a",), "l", (1, 2), "b", (1,), (1,))
