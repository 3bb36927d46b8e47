"""Word and OpenDocument files from a few lines of XML, and how a reader's answer is shown in a test."""

import zipfile
from io import BytesIO
from pathlib import Path

from qualcode.readers.contract import Draft

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "dc": "dc",
        "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip
STYLES = (
    f'<w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:styleId="Judul1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bab"><w:name w:val="Bab"/><w:basedOn w:val="Judul1"/></w:style>'
    '<w:style w:type="character" w:styleId="Rahasia"><w:name w:val="Rahasia"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Kuat"><w:name w:val="Kuat"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Tanya"><w:name w:val="Tanya"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/></w:style></w:styles>'
)


def pack(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP package with these parts."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of Word text; `text` is XML already."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*content: str, style: str = "") -> str:
    """A Word paragraph; plain strings become runs."""
    runs = "".join(item if item.startswith("<") else run(item) for item in content)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>' if style else f"<w:p>{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A Word table; a cell's lines become its paragraphs."""
    cells = ("".join(f"<w:tc>{''.join(map(par, cell.split(chr(10))))}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def word(body: str, before: str = "") -> bytes:
    """A .docx file with this body."""
    document = f"<?xml version='1.0' encoding='UTF-8'?>{before}<w:document {_WORD}><w:body>{body}</w:body></w:document>"
    return pack({"word/document.xml": document, "word/styles.xml": STYLES})


def odt(body: str, styles: str = "", before: str = "", named: str = "") -> bytes:
    """An .odt file with this body, and with styles of its own and such as have a name."""
    content = (
        f"<?xml version='1.0' encoding='UTF-8'?>{before}<office:document-content {_ODF}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    if named:
        parts["styles.xml"] = (
            f"<office:document-styles {_ODF}><office:styles>{named}</office:styles></office:document-styles>"
        )
    return pack(parts)


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """A file in the folder with these bytes, or with this text in UTF-8."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def show(draft: Draft) -> list[str]:
    """A line a passage: `time | speaker | words`, with `-` for what is not there."""
    return [f"{p.time or '-'} | {p.speaker or '-'} | {p.words}" for p in draft.passages]
