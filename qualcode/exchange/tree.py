"""A codebook as a tree of codes for other programs: families as groups, and contrary passages under codes of their own.

The standard has no home for polarity. What speaks against a code would look like what speaks for it, so it is coded
with a code of its own below: `CG.TRU Trust: contrary`.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from qualcode.codebook.describe import describe_code
from qualcode.evidence.wording import name_once
from qualcode.exchange.contract import CodeNode
from qualcode.exchange.guids import make_guid
from qualcode.messages import LANGUAGES, Translate, translator
from qualcode.model import Code, Codebook, Polarity

# By Paul Tol (2021), told apart by those who see colours otherwise; a code below another has its colour.
_COLORS = ("#4477AA", "#EE6677", "#228833", "#CCBB44", "#66CCEE", "#AA3377", "#EE7733", "#009988", "#BBBBBB")


@dataclass(frozen=True, slots=True)
class Growing:
    """What a tree shows beside the codebook: codes that bear contrary passages (every whole code has a place for them
    where `has_contrary`), labels of codes that people proposed, by id, and the guids of memos on codes, by id."""

    has_contrary: bool = False
    contrary: Collection[str] = ()
    proposed: Mapping[str, str] = field(default_factory=dict)
    memos: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def identify_code(code_id: str, polarity: Polarity = "supporting") -> str:
    """The guid of a code, or of the one below it for contrary passages."""
    return make_guid("code", code_id, *(["contrary"] if polarity == "contrary" else []))


def name_contrary(name: str, t: Translate) -> str:
    """What the code for contrary passages below a code is called."""
    return f"{name}: {t('contrary')}"


def find_contrary(name: str) -> str:
    """The name of the code to whose contrary passages a name belongs, in either language; "" for any other name."""
    ends = (name_contrary("", translator(language)) for language in LANGUAGES)
    return next((name.removesuffix(end) for end in ends if name.endswith(end)), "")


def build_tree(codebook: Codebook, language: str, t: Translate, growing: Growing | None = None) -> tuple[CodeNode, ...]:
    """The codes of a codebook, those that people proposed after them."""
    return tuple(_Builder(codebook, language, t, growing or Growing()).build())


@dataclass(slots=True)
class _Builder:
    codebook: Codebook
    language: str
    t: Translate
    growing: Growing

    def build(self) -> Iterator[CodeNode]:
        colors = {code.id: _COLORS[place % len(_COLORS)] for place, code in enumerate(self.codebook.codes)}
        for family, codes in self.codebook.list_families():
            nodes = tuple(self._build_code(code, colors[code.id]) for code in codes)
            if family is None:
                yield from nodes
            elif nodes:
                name = name_once(family.id, family.label.in_language(self.language))
                guid, memos = make_guid("family", family.id), self.growing.memos.get(family.id, ())
                yield CodeNode(guid, name, is_codable=False, children=nodes, notes=memos)
        for id_, label in sorted(self.growing.proposed.items()):
            yield self._build_node(id_, name_once(id_, label), self.t("Proposed; not in the codebook yet"), _COLORS[-1])

    def _build_code(self, code: Code, color: str) -> CodeNode:
        subcodes = tuple(
            self._build_node(subcode.id, name_once(subcode.id, subcode.label.in_language(self.language)), "", color)
            for subcode in code.subcodes
        )
        description = "\n".join(describe_code(self.codebook, code, self.language, self.t))
        name = name_once(code.id, code.label.in_language(self.language))
        return self._build_node(code.id, name, description, color, subcodes, is_whole=True)

    def _build_node(
        self,
        id_: str,
        name: str,
        description: str,
        color: str,
        below: tuple[CodeNode, ...] = (),
        *,
        is_whole: bool = False,
    ) -> CodeNode:
        if id_ in self.growing.contrary or (is_whole and self.growing.has_contrary):
            guid, said = identify_code(id_, "contrary"), self.t("Passages that speak against the code above")
            below = (*below, CodeNode(guid, name_contrary(name, self.t), said, color))
        memos = self.growing.memos.get(id_, ())
        return CodeNode(identify_code(id_), name, description, color, children=below, notes=memos)
