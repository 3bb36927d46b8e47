"""Project files as other programs write them, from a few lines of XML."""

from tests.packages import pack

ANA, RAIN, HELP, TEXT = (f"{digit * 8}-aaaa-bbbb-cccc-{digit * 12}" for digit in "1234")


def select(start: int, end: int, code: str = RAIN, user: str = ANA, more: str = "", name: str = "") -> str:
    """A selection with one coding, the coder on the coding alone."""
    coding = f'<Coding guid="{TEXT}" creatingUser="{user}"><CodeRef targetGUID="{code}"/></Coding>' if code else ""
    place = f'startPosition="{start}" endPosition="{end}" name="{name}"'
    return f'<PlainTextSelection guid="{TEXT}" {place}>{more}{coding}</PlainTextSelection>'


def write_project(
    text: str | bytes,
    selections: str,
    *,
    rest: str = "",
    codes: str = "",
    namespace: str = "urn:QDA-XML:project:1.0",
    folder: str = "sources",
    file: str = "project.qde",
) -> bytes:
    """A project of one text, by Ana, with the codes Rain and Help."""
    codes = codes or (
        f'<Code guid="{RAIN}" name="Rain" isCodable="true"/><Code guid="{HELP}" name="Help" isCodable="true"/>'
    )
    project = (
        f'<Project xmlns="{namespace}" name="P"><Users><User guid="{ANA.upper()}" name="Ana"/></Users>'
        f"<CodeBook><Codes>{codes}</Codes></CodeBook>"
        f'<Sources><TextSource guid="{{{TEXT.upper()}}}" name="Interview 1.docx" plainTextPath="internal://{TEXT}.txt">'
        f"{selections}</TextSource></Sources>{rest}</Project>"
    )
    return pack({file: project, f"{folder}/{TEXT.upper()}.txt": text})
