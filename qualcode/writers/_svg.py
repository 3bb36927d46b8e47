"""What all figures have in common as SVG: how they begin, their title, and the notes and entry rules under them."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from xml.sax.saxutils import escape

from qualcode.messages import Translate
from qualcode.model import Curve, Matrix, Network
from qualcode.writers._text import strip_controls

INK, SOFT = "#22262b", "#444444"
LINE = 16  # the height of a line of text
# Of these every system has one; a drawer of figures that takes no generic name for a font needs it.
_FONTS = "Arial, Helvetica, Liberation Sans, DejaVu Sans, Noto Sans, sans-serif"


def begin_svg(width: int, height: int, labelled_by: str = "", ink: str = "") -> str:
    """The `<svg>` tag; a figure that its title tells to a screen reader is `labelled_by` the id of that."""
    label = f' role="img" aria-labelledby="{labelled_by}"' if labelled_by else ""
    fill = f' fill="{ink}"' if ink else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f'{label} font-family="{_FONTS}" font-size="12"{fill}>'
    )


def xml(text: str) -> str:
    """Text as it stands between tags."""
    return escape(strip_controls(text))


def write_title(title: str) -> str:
    """The title above a figure that stands alone."""
    return f'<text x="20" y="30" font-size="18" font-weight="bold">{xml(title)}</text>'


def list_lines(figure: Matrix | Network | Curve, most: int, t: Translate) -> Iterator[str]:
    """Notes and entry rules in lines of at most so many characters."""
    rules = (f"{rule.label}: {rule.value}" for rule in figure.entry_rules)
    for text in (*(f"! {note}" for note in figure.notes), t("Entry rules"), *rules):
        yield from wrap(strip_controls(text), most)


def write_lines(lines: Iterable[str], top: float, ink: str = SOFT) -> Iterator[str]:
    """Lines of text, the first at `top`."""
    for number, line in enumerate(lines):
        yield f'<text x="20" y="{top + LINE * number:.0f}" fill="{ink}">{xml(line)}</text>'
