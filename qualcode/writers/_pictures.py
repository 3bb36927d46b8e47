"""A figure between the words of a page: drawn on white without a title, told in words, and as a picture for Word."""

from io import BytesIO
from typing import Any

from qualcode.messages import Translate
from qualcode.model import Curve, Network
from qualcode.writers._text import strip_controls
from qualcode.writers.curves import draw_svg, tell_curve
from qualcode.writers.networks import draw_on_white, tell_network
from qualcode.writers.png import draw_png

_LONGEST = 1_000  # characters told of a figure; its table says all
_HIGHEST_CM = 11.5


def has_picture(figure: Curve | Network | None) -> bool:
    """Whether there is anything to draw; a network that joins nothing is none."""
    return bool(figure.edges) if isinstance(figure, Network) else figure is not None


def draw_picture(figure: Curve | Network, t: Translate) -> bytes:
    """The figure as PNG."""
    drawn = draw_svg(figure, standing_alone=True) if isinstance(figure, Curve) else draw_on_white(figure, t)
    return draw_png(drawn.encode())


def tell_picture(figure: Curve | Network) -> str:
    """What stands for the figure where it is not seen: its title and what it joins or counts."""
    told = tell_curve(figure) if isinstance(figure, Curve) else tell_network(figure)
    text = strip_controls(f"{figure.title}: {told}")
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition("; ")[0] + "; …"


def make_drawing(document: Any, png: bytes, room: float, told: str, number: int) -> Any:
    """The run that holds a picture in a document, no wider than `room` (cm) and no higher than a page has room for;
    each has a number of its own."""
    from docx.image.image import Image
    from docx.oxml.parser import OxmlElement
    from docx.shared import Cm

    image = Image.from_blob(png)
    width = min(room, _HIGHEST_CM * image.px_width / image.px_height)
    inline = document.part.new_pic_inline(BytesIO(png), width=Cm(width))
    inline.docPr.set("descr", told)
    inline.docPr.set("id", str(number))
    inline.docPr.set("name", f"Picture {number}")
    run, drawing = OxmlElement("w:r"), OxmlElement("w:drawing")
    drawing.append(inline)
    run.append(drawing)
    return run
