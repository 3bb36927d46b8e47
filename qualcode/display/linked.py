"""Cells that rest on links between codings: what a speaker says comes of what, and what merely stands near it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from qualcode.display.contract import DisplayOptions
from qualcode.display.filling import Filling
from qualcode.errors import QualcodeError
from qualcode.evidence.excerpts import Excerpt
from qualcode.evidence.links import Link, find_links, find_reason, list_languages
from qualcode.evidence.marks import SIGNS, find_kind
from qualcode.evidence.wording import count_informants, write_quote
from qualcode.messages import Translate
from qualcode.model import Cell, Coding, EntryRule, Study

_KINDS = ("stated", "denied", "nearby")


@dataclass(frozen=True, slots=True)
class Linked:
    """A display's filling with all links among the codings that count, and where among them each pair of whole codes
    stands."""

    filling: Filling
    links: tuple[Link, ...]
    places: dict[tuple[str, str], list[int]]

    def find(self, first: Iterable[str], second: Iterable[str], *, either_way: bool = False) -> tuple[Link, ...]:
        """The links from one of the whole codes `first` to one of `second`; nearby ones in either order."""
        found: set[int] = set()
        for one, other in product(tuple(first), tuple(second)):
            found.update(self.places.get((one, other), ()))
            back = self.places.get((other, one), ())
            found.update(place for place in back if either_way or self.links[place].kind == "nearby")
        return tuple(self.links[place] for place in sorted(found))

    def of_case(self, case: str) -> "Linked":
        """The links of one informant alone."""
        return _index(self.filling, tuple(link for link in self.links if link.first.case == case))

    def name(self, coding: Coding) -> str:
        """The id of the whole code that a coding counts for."""
        return _name(self.filling, coding)

    def fill(self, links: Sequence[Link]) -> Cell:
        """A cell of links, stated ones first; "none" where there is no link."""
        t, content = self.filling.t, self.filling.options.content
        if not links:
            return Cell((t("none"),), kind="silent")
        ids = tuple(dict.fromkeys(id_ for link in links for id_ in link.ids))
        by_kind = {kind: own for kind in _KINDS if (own := [link for link in links if link.kind == kind])}
        tell = self._count if content == "counts" else self._name
        lines = [tell(kind, own) for kind, own in by_kind.items()]
        if content == "quotes":
            for own in by_kind.values():
                lines += _limit([self._write(link) for link in own], self.filling.options.quotes, t)
        return Cell(tuple(lines), ids)

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
        if filling.options.content == "quotes":
            lines = [
                write_quote(
                    _as_excerpt(coding),
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

    def _name(self, kind: str, links: Sequence[Link]) -> str:
        who = dict.fromkeys(link.first.case for link in links)
        return f"{self._head(kind, links)}: {', '.join(who)}"

    def _count(self, kind: str, links: Sequence[Link]) -> str:
        t, filling = self.filling.t, self.filling
        who = {link.first.case for link in links}
        cases = [case for case in filling.study.cases if case.id in who]
        counted = count_informants(cases, len(filling.interviewed & {case.id for case in filling.study.cases}), t)
        return f"{self._head(kind, links)}: {len(links)}, {counted}"

    def _head(self, kind: str, links: Sequence[Link]) -> str:
        layer = self.filling.name_layer(coding for link in links for coding in (link.first, link.second))
        return name_link_kind(kind, self.filling.t) + "".join(f" ({name})" for name in layer)

    def _write(self, link: Link) -> str:
        t = self.filling.t
        arrow = "→" if link.kind == "stated" else "↛" if link.kind == "denied" else "·"
        pair = f"{_sign(link.first)} {link.first.code} {arrow} {_sign(link.second)} {link.second.code}"
        head = name_link_kind(link.kind, t) + (f" “{link.word}”" if link.word else "")
        ends = sorted((link.first, link.second), key=lambda coding: coding.span)
        wide = max(ends, key=lambda coding: len(coding.span))
        inside = ends[1].span.start < ends[0].span.end
        shown = [wide] if inside else ends
        return f"{head}: {pair}: " + " … ".join(
            write_quote(_as_excerpt(coding), t, *self.filling.name_layer([coding])) for coding in shown
        )


def prepare_links(filling: Filling) -> Linked:
    """Find the links among the codings that count in a display."""
    return _index(filling, find_links(filling.study, filling.selection.counted))


def _index(filling: Filling, links: tuple[Link, ...]) -> Linked:
    places: dict[tuple[str, str], list[int]] = {}
    for place, link in enumerate(links):
        places.setdefault((_name(filling, link.first), _name(filling, link.second)), []).append(place)
    return Linked(filling, links, places)


def _name(filling: Filling, coding: Coding) -> str:
    code = filling.study.codebook.find(coding.code)
    return code.id if code else coding.code


def list_codes_of_kind(study: Study, kind: str) -> tuple[str, ...]:
    """The ids of the codes whose family is of a kind; refused where there is none."""
    families = {family.id for family in study.codebook.families if family.kind == kind}
    codes = tuple(code.id for code in study.codebook.codes if code.family in families)
    if not codes:
        raise QualcodeError(
            f"The codebook has no codes of kind {kind}, which this display is about",
            f"Give a family `kind: {kind}` in the codebook, or choose another display (`qualcode display --list`)",
        )
    return codes


def name_link_kind(kind: str, t: Translate) -> str:
    """`stated`, `denied` or `nearby` in the reader's language."""
    return {"stated": t("stated link"), "denied": t("denied link"), "nearby": t("nearby")}[kind]


def describe_links(options: DisplayOptions, t: Translate) -> tuple[EntryRule, ...]:
    """What the words for links mean, and what is shown of a link."""
    shown = {
        "presence": t("who tells the link"),
        "counts": t("how many links, and who tells them; how often says nothing about how important"),
        "quotes": t(
            "who tells it, and of each kind the first {n} with their quotes, verbatim; the rest is counted"
        ).format(n=options.quotes),
    }
    return (
        EntryRule(t("Shown of a link"), shown[options.content]),
        EntryRule(
            t("Links"),
            t(
                "stated: a link word (such as karena, sehingga, gara-gara, makanya, because, so that) stands between "
                "the two in one sentence, or opens the second of two neighbouring ones; denied: the speaker says that "
                "it is not so (bukan karena); nearby: in one unit or in neighbouring units of one turn, without a link "
                "word between them"
            ),
        ),
        EntryRule(
            t("What a link says"),
            t(
                "stated is what the speaker says, not that it is so; nearby is no relation at all; arrows lead from "
                "cause to effect or aim; nothing is linked across turns"
            ),
        ),
        EntryRule(t("Least evidence for a mark"), t("two codings that count and are linked")),
        EntryRule(
            t("Empty cells"), t("none: no link was found, which says neither that there is none nor that it is denied")
        ),
    )


def to_be_written(t: Translate) -> Cell:
    """A cell that only a person can fill."""
    return Cell((t("to be written by a person"),))


def _sign(coding: Coding) -> str:
    return SIGNS[find_kind((coding,))]


def _as_excerpt(coding: Coding) -> Excerpt:
    return Excerpt((coding,), coding.span, coding.quote)


def _limit(lines: list[str], most: int, t: Translate) -> list[str]:
    return lines if len(lines) <= most else [*lines[:most], t("and {n} more").format(n=len(lines) - most)]
