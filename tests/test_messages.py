"""The Indonesian catalogue holds every message that readers of results can see."""

import ast
import json
import pickle
import re
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from qualcode.messages import LANGUAGES, join, mark, pack, translate, translator, unpack, write_decimal

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


def test_messages_inside_formatted_texts_are_found_too(catalogue: Catalog) -> None:
    """Babel reads no message in an f-string: one that stands nowhere else would be shown in English."""
    known = {message.id for message in catalogue}
    inside = [
        call.args[0].value
        for path in ROOT.rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("t", "mark")
        if call.args and isinstance(call.args[0], ast.Constant)
    ]
    assert [message for message in inside if message not in known] == []


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


def test_nothing_said_stays_nothing_in_every_language() -> None:
    for language in LANGUAGES:
        assert translator(language)("") == translate(join("; ", ()), translator(language)) == ""


def test_a_marked_message_is_english_and_is_said_again_with_its_values(catalogue: Catalog) -> None:
    english = mark("There is no claim {id}", id="K{1}")
    assert english == f"{english}" == "There is no claim K{1}"
    assert translate(english, translator("id")) == "Tidak ada klaim K{1}"
    assert translate(english, translator("en")) == english


def test_only_what_is_marked_is_translated_be_it_inside_another_one() -> None:
    word = "code"  # in the catalogue, but here a name of somebody's file
    assert translate(word, translator("id")) == "code"
    inside = mark("{name} cannot be read: {what}", name=word, what=mark("the file is empty"))
    assert translate(inside, translator("id")) == "code tidak dapat dibaca: berkas ini kosong"
    both = join("; ", (mark("the file is empty"), word))
    assert (both, translate(both, translator("id"))) == ("the file is empty; code", "berkas ini kosong; code")


def test_a_message_survives_json_pickle_and_copies() -> None:
    message = mark("{name} cannot be read: {what}", name=Path("a.txt"), what=mark("the file is empty"))
    for again in (
        unpack(json.loads(json.dumps(pack(message)))),
        pickle.loads(pickle.dumps(message)),
        deepcopy(message),
    ):
        assert again == message
        assert translate(again, translator("id")) == "a.txt tidak dapat dibaca: berkas ini kosong"
    assert unpack(json.loads(json.dumps(pack("plain {text}")))) == "plain {text}"


TOLD = ("QualcodeError", "UnreadableSource", "MissingExtra", "PatternError", "SignError", "Problem", "note")


def _find_unmarked(path: Path) -> list[str]:
    """English that is raised or collected without being marked: texts of more than one word, f-strings too."""
    found = []
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = ast.unparse(call.func).rpartition(".")[2]
        told = call.args[1:] if name in ("Problem", "note") else call.args
        if name in (
            "QualcodeError",
            "UnreadableSource",
            "MissingExtra",
            "PatternError",
            "SignError",
            "Problem",
            "note",
        ):
            found += [
                f"{path.name}:{argument.lineno}"
                for argument in told
                if isinstance(argument, ast.JoinedStr)
                or (isinstance(argument, ast.Constant) and " " in str(argument.value))
            ]
    return found


def test_what_is_raised_or_collected_is_marked(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text(
        'raise QualcodeError(f"no {x}", mark("a b"))\nnote(entry, "a b", how)\nProblem(f"{x}:1", what, "")\n'
    )
    assert _find_unmarked(bad) == ["bad.py:1", "bad.py:2"]
    assert [place for path in sorted(ROOT.rglob("*.py")) for place in _find_unmarked(path)] == []


def test_help_is_marked() -> None:
    for path in sorted((ROOT / "cli").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for keyword in call.keywords if isinstance(call, ast.Call) else ():
                assert keyword.arg != "help" or not isinstance(keyword.value, ast.Constant), f"{path}:{call.lineno}"


def test_decimals_stand_behind_a_comma_in_indonesian_and_programs_read_a_point():
    assert [write_decimal("0.50", translator(language)) for language in LANGUAGES] == ["0,50", "0.50"]
    assert write_decimal("0.50", translator("id")).plain == "0.50"
    assert write_decimal("1500", translator("id")) == "1500"


def test_no_number_with_decimals_is_written_for_readers_in_another_way():
    """Writers place what they draw by such numbers; there they are coordinates."""
    bare = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in ROOT.rglob("*.py")
        if path.parent.name != "writers"
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r":[+,]?\.\d+[fge]\}", line) and "write_decimal(" not in line
    ]
    assert bare == []
