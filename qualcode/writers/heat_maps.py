"""Heat maps as figures: SVG of a matrix whose cells are shaded by their numbers, which stand in them too."""

from collections.abc import Callable, Iterator
from textwrap import wrap
from xml.sax.saxutils import escape

from qualcode.messages import Translate, translator
from qualcode.model import Cell, Heading, Matrix
from qualcode.writers._text import FONTS, strip_controls
from qualcode.writers._words import HEAT, cell_lines, scale_heat
from qualcode.writers.png import draw_png

_LEAST_WIDTH, _HEADS, _RIGHT = 1000, 230, 20
_NARROWEST, _WIDEST, _HEIGHT = 34.0, 130.0, 42
_TOP, _TURNED_BELOW = 60, 90.0  # where heads begin; columns narrower than that have theirs turned
_HEAD_CHARACTERS, _LETTER, _SMALL_LETTER = 22, 6.4, 4.2
_EMPTY = {"silent": "#f1f0ec", "missing": "#dedbd2"}  # and white what nobody asked for
_LINE, _MOST_CHARACTERS = 16, 140
_INK, _SOFT, _RULE = "#22262b", "#444444", "#c9c4b8"


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
    top = _TOP + (_measure_turned(matrix) if turned else 3 * _LINE)
    below = top + _HEIGHT * len(matrix.rows) + 2 * _LINE
    text = [t("darker is more: five steps, by the share of the highest number"), *_list_lines(matrix, t)]
    if turned:
        text.insert(
            1, t("for and against, suggestions and what people decided are counted together; the table parts them")
        )
    height = below + _LINE * (len(text) + 1)
    title = _xml(matrix.title)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="{_xml(matrix.name)}-title" font-family="{FONTS}" font-size="12" fill="{_INK}">'
    )
    yield f'<title id="{_xml(matrix.name)}-title">{title}</title>'
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    yield f'<text x="20" y="30" font-size="18" font-weight="bold">{title}</text>'
    for place, column in enumerate(matrix.columns):
        yield _draw_head(column, _HEADS + wide * place, wide, top, turned=turned)
    heat = scale_heat(matrix)
    for number, (row, cells) in enumerate(zip(matrix.rows, matrix.cells, strict=True)):
        y = top + _HEIGHT * number
        yield (
            f'<text x="20" y="{y + 15}" font-weight="bold">{_xml(_cut(row.label, 30))}</text>'
            f'<text x="20" y="{y + 28}" font-size="10" fill="{_SOFT}">{_xml(_cut(row.detail, 38))}</text>'
        )
        for place, cell in enumerate(cells):
            yield _draw_cell(cell, heat(cell), _HEADS + wide * place, y, wide, t)
    for number, line in enumerate(text):
        yield f'<text x="20" y="{below + _LINE * number}" fill="{_SOFT}">{_xml(line)}</text>'
    yield "</svg>"


def _draw_head(column: Heading, x: float, wide: float, top: int, *, turned: bool) -> str:
    middle = x + wide / 2
    if turned:
        place = f"{middle + 4:.1f} {top - 8}"
        label = _xml(_cut(column.label, _HEAD_CHARACTERS))
        return f'<text x="{middle + 4:.1f}" y="{top - 8}" transform="rotate(-60 {place})">{label}</text>'
    most = int(wide / 5)
    details = [(line, 'font-size="9"') for line in wrap(strip_controls(column.detail), most)[:2]]
    first = top - 8 - 12 * len(details)
    return "".join(
        f'<text x="{middle:.1f}" y="{first + 12 * place}" text-anchor="middle" {look}>{_xml(_cut(line, most))}</text>'
        for place, (line, look) in enumerate([(column.label, 'font-weight="bold"'), *details])
    )


def _draw_cell(cell: Cell, step: int, x: float, y: float, wide: float, t: Translate) -> str:
    """A shaded cell with its number and, where there is room, whose codings these are; or an empty one with what it is:
    silent, not asked, without interview."""
    told = " ".join(cell_lines(cell, t))
    number, _, rest = told.partition(" ")
    room = max(4, int(wide / _SMALL_LETTER))
    most = 2 if wide >= _TURNED_BELOW else 0 if step else 1
    lines = [(number, 13, _INK)] if step else []
    lines += [(_cut(line, room), 8, _INK if step else _SOFT) for line in wrap(rest if step else told, room)[:most]]
    first = y + _HEIGHT / 2 + 4 - 5 * (len(lines) - 1)
    fill = HEAT[step - 1] if step else _EMPTY.get(cell.kind, "#ffffff")
    box = f'<rect x="{x:.1f}" y="{y}" width="{wide:.1f}" height="{_HEIGHT}" fill="{fill}" stroke="{_RULE}"/>'
    return box + "".join(
        f'<text x="{x + wide / 2:.1f}" y="{first + 11 * place:.1f}" text-anchor="middle" font-size="{size}" '
        f'fill="{ink}">{_xml(line)}</text>'
        for place, (line, size, ink) in enumerate(lines)
    )


def _measure_turned(matrix: Matrix) -> int:
    longest = max((min(len(column.label), _HEAD_CHARACTERS) for column in matrix.columns), default=0)
    return int(longest * _LETTER)


def _list_lines(matrix: Matrix, t: Translate) -> Iterator[str]:
    """Notes and entry rules in lines short enough for a figure."""
    rules = (f"{rule.label}: {rule.value}" for rule in matrix.entry_rules)
    for text in (*(f"! {note}" for note in matrix.notes), t("Entry rules"), *rules):
        yield from wrap(strip_controls(text), _MOST_CHARACTERS)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: max(1, most - 1)]}…"


def _xml(text: str) -> str:
    return escape(strip_controls(text).replace("\n", " "), {'"': "&quot;"})
