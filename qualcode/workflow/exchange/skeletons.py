"""A codebook begun from the codes of another program: what it says of them, and for people to fill in the rest.

A group becomes a family; what lies below a code, however deep, becomes its sub-codes. A code that left from here keeps
its id.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from qualcode.codebook.fields import ID_SHAPE
from qualcode.exchange.contract import CodeNode, CodeSet
from qualcode.exchange.guids import make_guid
from qualcode.exchange.tree import find_contrary, identify_code
from qualcode.messages import Translate
from qualcode.model import Polarity
from qualcode.store.names import list_plain_words

Meanings = dict[str, tuple[str, Polarity]]

_MOST_WORDS = 4
_OTHERS = "OTHER"
_REMARK = """\
# {begun}
# `qualcode codebook check` finds what is missing; docs/codebook.md explains every line.
"""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The text of a codebook file, how many codes it has, and what guids have become in it: those of codes an id and a
    polarity, those of groups the id of a family."""

    text: str
    codes: int
    meanings: Meanings
    families: dict[str, str]


def write_patterns(sets: Iterable[CodeSet], skeleton: Skeleton, t: Translate) -> str:
    """The file of pattern codes that sets of codes make, all of them categories; "" where no set holds a code."""
    ids = skeleton.families | {guid: id_ for guid, (id_, _) in skeleton.meanings.items()}
    listed = []
    for each in sets:
        codes = list(dict.fromkeys(ids[guid] for guid in each.codes if guid in ids))
        if codes:
            why = each.description or t("A set in the program that the study comes from; it gives no reason")
            name = " ".join(each.name.split()) or codes[0]
            listed.append({"name": name, "kind": "category", "codes": codes, "rationale": why})
    return _write_yaml({"patterns": listed}) if listed else ""


def build_skeleton(
    codes: tuple[CodeNode, ...], title: str, language: str, t: Translate, used: Collection[str] = ()
) -> Skeleton:
    """A codebook file of `codes`, in one language. `used` are the guids of codes that bear codings: such a code is
    never a mere group."""
    builder = _Builder(t, used)
    families, entries = builder.build(codes)
    book: dict[str, Any] = {
        "codebook": "_".join(list_plain_words(title)[:_MOST_WORDS]) or "imported",
        "version": "0.1",
        "languages": [language],
        "title": title or t("Imported codebook"),
        **({"families": families} if families else {}),
        "codes": entries,
    }
    begun = t("Begun from the codes of another program; every text is as it stood there.")
    text = _REMARK.format(begun=begun) + _write_yaml(book)
    return Skeleton(text, len(entries), builder.meanings, builder.families)


def find_begun(codes: tuple[CodeNode, ...], used: Collection[str]) -> Meanings:
    """What the codes became in a codebook that was begun from them."""
    builder = _Builder(str, used)
    builder.build(codes)
    return builder.meanings


def _write_yaml(content: dict[str, Any]) -> str:
    """A file's text; texts of several lines are written as such."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Knows how texts are written."""

    def write(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)

    Dumper.add_representer(str, write)
    text: str = yaml.dump(content, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=110)
    return text


class _Builder:
    def __init__(self, t: Translate, used: Collection[str]) -> None:
        self.t, self.used = t, used
        self.meanings: Meanings = {}
        self.families: dict[str, str] = {}
        self.taken: set[str] = set()

    def build(self, codes: Sequence[CodeNode]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """The families and the codes as YAML has them."""
        groups = {code.guid for code in codes if self._is_group(code)}
        families: dict[str, Any] = {}
        entries: list[dict[str, Any]] = []
        for code in (each for each in codes if each.guid in groups):
            id_ = self._choose_id(code, "", families, "family")
            families[id_] = {"label": _name(code, id_)}
            self.families[code.guid] = id_
            entries += self._build_codes(code.children, id_)
        if loose := [code for code in codes if code.guid not in groups]:
            family = ""
            if families:
                family = next(id_ for id_ in (_OTHERS, f"{_OTHERS}_2") if id_ not in families)
                families[family] = {"label": self.t("Codes without a group")}
            entries += self._build_codes(loose, family)
        return families, entries

    def _is_group(self, code: CodeNode) -> bool:
        return bool(code.children) and not code.is_codable and code.guid not in self.used

    def _build_codes(self, codes: Sequence[CodeNode], family: str) -> Iterator[dict[str, Any]]:
        for code in codes:
            if self._take_contrary(code, codes):
                continue
            id_ = self._choose_id(code, family, self.taken, "code")
            self.taken.add(id_)
            self.meanings[code.guid] = (id_, "supporting")
            below = list(self._build_subcodes(code, id_, "", set()))
            yield {
                "id": id_,
                **({"family": family} if family else {}),
                "label": _name(code, id_),
                "definition": code.description or self.t("Not defined yet"),
                **({"subcodes": below} if below else {}),
            }

    def _build_subcodes(self, above: CodeNode, code_id: str, path: str, taken: set[str]) -> Iterator[dict[str, Any]]:
        for node in above.children:
            if self._take_contrary(node, (above, *above.children)):
                continue
            id_ = self._choose_id(node, code_id, taken, "sub-code")
            taken.add(id_)
            self.meanings[node.guid] = (id_, "supporting")
            label = f"{path} / {_name(node, id_)}".removeprefix(" / ")
            yield {"id": id_, "label": label}
            yield from self._build_subcodes(node, code_id, label, taken)

    def _take_contrary(self, code: CodeNode, around: Sequence[CodeNode]) -> bool:
        """Whether it is the code for passages that speak against another one, which stands near it."""
        name = find_contrary(code.name)
        other = next((each for each in around if name and each.name == name and each.guid in self.meanings), None)
        if other and not code.children:
            self.meanings[code.guid] = (self.meanings[other.guid][0], "contrary")
            return True
        return False

    def _choose_id(self, code: CodeNode, above: str, taken: Collection[str], kind: str) -> str:
        own = code.name.partition(" ")[0]
        fits = ID_SHAPE.fullmatch(own) and own not in taken and (kind != "sub-code" or own.startswith(f"{above}."))
        if fits and code.guid == (make_guid("family", own) if kind == "family" else identify_code(own)):
            return own
        word = "_".join(list_plain_words(code.name)[:_MOST_WORDS]).upper() or kind.replace("-", "").upper()
        stem = f"{above}.{word}" if above else word if word[0].isalpha() else f"C{word}"
        numbers = (stem, *(f"{stem}_{number}" for number in range(2, len(taken) + 3)))
        return next(each for each in numbers if each not in taken)


def _name(code: CodeNode, id_: str) -> str:
    """A code's label: its name, without the id that stands before it."""
    return code.name.removeprefix(f"{id_} ") or id_
