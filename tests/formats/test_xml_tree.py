import gc
from collections.abc import Iterator

import pytest

from qualcode.errors import UnreadableSource
from qualcode.formats.xml_tree import PROLOG_LIMIT, parse_xml, refuse_doctype, without_collecting

LAUGHS = b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'
FILE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]><a>&x;</a>'


@pytest.mark.parametrize(
    "data", [LAUGHS, FILE, b"<!-- c -->" + LAUGHS, LAUGHS.decode().encode("utf-16"), b"<!DOCTYPE a><a/>"]
)
def test_a_document_type_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableSource, match="document type"):
        parse_xml(data)


def test_a_document_type_behind_a_long_comment_is_refused() -> None:
    with pytest.raises(UnreadableSource):
        parse_xml(b"<!--" + b" " * PROLOG_LIMIT + b"-->" + LAUGHS)


def test_the_word_doctype_inside_is_only_text() -> None:
    assert parse_xml(b"<a>&lt;!DOCTYPE x&gt;</a>").text == "<!DOCTYPE x>"


@pytest.mark.parametrize("data", [b"", b"<a>", b"no xml", b"<?xml version='1.0' encoding='x-none'?><a/>", b"<a>\0</a>"])
def test_damaged_xml_is_refused(data: bytes) -> None:
    refuse_doctype(data)
    with pytest.raises(UnreadableSource, match="damaged"):
        parse_xml(data)


@pytest.fixture
def collector() -> Iterator[None]:
    yield
    gc.enable()


@pytest.mark.usefixtures("collector")
def test_the_collector_rests_and_is_then_as_it_was() -> None:
    with without_collecting():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(UnreadableSource), without_collecting():
        parse_xml(b"<a>")
    assert gc.isenabled()
    gc.disable()
    with without_collecting():
        pass
    assert not gc.isenabled()
