"""Projects out: valid by the standard's schema, the same bytes each time, whatever people type."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from qualcode.errors import QualcodeError
from qualcode.exchange.codes_out import write_codebook
from qualcode.exchange.contract import CaseEntry, CodeNode, CodeSet, Link, Mark, Note, Project, Source, User, Variable
from qualcode.exchange.guids import level_guid, make_guid
from qualcode.exchange.project_out import NAMESPACE, write_project
from tests.exchange.schemas import list_faults

words = st.text(max_size=12)
CODES = (CodeNode(make_guid("code", "A"), "A"),)


def make_project(name: str, text: str, note: str) -> Project:
    """A project in which `name` and `note` stand wherever a person may type."""
    user, code, source = make_guid("user", name), CODES[0].guid, make_guid("source", name)
    mark = Mark(make_guid("mark", 1), 0, len(text), code, name, user, "2026-01-31T10:00:00Z", note, (make_guid("n"),))
    variable = Variable(make_guid("variable", name), name)
    return Project(
        name=name,
        user=user,
        users=(User(user, name),),
        codes=(CodeNode(make_guid("family"), name, note, is_codable=False, children=CODES), CodeNode(code, name, note)),
        variables=(variable,),
        cases=(CaseEntry(make_guid("case"), name, ((variable.guid, note),), (source,)),),
        sources=(Source(source, name, text, (mark, replace(mark, guid=make_guid("mark", 2)))),),
        notes=(Note(make_guid("n"), name, note, user, "2026-01-31T00:00:00Z"),),
        links=(Link(make_guid("link"), name, make_guid("mark", 1), make_guid("mark", 2)),),
        sets=(CodeSet(make_guid("set"), name, note, (code,)),),
        description=note,
    )


@given(words, words, words)
def test_whatever_people_type_is_valid(name: str, text: str, note: str) -> None:
    assert list_faults(write_project(make_project(name, text, note))) == []


def test_a_project_of_nothing_but_codes_is_valid() -> None:
    assert list_faults(write_project(Project("", codes=CODES))) == []


def test_the_same_project_gives_the_same_bytes() -> None:
    project = make_project("a", "b", "c")
    assert write_project(project) == write_project(project)


def test_texts_are_utf8_without_a_mark_in_front_and_called_after_their_guids() -> None:
    archive = ZipFile(BytesIO(write_project(make_project("a", "é🌧\n", ""))))
    assert archive.read(f"sources/{make_guid('source', 'a')}.txt") == "é🌧\n".encode()


def test_coder_and_time_stand_on_the_selection_and_on_the_coding() -> None:
    root = etree.fromstring(ZipFile(BytesIO(write_project(make_project("a", "b", "")))).read("project.qde"))
    for tag in ("PlainTextSelection", "Coding"):
        for element in root.iter(f"{{{NAMESPACE}}}{tag}"):
            assert element.get("creatingUser") == make_guid("user", "a")
            assert element.get("creationDateTime") == "2026-01-31T10:00:00Z"


def test_a_codebook_is_valid_and_one_without_codes_is_refused() -> None:
    tree = (CodeNode(make_guid("family"), "<F>", "é\x01", "#4477AA", is_codable=False, children=CODES),)
    assert list_faults(write_codebook(tree)) == []
    with pytest.raises(QualcodeError):
        write_codebook(())
    with pytest.raises(QualcodeError):
        write_project(Project("a"))


def test_guids_of_one_thing_are_one_however_they_are_written() -> None:
    guid = make_guid("code", "A")
    assert {level_guid(guid.upper()), level_guid(f"{{{guid}}}")} == {guid}
    assert level_guid(None) == ""
