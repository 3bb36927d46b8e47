"""Codebooks in: the code tree of a project or of a .qdc file."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from qualcode.exchange.contract import CodeNode
from qualcode.exchange.guids import level_guid
from qualcode.formats.xml_tree import parse_xml, too_deep


def read_codebook(data: bytes) -> tuple[CodeNode, ...]:
    """The codes of a .qdc file; one with a document type and damaged XML are refused."""
    return read_codes(parse_xml(data))


def read_codes(holder: Element) -> tuple[CodeNode, ...]:
    """The codes below the `Codes` of an element."""
    try:
        return _read(find_first(holder, "Codes"))
    except RecursionError:
        raise too_deep() from None


def _read(parent: Iterable[Element]) -> tuple[CodeNode, ...]:
    return tuple(
        CodeNode(
            level_guid(each.get("guid")),
            " ".join(each.get("name", "").split()) or "?",
            (find_first(each, "Description").text or "").strip(),
            each.get("color", ""),
            each.get("isCodable", "true").strip() in ("true", "1"),
            _read(each),
            tuple(level_guid(note.get("targetGUID")) for note in each if name_tag(note) == "NoteRef"),
        )
        for each in parent
        if name_tag(each) == "Code"
    )


def name_tag(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def find_first(parent: Element, tag: str) -> Element:
    """The first child of that name; an empty element where there is none."""
    return next((each for each in parent if name_tag(each) == tag), Element(tag))


def list_below(root: Element, holder: str, tag: str) -> list[Element]:
    """The elements of a name in the first holder of theirs."""
    return [each for each in find_first(root, holder) if name_tag(each) == tag]
