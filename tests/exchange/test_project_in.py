"""Projects in: those of other programs, odd ones, and those that would do harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import QualcodeError
from qualcode.exchange.codes_in import read_codebook
from qualcode.exchange.codes_out import write_codebook
from qualcode.exchange.contract import Project
from qualcode.exchange.project_in import read_project
from qualcode.exchange.project_out import write_project as write_own
from tests.exchange.hands import ANA, HELP, RAIN, TEXT, select, write_project
from tests.exchange.test_project_out import make_project
from tests.packages import pack

WORDS = "The 😀 rain\r\ncame late.\r\nWe 😀 had none.\r\n"


def quote(project: Project) -> list[tuple[str, str]]:
    return [(s.text[m.start : m.end], m.code) for s in project.sources for m in s.marks]


words = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(str.strip)


@given(words, words, words)
def test_what_goes_out_comes_back(name: str, text: str, note: str) -> None:
    project = make_project(" ".join(name.split()), text, note.strip())
    back = read_project(write_own(project))
    assert (back.users, back.cases, back.links, back.sets) == (
        project.users, project.cases, project.links, project.sets
    )  # fmt: skip
    assert [len(source.marks) for source in back.sources] == [2]
    assert {mark.user for source in back.sources for mark in source.marks} == {project.user}


def test_utf16_places_capitals_and_braces_of_guids_and_a_mark_in_front_are_read() -> None:
    """As NVivo writes them: UTF-16 units, CRLF as two, a byte order mark that is not counted."""
    units = WORDS.encode("utf-16-le")
    start = units.index("none".encode("utf-16-le")) // 2
    selections = select(start, start + 4) + select(7, 11, HELP)
    project = read_project(write_project(b"\xef\xbb\xbf" + WORDS.encode(), selections, folder="Sources"))
    assert quote(project) == [("none", RAIN), ("rain", HELP)]
    assert project.sources[0].guid == TEXT
    assert {mark.user for mark in project.sources[0].marks} == {ANA}
    assert len(project.remarks) == 1


def test_line_ends_that_count_once_are_read() -> None:
    """As ATLAS.ti counts."""
    plain = WORDS.replace("\r\n", "\n")
    start = plain.index("none")
    selections = select(start, start + 4) + select(plain.index("had"), plain.index("had") + 3, HELP)
    assert quote(read_project(write_project(WORDS, selections))) == [("none", RAIN), ("had", HELP)]


def test_several_codings_of_one_selection_are_several() -> None:
    second = f'<Coding guid="{HELP}"><CodeRef targetGUID="{HELP.upper()}"/></Coding>'
    found = read_project(write_project("rain", select(0, 4).replace("</Plain", f"{second}</Plain")))
    assert quote(found) == [("rain", RAIN), ("rain", HELP)]


@pytest.mark.parametrize("namespace", ["urn:QDA-XML:project:0:4", "urn:QDA-XML:project:1:0"])
def test_other_namespaces_and_names_of_the_project_are_read(namespace: str) -> None:
    assert quote(read_project(write_project("rain", select(0, 4), namespace=namespace, file="Project.qde")))


def test_a_note_on_a_passage_without_a_code_becomes_a_memo_that_quotes_it() -> None:
    noted = select(0, 4, code="", more="<Description>hm</Description>")
    project = read_project(write_project("rain", noted))
    assert [note.text for note in project.notes] == ["“rain”\n\nhm"]
    assert quote(project) == []


def test_notes_that_hang_on_passages_without_a_code_quote_them() -> None:
    """By reference, and as QualCoder writes annotations: the note says where, the source which note."""
    ref, other = f'<NoteRef targetGUID="{HELP}"/>', f'<NoteRef targetGUID="{ANA.upper()}"/>'
    held = "<PlainTextContent>hm</PlainTextContent>"
    place = f'<PlainTextSelection guid="{TEXT}" startPosition="5" endPosition="9"/>'
    notes = f'<Notes><Note guid="{HELP}" name="N">{held}</Note><Note guid="{ANA}">{held}{place}</Note></Notes>'
    selections = select(0, 4, code="", more=ref) + select(10, 14, more=ref) + other
    project = read_project(write_project("rain came late", selections, rest=notes))
    assert [(note.name, note.text) for note in project.notes] == [
        ("N", "“rain”\n\nhm"),
        ("Interview 1.docx: came", "“came”\n\nhm"),
    ]
    assert quote(project) == [("late", RAIN)]


def test_a_coding_that_refers_to_no_code_is_told_and_is_no_note() -> None:
    project = read_project(write_project("rain", select(0, 4).replace(f'<CodeRef targetGUID="{RAIN}"/>', "")))
    assert (quote(project), project.notes) == ([], ())
    assert "codings whose code is not in the file: 1" in project.remarks


def test_what_has_no_home_is_counted() -> None:
    coded = f'<Coding guid="{TEXT}"><CodeRef targetGUID="{RAIN}"/></Coding>'
    case = f'<Cases><Case guid="{HELP}" name="C"><SelectionRef targetGUID="{TEXT}"/></Case></Cases>'
    graph = f'<Graphs><Graph guid="{HELP}"/></Graphs>'
    picture = f'</TextSource><PictureSource guid="{HELP}"/><TextSource guid="{ANA}" name="gone">'
    project = read_project(write_project("rain", select(0, 4) + select(3, 99) + coded + picture, rest=case + graph))
    told = "\n".join(project.remarks)
    for part in ("outside", "pictures", "whole documents", "cases", "graphs", "gone: its plain text"):
        assert part in told


def test_a_transcript_of_a_recording_is_read_by_its_points() -> None:
    points = "".join(f'<SyncPoint guid="{g}" position="{p}"/>' for g, p in ((RAIN, 4), (HELP, 8)))
    chosen = (
        f'<TranscriptSelection guid="{ANA}" fromSyncPoint="{RAIN}" toSyncPoint="{HELP.upper()}">'
        f'<Coding guid="{ANA}"><CodeRef targetGUID="{RAIN}"/></Coding></TranscriptSelection>'
    )
    held = f'<Transcript guid="{ANA}"><PlainTextContent>The rain came</PlainTextContent>{points}{chosen}</Transcript>'
    audio = f'</TextSource><AudioSource guid="{ANA}" name="tape">{held}</AudioSource><TextSource guid="{HELP}">'
    project = read_project(write_project("x", audio))
    assert ("rain", RAIN) in quote(project)


def test_text_that_is_not_utf8_is_read_and_told() -> None:
    project = read_project(write_project("caf\xe9 rain".encode("cp1252"), select(5, 9)))
    assert quote(project) == [("rain", RAIN)]
    assert "Windows-1252" in project.remarks[0]


DOCTYPE = '<!DOCTYPE p [<!ENTITY a "aaaa">]><Project name="&a;"/>'
DEEP = '<Code guid="g" name="n">' * 5000 + "</Code>" * 5000


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 torn",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old file",
        pack({"word/document.xml": "<a/>"}),
        pack({"project.qde": "<Project"}),
        pack({"project.qde": DOCTYPE}),
        pack({"project.qde": "<!--" + " " * 70_000 + f"-->{DOCTYPE}"}),
        pack({"project.qde": "<Project/>", "sources/a.txt": b"\0" * 30_000_000}),
        pack({"project.qde": "<Project/>", **{f"sources/{n}.txt": "" for n in range(5001)}}),
        write_project("rain", "", codes=DEEP),
    ],
    ids=("empty", "torn", "old", "word", "cut", "entity", "late entity", "bomb", "many", "deep"),
)
def test_what_is_no_project_or_would_do_harm_is_refused(data: bytes) -> None:
    with pytest.raises(QualcodeError):
        read_project(data)


@pytest.mark.parametrize("place", ["9" * 5000, "-4", "", "four", "²", "1e3", " 0 "])
def test_odd_places_do_no_harm(place: str) -> None:
    project = read_project(write_project("rain", select(0, 4).replace('"0"', f'"{place}"')))
    assert len(quote(project)) == (place == " 0 ")


def test_a_path_out_of_the_package_reads_nothing_outside() -> None:
    sources = f'<TextSource guid="{TEXT}" name="a" plainTextPath="absolute:///etc/passwd"/>'
    project = read_project(pack({"project.qde": f"<Project><Sources>{sources}</Sources></Project>"}))
    assert project.sources == ()
    assert "a: its plain text is not in the file" in project.remarks


def test_a_codebook_comes_back() -> None:
    tree = make_project("a", "b", "c").codes
    assert read_codebook(write_codebook(tree)) == tree


@pytest.mark.parametrize("data", [b"no xml", DOCTYPE.encode()])
def test_a_codebook_that_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(QualcodeError):
        read_codebook(data)
