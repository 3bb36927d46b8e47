"""Figures as pictures: SVG drawn into PNG, with letters that come along, so that every machine draws the same."""

import re

_ZOOM = 2  # for print
# What the fonts at hand have no letter for; the system's fonts are searched for that alone.
_OTHER_LETTER = re.compile("[^\t\n -~\u00a0-\u024f\u2010-\u2027\u2030-\u203a\u2212\u2260\u2264\u2265]")


def draw_png(svg: bytes) -> bytes:
    """A figure that qualcode drew as PNG, in twice its size on white."""
    from font_roboto import Roboto, RobotoBold
    from resvg_py import svg_to_bytes

    text = svg.decode()
    return bytes(
        svg_to_bytes(
            svg_string=text,
            zoom=_ZOOM,
            background="#ffffff",
            style_sheet="* { font-family: Roboto }",
            font_files=[Roboto, RobotoBold],
            skip_system_fonts=not _OTHER_LETTER.search(text),
        )
    )
