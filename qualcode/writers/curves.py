"""Curves as figures: SVG that holds no script and no style sheet, with the numbers in its description."""

from collections.abc import Callable

from qualcode.messages import translator
from qualcode.model import Curve
from qualcode.writers._svg import INK, LINE, begin_svg, list_lines, write_lines, write_title, xml
from qualcode.writers.png import draw_png

_WIDTH, _HEIGHT = 720, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 20, 20, 60
_MOST_CHARACTERS = 105  # of a line below
_MOST_LABELS = 12  # of places, below the axis
_STEPS = 4  # lines across

Place = tuple[float, float]


def draw_svg(curve: Curve, *, standing_alone: bool = False) -> str:
    """The curve as an `<svg>` element in the colour of the text around it, with room for nothing else.

    `standing_alone` gives a whole file: on white, with title.
    """
    top = max(*curve.high, *curve.values, 1)
    step = -(-top // _STEPS)
    most = step * _STEPS
    parts = [
        begin_svg(_WIDTH, _HEIGHT, f"{curve.name}-title {curve.name}-told", INK if standing_alone else "currentColor"),
        f'<title id="{curve.name}-title">{xml(curve.title)}</title>',
        f'<desc id="{curve.name}-told">{xml(tell_curve(curve))}</desc>',
    ]
    if standing_alone:
        parts.append(f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>')
    for number in range(_STEPS + 1):
        y = _rise(number * step, most)
        parts.append(
            f'<path d="M{_LEFT} {y:.1f} H{_WIDTH - _RIGHT}" stroke="#8b8577" stroke-opacity=".4"/>'
            f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{number * step}</text>'
        )
    lows, highs, line = (_place(values, most) for values in (curve.low, curve.high, curve.values))
    band = _join([*highs, *reversed(lows)])
    parts += [
        f'<path d="M{band} Z" fill="#3b82c4" fill-opacity=".22" stroke="#3b82c4" stroke-opacity=".5"/>',
        f'<path d="M{_join(line)}" fill="none" stroke="#1f6fb2" stroke-width="2.5"/>',
        *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="#1f6fb2"/>' for x, y in line),
        *_label_places(line),
        f'<text x="{(_LEFT + _WIDTH - _RIGHT) / 2:.0f}" y="{_HEIGHT - 24}" text-anchor="middle">'
        f"{xml(curve.across)}</text>",
        f'<text x="16" y="{(_TOP + _HEIGHT - _BOTTOM) / 2:.0f}" text-anchor="middle" '
        f'transform="rotate(-90 16 {(_TOP + _HEIGHT - _BOTTOM) / 2:.0f})">{xml(curve.up)}</text>',
        f'<path d="M{_LEFT} {_HEIGHT - 10} h26" stroke="#1f6fb2" stroke-width="2.5"/>'
        f'<text x="{_LEFT + 32}" y="{_HEIGHT - 6}">{xml(curve.line)}</text>'
        f'<rect x="{_WIDTH / 2:.0f}" y="{_HEIGHT - 16}" width="26" height="12" fill="#3b82c4" fill-opacity=".22" '
        f'stroke="#3b82c4" stroke-opacity=".5"/>'
        f'<text x="{_WIDTH / 2 + 32:.0f}" y="{_HEIGHT - 6}">{xml(curve.band)}</text>',
        "</svg>",
    ]
    return "\n".join(parts)


def write_svg(curve: Curve, language: str) -> bytes:
    """The curve as a file of its own, with title, notes and entry rules under it."""
    t = translator(language)
    lines = list(list_lines(curve, _MOST_CHARACTERS, t))
    top = 44
    height = top + _HEIGHT + LINE * (len(lines) + 2)
    figure = [
        begin_svg(_WIDTH, height),
        f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
        write_title(curve.title),
        f'<g transform="translate(0 {top})">',
        draw_svg(curve, standing_alone=True),
        "</g>",
        *write_lines(lines, top + _HEIGHT + LINE),
        "</svg>",
    ]
    return ("\n".join(figure) + "\n").encode()


FORMATS: dict[str, Callable[[Curve, str], bytes]] = {
    ".svg": write_svg,
    ".png": lambda curve, language: draw_png(write_svg(curve, language)),
}


def _rise(value: float, most: int) -> float:
    return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * value / most


def _place(values: tuple[int, ...], most: int) -> list[Place]:
    room = _WIDTH - _LEFT - _RIGHT
    count = len(values)
    return [(_LEFT + room * (n + 0.5) / count, _rise(value, most)) for n, value in enumerate(values)]


def _join(places: list[Place]) -> str:
    return " L".join(f"{x:.1f} {y:.1f}" for x, y in places)


def _label_places(line: list[Place]) -> list[str]:
    """The places' numbers, of as many as there is room for; their names stand in the description and in the table."""
    every = -(-len(line) // _MOST_LABELS)
    return [
        f'<text x="{x:.1f}" y="{_HEIGHT - _BOTTOM + 18}" text-anchor="middle">{number}</text>'
        for number, (x, _) in enumerate(line, start=1)
        if (number - 1) % every == 0
    ]


def tell_curve(curve: Curve) -> str:
    """The values in words: each with the lowest and the highest that it might have been."""
    values = zip(curve.places, curve.values, curve.low, curve.high, strict=True)
    return "; ".join(f"{place}: {value} ({low}–{high})" for place, value, low, high in values)
