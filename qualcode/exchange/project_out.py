r"""Projects out: a .qdpx file, which is a ZIP of `project.qde` and the sources as plain text.

What other programs were found to trip over is minded here: positions are code points, so the texts are UTF-8 with `\n`
and without a mark in front; every source has its own file, called after its guid; coder and time stand on the selection
and on the coding; a selection bears one code of one coder; nothing that the schema calls optional stands there empty.
"""

from io import BytesIO
from xml.etree.ElementTree import Element, SubElement
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from qualcode.exchange.codes_out import add, add_codes, choose_fields, fit, refer, write_xml
from qualcode.exchange.contract import CaseEntry, Link, Mark, Note, Project, Source
from qualcode.exchange.guids import make_guid

NAMESPACE = "urn:QDA-XML:project:1.0"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the time of every packed file: the same project gives the same bytes


def write_project(project: Project) -> bytes:
    """A project as a .qdpx file, valid against REFI-QDA's Project.xsd 1.0; one without codes is refused."""
    made = {"origin": project.origin, "creatingUserGUID": project.user, "creationDateTime": project.when}
    root = Element("Project", choose_fields({"xmlns": NAMESPACE, "name": project.name, **made}))
    for user in project.users:
        add(_within(root, "Users"), "User", {"guid": user.guid, "name": user.name})
    add_codes(SubElement(root, "CodeBook"), project.codes)
    for variable in project.variables:
        fields = {"guid": variable.guid, "name": variable.name, "typeOfVariable": "Text"}
        add(_within(root, "Variables"), "Variable", fields)
    for case in project.cases:
        _add_case(_within(root, "Cases"), case)
    for source in project.sources:
        _add_source(_within(root, "Sources"), source)
    for note in project.notes:
        _add_note(_within(root, "Notes"), note)
    for link in project.links:
        _add_link(_within(root, "Links"), link)
    for each in project.sets:
        element = add(_within(root, "Sets"), "Set", {"guid": each.guid, "name": each.name}, each.description)
        refer(element, "MemberCode", each.codes)
    if project.description:
        SubElement(root, "Description").text = fit(project.description)
    texts = {source.guid: source.text for source in project.sources}
    texts |= {note.guid: note.text for note in project.notes}
    return _pack(write_xml(root), texts)


def _within(root: Element, tag: str) -> Element:
    """The element that holds all of one kind; made for the first of them, for an empty one is not valid."""
    last = root[-1] if len(root) else None
    return last if last is not None and last.tag == tag else SubElement(root, tag)


def _add_case(parent: Element, case: CaseEntry) -> None:
    element = add(parent, "Case", {"guid": case.guid, "name": case.name})
    for variable, value in case.values:
        holder = SubElement(element, "VariableValue")
        refer(holder, "VariableRef", (variable,))
        SubElement(holder, "TextValue").text = fit(value)
    refer(element, "SourceRef", case.sources)


def _add_source(parent: Element, source: Source) -> None:
    fields = {"guid": source.guid, "name": source.name, "plainTextPath": _name_file(source.guid)}
    element = add(parent, "TextSource", fields, source.description)
    for mark in source.marks:
        _add_mark(element, mark)


def _add_mark(parent: Element, mark: Mark) -> None:
    made = {"creatingUser": mark.user, "creationDateTime": mark.when}
    place = {"startPosition": str(mark.start), "endPosition": str(mark.end)}
    selection = add(
        parent, "PlainTextSelection", {"guid": mark.guid, "name": mark.name, **place, **made}, mark.description
    )
    coding = add(selection, "Coding", {"guid": make_guid("coding", mark.guid), **made})
    refer(coding, "CodeRef", (mark.code,))
    refer(selection, "NoteRef", mark.notes)


def _add_note(parent: Element, note: Note) -> None:
    made = {"creatingUser": note.user, "creationDateTime": note.when}
    add(parent, "Note", {"guid": note.guid, "name": note.name, "plainTextPath": _name_file(note.guid), **made})


def _add_link(parent: Element, link: Link) -> None:
    ends = {"direction": "OneWay", "originGUID": link.origin, "targetGUID": link.target}
    add(parent, "Link", {"guid": link.guid, "name": link.name, **ends})


def _name_file(guid: str) -> str:
    return f"internal://{guid}.txt"


def _pack(project: bytes, texts: dict[str, str]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in (("project.qde", project), *((f"sources/{g}.txt", t.encode()) for g, t in texts.items())):
            info = ZipInfo(name, _LONG_AGO)
            info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(info, data)
    return packed.getvalue()
