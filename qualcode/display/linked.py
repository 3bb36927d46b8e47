"""Cells that rest on links between codings: what a speaker says comes of what, what a person drew, and what merely
stands near it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from qualcode.display.filling import Filling
from qualcode.errors import QualcodeError
from qualcode.evidence.drawn import link_drawn
from qualcode.evidence.excerpts import Excerpt, make_excerpt
from qualcode.evidence.links import Link, LinkKind, find_reason, link_counted, list_languages
from qualcode.evidence.marks import SIGNS, find_kind, say_none
from qualcode.evidence.typed import leave_open
from qualcode.evidence.wording import count_speakers, write_quote
from qualcode.messages import Translate, mark
from qualcode.model import Cell, Coding, Heading, Study

_KINDS: tuple[LinkKind, ...] = ("stated", "denied", "drawn", "nearby")
_ARROWS: dict[LinkKind, str] = {"stated": "→", "denied": "↛", "drawn": "⇒", "nearby": "·"}


@dataclass(frozen=True, slots=True)
class Linked:
    """A display's filling with all links among the codings that count, and where among them each pair of whole codes
    stands; `are_drawn` says that people drew any of them."""

    filling: Filling
    links: tuple[Link, ...]
    places: dict[tuple[str, str], list[int]]
    are_drawn: bool

    def find(self, first: Iterable[str], second: Iterable[str], *, either_way: bool = False) -> tuple[Link, ...]:
        """The links from one of the whole codes `first` to one of `second`; nearby ones in either order."""
        found: set[int] = set()
        for one, other in product(tuple(first), tuple(second)):
            found.update(self.places.get((one, other), ()))
            back = self.places.get((other, one), ())
            found.update(place for place in back if either_way or self.links[place].kind == "nearby")
        return tuple(self.links[place] for place in sorted(found))

    def find_told(self, first: Iterable[str], second: Iterable[str]) -> tuple[Link, ...]:
        """The links that rest on what speakers say, either way."""
        return tuple(link for link in self.find(first, second, either_way=True) if link.kind != "drawn")

    def part_by_case(self) -> dict[str, "Linked"]:
        """The links of each informant by id, those drawn to or from another's words too."""
        own: dict[str, list[Link]] = {case.id: [] for case in self.filling.study.cases}
        for link in self.links:
            for case in {link.first.case, link.second.case} & own.keys():
                own[case].append(link)
        return {case: _index(self.filling, tuple(links)) for case, links in own.items()}

    def name(self, coding: Coding) -> str:
        """The id of the whole code that a coding counts for."""
        return _name(self.filling, coding)

    def fill(self, links: Sequence[Link]) -> Cell:
        """A cell of links, stated ones first; "none" where there is no link."""
        t, content = self.filling.t, self.filling.options.content
        if not links:
            return say_none(t)
        codings = {coding.id: coding for link in links for coding in (link.first, link.second)}
        if content == "summary":
            return leave_open(tuple(codings.values()), t)
        by_kind = {kind: own for kind in _KINDS if (own := [link for link in links if link.kind == kind])}
        tell = self._count if content == "counts" else self._name
        lines = [tell(kind, own) for kind, own in by_kind.items()]
        if content == "quotes":
            for own in by_kind.values():
                lines += _limit([self._write(link) for link in own], self.filling.options.quotes, t)
        return Cell(tuple(lines), tuple(codings))

    def fill_reasons(self, codings: Sequence[Coding], links: Sequence[Link]) -> Cell:
        """A cell of stated reasons: `links` to other codes, and sentences of `codings` that state one themselves."""
        t, filling = self.filling.t, self.filling
        linked = {id_ for link in links for id_ in link.ids}
        languages = list_languages(filling.study)
        others = [coding for coding in codings if coding.id not in linked]
        own = [(c, word) for c in others if (word := find_reason(c, languages.get(c.transcript, "id")))]
        told = self.fill(links) if links else Cell((), ())
        if not own:
            return told if links else Cell((t("none stated"),), kind="silent")
        ids = tuple(dict.fromkeys((*told.coding_ids, *(coding.id for coding, _ in own))))
        if filling.options.content == "summary":
            return leave_open([coding for coding in filling.selection.counted if coding.id in set(ids)], t)
        if filling.options.content == "quotes":
            lines = [
                write_quote(
                    make_excerpt(coding),
                    t,
                    t("reason in the sentence: “{word}”").format(word=word),
                    *filling.name_layer([coding]),
                )
                for coding, word in own
            ]
            lines = _limit(lines, filling.options.quotes, t)
        else:
            who = list(dict.fromkeys(coding.case for coding, _ in own))
            who = [*who, *(f"({name})" for name in filling.name_layer(coding for coding, _ in own))]
            lines = [t("reason in the sentence: {who}").format(who=", ".join(who))]
        return Cell((*told.lines, *lines), ids)

    def _name(self, kind: LinkKind, links: Sequence[Link]) -> str:
        return f"{self.head(kind, links)}: {', '.join(dict.fromkeys(map(name_cases, links)))}"

    def _count(self, kind: LinkKind, links: Sequence[Link]) -> str:
        ends = (coding for link in links for coding in (link.first, link.second))
        counted = count_speakers(ends, self.filling.study, self.filling.t)
        return f"{self.head(kind, links)}: {len(links)}, {counted}"

    def head(self, kind: LinkKind, links: Sequence[Link]) -> str:
        """The kind of some links, by whom those are that people drew, and whose codings they join."""
        layer = self.filling.name_layer(coding for link in links for coding in (link.first, link.second))
        return name_link_kind(kind, links, self.filling.t) + "".join(f" ({name})" for name in layer)

    def _write(self, link: Link) -> str:
        t = self.filling.t
        pair = f"{_sign(link.first)} {link.first.code} {_ARROWS[link.kind]} {_sign(link.second)} {link.second.code}"
        head = name_link_kind(link.kind, [link], t) + (f" “{link.word}”" if link.word else "")
        quotes = " … ".join(write_quote(end, t, *self.filling.name_layer(end.codings)) for end in _list_ends(link))
        why = f" {link.who}: “{link.why}”" if link.why else ""
        return f"{head}: {pair}: {quotes}{why}"


