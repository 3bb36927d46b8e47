"""figures/NAME.svg, and figures/NAME.graphml of networks: the figures of a report as files of their own."""

from qualcode.model import Network, Report
from qualcode.writers.contract import Writer
from qualcode.writers.curves import write_svg as write_curve
from qualcode.writers.networks import write_graphml
from qualcode.writers.networks import write_svg as write_network


def write(report: Report) -> dict[str, bytes]:
    """Each figure with its notes and entry rules; a network that joins nothing has none."""
    files = {}
    for section in report.sections:
        figure = section.figure
        if isinstance(figure, Network):
            if figure.edges:
                files[f"figures/{section.key}.svg"] = write_network(figure, report.language)
                files[f"figures/{section.key}.graphml"] = write_graphml(figure, report.language)
        elif figure:
            files[f"figures/{section.key}.svg"] = write_curve(figure, report.language)
    return files


PART = Writer(name="figures", write=write)
