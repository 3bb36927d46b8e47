"""Building a logical chain of evidence: links that speakers state, one after another, and the weakest of each chain.

Tactic 12 (Miles, Huberman and Saldana 2014, ch. 11). A link leads on only from the side of the code at which the one
before ended: that meetings bring trust and that distrust brings delay makes no chain. A chain that nobody tells whole
is told as pieced together.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from qualcode.evidence.link_chains import find_chains
from qualcode.evidence.links import Link
from qualcode.evidence.marks import SIGNS, say_none
from qualcode.evidence.selection import list_ids
from qualcode.meaning.contract import Aid, LaidOut
from qualcode.meaning.drawing import YOURS, Row, count_who, draw_side, draw_table, draw_who, head_yours, tell_few
from qualcode.meaning.material import Material
from qualcode.messages import mark
from qualcode.model import Cell, Coding, EntryRule, Heading, Matrix, Polarity

MOST = 50  # chains: where everything is said to come of everything, no more are read

End = tuple[str, Polarity]
Step = tuple[End, End]


@dataclass(frozen=True, slots=True)
class Strength:
    """What a link rests on: the links that state it and that deny it, and the codings contrary to either end."""

    stated: tuple[Link, ...]
    denied: tuple[Link, ...]
    contrary: tuple[Coding, ...]

    @property
    def informants(self) -> frozenset[str]:
        """Those who state it."""
        return frozenset(link.first.case for link in self.stated)

    @property
    def rank(self) -> tuple[int, int, int]:
        """The weaker the less: by informants, passages, and denials."""
        return len(self.informants), len(self.stated), -len(self.denied)


def lay_out(material: Material) -> LaidOut:
    """A row a chain with its weakest link; then a row a link of them, and of the claims that one thing leads to
    another."""
    t = material.t
    steps = weigh_steps(material)
    chains = list(islice(find_chains(step for step, strength in steps.items() if strength.stated), MOST))
    in_chains = dict.fromkeys(step for chain in chains for step in pairwise(chain))
    brief = Cell((t("chains of stated links: {n}").format(n=len(chains)),))
    return LaidOut(brief, (_draw_chains(chains, steps, material), _draw_links(in_chains, steps, material)))


def weigh_steps(material: Material) -> dict[Step, Strength]:
    """What every link from one side of a code to one of another rests on, that anybody states or denies."""
    found: dict[Step, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in material.list_links():
        if link.kind != "nearby":
            ends = [(material.find_code(coding), coding.polarity) for coding in (link.first, link.second)]
            found[ends[0], ends[1]][link.kind].append(link)
    return {
        step: Strength(tuple(kinds["stated"]), tuple(kinds["denied"]), _find_contrary(step, material))
        for step, kinds in found.items()
    }


def find_weakest(chain: Sequence[End], steps: dict[Step, Strength]) -> tuple[Step, ...]:
    """The links of a chain that rest on least; several where they rest on equally little."""
    least = min(steps[step].rank for step in pairwise(chain))
    return tuple(step for step in pairwise(chain) if steps[step].rank == least)


def _find_contrary(step: Step, material: Material) -> tuple[Coding, ...]:
    return tuple(coding for code, polarity in step for coding in material.by_code[code] if coding.polarity != polarity)


def _draw_chains(chains: Sequence[Sequence[End]], steps: dict[Step, Strength], material: Material) -> Matrix:
    t = material.t
    rows: list[Row] = []
    for chain in chains:
        links = [link for step in pairwise(chain) for link in steps[step].stated]
        codings = [coding for link in links for coding in (link.first, link.second)]
        whole = frozenset.intersection(*(steps[step].informants for step in pairwise(chain)))
        tellers = [case.id for case in material.informants if case.id in whole]
        weakest = find_weakest(chain, steps)
        label = " → ".join(_write_end(end) for end in chain)
        told = Cell((", ".join(tellers),), list_ids(c for c in codings if c.case in whole))
        rows.append(
            (
                Heading("/".join(map(_key, chain)), label),
                (
                    told if tellers else Cell((t("nobody: pieced together"),), kind="silent"),
                    draw_who(codings, material),
                    Cell(tuple(_write_step(step) for step in weakest), _list_step_ids(weakest, steps)),
                    YOURS,
                    YOURS,
                ),
            )
        )
    none = t("Nobody's links go on from one to another: there is no chain of three.")
    return draw_table(
        material,
        "chain-of-evidence",
        t("Chains of stated links"),
        (
            Heading("whole", t("Told whole by")),
            Heading("informants", t("Informants")),
            Heading("weakest", t("Weakest link")),
            head_yours("complete", t("Complete?"), t),
            head_yours("necessary", t("Is each link needed?"), t),
        ),
        rows,
        (
            EntryRule(
                t("Chains"),
                t(
                    "stated links of which one begins on the side of the code on which the one before ends; at most "
                    "{n}; nothing that is only near, and nothing that anybody only denies"
                ).format(n=MOST),
            ),
            EntryRule(
                t("Weakest link"), t("stated by fewest informants, then in fewest passages, then most often denied")
            ),
        ),
        (*tell_few(material), *(() if rows else (none,))),
    )


def _draw_links(in_chains: Iterable[Step], steps: dict[Step, Strength], material: Material) -> Matrix:
    t = material.t
    rows = [
        (Heading("/".join(map(_key, step)), _write_step(step)), _draw_strength(steps[step], material))
        for step in in_chains
    ]
    for assertion in material.handed.list_assertions():
        if assertion.relation:
            cause, effect = assertion.relation
            strength = _weigh_relation(cause, effect, material)
            rows.append(
                (
                    Heading(assertion.id, f"{cause} → {effect}", f"{assertion.id}: {assertion.text}"),
                    _draw_strength(strength, material),
                )
            )
    return draw_table(
        material,
        "chain-of-evidence@links",
        t("Each link by itself"),
        (
            Heading("stated", t("Stated by")),
            Heading("passages", t("Passages")),
            Heading("denied", t("Denied by")),
            Heading("contrary", t("Contrary to either end"), t("units")),
            head_yours("holds", t("Does it hold?"), t),
        ),
        rows,
        (
            EntryRule(
                t("Rows"), t("the links of the chains above, and the claims of claims.yaml that say what leads to what")
            ),
            EntryRule(
                t("Stated by"),
                t("informants, who count as independent of one another; whether they are, a person knows"),
            ),
        ),
    )


def _weigh_relation(cause: str, effect: str, material: Material) -> Strength:
    book = material.study.codebook
    links = [
        link
        for link in material.list_links()
        if book.holds(cause, link.first.code) and book.holds(effect, link.second.code)
    ]
    contrary = [
        c for c in material.counted if c.polarity == "contrary" and any(book.holds(e, c.code) for e in (cause, effect))
    ]
    stated, denied = (tuple(link for link in links if link.kind == kind) for kind in ("stated", "denied"))
    return Strength(stated, denied, tuple(contrary))


def _draw_strength(strength: Strength, material: Material) -> tuple[Cell, ...]:
    t = material.t
    ends = [[c for link in links for c in (link.first, link.second)] for links in (strength.stated, strength.denied)]
    stated, denied = (
        Cell((count_who(material.find_cases(codings), material),), list_ids(codings))
        if codings
        else Cell((t("nobody"),), kind="silent")
        for codings in ends
    )
    passages = Cell((str(len(strength.stated)),), stated.coding_ids) if strength.stated else say_none(t)
    return stated, passages, denied, draw_side(strength.contrary, t), YOURS


def _list_step_ids(weakest: Iterable[Step], steps: dict[Step, Strength]) -> tuple[str, ...]:
    return list_ids(c for step in weakest for link in steps[step].stated for c in (link.first, link.second))


def _write_end(end: End) -> str:
    code, polarity = end
    return f"{code} {SIGNS['contrary' if polarity == 'contrary' else 'evidence']}"


def _write_step(step: Step) -> str:
    return " → ".join(_write_end(end) for end in step)


def _key(end: End) -> str:
    code, polarity = end
    return f"{code}-" if polarity == "contrary" else code


PART = Aid(
    name="chain-of-evidence",
    number=12,
    purpose=mark("Lay stated links one after another, with what each rests on and the weakest of every chain."),
    questions=(
        mark("Is the chain complete, or is a link taken for granted?"),
        mark("Is each link needed: would the end come about without it?"),
        mark("Who could break the weakest link, and was that person heard?"),
    ),
    lay_out=lay_out,
)
