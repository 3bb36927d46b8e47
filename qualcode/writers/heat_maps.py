"""Heat maps as figures: SVG of a matrix whose cells are shaded by their numbers, which stand in them too."""

from collections.abc import Callable, Iterator
from textwrap import wrap

from qualcode.messages import Translate, translator
from qualcode.model import Cell, Heading, Matrix
from qualcode.writers._svg import INK, LINE, SOFT, begin_svg, list_lines, write_lines, write_title, xml
from qualcode.writers._text import strip_controls
from qualcode.writers._words import HEAT, cell_lines, scale_heat
from qualcode.writers.png import draw_png

_LEAST_WIDTH, _HEADS, _RIGHT = 1000, 230, 20
_NARROWEST, _WIDEST, _HEIGHT = 34.0, 130.0, 42
_TOP, _TURNED_BELOW = 60, 90.0  # where heads begin; columns narrower than that have theirs turned
_HEAD_CHARACTERS, _LETTER, _SMALL_LETTER = 22, 6.4, 4.2
_EMPTY = {"silent": "#f1f0ec", "missing": "#dedbd2"}  # and white what nobody asked for
_MOST_CHARACTERS = 140  # of a line below
_RULE = "#c9c4b8"


def write_svg(matrix: Matrix, language: str) -> bytes:
    """The heat map as a figure of its own, with the shades' meaning, notes and entry rules under it. It holds no script
    and points to no other file."""
    return ("\n".join(_draw(matrix, translator(language))) + "\n").encode()


FORMATS: dict[str, Callable[[Matrix, str], bytes]] = {
    ".svg": write_svg,
    ".png": lambda matrix, language: draw_png(write_svg(matrix, language)),
}


def _draw(matrix: Matrix, t: Translate) -> Iterator[str]:
    columns = max(1, len(matrix.columns))
    wide = min(_WIDEST, max(_NARROWEST, (_LEAST_WIDTH - _HEADS - _RIGHT) / columns))
    width = max(_LEAST_WIDTH, int(_HEADS + wide * columns + _RIGHT))
    turned = wide < _TURNED_BELOW
    top = _TOP + (_measure_turned(matrix) if turned else 3 * LINE)
    below = top + _HEIGHT * len(matrix.rows) + 2 * LINE
    text = [
        t("darker is more: five steps, by the share of the highest number"),
        *list_lines(matrix, _MOST_CHARACTERS, t),
    ]
    if turned:
        text.insert(
            1, t("for and against, suggestions and what people decided are counted together; the table parts them")
        )
    height = below + LINE * (len(text) + 1)
    name = xml(matrix.name)
    yield begin_svg(width, height, f"{name}-title", INK)
    yield f'<title id="{name}-title">{xml(matrix.title)}</title>'
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    yield write_title(matrix.title)
    for place, column in enumerate(matrix.columns):
        yield _draw_head(column, _HEADS + wide * place, wide, top, turned=turned)
    heat = scale_heat(matrix)
    for number, (row, cells) in enumerate(zip(matrix.rows, matrix.cells, strict=True)):
        y = top + _HEIGHT * number
        yield (
            f'<text x="20" y="{y + 15}" font-weight="bold">{xml(_cut(row.label, 30))}</text>'
            f'<text x="20" y="{y + 28}" font-size="10" fill="{SOFT}">{xml(_cut(row.detail, 38))}</text>'
        )
        for place, cell in enumerate(cells):
            yield _draw_cell(cell, heat(cell), _HEADS + wide * place, y, wide, t)
    yield from write_lines(text, below)
    yield "</svg>"


def _draw_head(column: Heading, x: float, wide: float, top: int, *, turned: bool) -> str:
    middle = x + wide / 2
    if turned:
        place = f"{middle + 4:.1f} {top - 8}"
        label = xml(_cut(column.label, _HEAD_CHARACTERS))
        return f'<text x="{middle + 4:.1f}" y="{top - 8}" transform="rotate(-60 {place})">{label}</text>'
    most = int(wide / 5)
    details = [(line, 'font-size="9"') for line in wrap(strip_controls(column.detail), most)[:2]]
    first = top - 8 - 12 * len(details)
    return "".join(
        f'<text x="{middle:.1f}" y="{first + 12 * place}" text-anchor="middle" {look}>{xml(_cut(line, most))}</text>'
        for place, (line, look) in enumerate([(column.label, 'font-weight="bold"'), *details])
    )


def _draw_cell(cell: Cell, step: int, x: float, y: float, wide: float, t: Translate) -> str:
    """A shaded cell with its number and, where there is room, whose codings these are; or an empty one with what it is:
    silent, not asked, without interview."""
    told = " ".join(cell_lines(cell, t))
    number, _, rest = told.partition(" ")
    room = max(4, int(wide / _SMALL_LETTER))
    most = 2 if wide >= _TURNED_BELOW else 0 if step else 1
    lines = [(number, 13, INK)] if step else []
    lines += [(_cut(line, room), 8, INK if step else SOFT) for line in wrap(rest if step else told, room)[:most]]
    first = y + _HEIGHT / 2 + 4 - 5 * (len(lines) - 1)
    fill = HEAT[step - 1] if step else _EMPTY.get(cell.kind, "#ffffff")
    box = f'<rect x="{x:.1f}" y="{y}" width="{wide:.1f}" height="{_HEIGHT}" fill="{fill}" stroke="{_RULE}"/>'
    return box + "".join(
        f'<text x="{x + wide / 2:.1f}" y="{first + 11 * place:.1f}" text-anchor="middle" font-size="{size}" '
        f'fill="{ink}">{xml(line)}</text>'
        for place, (line, size, ink) in enumerate(lines)
    )


def _measure_turned(matrix: Matrix) -> int:
    longest = max((min(len(column.label), _HEAD_CHARACTERS) for column in matrix.columns), default=0)
    return int(longest * _LETTER)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: max(1, most - 1)]}…"
