"""Labels that stand in no paragraph: those of lists."""

from qualcode.formats.archive import OPEN_TEXT, WORD, Archive
from qualcode.formats.blocks import Block, Paragraph
from qualcode.formats.list_labels import ListLabels
from qualcode.formats.opendocument import read_opendocument
from qualcode.formats.word_xml import read_word
from tests.packages import W, odt, pack, par

LEVELS = {"1": ("decimal", "%1."), "2": ("none", "P:"), "3": ("decimal", "Jawaban %1:"), "4": ("bullet", "o")}
NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="a{key}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
    "</w:lvl></w:abstractNum>"
    for key, (kind, text) in LEVELS.items()
) + "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="a{key}"/></w:num>' for key in LEVELS)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Tanya"><w:name w:val="Tanya"/>'
    '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
)


def listed(words: str, key: str) -> str:
    properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{key}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_labels_with_letters_are_words_and_bare_numbers_and_bullets_are_not() -> None:
    body = "".join(listed(words, key) for key, words in zip("1234", ("satu", "Apa?", "Itu.", "bulat"), strict=True))
    body += listed("Lalu.", "3") + listed("tidak", "0") + par("Siapa?", style="Tanya")
    parts = {name: f'<w:x xmlns:w="{W}">{xml}</w:x>' for name, xml in (("numbering", NUMBERING), ("styles", STYLES))}
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    package = pack({"word/document.xml": document, **{f"word/{name}.xml": xml for name, xml in parts.items()}})
    assert texts(read_word(Archive(package, WORD)).blocks) == [
        *("satu", "P: Apa?", "Jawaban 1: Itu.", "bulat", "Jawaban 2: Lalu.", "tidak", "P: Siapa?")
    ]


def test_labels_of_opendocument_stand_before_the_first_paragraph_of_an_item() -> None:
    level = '<text:list-level-style-number text:level="{}" style:num-prefix="{}" style:num-suffix=":" {}/>'
    styles = (
        '<text:list-style style:name="L1">'
        + level.format(1, "P", "")
        + level.format(2, "N", 'style:num-format="1"')
        + "</text:list-style>"
    )
    item = "<text:list-item>{}</text:list-item>"
    inner = f"<text:list>{item.format('<text:p>Itu.</text:p>')}</text:list>"
    outer = item.format("<text:p>Apa?</text:p><text:p>Ya?</text:p>" + inner)
    body = f'<text:list text:style-name="L1">{outer}</text:list>'
    document = read_opendocument(Archive(odt(body + "<text:p>Sudah.</text:p>", styles), OPEN_TEXT))
    assert texts(document.blocks) == ["P: Apa?", "Ya?", "N1: Itu.", "Sudah."]


def test_a_list_that_is_not_known_has_no_label() -> None:
    assert ListLabels({("1", "0"): "P:"}).write(("2", "0")) == ""
