import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import UnreadableSource
from qualcode.formats.encoding import decode

SPEECH = "P: “Ya”, kata Bu Sri – batiknya naïve €5"


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252")],
)
def test_the_text_is_right_and_the_encoding_is_told(codec: str, encoding: str) -> None:
    decoded = decode(SPEECH.encode(codec))
    assert decoded.text == SPEECH
    assert decoded.encoding == encoding
    assert decoded.notes == (() if encoding == "UTF-8" else (f"read as {encoding}: the file is not UTF-8",))


def test_both_byte_orders_of_utf_16() -> None:
    assert decode(b"\xfe\xff" + SPEECH.encode("utf-16-be")).text == SPEECH
    assert decode(b"\xff\xfe" + SPEECH.encode("utf-16-le")).text == SPEECH


def test_line_ends_stay() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_any_text_survives_utf_8(text: str) -> None:
    speech = f"P: {text}"
    assert decode(speech.encode("utf-8-sig")).text == speech


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"P: halo\0\0\x01", "binary"),
        (bytes(range(1, 9)) * 20, "binary"),
        (b"\x81\x8d\x8f\x90", "neither UTF-8"),
        ("P: halo".encode("utf-16-le"), "UTF-16 without its mark"),
        (b"\xff\xfea", "damaged or cut off"),
        (b" \r\n\r\n", "nothing but blank lines"),
        (b"{\\rtf1 P: halo}", "an RTF document"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>", "a web page"),
        (b"PK\x03\x04abc", "packed document"),
        (b"\xff\xd8\xff\xe0JFIF", "a picture"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableSource, match=what) as refused:
        decode(data)
    assert refused.value.how
