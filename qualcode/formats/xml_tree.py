"""XML from strangers: parsed without document types and so without entities; expat never goes to the network."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree as ET
from xml.parsers import expat

from qualcode.errors import UnreadableSource
from qualcode.messages import mark

PROLOG_LIMIT = 65_536  # bytes within which the first element must begin


def parse_xml(data: bytes) -> ET.Element:
    """The root of an XML part. A document type (the home of entity tricks) and damaged XML are refused."""
    refuse_doctype(data[:PROLOG_LIMIT])
    try:
        return ET.fromstring(data)  # noqa: S314 - document types, by which it could be harmed, were refused
    except (ET.ParseError, ValueError, LookupError):
        raise UnreadableSource(
            mark("the XML inside the file is damaged"), mark("Open it in its program and save it again")
        ) from None


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let Python's garbage collector rest while one document is read; it is then as it was, whatever happens.

    The thousands of elements of a tree hold no circles and go when the tree goes. Yet every 700 of them set the
    collector off, and in a process that holds much else this costs as much as the parse itself.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def refuse_doctype(head: bytes) -> None:
    """Refuse XML that declares a document type, or whose first element does not begin in `head`, its first 64 kB."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _stop
    try:
        parser.Parse(head, False)
    except (_Begun, expat.ExpatError, ValueError, LookupError):  # damage is found by whoever parses the whole
        return
    if len(head) >= PROLOG_LIMIT:
        _refuse()


def too_deep() -> UnreadableSource:
    """For a walk that ends in a RecursionError: no document that people write is nested a thousand deep."""
    return UnreadableSource(
        mark("its parts are nested too deep"), mark("Copy the text into a new document and save that")
    )


class _Begun(Exception):
    """The first element has come: the prolog is over."""


def _stop(*_: object) -> None:
    raise _Begun


def _refuse(*_: object) -> None:
    raise UnreadableSource(
        mark("the XML inside the file declares a document type, which no transcript needs and entity tricks do"),
        mark("Copy the text into a new document and save that"),
    )
