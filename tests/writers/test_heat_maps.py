"""Heat maps as figures."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from qualcode.model import Cell, EntryRule, Heading, Matrix, Section
from qualcode.writers.figures import write
from qualcode.writers.heat_maps import FORMATS, write_svg

SVG = "{http://www.w3.org/2000/svg}"


def make_map(columns: int) -> Matrix:
    heads = tuple(Heading(f"K{n}", f"K{n} <&>", "public; Clerk") for n in range(columns))
    row = tuple(Cell((str(n), f"{n} accepted (+1 suggested)"), (f"c{n}",)) for n in range(1, columns - 2))
    empty = (Cell(kind="silent"), Cell(("not asked",), kind="unasked"), Cell(kind="missing"))
    rule = EntryRule("Cells", "units & whose")
    return Matrix("heat", "Heat", (Heading("CG", "Dialogue", "CG.DLG"),), heads, ((*row, *empty),), (rule,), heat=True)


@pytest.mark.parametrize("columns", [4, 8, 40])
def test_every_cell_is_in_the_figure_inside_its_bounds(columns: int) -> None:
    root = ET.fromstring(write_svg(make_map(columns), "en"))
    width, height = float(root.get("width")), float(root.get("height"))
    boxes = root.findall(f"{SVG}rect")[1:]
    assert len(boxes) == columns
    assert all(float(box.get("x")) + float(box.get("width")) <= width for box in boxes)
    assert all(float(text.get("y")) <= height for text in root.iter(f"{SVG}text"))
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert all(str(n) in texts for n in range(1, columns - 2))
    assert "Cells: units & whose" in texts
    together = [text for text in texts if "counted together; the table parts them" in text]
    assert len(together) == (columns == 40)  # where there is no room to say it in each cell
    assert len({box.get("fill") for box in boxes[-3:]}) == 3  # silent, not asked and missing look different


def test_more_is_darker_and_whose_codings_these_are_stands_in_the_cell() -> None:
    root = ET.fromstring(write_svg(make_map(8), "en"))
    shades = [box.get("fill") for box in root.findall(f"{SVG}rect")[1:6]]
    light = [int(shade[1:3], 16) for shade in shades]
    assert light == sorted(light, reverse=True)
    assert light[0] > light[-1]
    assert "suggested" in "".join(text.text for text in root.iter(f"{SVG}text"))


def test_a_heat_map_of_a_report_comes_as_files_and_other_matrices_do_not(report) -> None:
    names = set(write(replace(report, sections=(*report.sections, Section("heat", "Heat", make_map(5))))))
    assert names == {"figures/heat.svg", "figures/heat.png"}


def test_it_is_drawn_as_png() -> None:
    assert FORMATS[".png"](make_map(5), "id").startswith(b"\x89PNG")
