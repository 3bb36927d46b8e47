"""The figures of a report as files."""

import xml.etree.ElementTree as ET
from dataclasses import replace

from qualcode.model import Curve, Edge, Network, Node
from qualcode.writers.figures import write

NETWORK = Network("n", "<Net> & more", (Node("A", "A"), Node("B", "B")), (Edge("A", "B", "stated", "x", ("c1",)),), ())
CURVE = Curve("c", "Curve", "across", "up", ("a", "b"), "line", (1, 2), "band", (1, 1), (2, 3))


def with_figures(report, *figures):
    return replace(report, sections=tuple(replace(s, figure=f) for s, f in zip(report.sections, figures, strict=True)))


def test_curves_and_networks_come_as_files_of_their_own(report) -> None:
    files = write(with_figures(report, None, NETWORK, CURVE))
    assert {name for name in files if not name.endswith(".png")} == {
        "figures/roles.svg",
        "figures/roles.graphml",
        "figures/summary.svg",
    }
    for name, data in files.items():
        if name.endswith(".png"):
            assert data.startswith(b"\x89PNG")
            assert name.replace(".png", ".svg") in files
        else:
            ET.fromstring(data)
    assert len(files) == 5


def test_a_network_that_joins_nothing_has_no_file(report) -> None:
    assert write(with_figures(report, None, replace(NETWORK, edges=()), None)) == {}
