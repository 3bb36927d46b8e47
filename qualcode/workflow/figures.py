"""Figures: displays that are networks or heat maps, drawn."""

from pathlib import Path

from qualcode.display.contract import DisplayOptions
from qualcode.errors import QualcodeError
from qualcode.messages import mark
from qualcode.model import Network, Study
from qualcode.registry import find_parts
from qualcode.workflow.reporting import build_display, draw_network, fit_content
from qualcode.writers.heat_maps import FORMATS as HEAT_MAP_FORMATS
from qualcode.writers.networks import FORMATS


def draw_display(study: Study, name: str, options: DisplayOptions, path: Path) -> bytes:
    """A named display as a figure in the format that the name of a file asks for: a heat map or a network."""
    matrix = build_display(study, name, fit_content(name, options))
    if not matrix.heat:
        return write_network(build_network(study, name, options), path, options.language)
    suffix = path.suffix.lower()
    if suffix not in HEAT_MAP_FORMATS:
        raise QualcodeError(
            mark("{name} is of no format for heat maps", name=path.name),
            mark("End the name with {formats}", formats=", ".join(HEAT_MAP_FORMATS)),
        )
    return HEAT_MAP_FORMATS[suffix](matrix, options.language)


def build_network(study: Study, name: str, options: DisplayOptions) -> Network:
    """A named display as a network; one that is none is refused with those that are."""
    network = draw_network(study, name, options)
    if network is None:
        raise QualcodeError(
            mark("{name} is no network and no heat map", name=name),
            mark("Networks are: {networks}", networks=", ".join(_list_networks())),
        )
    return network


def write_network(network: Network, path: Path, language: str) -> bytes:
    """The network in the format that the name of a file asks for; another format is refused."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise QualcodeError(
            mark("{name} is of no format for networks", name=path.name),
            mark("End the name with {formats}", formats=", ".join(FORMATS)),
        )
    return FORMATS[suffix](network, language)


def _list_networks() -> tuple[str, ...]:
    return tuple(name for name, entry in find_parts("display").items() if entry.load().to_network)
