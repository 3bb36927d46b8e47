"""Files that are not read: what they really are, and what to do with them."""

from dataclasses import dataclass
from pathlib import Path

from qualcode.errors import UnreadableSource
from qualcode.messages import mark


@dataclass(frozen=True, slots=True)
class Seeming:
    """What a file seems to be from its first bytes (`a PDF`), and how to go on from there."""

    noun: str
    remedy: str


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .doc, .xls and of encrypted .docx and .xlsx
ZIP = b"PK\x03\x04"
RTF = Seeming(mark("an RTF document"), mark("Give it the ending .rtf"))
WEB_PAGE = Seeming(mark("a web page"), mark("Give it the ending .html"))

_SAVE_AS_DOCX = mark("Open it in Word or LibreOffice and save it as .docx")
_TRANSCRIBE = mark("Transcribe it first and give the transcript, not the recording")
_RECOGNISE_TEXT = mark("Run text recognition (OCR) on it, or type the transcript")

_TEXT_GRID = Seeming(
    mark("a TextGrid of Praat"), mark("In Praat, choose Down to Table, save it as tab-separated text and name it .tsv")
)

_MAGIC = (
    (
        OLE,
        Seeming(
            mark("an old Word or Excel file, or one with a password"),
            mark("Save it as .docx or .xlsx without password"),
        ),
    ),
    (
        ZIP,
        Seeming(
            mark("a packed document or ZIP file"), mark("Give it its right ending (.docx, .odt, .xlsx), or unpack it")
        ),
    ),
    (b"%PDF-", Seeming(mark("a PDF"), mark("Give it the ending .pdf"))),
    (b"{\\rtf", RTF),
    (b"\xff\xd8\xff", Seeming(mark("a picture"), _RECOGNISE_TEXT)),
    (b"\x89PNG", Seeming(mark("a picture"), _RECOGNISE_TEXT)),
    (b"ID3", Seeming(mark("a sound recording"), _TRANSCRIBE)),
    (b"RIFF", Seeming(mark("a recording"), _TRANSCRIBE)),
    (b"OggS", Seeming(mark("a recording"), _TRANSCRIBE)),
    (b"SQLite format 3", Seeming(mark("a database"), mark("Export the transcripts from the program that made it"))),
    (b'File type = "ooTextFile"', _TEXT_GRID),
    (b"<!doctype html", WEB_PAGE),
    (b"<html", WEB_PAGE),
)

_RECORDING = (mark("a recording is not read"), _TRANSCRIBE)
_PICTURE = (mark("a picture is not read"), _RECOGNISE_TEXT)

_UNREAD = {
    ".doc": (mark("the old Word format .doc is not read"), _SAVE_AS_DOCX),
    ".dot": (mark("a Word template is not read"), _SAVE_AS_DOCX),
    ".docm": (mark("a Word document with macros is not read"), _SAVE_AS_DOCX),
    ".wpd": (mark("a WordPerfect document is not read"), _SAVE_AS_DOCX),
    ".wps": (mark("a Works or WPS document is not read"), _SAVE_AS_DOCX),
    ".pages": (mark("an Apple Pages document is not read"), mark("In Pages, export it to Word (.docx)")),
    ".numbers": (mark("an Apple Numbers table is not read"), mark("In Numbers, export it to Excel (.xlsx) or CSV")),
    ".gdoc": (mark("this is only a link to a Google document"), mark("In Google Docs, download it as .docx")),
    ".gsheet": (mark("this is only a link to a Google table"), mark("In Google Sheets, download it as .xlsx or .csv")),
    ".url": (mark("this is only a link"), mark("Save the document itself as .docx or .txt")),
    ".xls": (
        mark("the old Excel format .xls is not read"),
        mark("Open it in Excel or LibreOffice and save it as .xlsx"),
    ),
    ".ods": (mark("an OpenDocument table is not read"), mark("Save it as .xlsx or .csv")),
    ".ppt": (mark("slides are not read"), mark("Save their text as .docx")),
    ".pptx": (mark("slides are not read"), mark("Save their text as .docx")),
    ".epub": (mark("an e-book is not read"), mark("Save the interview as .docx or .txt")),
    ".xml": (mark("XML of an unknown kind is not read"), mark("Save the transcript as .docx, .txt or .csv")),
    ".eaf": (mark("an ELAN file is not read"), mark("In ELAN, export it as tab-delimited text and name it .tsv")),
    ".textgrid": (mark("a TextGrid of Praat is not read"), _TEXT_GRID.remedy),
    ".qdpx": (mark("a project of another program is not a transcript"), mark("Take it in with `qualcode import`")),
    ".zip": (mark("a ZIP file is not opened"), mark("Unpack it into the transcripts folder")),
    ".rar": (mark("a RAR file is not opened"), mark("Unpack it into the transcripts folder")),
    ".7z": (mark("a 7z file is not opened"), mark("Unpack it into the transcripts folder")),
    **dict.fromkeys((".mp3", ".wav", ".m4a", ".ogg", ".opus", ".aac", ".flac", ".wma", ".amr"), _RECORDING),
    **dict.fromkeys((".mp4", ".mov", ".avi", ".mkv", ".webm", ".3gp"), _RECORDING),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".heic", ".tif", ".tiff", ".gif", ".bmp", ".webp"), _PICTURE),
}


def recognise(data: bytes) -> Seeming | None:
    """What the bytes seem to be if they are no plain text that a reader takes as it is; None for all else."""
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, seeming in _MAGIC:
        if head.startswith(magic) or (magic.startswith(b"<") and head.lower().startswith(magic)):
            return seeming
    return None


def explain_refusal(path: Path) -> UnreadableSource:
    """Why a file with an ending that no reader takes is not read, and what to do; to be raised or collected."""
    ending = path.suffix.lower()
    what, how = _UNREAD.get(ending, _explain_unknown(ending))
    seeming = None if ending in _UNREAD and ending != ".doc" else _peek(path)
    if seeming and not (ending == ".doc" and seeming.noun == _MAGIC[0][1].noun):
        return UnreadableSource(mark("{what}; this one is really {noun}", what=what, noun=seeming.noun), seeming.remedy)
    return UnreadableSource(
        what, how or mark("Save the transcript as .docx, .txt, .vtt, .csv or another format that is read")
    )


def _explain_unknown(ending: str) -> tuple[str, str]:
    if not ending:
        return mark("files that end in no dot and letters are not read"), ""
    return mark("files that end in {ending} are not read", ending=ending), ""


def _peek(path: Path) -> Seeming | None:
    try:
        with path.open("rb") as file:
            return recognise(file.read(64))
    except OSError:
        return None
