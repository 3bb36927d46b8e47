"""XML from strangers: parsed without document types, entities or network."""

from typing import TYPE_CHECKING
from xml.parsers import expat

from qualcode.errors import UnreadableSource

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(data: bytes) -> "_Element":
    """The root of an XML part. A document type (the home of entity tricks) and damaged XML are refused."""
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    refuse_doctype(data)
    parser = XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return fromstring(data, parser)
    except XMLSyntaxError:
        raise UnreadableSource(
            "the XML inside the file is damaged", "Open it in its program and save it again"
        ) from None


def refuse_doctype(data: bytes) -> None:
    """Refuse XML that declares a document type; only what stands before the first element is looked at."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _stop
    try:
        parser.Parse(data[:65_536], False)
    except (_Begun, expat.ExpatError):  # damaged XML is refused by whoever parses the whole
        return


class _Begun(Exception):
    """The first element has come: the prolog is over."""


def _stop(*_: object) -> None:
    raise _Begun


def _refuse(*_: object) -> None:
    raise UnreadableSource(
        "the XML inside the file declares a document type, which no transcript needs and entity tricks do",
        "Copy the text into a new document and save that",
    )