def prepare_links(filling: Filling) -> Linked:
    """Find the links among the codings that count in a display; those that people drew have no place where only a
    machine's suggestions are shown."""
    study, counted = filling.study, filling.selection.counted
    options = filling.options
    drawn = () if options.layer == "suggested" else link_drawn(study, counted)
    return _index(filling, (*link_counted(study, options.layer, options.wishes), *drawn))


def _index(filling: Filling, links: tuple[Link, ...]) -> Linked:
    places: dict[tuple[str, str], list[int]] = {}
    for place, link in enumerate(links):
        places.setdefault((_name(filling, link.first), _name(filling, link.second)), []).append(place)
    return Linked(filling, links, places, any(link.kind == "drawn" for link in links))


def _name(filling: Filling, coding: Coding) -> str:
    return filling.study.codebook.name_whole(coding.code)


def require_codes_of_kind(study: Study, kind: str) -> tuple[str, ...]:
    """The ids of the codes whose family is of a kind; refused where there is none."""
    codes = study.codebook.codes_of_kind(kind)
    if not codes:
        raise QualcodeError(
            mark("The codebook has no codes of kind {kind}, which this display is about", kind=kind),
            mark(
                "Give a family `kind: {kind}` in the codebook, or choose another display (`qualcode display --list`)",
                kind=kind,
            ),
        )
    return codes


def fill_drawn(linked: Linked, links: Iterable[Link]) -> tuple[Cell, ...]:
    """The cell of those among some links that people drew; nothing where nobody drew any in the whole display."""
    return (linked.fill([link for link in links if link.kind == "drawn"]),) if linked.are_drawn else ()


def head_drawn(linked: Linked) -> tuple[Heading, ...]:
    """The head of the column of such cells, where there is one."""
    t = linked.filling.t
    return (Heading("drawn", t("Links drawn"), t("by people, not told")),) if linked.are_drawn else ()


def name_link_kind(kind: LinkKind, links: Iterable[Link], t: Translate) -> str:
    """`stated`, `denied` or `nearby` in the reader's language, or by whom the links are drawn."""
    if kind == "drawn":
        return t("drawn by {who}").format(who=", ".join(sorted({link.who for link in links})))
    return {"stated": t("stated link"), "denied": t("denied link"), "nearby": t("nearby")}[kind]


def name_cases(link: Link) -> str:
    """Whose words a link joins: `INF-01`, or of one that leads to another's words `INF-01 ⇒ INF-02`."""
    return _ARROWS["drawn"].join(f" {case} " for case in dict.fromkeys((link.first.case, link.second.case))).strip()


def _list_ends(link: Link) -> tuple[Excerpt, ...]:
    """The words of a link as they are quoted: in the order of the text, and those that overlap as one passage."""
    if link.kind == "drawn":
        return make_excerpt(link.first), make_excerpt(link.second)
    first, second = sorted((link.first, link.second), key=lambda coding: coding.span)
    if second.span.start < first.span.end:
        return (make_excerpt(first, second),)
    return make_excerpt(first), make_excerpt(second)


def _sign(coding: Coding) -> str:
    return SIGNS[find_kind((coding,))]


def _limit(lines: list[str], most: int, t: Translate) -> list[str]:
    return lines if len(lines) <= most else [*lines[:most], t("and {n} more").format(n=len(lines) - most)]
