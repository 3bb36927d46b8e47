"""figures/NAME.svg and .png, and .graphml of networks: the figures of a report as files of their own."""

from qualcode.model import Matrix, Network, Report
from qualcode.writers._pictures import has_picture
from qualcode.writers.contract import Writer
from qualcode.writers.curves import write_svg as write_curve
from qualcode.writers.heat_maps import write_svg as write_heat_map
from qualcode.writers.networks import write_graphml
from qualcode.writers.networks import write_svg as write_network
from qualcode.writers.png import draw_png


def write(report: Report) -> dict[str, bytes]:
    """Each figure with its notes and entry rules, heat maps among them; a network that joins nothing has none."""
    files = {}
    for section in report.sections:
        figure, name = section.figure, f"figures/{section.key}"
        if isinstance(section.body, Matrix) and section.body.heat:
            files[f"{name}.svg"] = write_heat_map(section.body, report.language)
            files[f"{name}.png"] = draw_png(files[f"{name}.svg"])
        if figure is None or not has_picture(figure):
            continue
        if isinstance(figure, Network):
            files[f"{name}.svg"] = write_network(figure, report.language)
            files[f"{name}.graphml"] = write_graphml(figure, report.language)
        else:
            files[f"{name}.svg"] = write_curve(figure, report.language)
        files[f"{name}.png"] = draw_png(files[f"{name}.svg"])
    return files


PART = Writer(name="figures", write=write)
