"""What in a transcript looks as if its turns were not found as they were spoken."""

from collections.abc import Iterator

from qualcode.messages import mark
from qualcode.model import Problem, Transcript
from qualcode.readers.talk.head import find_other_head
from qualcode.readers.talk.labels import fold, read_label

ENDLESS = 2_000  # words of a turn that nobody broke into: a quarter of an hour of talk
UNSPOKEN, UNSPOKEN_SHARE = 100, 0.2  # words of nobody, and their share of what is said: headings and remarks are fewer


def find_doubts(transcript: Transcript) -> Iterator[Problem]:
    """A warning for each sign that speakers were missed."""
    yield from _find_endless(transcript)
    yield from _find_second(transcript)
    yield from _find_unspoken(transcript)


def _find_endless(transcript: Transcript) -> Iterator[Problem]:
    """The longest turn, where it is so long that others probably speak in it too."""
    sizes = {turn.number: len(turn.span.of(transcript.text).split()) for turn in transcript.turns}
    number = max(sizes, key=lambda turn: sizes[turn], default=0)
    if sizes.get(number, 0) >= ENDLESS:
        what = mark(
            "turn {number} is {words} of {all} words long: perhaps its speakers were not recognised",
            number=number,
            words=sizes[number],
            all=sum(sizes.values()),
        )
        how = mark(
            "Begin each turn on a line of its own with its speaker, as in `Q: ...`; leave it so if one person really "
            "speaks that long"
        )
        yield Problem(transcript.name, what, how, "warning")


def _find_second(transcript: Transcript) -> Iterator[Problem]:
    """The head of another interview among the turns, whose labels may be the same for other people."""
    behind = transcript.turns[0].span.end if transcript.turns else len(transcript.text)
    lines = transcript.text[behind:].split("\n")
    number = find_other_head(lines, {fold(turn.speaker) for turn in transcript.turns})
    if number is not None:
        what = mark("another interview seems to begin inside it, at {title}", title=lines[number].strip())
        how = mark("Give each interview a file of its own or, in Word, a heading such as `Interview 2`")
        yield Problem(transcript.name, what, how, "warning")


def _find_unspoken(transcript: Transcript) -> Iterator[Problem]:
    """Words among and below the turns that are nobody's, where they are many: perhaps somebody said them."""
    spans = [turn.span for turn in transcript.turns]
    ends = [*(span.start for span in spans[1:]), len(transcript.text)]
    lines = [
        line for span, end in zip(spans, ends, strict=False) for line in transcript.text[span.end : end].split("\n")
    ]
    unspoken = [line for line in lines if line.strip() and read_label(line) is None]
    words = sum(len(line.split()) for line in unspoken)
    if words >= max(UNSPOKEN, UNSPOKEN_SHARE * sum(len(span.of(transcript.text).split()) for span in spans)):
        what = mark(
            "{words} words behind the first turn are taken for nobody's speech (headings, notes), such as: {first}",
            words=words,
            first=unspoken[0].strip()[:60],
        )
        yield Problem(transcript.name, what, mark("If somebody says them, begin them with a speaker"), "warning")
