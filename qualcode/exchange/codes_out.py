"""Codebooks out: the code tree of a project, and a .qdc file, which is that tree alone."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from qualcode.errors import QualcodeError
from qualcode.exchange.contract import ORIGIN, CodeNode
from qualcode.messages import mark

NAMESPACE = "urn:QDA-XML:codebook:1.0"
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # what XML 1.0 cannot hold


def write_codebook(codes: tuple[CodeNode, ...]) -> bytes:
    """A codebook as a .qdc file, valid against REFI-QDA's Codebook.xsd 1.0; one without codes is refused."""
    root = Element("CodeBook", {"xmlns": NAMESPACE, "origin": ORIGIN})
    add_codes(root, codes)
    return write_xml(root)


def add_codes(parent: Element, codes: tuple[CodeNode, ...]) -> None:
    """Put `Codes` below an element; the standard has no empty ones."""
    if not codes:
        raise QualcodeError(mark("The codebook has no codes"), mark("Write one, or take the codebook of another study"))
    _add(SubElement(parent, "Codes"), codes)


def _add(parent: Element, codes: Iterable[CodeNode]) -> None:
    for code in codes:
        fields = {"guid": code.guid, "name": code.name, "isCodable": str(code.is_codable).lower()}
        element = add(parent, "Code", fields | {"color": code.color}, code.description)
        refer(element, "NoteRef", code.notes)
        _add(element, code.children)


def add(parent: Element, tag: str, fields: dict[str, str], description: str = "") -> Element:
    """A new element; what says nothing is left out, but for names, which the schema wants."""
    element = SubElement(parent, tag, choose_fields(fields))
    if description:
        SubElement(element, "Description").text = fit(description)
    return element


def choose_fields(fields: dict[str, str]) -> dict[str, str]:
    """The fields that say something, and names, as XML can hold them."""
    return {name: fit(value) for name, value in fields.items() if value or name == "name"}


def refer(parent: Element, tag: str, guids: Iterable[str]) -> None:
    """Name other things by their guids."""
    for guid in guids:
        SubElement(parent, tag, {"targetGUID": guid})


def fit(text: str) -> str:
    """The text as XML can hold it, each sign that it cannot hold replaced by one."""
    return _UNFIT.sub("\ufffd", text)


def write_xml(root: Element) -> bytes:
    """The bytes of a document, a line end behind it."""
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"
