import pytest

from qualcode.formats.json_text import parse_json


@pytest.mark.parametrize("source", [b"", "{", b"\xff\xfe", "[" * 100_000, '{"a":' * 100_000, "9" * 5000])
def test_what_is_no_json_raises_one_error(source: str | bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        parse_json(source)


def test_what_is_json_is_its_value() -> None:
    assert parse_json('{"a": [1, null]}') == parse_json(b'\t{"a":[1,null]}\n') == {"a": [1, None]}
