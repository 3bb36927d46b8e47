"""Interviews in which nothing but the face of type tells who speaks, or the questions from the answers."""

from collections import Counter
from collections.abc import Sequence

from qualcode.formats.blocks import BOLD, BOXED, FACES, ITALIC, LISTED, Block, Paragraph, flatten
from qualcode.messages import mark
from qualcode.readers.talk.asking import is_asking, role_of
from qualcode.readers.talk.half import ANSWER, QUESTION, find_side
from qualcode.readers.talk.head import is_aside, is_ending
from qualcode.readers.talk.labels import fold, has_label, is_known, is_name, read_label
from qualcode.readers.talk.stretch import SENTENCE_END
from qualcode.readers.talk.turns import find_speakers

NOTE = mark(
    "no labels: questions told by their type (bold, italics, underlined, a list) are read as {question}, answers as "
    "{answer}",
    question=QUESTION,
    answer=ANSWER,
)
_LEAST = 3  # paragraphs set off with others below; fewer could be headings
_TWICE = 2  # times that a name in bold must begin a paragraph
_LONGEST = 100  # characters of a heading
_HEADED = 32  # beside the faces of type, the list and the box: a heading
_FEW = 1 / 3  # of all paragraphs; where more are in bold, somebody's words are


def find_voices(blocks: Sequence[Block]) -> tuple[str | None, ...]:
    """For each block whose words it is: QUESTION, ANSWER, or None for nobody's; () where the type tells nothing.

    It tells where no paragraph has a label, or answers alone have one (which then stands for ANSWER), and of the
    paragraphs wholly in one face (bold, italics, underlined; or in a list, or headings) and the others the ones mostly
    ask, the others do not and follow upon them. Nobody's are what stands before the first question, headings (set off,
    neither question nor sentence), stage directions and endings.
    """
    filled = [block for block in blocks if isinstance(block, Paragraph) and block.text.strip()]
    said = [paragraph for paragraph in filled if not paragraph.level or _says(paragraph.text)]
    paragraphs = [paragraph for paragraph in said if not paragraph.level]
    if len({_signs_of(paragraph) for paragraph in said}) < 2:
        return ()
    signs = ((sign, said if sign == _HEADED else paragraphs) for sign in (*FACES, LISTED, _HEADED))
    sides = ((sign, _find_side(sign, among)) for sign, among in signs)
    sign, inside = next(((sign, side) for sign, side in sides if side is not None), (0, None))
    if inside is None:
        return ()
    speakers = _find_speakers(paragraphs)
    asked = (paragraph.text for paragraph in said if bool(_signs_of(paragraph) & sign) is inside)
    if len(speakers) > 1 or any(fold(found.label) in speakers for words in asked if (found := read_label(words))):
        return ()
    answers = next(iter(speakers.values()), ANSWER)
    voices: list[str | None] = []
    begun = False
    for block in blocks:
        voice = _voice(block, sign, inside, answers) if isinstance(block, Paragraph) else None
        begun = begun or voice == QUESTION
        voices.append(voice if begun else None)
    return tuple(voices)


def find_leads(blocks: Sequence[Block]) -> frozenset[str]:
    """The folded names in bold type, without a colon, with which those who speak begin: `**Rina** Lalu bagaimana?`.

    There are at least two, each begins several paragraphs, together at least a third of all; and no paragraph has a
    label. Without these there are none.
    """
    paragraphs = [block for block in blocks if isinstance(block, Paragraph) and not block.level and block.text.strip()]
    counts = Counter(fold(p.lead) for p in paragraphs if p.lead and (is_name(p.lead) or is_known(p.lead)))
    names = frozenset(name for name, n in counts.items() if n >= _TWICE)
    begun = sum(counts[name] for name in names)
    if len(names) < 2 or begun < max(_LEAST, len(paragraphs) / 3) or _find_speakers(paragraphs):
        return frozenset()
    return names


def find_headings(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of the blocks that head a part of the talk: headings, and short paragraphs in bold right above one of
    these or above a label, where few are in bold. What asks or is a sentence is none. Remarks beside the talk count as
    headings too: a few text boxes, and a few paragraphs in italics without a label that tell of a speaker by the role
    (`Informan diam sejenak.`)."""
    bold, boxed, italic = (
        [isinstance(block, Paragraph) and bool(block.faces & face) for block in blocks]
        for face in (BOLD, BOXED, ITALIC)
    )
    few = sum(bold) <= _FEW * len(blocks)
    headings = {number for number, each in enumerate(boxed) if each and sum(boxed) <= _FEW * len(blocks)}
    if 0 < sum(italic) <= _FEW * len(blocks):
        headings |= {number for number, each in enumerate(italic) if each and _remarks(flatten((blocks[number],)))}
    for number in reversed(range(len(blocks))):
        block, below = blocks[number], blocks[number + 1] if number + 1 < len(blocks) else None
        if not isinstance(block, Paragraph) or len(words := block.text.strip()) > _LONGEST or "\n" in words:
            continue
        above = number + 1 in headings or (isinstance(below, Paragraph) and has_label(below.text))
        if (block.level or (few and bold[number] and above)) and not _asks(words) and not SENTENCE_END.search(words):
            headings.add(number)
    return frozenset(headings)


def _remarks(words: str) -> bool:
    return role_of(words) is not None and not has_label(words) and not _asks(words)


def _find_speakers(paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    return find_speakers([line for paragraph in paragraphs for line in (*paragraph.text.split("\n"), "")])


def _asks(words: str) -> bool:
    return is_asking(words.strip(), marked=True)


def _says(words: str) -> bool:
    """Whether the words are a question or a sentence, and no title."""
    return _asks(words) or SENTENCE_END.search(words) is not None


def _signs_of(paragraph: Paragraph) -> int:
    """What sets a paragraph off: its faces, or that it is a heading."""
    return paragraph.faces | _HEADED * bool(paragraph.level)


def _find_side(sign: int, paragraphs: Sequence[Paragraph]) -> bool | None:
    set_off = [bool(_signs_of(paragraph) & sign) for paragraph in paragraphs]
    return find_side(set_off, [_asks(paragraph.text) for paragraph in paragraphs]) if any(set_off) else None


def _voice(paragraph: Paragraph, sign: int, inside: bool, answers: str) -> str | None:
    words = paragraph.text.strip()
    if not words or (paragraph.level and sign != _HEADED) or is_aside(words) or is_ending(words):
        return None
    if bool(_signs_of(paragraph) & sign) is inside:
        return QUESTION if _says(words) else None
    return answers if _says(words) or not paragraph.faces & ~(sign | LISTED | BOXED) else None
