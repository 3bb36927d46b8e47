"""Projects in: a .qdpx file of any program as a `Project`, its texts and positions as this program keeps them.

Files come from strangers: the package is opened only when it can do no harm, and XML with a document type is refused.
Names of elements are matched without their namespace, of which two are about; the folder of the texts is `sources` or
`Sources`; guids are compared in one form.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from qualcode.errors import UnreadableSource
from qualcode.evidence.wording import shorten
from qualcode.exchange.codes_in import find_first, list_below, name_tag, read_codes
from qualcode.exchange.contract import CaseEntry, CodeSet, Link, Mark, Note, Project, Source, User, Variable
from qualcode.exchange.guids import level_guid
from qualcode.exchange.positions import COUNTINGS, choose_counting, lay
from qualcode.formats.archive import Archive
from qualcode.formats.encoding import decode
from qualcode.formats.xml_tree import parse_xml, without_collecting
from qualcode.messages import mark

KIND = mark("a REFI-QDA project (.qdpx)")
_INTERNAL = "internal://"
_MOST_DIGITS = 15
_HOLDERS = {"PDFSource": "Representation", "AudioSource": "Transcript", "VideoSource": "Transcript"}


def read_project(data: bytes) -> Project:
    """The project in a .qdpx file. What is no such file, may do harm, or is damaged is refused; what has no home here
    is told in the remarks."""
    archive = Archive(data, KIND)
    named = sorted((name for name in archive.names() if name.lower().endswith(".qde")), key=len)
    if not named:
        archive.require("project.qde")
    with without_collecting():
        return _Reader(archive, parse_xml(archive.read(named[0]))).read()


class _Reader:
    def __init__(self, archive: Archive, root: Element) -> None:
        self.archive, self.root = archive, root
        self.files = {PurePosixPath(name).name.casefold(): name for name in archive.names()}
        self.notes = {level_guid(each.get("guid")): each for each in list_below(root, "Notes", "Note")}
        self.remarks: list[str] = []
        self.left: Counter[str] = Counter()

    def read(self) -> Project:
        root = self.root
        raw = tuple(self._read_sources())
        counting = choose_counting(raw)
        if counting != COUNTINGS[0]:
            self.remarks.append(
                mark("its positions are not counted as the standard has it, as the words there show: put right")
            )
        laid = [lay(source, counting) for source in raw]
        self.left[mark("selections outside their texts")] += sum(lost for _, lost in laid)
        sources = tuple(source for source, _ in laid)
        notes = tuple(_quote_passages(tuple(self._read_notes()), sources))
        project = Project(
            name=root.get("name", ""),
            origin=root.get("origin", ""),
            user=level_guid(root.get("creatingUserGUID")),
            when=root.get("creationDateTime", ""),
            users=tuple(
                User(level_guid(each.get("guid")), each.get("name") or each.get("id") or "")
                for each in list_below(root, "Users", "User")
            ),
            codes=read_codes(find_first(root, "CodeBook")),
            variables=tuple(
                Variable(level_guid(each.get("guid")), each.get("name", ""))
                for each in list_below(root, "Variables", "Variable")
            ),
            cases=tuple(self._read_case(each) for each in list_below(root, "Cases", "Case")),
            sources=tuple(replace(each, marks=tuple(mark for mark in each.marks if mark.code)) for each in sources),
            notes=notes,
            links=tuple(
                Link(
                    level_guid(each.get("guid")),
                    each.get("name", ""),
                    level_guid(each.get("originGUID")),
                    level_guid(each.get("targetGUID")),
                )
                for each in list_below(root, "Links", "Link")
            ),
            sets=tuple(self._read_set(each) for each in list_below(root, "Sets", "Set")),
            description=_read_text(root, "Description"),
        )
        self.left[mark("drawings (graphs)")] += len(list_below(root, "Graphs", "Graph"))
        told = [mark("{what}: {count}", what=what, count=count) for what, count in self.left.items() if count]
        return replace(project, remarks=(*self.remarks, *told))

    def _read_sources(self) -> Iterator[Source]:
        for element in find_first(self.root, "Sources"):
            tag, name = name_tag(element), element.get("name", "")
            if tag == "TextSource":
                yield from self._read_source(element, name)
            elif tag in _HOLDERS:
                held = [each for each in element if name_tag(each) == _HOLDERS[tag]]
                for each in held:
                    yield from self._read_source(each, name or each.get("name", ""))
                codings = sum(name_tag(each) == "Coding" for each in element.iter())
                inside = sum(name_tag(each) == "Coding" for holder in held for each in holder.iter())
                self.left[mark("codings on pages and recordings, not on texts")] += codings - inside
            else:
                self.left[mark("pictures, with their codings")] += 1

    def _read_source(self, element: Element, name: str) -> Iterator[Source]:
        text = self._read_body(element, name)
        if text is None:
            return
        self.left[mark("codes given to whole documents")] += len(
            [each for each in element if name_tag(each) == "Coding"]
        )
        points = {
            level_guid(each.get("guid")): each.get("position", "") for each in element if name_tag(each) == "SyncPoint"
        }
        placed: list[tuple[Element, tuple[str, ...]]] = [(each, ()) for each in element]
        for guid in _list_targets([element], "NoteRef"):  # QualCoder's annotations say themselves where they lie
            placed += [(each, (guid,)) for each in self.notes.get(guid, ())]
        marks = tuple(mark for each, hung in placed for mark in self._read_selection(each, points, hung))
        values = tuple(_read_values(element))
        yield Source(level_guid(element.get("guid")), name, text, marks, _read_text(element, "Description"), values)

    def _read_body(self, element: Element, name: str) -> str | None:
        """The plain text of a source or a note; None where there is none, which is told."""
        path = element.get("plainTextPath", "")
        file = self.files.get(PurePosixPath(path.removeprefix(_INTERNAL)).name.casefold(), "")
        held = find_first(element, "PlainTextContent")
        if held.text and not file:
            return held.text
        try:
            if not file:
                raise UnreadableSource(mark("its plain text is not in the file"), "")
            decoded = decode(self.archive.read(file))
        except UnreadableSource as error:
            self.remarks.append(mark("{name}: {what}", name=name, what=error.what))
            return None
        self.remarks += (mark("{name}: {what}", name=name, what=note) for note in decoded.notes)
        return decoded.text

    def _read_selection(
        self, element: Element, points: Mapping[str, str], hung: tuple[str, ...] = ()
    ) -> Iterator[Mark]:
        """The marks of a selection: one a coding, one without a code where it bears notes alone. `hung` are the guids
        of notes that hang on it besides."""
        tag = name_tag(element)
        if tag not in ("PlainTextSelection", "TranscriptSelection"):
            return
        ends = [element.get("startPosition", ""), element.get("endPosition", "")]
        if tag == "TranscriptSelection":
            ends = [points.get(level_guid(element.get(key)), "") for key in ("fromSyncPoint", "toSyncPoint")]
        start, end = (int(each) if each.strip().isdecimal() and len(each) < _MOST_DIGITS else -1 for each in ends)
        codings = [each for each in element if name_tag(each) == "Coding"]
        notes = (*hung, *_list_targets([element, *codings], "NoteRef"))
        made = Mark(
            level_guid(element.get("guid")),
            start,
            end,
            name=element.get("name", ""),
            user=_find_user(element),
            when=_find_time(element),
            description=_read_text(element, "Description"),
            notes=notes,
        )
        if not codings and (made.description or notes):
            yield made
        for coding in codings:
            code = next(_list_targets([coding], "CodeRef"), "")
            user, when = _find_user(coding) or made.user, _find_time(coding) or made.when
            if code:
                yield replace(made, code=code, user=user, when=when)
            else:
                self.left[mark("codings whose code is not in the file")] += 1

    def _read_notes(self) -> Iterator[Note]:
        for each in list_below(self.root, "Notes", "Note"):
            name = each.get("name", "")
            text = self._read_body(each, name or mark("a note"))
            if text is not None:
                yield Note(level_guid(each.get("guid")), name, text.strip(), _find_user(each), _find_time(each))

    def _read_case(self, element: Element) -> CaseEntry:
        self.left[mark("parts of texts given to cases")] += len(list(_list_targets([element], "SelectionRef")))
        sources = tuple(_list_targets([element], "SourceRef"))
        return CaseEntry(
            level_guid(element.get("guid")), element.get("name", ""), tuple(_read_values(element)), sources
        )

    def _read_set(self, element: Element) -> CodeSet:
        codes = tuple(_list_targets([element], "MemberCode"))
        description = _read_text(element, "Description")
        return CodeSet(level_guid(element.get("guid")), element.get("name", ""), description, codes)


def _quote_passages(notes: Iterable[Note], sources: Iterable[Source]) -> Iterator[Note]:
    """The notes; those that hang on passages without a code quote them, and so do such passages' own descriptions."""
    quotes: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for source in sources:
        for each in source.marks:
            if each.code:
                continue
            words = source.text[each.start : each.end].strip()
            title = f"{source.name}: {shorten(words)}"
            for guid in each.notes:
                quotes.setdefault(guid, []).append(f"“{words}”\n\n")
                titles.setdefault(guid, title)
            if each.description:
                yield Note(each.guid, title, f"“{words}”\n\n{each.description}", each.user, each.when)
    for note in notes:
        text = "".join(quotes.get(note.guid, ())) + note.text
        yield replace(note, name=note.name or titles.get(note.guid, ""), text=text)


def _read_text(parent: Element, tag: str) -> str:
    return (find_first(parent, tag).text or "").strip()


def _list_targets(elements: Iterable[Element], tag: str) -> Iterator[str]:
    return (level_guid(each.get("targetGUID")) for above in elements for each in above if name_tag(each) == tag)


def _read_values(element: Element) -> Iterator[tuple[str, str]]:
    for each in element:
        if name_tag(each) == "VariableValue":
            variable = next(_list_targets([each], "VariableRef"), "")
            value = next((value.text or "" for value in each if name_tag(value) != "VariableRef"), "").strip()
            if value:
                yield variable, value


def _find_user(element: Element) -> str:
    return level_guid(element.get("creatingUser") or element.get("modifyingUser"))


def _find_time(element: Element) -> str:
    return element.get("creationDateTime") or element.get("modifiedDateTime") or ""
