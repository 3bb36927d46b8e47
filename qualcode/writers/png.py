"""Figures as pictures: SVG drawn into PNG."""

from qualcode.errors import QualcodeError
from qualcode.messages import mark

_ZOOM = 2  # for print


def draw_png(svg: bytes) -> bytes:
    """A figure that qualcode drew as PNG, in twice its size on white; refused where `resvg_py` is not installed."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise QualcodeError(
            mark("PNG needs one more package"),
            mark("Install it with: pip install 'qualcode[png]', or end the name with .svg"),
        ) from None
    return bytes(svg_to_bytes(svg_string=svg.decode(), zoom=_ZOOM, background="#ffffff"))
