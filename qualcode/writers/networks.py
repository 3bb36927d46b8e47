"""Networks as figures and for other programs: SVG, Mermaid and GraphML."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import cos, pi, sin
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

from qualcode.messages import Translate, translator
from qualcode.model import Edge, EdgeKind, Network
from qualcode.writers._svg import INK, LINE, SOFT, begin_svg, list_lines, write_lines, write_title, xml
from qualcode.writers._text import strip_controls
from qualcode.writers.png import draw_png

_WIDTH, _BOX_WIDTH, _BOX_HEIGHT = 1000, 170, 46
_MOST_CHARACTERS = 140  # of a line below
_ON_WHITE = {
    "stated": "#1a5490",
    "denied": "#9a3b1f",
    "drawn": "#5b3a8c",
    "together": "#6b7280",
    "ink": INK,
    "soft": SOFT,
    "paper": "#ffffff",
    "halo": "#ffffff",
    "box": "#f3f1ea",
    "edge": "#8b8577",
}
_ON_PAGE = {
    "stated": "var(--link)",
    "denied": "var(--against)",
    "drawn": "var(--both)",
    "together": "var(--soft)",
    "ink": "currentColor",
    "soft": "var(--soft)",
    "paper": "none",
    "halo": "var(--paper)",
    "box": "var(--head)",
    "edge": "var(--soft)",
}
_DASHES = {"stated": "", "denied": ' stroke-dasharray="6 4"', "drawn": ' stroke-dasharray="1.5 4"', "together": ""}
_WIDTHS = {"stated": 1.6, "denied": 1.6, "drawn": 2.6, "together": 1.6}
_ASIDE = {"stated": 0.08, "denied": 0.2, "drawn": 0.32, "together": 0.08}  # two nodes may be linked in all ways
_NOT_A_NAME = re.compile(r"\W")

_LETTER = 6.4  # how wide a letter of a label is, about
_ALONG = (0.5, 0.43, 0.57, 0.36, 0.64, 0.3, 0.7, 0.24, 0.76, 0.18, 0.82)  # of an edge, where its label may stand

Place = tuple[float, float]
Curve = tuple[Place, Place, Place]  # where it begins, what it is bent towards, where it ends
Box = tuple[float, float, float, float]  # middle, width and height


def write_svg(network: Network, language: str) -> bytes:
    """The network as a figure of its own: nodes on a ring, arrows from cause to effect, denied links dashed, and the
    notes and entry rules under it. It holds no script and points to no other file."""
    t = translator(language)
    return ("\n".join(_draw(network, _ON_WHITE, list(list_lines(network, _MOST_CHARACTERS, t)), t)) + "\n").encode()


def draw_on_page(network: Network, t: Translate) -> str:
    """The network as an `<svg>` element in the colours of the page around it; what stands under it, the page says."""
    return "\n".join(_draw(network, _ON_PAGE, [], t)) if network.edges else escape(t("There is nothing to draw."))


def draw_on_white(network: Network, t: Translate) -> str:
    """The network as an `<svg>` element for paper, with its legend; what stands under it, the page says."""
    return "\n".join(_draw(network, _ON_WHITE, [], t))


def tell_network(network: Network) -> str:
    """Every edge in words, such as `OB.RES → OB.TEC (2 of 4)`."""
    return "; ".join(_tell(edge) for edge in network.edges)


def _draw(network: Network, colours: dict[str, str], text: list[str], t: Translate) -> Iterator[str]:
    """A figure line by line, with its legend and `text` under it."""
    radius = max(190, len(network.nodes) * (_BOX_HEIGHT + 34) / 4)
    middle = (_WIDTH / 2, (60 if text else 0) + radius + _BOX_HEIGHT)  # a title stands above what is under it
    places = _lay_out(network, middle, radius)
    bottom = max((y for _, y in places.values()), default=60) + 1.5 * _BOX_HEIGHT
    name = _NOT_A_NAME.sub("-", network.name)  # several figures may stand on one page
    legend = _draw_legend(network, bottom, name, colours, t)
    below = bottom + LINE * len(legend)
    height = int(below + LINE * (len(text) + 1))
    yield begin_svg(_WIDTH, height, f"{name}-title {name}-told", colours["ink"])
    yield f'<title id="{name}-title">{xml(network.title)}</title>'
    yield f'<desc id="{name}-told">{xml(tell_network(network))}</desc>'
    yield from _define_arrows(name, colours)
    yield f'<rect width="{_WIDTH}" height="{height}" fill="{colours["paper"]}"/>'
    if text:
        yield write_title(network.title)
    curves = [_bend(edge, places, middle) for edge in network.edges]
    labels = _place_labels(network.edges, curves, places.values())
    yield from (_draw_edge(edge, curve, name, colours) for edge, curve in zip(network.edges, curves, strict=True))
    yield from (_draw_label(edge, label, colours) for edge, label in zip(network.edges, labels, strict=True))
    yield from (_draw_node(network, place, places, colours) for place in range(len(network.nodes)))
    yield from legend
    yield from write_lines(text, below, colours["soft"])
    yield "</svg>"


def write_mermaid(network: Network, language: str) -> bytes:
    """The network as a Mermaid graph, which GitHub and many editors draw; notes and entry rules as comments."""
    t = translator(language)
    names = {node.key: f"n{place}" for place, node in enumerate(network.nodes)}
    arrows = {"stated": "-->", "denied": "-.->", "drawn": "==>", "together": "---"}
    legend = (f"{arrows[kind]} {word}" for kind, word in _name_kinds(network, t).items())
    lines = [f"%% {line}" for line in (network.title, *legend, *list_lines(network, _MOST_CHARACTERS, t))]
    lines.append("graph LR")
    lines += (f'  {names[node.key]}["{_quote(node.label)}<br/>{_quote(node.key)}"]' for node in network.nodes)
    lines += (
        f'  {names[edge.source]} {arrows[edge.kind]}|"{_quote(edge.label)}"| {names[edge.target]}'
        for edge in network.edges
    )
    return ("\n".join(lines) + "\n").encode()


def write_graphml(network: Network, language: str) -> bytes:
    """The network as GraphML, for Gephi, yEd, NetworkX and igraph; every edge has the ids of its codings and weighs
    as many as there are.

    The graph is directed unless none of its edges is. Edges of both sorts in one graph are GraphML, but NetworkX
    refuses them: there the kind of an edge (`together`) says that its direction means nothing.
    """
    t = translator(language)
    direction = "undirected" if network.edges and {e.kind for e in network.edges} == {"together"} else "directed"
    fields = (
        *(("node", name, "string") for name in ("label", "detail")),
        *(("edge", name, "string") for name in ("kind", "label", "codings")),
        ("edge", "weight", "int"),
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(f'  <key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{type_}"/>' for of, name, type_ in fields),
        f'  <graph id="{_NOT_A_NAME.sub("_", network.name)}" edgedefault="{direction}">',
        f"    <desc>{xml(' | '.join((network.title, *list_lines(network, _MOST_CHARACTERS, t))))}</desc>",
    ]
    for node in network.nodes:
        data = _write_data("node", {"label": node.label, "detail": node.detail})
        lines.append(f"    <node id={quoteattr(node.key)}>{data}</node>")
    for number, edge in enumerate(network.edges):
        ids = edge.coding_ids
        told = {"kind": edge.kind, "label": edge.label, "codings": "|".join(ids), "weight": str(len(ids))}
        data = _write_data("edge", told)
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        lines.append(f'    <edge id="e{number}" {ends}>{data}</edge>')
    return ("\n".join([*lines, "  </graph>", "</graphml>"]) + "\n").encode()


FORMATS: dict[str, Callable[[Network, str], bytes]] = {
    ".svg": write_svg,
    ".png": lambda network, language: draw_png(write_svg(network, language)),
    ".mmd": write_mermaid,
    ".graphml": write_graphml,
}


def _name_kinds(network: Network, t: Translate) -> dict[EdgeKind, str]:
    """What the kinds of edges that a network has mean."""
    names: dict[EdgeKind, str] = {
        "stated": t("a speaker states that one comes of the other"),
        "denied": t("a speaker says that it is not so"),
        "drawn": t("a person drew it; no speaker need have said so"),
        "together": t("on the same units; no relation is told"),
    }
    kinds = {edge.kind for edge in network.edges}
    return {kind: name for kind, name in names.items() if kind in kinds}


def _draw_legend(network: Network, top: float, name: str, colours: dict[str, str], t: Translate) -> list[str]:
    """A line of each kind, as edges are drawn, with what it means."""
    rows = []
    for number, (kind, meaning) in enumerate(_name_kinds(network, t).items()):
        y = top + LINE * number
        head = "" if kind == "together" else f' marker-end="url(#{name}-{kind})"'
        rows.append(
            f'<path d="M20 {y - 4:.0f} H70" fill="none" stroke="{colours[kind]}" stroke-width="{_WIDTHS[kind]}"'
            f'{_DASHES[kind]}{head}/><text x="80" y="{y:.0f}">{xml(meaning)}</text>'
        )
    return rows


def _lay_out(network: Network, middle: Place, radius: float) -> dict[str, Place]:
    """Nodes on a ring, clockwise from the top, wider than high because boxes are."""
    places = {}
    wide = (_WIDTH - _BOX_WIDTH - 40) / 2
    for number, node in enumerate(network.nodes):
        angle = 2 * pi * number / len(network.nodes) - pi / 2
        places[node.key] = (middle[0] + wide * cos(angle), middle[1] + radius * sin(angle))
    return places


def _bend(edge: Edge, places: dict[str, Place], middle: Place) -> Curve:
    """A curve bent towards the middle, so that both ways between two nodes are seen apart."""
    (x1, y1), (x2, y2) = places[edge.source], places[edge.target]
    aside = _ASIDE[edge.kind]
    bend_x = (x1 + x2) / 2 + (middle[0] - (x1 + x2) / 2) * 0.35 + (y2 - y1) * aside
    bend_y = (y1 + y2) / 2 + (middle[1] - (y1 + y2) / 2) * 0.35 - (x2 - x1) * aside
    bend = (bend_x, bend_y)
    return _leave_box((x1, y1), bend), bend, _leave_box((x2, y2), bend)


def _place_labels(edges: Sequence[Edge], curves: Sequence[Curve], boxes: Iterable[Place]) -> list[Place]:
    """Where the label of each edge stands on its curve: as near to the middle as it covers no box and no label before
    it, or covers the fewest."""
    taken = [(x, y, float(_BOX_WIDTH), float(_BOX_HEIGHT)) for x, y in boxes]
    found = []
    for edge, curve in zip(edges, curves, strict=True):
        width = len(edge.label) * _LETTER
        spots = [(*_follow(curve, along), width, float(LINE)) for along in _ALONG]
        covered = [sum(_overlap(spot, other) for other in taken) for spot in spots]
        spot = spots[covered.index(min(covered))]
        taken.append(spot)
        found.append(spot[:2])
    return found


def _follow(curve: Curve, along: float) -> Place:
    """The point of a curve at a share of its way."""
    first, second, third = (1 - along) ** 2, 2 * along * (1 - along), along**2
    (x1, y1), (bend_x, bend_y), (x2, y2) = curve
    return first * x1 + second * bend_x + third * x2, first * y1 + second * bend_y + third * y2


def _overlap(one: Box, other: Box) -> bool:
    return abs(one[0] - other[0]) * 2 < one[2] + other[2] and abs(one[1] - other[1]) * 2 < one[3] + other[3]


def _draw_edge(edge: Edge, curve: Curve, name: str, colours: dict[str, str]) -> str:
    (x1, y1), (bend_x, bend_y), (x2, y2) = curve
    head = "" if edge.kind == "together" else f' marker-end="url(#{name}-{edge.kind})"'
    return (
        f'<path d="M{x1:.1f} {y1:.1f} Q{bend_x:.1f} {bend_y:.1f} {x2:.1f} {y2:.1f}" fill="none" '
        f'stroke="{colours[edge.kind]}" stroke-width="{_WIDTHS[edge.kind]}"{_DASHES[edge.kind]}{head}/>'
    )


def _draw_label(edge: Edge, place: Place, colours: dict[str, str]) -> str:
    """What an edge says, on top of all lines and free of them."""
    wide = len(edge.label) * _LETTER
    return (
        f'<rect x="{place[0] - wide / 2:.1f}" y="{place[1] - LINE / 2:.1f}" width="{wide:.1f}" height="{LINE}" '
        f'fill="{colours["halo"]}"/><text x="{place[0]:.1f}" y="{place[1] + 4:.1f}" text-anchor="middle" '
        f'fill="{colours[edge.kind]}">{xml(edge.label)}</text>'
    )


def _leave_box(box: Place, towards: Place) -> Place:
    """Where a line from the middle of a box leaves it."""
    dx, dy = towards[0] - box[0], towards[1] - box[1]
    if not dx and not dy:
        return box
    reach = min(
        (_BOX_WIDTH / 2 + 3) / abs(dx) if dx else 1e9,
        (_BOX_HEIGHT / 2 + 3) / abs(dy) if dy else 1e9,
    )
    return box[0] + dx * min(reach, 1), box[1] + dy * min(reach, 1)


def _draw_node(network: Network, number: int, places: dict[str, Place], colours: dict[str, str]) -> str:
    node = network.nodes[number]
    x, y = places[node.key]
    lines = [
        *wrap(strip_controls(node.label), 20)[:2],
        strip_controls(" · ".join(filter(None, (node.key, node.detail)))),
    ]
    first = y - (len(lines) - 1) * 7 + 4
    looks = ['font-weight="bold"'] * (len(lines) - 1) + ['font-size="10"']
    texts = "".join(
        f'<text x="{x:.1f}" y="{first + 14 * place:.1f}" text-anchor="middle" {look}>{escape(line)}</text>'
        for place, (line, look) in enumerate(zip(lines, looks, strict=True))
    )
    return (
        f'<rect x="{x - _BOX_WIDTH / 2:.1f}" y="{y - _BOX_HEIGHT / 2:.1f}" width="{_BOX_WIDTH}" height="{_BOX_HEIGHT}" '
        f'rx="6" fill="{colours["box"]}" stroke="{colours["edge"]}"/>{texts}'
    )


def _define_arrows(name: str, colours: dict[str, str]) -> Iterator[str]:
    for kind in ("stated", "denied", "drawn"):
        yield (
            f'<defs><marker id="{name}-{kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
            f'orient="auto"><path d="M0 0 L10 5 L0 10 z" fill="{colours[kind]}"/></marker></defs>'
        )


def _tell(edge: Edge) -> str:
    sign = {"stated": "→", "denied": "↛", "drawn": "⇒", "together": "–"}[edge.kind]
    return f"{edge.source} {sign} {edge.target} ({edge.label})"


def _write_data(of: str, values: dict[str, str]) -> str:
    return "".join(f'<data key="{of}_{name}">{xml(value)}</data>' for name, value in values.items() if value)


def _quote(text: str) -> str:
    """Text inside the quotes of a Mermaid label: what could end it or be markup becomes a code."""
    return "".join(
        character if character.isalnum() or character in " .,;:()/+−→↛–%" else f"#{ord(character)};"
        for character in strip_controls(text).replace("\n", " ")
    )
