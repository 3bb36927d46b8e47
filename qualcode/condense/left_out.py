"""What was left out: the passages of respondents that no coding lies on, to be read before the codebook is trusted."""

from qualcode.condense.contract import Condensation, Material
from qualcode.condense.coverage import describe_counted, list_standing
from qualcode.condense.passages import LeftOut, find_left_out, read_interviews
from qualcode.evidence.provenance import describe_all, warn
from qualcode.messages import Translate, mark
from qualcode.model import Cell, EntryRule, Heading, Matrix, Transcript, Turn

LONGEST = 120  # words of a passage that a table shows; `qualcode show` opens the whole turn
AROUND = 25  # words of the turn before


def build(material: Material, t: Translate) -> tuple[Matrix, ...]:
    """A row a passage, the longest first: its words, and the turn it answers."""
    study = material.study
    found = [passage for interview in read_interviews(material) for passage in find_left_out(interview)]
    found.sort(key=lambda passage: (-passage.words, passage.transcript.name, passage.span))
    shown = found[: material.most] if material.most else found
    standing = list_standing(study)
    matrix = Matrix(
        name="left-out",
        title=t("What was left out"),
        rows=tuple(_head(passage, t) for passage in shown),
        columns=(
            Heading("words", t("Words")),
            Heading("before", t("The turn before"), t("its last {n} words").format(n=AROUND)),
            Heading("passage", t("Uncoded passage"), t("verbatim")),
        ),
        cells=tuple(_fill(passage, t) for passage in shown),
        entry_rules=(
            EntryRule(
                t("Passages"),
                t(
                    "neighbouring units of one respondent's turn on which no coding lies, the longest first; of a "
                    "passage at most {n} words are shown; a turn opens in context with `qualcode show FOLDER "
                    "TRANSCRIPT:TURN`"
                ).format(n=LONGEST),
            ),
            EntryRule(
                t("What it says"),
                t("what the codebook has no word for, or missed, and small talk alike: only reading tells them apart"),
            ),
            *describe_counted(t),
            *describe_all(study, standing, t),
        ),
        notes=(*warn(study, standing, t), *_tell_shown(shown, found, t)),
    )
    return (matrix,)


def _head(passage: LeftOut, t: Translate) -> Heading:
    who = passage.turn.case or passage.turn.speaker or "?"
    label = t("{speaker}, turn {turn}").format(speaker=who, turn=passage.turn.number)
    return Heading(f"{passage.transcript.name}@{passage.span.start}", label, passage.transcript.name)


def _fill(passage: LeftOut, t: Translate) -> tuple[Cell, ...]:
    said = passage.span.of(passage.transcript.text).split()
    text = " ".join(said[:LONGEST])
    if len(said) > LONGEST:
        text += " … " + t("(and {n} more words)").format(n=len(said) - LONGEST)
    return Cell((str(passage.words),)), Cell((_read_before(passage.transcript, passage.turn, t),)), Cell((text,))


def _read_before(transcript: Transcript, turn: Turn, t: Translate) -> str:
    if turn.number < 2:
        return t("none")
    before = transcript.turns[turn.number - 2]
    words = before.span.of(transcript.text).split()
    text = ("… " if len(words) > AROUND else "") + " ".join(words[-AROUND:])
    return f"{before.speaker}: {text}" if before.speaker else text


def _tell_shown(shown: list[LeftOut], found: list[LeftOut], t: Translate) -> tuple[str, ...]:
    if not found:
        return (t("Nothing was left out: every respondent's unit bears a coding."),)
    line = t("Passages shown: {n} of {all}, with {words} of {total} uncoded words.")
    counts = (sum(passage.words for passage in passages) for passages in (shown, found))
    words, total = counts
    return (line.format(n=len(shown), all=len(found), words=words, total=total),)


PART = Condensation(
    name="left-out",
    purpose=mark("Read what respondents say that bears no code, the longest passages first."),
    build=build,
)
