"""Interviews in which nothing but bold type tells who speaks, or the questions from the answers."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from qualcode.formats.blocks import Block, Paragraph
from qualcode.messages import mark
from qualcode.readers.talk.asking import is_asking
from qualcode.readers.talk.half import ANSWER, QUESTION
from qualcode.readers.talk.head import is_aside, is_ending
from qualcode.readers.talk.labels import fold, is_known, is_name
from qualcode.readers.talk.stretch import SENTENCE_END
from qualcode.readers.talk.turns import find_stretches

NOTE = mark(
    "no labels: questions in bold are read as {question}, what follows them as {answer}",
    question=QUESTION,
    answer=ANSWER,
)
_LEAST = 3  # paragraphs in bold with others below; fewer could be headings
_TWICE = 2  # times that a name in bold must begin a paragraph
_SHARE = 0.5  # of the paragraphs in bold, and twice as many as of the others, ask


def find_voices(blocks: Sequence[Block]) -> tuple[str | None, ...]:
    """For each block whose words it is: QUESTION, ANSWER, or None for nobody's; () where bold type tells nothing.

    It tells where no paragraph has a label, paragraphs wholly in bold mostly ask, the others do not, and these follow
    upon those. Nobody's are what stands before the first question, headings (in bold, neither question nor sentence),
    stage directions and endings.
    """
    paragraphs = [block for block in blocks if isinstance(block, Paragraph) and not block.level and block.text.strip()]
    bold = [paragraph.text for paragraph in paragraphs if paragraph.bold]
    plain = [paragraph.text for paragraph in paragraphs if not paragraph.bold]
    if min(len(bold), len(plain)) < _LEAST:
        return ()
    asking, too = (sum(map(_asks, texts)) / len(texts) for texts in (bold, plain))
    answered = sum(before.bold and not after.bold for before, after in pairwise(paragraphs))
    if answered < _LEAST or asking < max(_SHARE, 2 * too):
        return ()
    if _has_labels(paragraphs):
        return ()
    voices: list[str | None] = []
    begun = False
    for block in blocks:
        voice = _voice(block) if isinstance(block, Paragraph) else None
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
    if len(names) < 2 or begun < max(_LEAST, len(paragraphs) / 3) or _has_labels(paragraphs):
        return frozenset()
    return names


def _has_labels(paragraphs: Sequence[Paragraph]) -> bool:
    lines = [line for paragraph in paragraphs for line in (*paragraph.text.split("\n"), "")]
    return any(stretch.speaker for stretch in find_stretches(lines))


def _asks(words: str) -> bool:
    return is_asking(words.strip(), marked=True)


def _voice(paragraph: Paragraph) -> str | None:
    words = paragraph.text.strip()
    if not words or paragraph.level or is_aside(words) or is_ending(words):
        return None
    if not paragraph.bold:
        return ANSWER
    return QUESTION if _asks(words) or SENTENCE_END.search(words) else None
