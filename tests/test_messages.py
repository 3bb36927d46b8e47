"""The Indonesian catalogue holds every message that readers of results can see."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from qualcode.messages import translator

ROOT = Path(__file__).parent.parent / "qualcode"
FOLDER = ROOT / "locale" / "id" / "LC_MESSAGES"
METHODS = [("**.py", "python"), ("page/**.j2", "jinja2")]


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with (FOLDER / "qualcode.po").open("rb") as file:
        return read_po(file, locale="id")


def test_every_message_is_translated(catalogue: Catalog) -> None:
    found = {message[2] for message in extract_from_dir(ROOT, METHODS, keywords={"t": None, "mark": None})}
    translated = {message.id for message in catalogue if message.id and message.string}
    assert found - translated == set()
    assert translated - found == set(), "messages that no line says any more"


def test_placeholders_are_kept(catalogue: Catalog) -> None:
    for message in catalogue:
        names = re.findall(r"{\w*}", str(message.id))
        assert sorted(names) == sorted(re.findall(r"{\w*}", str(message.string))), message.id


def test_the_compiled_catalogue_is_that_of_the_source(catalogue: Catalog) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    assert (FOLDER / "qualcode.mo").read_bytes() == compiled.getvalue()


def test_english_stays_as_it_is_and_indonesian_is_looked_up(catalogue: Catalog) -> None:
    message = next(message for message in catalogue if message.id)
    assert translator("en")(message.id) == message.id
    assert translator("id")(message.id) == message.string
