"""Figures: condensations that are curves, displays that are networks or heat maps, drawn as a file's name asks."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from qualcode.condense.contract import Material
from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError
from qualcode.messages import mark
from qualcode.model import Network, Study
from qualcode.registry import find_parts
from qualcode.workflow.condensing import draw_condensation, require_condensation
from qualcode.workflow.displaying import build_display, draw_network, fit_content
from qualcode.writers.curves import FORMATS as CURVE_FORMATS
from qualcode.writers.heat_maps import FORMATS as HEAT_MAP_FORMATS
from qualcode.writers.networks import FORMATS as NETWORK_FORMATS

Drawn = TypeVar("Drawn")


def draw_figure(material: Material, name: str, path: Path) -> bytes:
    """The figure of a named condensation; one that has none, and an ending that is no format of curves, are refused."""
    draw = _choose(CURVE_FORMATS, path, mark("{name} is of no format for curves", name=path.name))
    curve = draw_condensation(material, name)
    if curve is None:
        drawn = ", ".join(other for other in find_parts("condense") if require_condensation(other).draw)
        raise QualcodeError(mark("{name} has no figure", name=name), mark("Figures have: {drawn}", drawn=drawn))
    return draw(curve, material.language)


def draw_display(study: Study, name: str, options: DisplayOptions, path: Path) -> bytes:
    """A named display as a heat map or a network; an ending that is no format of it is refused."""
    matrix = build_display(study, name, fit_content(name, options))
    if not matrix.heat:
        return write_network(build_network(study, name, options), path, options.language)
    draw = _choose(HEAT_MAP_FORMATS, path, mark("{name} is of no format for heat maps", name=path.name))
    return draw(matrix, options.language)


def build_network(study: Study, name: str, options: DisplayOptions) -> Network:
    """A named display as a network; one that is none is refused with those that are."""
    network = draw_network(study, name, options)
    if network is None:
        known = (other for other, entry in find_parts("display").items() if entry.load().to_network)
        raise QualcodeError(
            mark("{name} is no network and no heat map", name=name),
            mark("Networks are: {networks}", networks=", ".join(known)),
        )
    return network


def write_network(network: Network, path: Path, language: str) -> bytes:
    """The network in the format that the name of a file asks for; another format is refused."""
    draw = _choose(NETWORK_FORMATS, path, mark("{name} is of no format for networks", name=path.name))
    return draw(network, language)


def _choose(
    formats: Mapping[str, Callable[[Drawn, str], bytes]], path: Path, refusal: str
) -> Callable[[Drawn, str], bytes]:
    """What draws the format that the file's ending names."""
    draw = formats.get(path.suffix.lower())
    if draw is None:
        raise QualcodeError(refusal, mark("End the name with {formats}", formats=", ".join(formats)))
    return draw
