"""Files that are not read: what they really are, and what to do with them."""

from dataclasses import dataclass
from pathlib import Path

from qualcode.errors import UnreadableSource


@dataclass(frozen=True, slots=True)
class Seeming:
    """What a file seems to be from its first bytes (`a PDF`), and how to go on from there."""

    noun: str
    remedy: str


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of .doc, .xls and of encrypted .docx and .xlsx
ZIP = b"PK\x03\x04"
RTF = Seeming("an RTF document", "Give it the ending .rtf")

_SAVE_AS_DOCX = "Open it in Word or LibreOffice and save it as .docx"
_TRANSCRIBE = "Transcribe it first and give the transcript, not the recording"
_RECOGNISE_TEXT = "Run text recognition (OCR) on it, or type the transcript"

_MAGIC = (
    (OLE, Seeming("an old Word or Excel file, or one with a password", "Save it as .docx or .xlsx without password")),
    (ZIP, Seeming("a packed document or ZIP file", "Give it its right ending (.docx, .odt, .xlsx), or unpack it")),
    (b"%PDF-", Seeming("a PDF", "Give it the ending .pdf")),
    (b"{\\rtf", RTF),
    (b"\xff\xd8\xff", Seeming("a picture", _RECOGNISE_TEXT)),
    (b"\x89PNG", Seeming("a picture", _RECOGNISE_TEXT)),
    (b"ID3", Seeming("a sound recording", _TRANSCRIBE)),
    (b"RIFF", Seeming("a recording", _TRANSCRIBE)),
    (b"OggS", Seeming("a recording", _TRANSCRIBE)),
    (b"SQLite format 3", Seeming("a database", "Export the transcripts from the program that made it")),
    (b"<!doctype html", Seeming("a web page", "Open it in Word or LibreOffice and save it as .docx")),
    (b"<html", Seeming("a web page", "Open it in Word or LibreOffice and save it as .docx")),
)

_RECORDING = ("a recording is not read", _TRANSCRIBE)
_PICTURE = ("a picture is not read", _RECOGNISE_TEXT)
_WEB_PAGE = ("a web page is not read", _SAVE_AS_DOCX)

_UNREAD = {
    ".doc": ("the old Word format .doc is not read", _SAVE_AS_DOCX),
    ".dot": ("a Word template is not read", _SAVE_AS_DOCX),
    ".docm": ("a Word document with macros is not read", _SAVE_AS_DOCX),
    ".wpd": ("a WordPerfect document is not read", _SAVE_AS_DOCX),
    ".wps": ("a Works or WPS document is not read", _SAVE_AS_DOCX),
    ".pages": ("an Apple Pages document is not read", "In Pages, export it to Word (.docx)"),
    ".numbers": ("an Apple Numbers table is not read", "In Numbers, export it to Excel (.xlsx) or CSV"),
    ".gdoc": ("this is only a link to a Google document", "In Google Docs, download it as .docx"),
    ".gsheet": ("this is only a link to a Google table", "In Google Sheets, download it as .xlsx or .csv"),
    ".url": ("this is only a link", "Save the document itself as .docx or .txt"),
    ".xls": ("the old Excel format .xls is not read", "Open it in Excel or LibreOffice and save it as .xlsx"),
    ".ods": ("an OpenDocument table is not read", "Save it as .xlsx or .csv"),
    ".ppt": ("slides are not read", "Save their text as .docx"),
    ".pptx": ("slides are not read", "Save their text as .docx"),
    ".html": _WEB_PAGE,
    ".htm": _WEB_PAGE,
    ".epub": ("an e-book is not read", "Save the interview as .docx or .txt"),
    ".xml": ("XML of an unknown kind is not read", "Save the transcript as .docx, .txt or .csv"),
    ".eaf": ("an ELAN file is not read", "In ELAN, export it as tab-delimited text and name it .tsv"),
    ".qdpx": ("a project of another program is not a transcript", "Export its documents as .docx or .txt"),
    ".zip": ("a ZIP file is not opened", "Unpack it into the transcripts folder"),
    ".rar": ("a RAR file is not opened", "Unpack it into the transcripts folder"),
    ".7z": ("a 7z file is not opened", "Unpack it into the transcripts folder"),
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
    what, how = _UNREAD.get(ending, (f"files that end in {ending or 'no dot and letters'} are not read", ""))
    seeming = None if ending in _UNREAD and ending != ".doc" else _peek(path)
    if seeming and not (ending == ".doc" and seeming.noun == _MAGIC[0][1].noun):
        return UnreadableSource(f"{what}; this one is really {seeming.noun}", seeming.remedy)
    return UnreadableSource(
        what, how or "Save the transcript as .docx, .txt, .vtt, .csv or another format that is read"
    )


def _peek(path: Path) -> Seeming | None:
    try:
        with path.open("rb") as file:
            return recognise(file.read(64))
    except OSError:
        return None
